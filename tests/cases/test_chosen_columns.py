"""Columns of a download: presets, free choice, what is in every row, and how many rows come."""

import csv
import datetime
import io
import json

import openpyxl
import pytest
from django.utils import timezone

from cases.nouns import NOUNS
from config.records import exports
from config.records.chosen_columns import FIRST, LAST, UnknownColumn, chosen
from config.records.columns import Column, basic, dated, rows
from people.models import Person
from tests import factories, register

pytestmark = pytest.mark.django_db
nouns = pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.name)
ABC = basic(
    "id b version",
    [Column(name, "A letter.", "public_id") for name in ("id", "a", "b", "c", "version", "as_of")],
)


def person_columns():
    return next(noun.columns for noun in NOUNS if noun.model is Person)


def heading(client, address: str) -> list[str]:
    return b"".join(client.get(address)).decode("utf-8-sig").splitlines()[0].split(",")


@pytest.fixture(scope="module")
def varied(module_db):
    return register.varied()


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ([], "id a b c version as_of"),
        ([""], "id a b c version as_of"),
        (["full"], "id a b c version as_of"),
        (["basic"], "id b version as_of"),
        (["c,a"], "id c a version as_of"),
        (["c", "a"], "id c a version as_of"),
        (["as_of, c,c,id"], "id c version as_of"),
        (["basic,a"], "id b a version as_of"),
    ],
)
def test_columns_come_as_they_are_asked_for_with_what_every_row_has(asked, names):
    assert [column.name for column in chosen(ABC, asked)] == names.split()


def test_a_column_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(UnknownColumn, match=r"no column 'nme'.*basic, full, id, a, b, c"):
        chosen(ABC, ["a,nme"])


def test_a_basic_column_that_is_not_there_is_an_error():
    with pytest.raises(ValueError, match="There is no column d"):
        basic("id d", ABC)


@nouns
def test_every_row_has_its_id_its_address_its_version_and_its_day(noun):
    names = [column.name for column in noun.columns]

    assert (names[:2], names[-2:]) == (list(FIRST), list(LAST))
    assert {*FIRST, *LAST} <= {one.name for one in noun.columns if one.is_basic}


@nouns
@pytest.mark.parametrize("suffix", exports.FORMATS)
def test_every_download_and_the_api_have_the_columns_asked_for(client, varied, noun, suffix):
    asked = noun.columns[3].name
    wanted = [*FIRST, asked, *LAST]

    content = b"".join(client.get(f"/api/v1/{noun.name}.{suffix}?columns={asked}"))
    (first, *_) = client.get(f"/api/v1/{noun.name}/?columns={asked}").json()["results"]

    assert _names(suffix, content) == list(first) == wanted


def _names(suffix: str, content: bytes) -> list[str]:
    if suffix == "csv":
        return content.decode("utf-8-sig").splitlines()[0].split(",")
    if suffix == "jsonl":
        return list(json.loads(content.decode().splitlines()[0]))
    return [cell.value for cell in next(openpyxl.load_workbook(io.BytesIO(content)).active.rows)]


@pytest.mark.parametrize("door", ["cases/", "cases.csv", "cases.jsonl", "cases.xlsx"])
def test_a_misspelt_column_is_an_error_at_every_door(client, door):
    answer = client.get(f"/api/v1/{door}?columns=id,persn")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["columns"])
    assert "There is no column 'persn'" in answer.json()["errors"]["columns"][0]


def test_one_record_too_is_taken_with_the_columns_asked_for(client):
    case = factories.case(published=True)

    names = heading(client, f"/api/v1/cases/{case.public_id}.csv?columns=status")

    assert names == [*FIRST, "status", *LAST]


def test_a_search_tells_why_in_the_basic_columns_and_where_it_is_asked_to(client, varied):
    few = heading(client, "/api/v1/people.csv?q=qaliolla&columns=basic")
    named = heading(client, "/api/v1/people.csv?q=qaliolla&columns=matched")

    assert few[-4:] == ["matched", "why", *LAST]
    assert named == [*FIRST, "matched", *LAST]


def test_a_version_changes_with_what_readers_see_and_with_nothing_else():
    person = factories.person("Aliya", published=True)
    (column,) = (one for one in person_columns() if one.name == "version")
    found = rows(Person.objects.filter(pk=person.pk), [column], None)
    first = found[0]

    Person.objects.filter(pk=person.pk).update(staff_note="A word among us.")
    after_note = found.all()[0]
    Person.objects.filter(pk=person.pk).update(updated_at=timezone.now())

    assert (after_note, found.all()[0] > first) == (first, True)


def test_a_file_can_be_made_again_as_of_a_day():
    person = factories.person("Aliya", published=True)
    day = datetime.date(2025, 2, 3)
    columns = list(dated(person_columns(), day))

    found = rows(Person.objects.filter(pk=person.pk), columns, None)
    file = b"".join(exports.FORMATS["csv"].write(columns, found))

    (row,) = csv.DictReader(io.StringIO(file.decode("utf-8-sig")))
    assert row["as_of"] == "2025-02-03"


# The page before a download


@nouns
def test_the_page_before_a_download_says_how_many_rows_the_file_will_have(client, varied, noun):
    shown = client.get(f"/data/download/{noun.name}/?updated_since=2020-01-01")

    file = b"".join(client.get(f"/api/v1/{noun.name}.jsonl?updated_since=2020-01-01")).decode()
    listed = client.get(f"/api/v1/{noun.name}/?updated_since=2020-01-01").json()
    assert shown.context["count"] == len(file.splitlines()) == listed["count"] > 0
    assert f"The file will have {shown.context['count']} row" in shown.content.decode()


@pytest.mark.parametrize("noun", [one for one in NOUNS if one.has_list], ids=lambda noun: noun.name)
@pytest.mark.parametrize("question", ["", "order=changed", "q=a"])
def test_the_number_that_a_list_shows_is_that_of_the_rows_of_every_file(
    client, varied, noun, question
):
    question = question if question.partition("=")[2] in ("", "a", *noun.filterset.ORDERS) else ""

    shown = client.get(f"/{noun.name}/?{question}").context["page"].count

    told = {client.get(f"/api/v1/{noun.name}/?{question}").json()["count"]}
    told |= {
        _rows(client, f"/api/v1/{noun.name}.{suffix}?{question}") for suffix in exports.FORMATS
    }
    assert told == {shown}


def _rows(client, address: str) -> int:
    """How many rows a file has below its heading."""
    content = b"".join(client.get(address))
    if ".csv" in address:
        return len(list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))))
    if ".jsonl" in address:
        return len(content.decode().splitlines())
    return openpyxl.load_workbook(io.BytesIO(content)).active.max_row - 1


def test_the_form_asks_for_the_columns_that_are_ticked_and_keeps_the_question(client):
    told = client.get("/data/download/cases/?sex=female&columns=basic").content.decode()

    assert '<input type="hidden" name="sex" value="female">' in told
    assert 'name="columns" value="status" checked' in told
    assert 'name="columns" value="summary">' in told
    assert 'name="columns" value="version"' not in told


def test_the_form_is_answered_by_a_file(client, varied):
    answer = client.get("/api/v1/cases/?columns=person&columns=status&format=csv")

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    first = b"".join(answer).decode("utf-8-sig").splitlines()[0]
    assert first == "id,link,person,status,version,as_of"


@pytest.mark.parametrize("question", ["colour=blue", "columns=persn"])
def test_the_page_before_a_download_offers_none_for_what_it_does_not_understand(client, question):
    answer = client.get(f"/data/download/cases/?{question}")

    assert (answer.status_code, answer.context["count"]) == (200, None)
    assert list(answer.context["errors"]) == [question.partition("=")[0]]
    assert "<button name" not in answer.content.decode()


def test_more_rows_than_excel_holds_are_refused_before_anything_is_sent(client, monkeypatch):
    few = exports.Format("xlsx", exports.FORMATS["xlsx"].media_type, "Excel (XLSX)", 2)
    monkeypatch.setitem(exports.FORMATS, "xlsx", few)
    for name in ("One", "Two", "Three"):
        factories.person(name, published=True)

    refused = client.get("/api/v1/people.xlsx")
    fewer = client.get("/api/v1/people.xlsx?q=one")

    assert refused.status_code == 400
    assert refused.json()["errors"]["format"] == [
        "Excel (XLSX) holds at most 2 rows, and this question finds more. "
        "Narrow it, or take the CSV, which holds them all."
    ]
    assert fewer.status_code == 200
