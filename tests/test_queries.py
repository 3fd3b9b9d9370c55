"""Guard: every public answer asks the database a fixed number of questions, however many rows."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Attachment, Case, Citation, Event, Facility, Source
from people.matching import find
from people.models import Change, Person, Relationship
from tests import factories, register
from tests.addresses import ask, fill, places
from tests.paper import CAN_PRINT

# What each page may ask, filled in or not. A higher number needs a reason in its change.
PAGES = {
    "/": 15,  # with its charts, how many they are of, and what all that is remembered by
    "/cases/": 18,  # the same of the cases found
    "/cases/ID/": 36,  # pictures; cases of kin, of the place and of its articles, and their names
    "/cases/ID/cite.txt": 2,
    "/cases/ID/cite.bib": 2,
    "/cases/ID/cite.json": 2,
    "/cases/ID/dossier/": 31,  # the page of the case, with the kept copies of its sources
    "/cases/ID/dossier.pdf": 31,
    "/cases/ID/dossier.json": 31,
    "/people/": 15,  # with areas, and whether this transaction wrote something itself
    "/people/ID/": 27,
    "/cases/feed/": 4,
    "/cases/ID/feed/": 7,  # the case, its keys of events, and what the entries name
    "/people/feed/": 7,  # with the areas in which homes and birthplaces lie
    "/facilities/feed/": 3,
    "/sources/feed/": 2,
    "/tell/": 0,
    "/tell/answer/": 0,
    "/robots.txt": 0,
    "/sitemap.xml": 9,  # how many records each section has, and when one last changed; remembered
    "/sitemap/pages-1.xml": 0,
    "/sitemap/cases-1.xml": 2,
    "/sitemap/people-1.xml": 2,
    "/sitemap/facilities-1.xml": 2,
    "/sitemap/sources-1.xml": 2,
    "/events/ID/": 23,
    "/facilities/": 8,  # with the points and places of its map
    "/facilities/ID/": 23,
    "/sources/": 7,
    "/sources/ID/": 24,
    "/data/": 0,
    "/data/tidy/": 13,  # how many rows each table has
    "/data/codebook/": 0,
    "/data/codebook.csv": 0,
    "/data/codebook.json": 0,
    "/api/v1/tidy.zip": 13,  # the rows of each table
    "/api/v1/entities.jsonl": 6,  # the entities of each schema
    "/api/v1/facilities.geojson": 1,
    "/data/estimation/": 3,
    "/api/v1/estimation.csv": 3,  # which lists, two; the rows
    "/api/v1/estimation.jsonl": 3,
    "/api/v1/estimation.xlsx": 4,
    "/data/changes/": 4,
    "/data/removed/": 1,
    "/data/releases/": 0,
    "/data/removed.csv": 0,
    "/api/v1/removed/": 14,  # each kind of record, who was merged, who was erased
    "/api/v1/removed.json": 14,
    "/api/docs/": 0,
    "/api/v1/": 1,  # like every answer of the API: how far the register has moved
    "/api/v1/.json": 0,
    "/api/v1/schema/": 1,
    "/healthz": 1,
}
# What the API may ask for one record and what belongs to it.
RECORDS = {
    "cases": 4,
    "people": 3,
    "events": 3,
    "facilities": 2,
    "sources": 3,
    "relationships": 2,
    "citations": 2,
    "attachments": 2,
    "changes": 2,
}
# A list asks for the keys of rows, the rows and their number, a download for rows; one record's is
# looked up first. Of kinds with a tally it is asked, too, whether this transaction wrote something
# itself, as all tests did: then the database is asked instead of the tally.
API = {
    "/api/v1/{}/": 4,  # and how far the register has moved
    "/api/v1/{}.json": 3,
    "/api/v1/{}.csv": 1,
    "/api/v1/{}.jsonl": 1,
    "/api/v1/{}.xlsx": 2,  # and whether Excel holds as many
    "/data/download/{}/": 2,
    "/api/v1/{}/ID.csv": 2,
    "/api/v1/{}/ID.jsonl": 2,
    "/api/v1/{}/ID.xlsx": 3,
}
REDIRECTS = ("/cases/id/", "/people/id/", "/events/id/", "/facilities/id/", "/sources/id/")
NOT_THERE = tuple(
    f"/api/v1/{name}.{form}" for name in ("", "removed") for form in ("csv", "jsonl", "xlsx")
)
# Whose files this register does not have.
PICTURES = ("/pictures/ID.jpg", "/pictures/ID-small.jpg")
NO_RELEASE = (
    "/data/releases/2026-01-31/",
    "/data/releases/2026-01-31/flat/people.csv",
    "/data/releases/latest/",
    "/data/releases/latest/flat/people.csv",
)


def budgets() -> dict[str, tuple[int, int]]:
    """The status and the questions of every address."""
    allowed = PAGES | {form.format(noun): most for form, most in API.items() for noun in RECORDS}
    for noun in ("cases", "people", "sources"):
        for form in ("/api/v1/{}/", "/api/v1/{}.json", "/data/download/{}/"):
            allowed[form.format(noun)] += 1
    for noun, most in RECORDS.items():
        allowed |= {f"/api/v1/{noun}/ID/": most + 1, f"/api/v1/{noun}/ID.json": most}
    answers = {address: (200, most) for address, most in allowed.items()}
    if not CAN_PRINT:
        answers["/cases/ID/dossier.pdf"] = (503, PAGES["/cases/ID/dossier.pdf"])
    return (
        answers
        | dict.fromkeys(REDIRECTS, (301, 0))
        | dict.fromkeys(PICTURES, (404, 1))
        | dict.fromkeys((*NOT_THERE, *NO_RELEASE), (404, 0))
    )


def examples() -> dict[str, str]:
    """One address for each public pattern, filled with the record that has most to show."""
    case = Case.objects.filter(title="a case").order_by("pk").first()
    event = Event.objects.filter(case=case, kind="detention").first()
    richest = {
        Case: case,
        Person: case.person,
        Event: event,
        Facility: event.facility,
        Source: Source.objects.filter(origin__isnull=False).first(),
        Relationship: Relationship.objects.first(),
        Citation: Citation.objects.filter(quote__gt="").first(),
        Change: Change.objects.first(),
        Attachment: Attachment.objects.first(),
    }
    found = {}
    for place in places():
        public_id = richest.get(place.model, case).public_id
        for address in fill(place, [public_id]):
            name = address.replace(public_id, "ID").replace(public_id.lower(), "id")
            found.setdefault(name, address)
    return found


def asked(client, address: str) -> tuple[int, int]:
    """The status of an answer and how many questions it took; a download is read to its end."""
    with CaptureQueriesContext(connection) as questions:
        status = ask(client, address).status
    return status, len(questions)


@pytest.mark.parametrize("number", [1, 3])
def test_every_address_keeps_to_its_budget(client, db, number):
    register.whole(number, each=number)

    taken = {name: asked(client, address) for name, address in examples().items()}

    assert taken == budgets()


# What a search may ask for a name that sounds much as one in the register, for one that sounds less
# so, and for one that nobody has, where the process knows how their words are heard. The first
# takes five questions beside the address's own: the places that it may name, the highest numbers of
# the index, whose embargo has ended, the names that hold two near words, and those names. The
# second takes three more, to look further; the third finds no names to read, and no rows to ask.
SEARCHES = {
    "/?q=": (11, 14, 7),
    "/people/?q=": (14, 17, 6),
    "/cases/?q=": (20, 23, 8),
    "/api/v1/people/?q=": (9, 12, 7),
    "/api/v1/cases.csv?q=": (6, 9, 6),
}
SOUND_LIKE = ("Гүлнәр Асет", "Gulnat Aset", "Zhumabai Whosoever")


@pytest.mark.parametrize("number", [1, 3])
def test_a_search_keeps_to_its_budget(client, db, number):
    for _ in range(number):
        factories.case(factories.person("Gulnar Aset", published=True), published=True)

    for name in SOUND_LIKE:
        find(name, None)  # the process learns how these words are heard

    taken = {
        address: tuple(asked(client, f"{address}{name}")[1] for name in SOUND_LIKE)
        for address in SEARCHES
    }

    assert taken == SEARCHES


def test_a_question_for_each_row_is_counted(client, db):
    """The guard sees a question for each row: here are two."""
    register.whole(2)

    with CaptureQueriesContext(connection) as questions:
        names = [case.person.name_shown for case in Case.objects.filter(title="a case")]

    assert (len(names), len(questions)) == (2, 3)


def test_the_budgets_that_the_docs_state_are_those_that_are_held():
    stated = re.findall(
        r"^\| (?:the front page|a filtered list|a case)\b[^|]*\| (\d+) \|$",
        (settings.BASE_DIR / "docs/commands.md").read_text(),
        re.MULTILINE,
    )

    assert [int(number) for number in stated] == [
        PAGES[address] for address in ("/", "/cases/", "/cases/ID/")
    ]


@pytest.mark.parametrize("question", ["sex=female", "kind=arrest&verification=unverified"])
def test_a_filtered_list_keeps_to_the_budget_of_the_whole(client, db, question):
    register.varied()

    status, number = asked(client, f"/cases/?{question}")

    assert (status, number <= PAGES["/cases/"]) == (200, True)
