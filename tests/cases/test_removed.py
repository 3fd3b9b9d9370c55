"""Whoever keeps a copy can ask at once what is gone, and is told no more than readers knew."""

from datetime import UTC, timedelta

import pytest
from django.utils import timezone

from cases import api
from cases.models import Case
from config.records.actions import withdraw
from config.records.tombstones import Tombstone
from people.actions import merge
from tests import factories
from tests.people.twofold import twofold

pytestmark = pytest.mark.django_db
LIST = "/api/v1/removed/"


def told(client, question: str = "") -> list[tuple]:
    rows = client.get(f"{LIST}?{question}").json()["results"]
    return [(row["table"], row["id"], row["change"], row["into"]) for row in rows]


def withdrawn(chief, title: str = "gone") -> Case:
    case = factories.case(title=title, published=True)
    withdraw(case, by=chief, why="it was wrong")
    return case


def test_what_was_withdrawn_is_listed_at_once(client, chief):
    before = told(client)
    case = withdrawn(chief)

    assert (before, told(client)) == ([], [("cases", case.public_id, "withdrawn", "")])


def test_who_was_merged_is_listed_with_who_answers_now(client, reviewer):
    found = twofold()
    merge(found.older, found.newer, by=reviewer, why="the same shop", lose=True)

    kept, absorbed = found.older.public_id, found.newer.public_id
    assert ("people", absorbed, "merged", kept) in told(client)


def test_who_was_never_public_or_is_secret_since_is_not_listed(client, chief):
    draft = factories.case(title="a draft")
    registered = factories.case(
        factories.person(published=True), published=True, secrecy="registered"
    )
    secret = withdrawn(chief)
    Case.objects.filter(pk=secret.pk).update(secrecy="staff")
    for case in (draft, registered):
        Case.objects.filter(pk=case.pk).update(state="withdrawn")
    Tombstone.objects.create(public_id="P-BBBBBB", was_public=False)

    assert told(client) == []


def test_what_was_erased_is_listed_for_the_whole_of_its_day(client):
    today = timezone.now().astimezone(UTC)
    Tombstone.objects.create(public_id="P-AAAAAA", was_public=True, erased_on=today.date())

    listed = [told(client, f"since={day.isoformat()}Z") for day in _around(today)]

    assert listed == [[("people", "P-AAAAAA", "erased", "")]] * 2 + [[]]


def _around(today):
    bare = today.replace(tzinfo=None)
    return bare - timedelta(days=1), bare, bare + timedelta(days=1)


def test_since_a_moment_only_what_went_after_it_is_listed(client, chief):
    first = withdrawn(chief, "first")
    row = client.get(LIST).json()["results"][0]
    Case.objects.filter(pk=first.pk).update(updated_at=timezone.now() - timedelta(days=3))
    moment = row["gone_since"]

    assert told(client, f"since={moment}") == []
    assert told(client, "since=2020-01-01") == [("cases", first.public_id, "withdrawn", "")]


def test_its_pages_lead_on_to_the_end_and_meet_each_once(client, chief, monkeypatch):
    monkeypatch.setattr(api.RemovedViewSet, "SIZE", 2)
    gone = {withdrawn(chief, f"number {number}").public_id for number in range(5)}
    Tombstone.objects.create(public_id="P-AAAAAA", was_public=True, erased_on="2026-01-01")

    address, met = LIST, []
    while address:
        answer = client.get(address).json()
        met += [row["id"] for row in answer["results"]]
        address = answer["next"]

    assert (met[0], len(met), set(met)) == ("P-AAAAAA", 6, gone | {"P-AAAAAA"})


@pytest.mark.parametrize("question", ["since=yesterday", "after=x", "sinse=2026-01-01"])
def test_what_it_does_not_understand_is_an_error(client, question):
    answer = client.get(f"{LIST}?{question}")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, [question.split("=")[0]])
