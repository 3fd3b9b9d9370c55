"""How a record's public id stands in an address, and where a merged one's address leads."""

from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from django.urls.converters import IntConverter, StringConverter

from config.records.models import Record
from config.records.releases import DAY
from config.records.tombstones import Tombstone

ERASED, WITHDRAWN = "erased", "withdrawn"


class PublicId(StringConverter):
    """C-7K3M9Q."""

    regex = "[A-Z]{1,2}-[0-9A-Z]{6}"


class SmallPublicId(StringConverter):
    """c-7k3m9q, as somebody may type it; in capitals it is an address."""

    regex = "[A-Za-z]{1,2}-[0-9A-Za-z]{6}"


class Key(IntConverter):
    """A primary key: no more digits than the database holds."""

    regex = "[0-9]{1,18}"


class Day(StringConverter):
    """2026-01-31."""

    regex = DAY


class File(StringConverter):
    """The name of a file with the folders that it lies in: no dot begins one, so none leads out."""

    regex = "[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*"


def in_capitals(request, noun: str, public_id: str) -> HttpResponsePermanentRedirect:
    """The same address with the id in capitals, whether or not there is such a record."""
    return HttpResponsePermanentRedirect(reverse(noun, args=[public_id.upper()]))


def became(model: type[Model], public_id: str) -> str:
    """What became of something that everybody knew at this address: "erased" or "withdrawn".

    Empty of all else, hidden or missing: that is one answer.
    """
    if Tombstone.objects.is_told(public_id):
        return ERASED
    if not issubclass(model, Record):
        return ""
    gone = model._default_manager.filter(model.withdrawn_from_all(), public_id=public_id)
    return WITHDRAWN if gone.exists() else ""


def answered_by(request, visible: QuerySet, public_id: str) -> HttpResponsePermanentRedirect:
    """The same address with the id of who answers for a merged record; a 404 where nobody does.

    `visible` are the records that the reader may see: a hidden one answers for nobody. The answer
    is asked for again each time, since a merge can be undone.
    """
    answers = visible.known_as(public_id).values_list("public_id", flat=True).first()
    if answers is None:
        raise Http404("There is no such record.")
    question = request.META.get("QUERY_STRING", "")
    address = request.path.replace(public_id, answers) + (f"?{question}" if question else "")
    response = HttpResponsePermanentRedirect(address)
    response["Cache-Control"] = "no-cache"
    return response
