"""How a record's public id stands in an address; anything else there is no address at all."""

from django.http import HttpResponsePermanentRedirect
from django.urls.converters import StringConverter


class PublicId(StringConverter):
    """C-7K3M9Q."""

    regex = "[A-Z]{1,2}-[0-9A-Z]{6}"


class SmallPublicId(StringConverter):
    """c-7k3m9q, as somebody may type it; in capitals it is an address."""

    regex = "[A-Za-z]{1,2}-[0-9A-Za-z]{6}"


def in_capitals(request, noun: str, public_id: str) -> HttpResponsePermanentRedirect:
    """The same address with the id in capitals, whether or not there is such a record."""
    return HttpResponsePermanentRedirect(f"/{noun}/{public_id.upper()}/")
