"""Answers a box for names while somebody types: who in the register may be meant."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import JsonResponse
from django.urls import reverse

from config.records import text
from config.records.admin.lists import tidied
from config.records.admin.site import Page
from config.records.text import language_and_direction
from people.proposing import patience
from people.recognition import Acquaintance, acquaintances

MOST_NAMES = 10
# How long somebody who types waits, in milliseconds of any one question to the database.
WAITS = 1_000


def likely(request):
    """People whom some spellings may mean; nobody, if it takes too long. Nothing is kept."""
    if not request.user.has_perm("people.view_person"):
        raise PermissionDenied
    names = [tidied(name) for name in request.GET.getlist("name")[:MOST_NAMES]]
    names = [name for name in names if text.words(name)]
    besides = request.GET.get("person", "")
    key = int(besides) if besides.isdecimal() and len(besides) < 19 else None
    try:
        with patience(WAITS):
            people = acquaintances(names, request.user, besides=key) if names else []
    except OperationalError:
        people = []
    return JsonResponse({"people": [_told(one) for one in people]})


def _told(one: Acquaintance) -> dict:
    return {
        "id": one.person.public_id,
        "address": reverse("admin:people_person_change", args=[one.person.pk]),
        "called": _marked(one.called),
        "spelling": _marked(one.name.text, one.name.language),
        "told_apart_by": one.told_apart_by,
        "tier": one.tier,
        "why": one.why,
    }


def _marked(words: str, language: str = "") -> dict:
    tag, direction = language_and_direction(words, language)
    return {"text": words, "lang": tag, "dir": direction}


admin.site.add_page(Page("people/likely/", "likely", likely))
