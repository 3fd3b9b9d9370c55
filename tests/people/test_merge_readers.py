"""What readers meet after a merge: addresses that lead on, old ids that answer, a public table."""

import json

import pytest

from cases.models import Case
from config.records.actions import publish, submit
from people.actions import merge, unmerge
from people.models import Change, Merge, Person, PersonName
from tests import factories
from tests.people.twofold import Twofold, twofold
from tests.register import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def found() -> Twofold:
    return twofold()


@pytest.fixture
def done(found, reviewer) -> Merge:
    return merge(found.older, found.newer, by=reviewer, why="the same shop", lose=True)


def ids(found: Twofold) -> tuple[str, str]:
    return found.older.public_id, found.newer.public_id


ADDRESSES = [
    "/people/{}/",
    "/people/{}/?from=a%20friend",
    "/api/v1/people/{}/",
    "/api/v1/people/{}.json",
    "/api/v1/people/{}.csv",
    "/api/v1/people/{}.jsonl",
    "/api/v1/people/{}.xlsx",
    "/api/v1/people/{}/?format=csv",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_old_address_leads_to_who_answers_now(found, done, client, address):
    older, newer = ids(found)

    answer = client.get(address.format(newer))

    assert (answer.status_code, answer["Location"]) == (301, address.format(older))
    assert answer["Cache-Control"] == "no-cache"
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_old_address_of_somebody_hidden_is_a_missing_one(found, done, client, address):
    Person.objects.filter(pk=found.older.pk).update(state="withdrawn")

    hidden = client.get(address.format(found.newer.public_id))
    missing = client.get(address.format("P-000000"))

    assert (hidden.status_code, hidden.content) == (404, missing.content)
    assert dict(hidden.headers) == dict(missing.headers)


def test_an_address_leads_straight_to_the_last_of_several(found, done, reviewer, client):
    oldest = make.person("Gulnar")
    Person.objects.filter(pk=oldest.pk).update(entered_at="2020-01-01T00:00:00Z")
    merge(oldest, found.older, by=reviewer, why="the same too", lose=True)

    locations = [client.get(f"/people/{one}/")["Location"] for one in ids(found)]

    assert locations == [f"/people/{oldest.public_id}/"] * 2


def test_an_address_is_its_own_again_after_the_merge_is_undone(found, done, reviewer, client):
    unmerge(done, by=reviewer, why="another shop")

    assert client.get(f"/people/{found.newer.public_id}/").status_code == 200


@pytest.mark.parametrize(
    "question",
    [
        "/api/v1/people.jsonl?q={}",
        "/api/v1/cases.jsonl?q={}",
        "/api/v1/events.jsonl?person={}",
        "/api/v1/relationships.jsonl?person={}",
        "/api/v1/citations.jsonl?target={}",
    ],
)
def test_an_old_id_asks_the_same_as_the_new_one(found, done, client, question):
    answers = [b"".join(client.get(question.format(one))) for one in ids(found)]

    assert answers[0] == answers[1] != b""


def test_nobody_sees_who_was_merged_nor_what_was_set_aside(found, done, chief):
    assert not Person.objects.visible_to(chief).filter(pk=found.newer.pk).exists()
    aside = PersonName.objects.filter(person=found.newer)
    assert aside.count() == 1
    assert not PersonName.objects.visible_to(chief).filter(pk__in=aside).exists()


def test_the_page_shows_both_cases_and_every_spelling_once(found, done, client):
    page = client.get(f"/people/{found.older.public_id}/").content.decode()

    assert [f"/cases/{case.public_id}/" in page for case in Case.objects.all()] == [True, True]
    row = json.loads(b"".join(client.get(f"/api/v1/people/{found.older.public_id}.jsonl")))
    assert sorted(row["names"]) == ["Gulnar Aset", "Gülnar", "Гүлнар Әсет"]


def test_a_case_is_reviewed_without_who_was_merged(found, done, contributor, reviewer):
    """Their part in the march was set aside: it is no part of the dossier."""
    draft = factories.case(found.older, title="entered since")
    factories.participation(found.march, found.older, "spoken_for", case=draft)
    factories.citation(factories.source(), case=draft)

    moved = submit(draft, by=contributor)
    publish(draft, by=reviewer)

    assert found.newer not in moved
    draft.refresh_from_db()
    assert draft.state == "published"


# The public table of changes


def lines(client) -> list[tuple]:
    rows = b"".join(client.get("/api/v1/changes.jsonl")).decode().splitlines()
    return [(row["kind"], row["old_id"], row["new_id"]) for row in map(json.loads, rows)]


def test_the_table_of_changes_tells_of_a_merge_and_of_its_undoing(found, done, reviewer, client):
    older, newer = ids(found)
    merged = ("merged", newer, older)

    assert lines(client) == [merged]
    unmerge(done, by=reviewer, why="another shop")
    assert lines(client) == [("unmerged", newer, older), merged]

    page = client.get("/data/changes/").content.decode()
    assert page.count(f'href="/people/{newer}/"') == 2
    assert "the same shop" not in page


@pytest.mark.parametrize(
    "hide",
    [
        lambda found: Person.objects.filter(pk=found.older.pk).update(state="withdrawn"),
        lambda found: Person.objects.filter(pk=found.older.pk).update(secrecy="registered"),
    ],
)
def test_the_table_of_changes_names_nobody_whom_readers_do_not_see(found, done, client, hide):
    hide(found)

    assert lines(client) == []
    assert found.newer.public_id not in client.get("/data/changes/").content.decode()
    assert client.get(f"/api/v1/changes/{Change.objects.get().public_id}/").status_code == 404


def test_after_an_undoing_the_table_hides_with_either(found, done, reviewer, client):
    unmerge(done, by=reviewer, why="another shop")

    Person.objects.filter(pk=found.newer.pk).update(state="withdrawn")

    assert lines(client) == []


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({"published": False}, {"published": False}),
        ({"published": False}, {}),
        ({}, {"published": False}),
        ({}, {"secrecy": "registered"}),
    ],
)
def test_an_id_that_readers_never_saw_is_not_in_the_table(reviewer, client, older, newer):
    one, other = make.person("Gulnar", **older), make.person("Gülnar", **newer)
    done = merge(one, other, by=reviewer, why="the same", lose=True)

    unmerge(done, by=reviewer, why="another")

    assert Change.objects.count() == 0
