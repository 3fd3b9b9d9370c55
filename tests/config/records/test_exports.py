"""Rows to bytes: harmless in a spreadsheet, whole or said to be broken, a chunk at a time."""

import csv
import io
import json
import tracemalloc
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import DatabaseError
from django.db.models import Case, F, IntegerField, TextField, Value, When
from django.db.models.functions import Concat

from config.records.archives import zipped
from config.records.cells import harmless, plain
from config.records.columns import Column, rows
from config.records.exports import FORMATS, INCOMPLETE, TooManyRows
from config.records.workbooks import workbook
from people.models import Place
from tests import factories

pytestmark = pytest.mark.django_db
KINDS = pytest.mark.parametrize("kind", FORMATS)


def written(kind: str, lines: list[tuple]) -> bytes:
    """A file of three columns with these lines."""
    places = [factories.place("somewhere").pk for _ in lines]
    columns = [
        _column("id", dict(zip(places, (line[0] for line in lines), strict=True))),
        _column("text", dict(zip(places, (line[1] for line in lines), strict=True))),
        _column("more", dict(zip(places, (line[2] for line in lines), strict=True)), "–"),
    ]
    found = rows(Place.objects.filter(pk__in=places).order_by("pk"), columns, None)
    return b"".join(FORMATS[kind].write(columns, found))


def _column(name: str, values: dict, missing: str = "") -> Column:
    is_list = any(isinstance(value, list) for value in values.values())
    field = ArrayField(TextField()) if is_list else TextField()
    cells = [When(pk=pk, then=Value(value, field)) for pk, value in values.items()]
    return Column(
        name,
        "A text.",
        expression=lambda user: Case(*cells, default=Value(None), output_field=field),
        missing=missing,
    )


def read(kind: str, content: bytes) -> list[list]:
    """The rows of a file, its heading left out."""
    if kind == "csv":
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]
    if kind == "jsonl":
        return [list(json.loads(line).values()) for line in content.decode().splitlines()]
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [list(row) for row in sheet.values][1:]


@pytest.mark.parametrize(
    "text", ["=1+1", "＝1+1", "+1", "-1", "＋1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]
)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(kind, text):
    ((_, cell, _),) = read(kind, written(kind, [("C-1", text, "x")]))

    assert cell.replace("_x000D_", "\r").replace("_x0009_", "\t") == f"'{text}"


@pytest.mark.parametrize("value", ["1-1", "a=b", "", None, -5, Decimal("-1.5"), date(2018, 1, 1)])
def test_a_harmless_cell_stays_as_it_is(value):
    assert harmless(value) == value


def test_a_formula_in_a_workbook_is_a_text():
    content = written("xlsx", [("C-1", "=1+1", "{=1}")])

    cells = openpyxl.load_workbook(io.BytesIO(content)).active["A2:C2"][0]
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]


def test_a_list_begins_no_formula_either():
    ((_, cell, _),) = read("csv", written("csv", [("C-1", ["=1", "b"], "x")]))

    assert cell == "'=1; b"


@KINDS
def test_any_script_survives(kind):
    text = 'Әлия "王明" مەمەت, 🙂\nnext line'

    assert read(kind, written(kind, [("C-1", text, "x")])) == [["C-1", text, "x"]]


def test_a_csv_opens_as_utf8_in_excel_and_has_a_heading():
    content = written("csv", [])

    assert content == b"\xef\xbb\xbfid,text,more\r\n"


@KINDS
def test_an_empty_cell_says_what_it_means(kind):
    empty = {"csv": ["", "–"], "jsonl": [None, "–"], "xlsx": [None, "–"]}[kind]

    assert read(kind, written(kind, [("C-1", None, None)])) == [["C-1", *empty]]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (date(2018, 3, 27), "2018-03-27"),
        (datetime(2018, 3, 27, 12, tzinfo=UTC), "2018-03-27T12:00:00Z"),
        (["a", "b"], "a; b"),
        ([], ""),
        (168, 168),
        (True, True),
        (None, None),
    ],
)
def test_a_value_is_written_as_the_norms_have_it(value, said):
    assert plain(value) == said


def breaking(kind: str, sent: list[bytes]) -> None:
    """A file of which the last row cannot be written: it divides by nothing."""
    last = [factories.place("somewhere").pk for _ in range(300)][-1]
    columns = [
        Column("id", "An id.", "public_id"),
        Column("name", "A long text.", expression=lambda user: Value("x" * 1000)),
        Column("part", "A number.", expression=lambda user: _part_of(last)),
    ]
    found = rows(Place.objects.order_by("pk"), columns, None)
    for piece in FORMATS[kind].write(columns, found):
        sent.append(piece)


def _part_of(last: int):
    divided = Value(1, IntegerField()) / (F("pk") - last)
    return Case(When(pk__gt=0, then=divided), output_field=IntegerField())


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_file_that_breaks_off_says_so_in_its_last_line(kind):
    sent = []

    with pytest.raises(DatabaseError, match="division by zero"):
        breaking(kind, sent)

    lines = b"".join(sent).decode().splitlines()
    assert INCOMPLETE in lines[-1]
    assert len(lines) == {"csv": 301, "jsonl": 300}[kind]
    assert {line.count("x") for line in lines[-300:-1]} == {1000}


def test_a_workbook_that_breaks_off_is_no_workbook():
    sent = []

    with pytest.raises(DatabaseError, match="division by zero"):
        breaking("xlsx", sent)

    assert len(sent) > 1
    assert not zipfile.is_zipfile(io.BytesIO(b"".join(sent)))


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_question_that_nothing_can_answer_has_a_file_without_rows(kind):
    columns = [Column("id", "An id.", "public_id")]

    file = b"".join(FORMATS[kind].write(columns, rows(Place.objects.none(), columns, None)))

    assert file == {"csv": b"\xef\xbb\xbfid\r\n", "jsonl": b""}[kind]


def test_a_workbook_is_sent_while_it_is_made():
    for _ in range(2000):
        factories.place("somewhere")
    columns = [
        Column("id", "An id.", expression=lambda user: Concat(F("public_id"), Value("x" * 99)))
    ]

    pieces = list(FORMATS["xlsx"].write(columns, rows(Place.objects.order_by("pk"), columns, None)))

    assert len(pieces) > 4
    assert max(map(len, pieces)) < 1 << 16


def test_the_same_rows_make_the_same_workbook():
    lines = [("C-1", "Әлия", None)]
    factories.place("somewhere")
    columns = [Column("name", "A name.", "name")]
    found = rows(Place.objects.order_by("pk"), columns, None)

    one, other = (b"".join(FORMATS["xlsx"].write(columns, found)) for _ in range(2))

    assert one == other
    assert written("xlsx", lines) != one


def test_a_workbook_to_which_rows_were_added_beyond_what_excel_holds_breaks_off(monkeypatch):
    monkeypatch.setattr("config.records.exports.EXCEL_ROWS", 4)

    with pytest.raises(TooManyRows):
        written("xlsx", [(f"C-{n}", "x", "y") for n in range(5)])


def test_memory_of_a_workbook_does_not_grow_with_the_rows():
    def peak(number: int) -> int:
        tracemalloc.start()
        piece = f"<row><c><v>{number}</v></c></row>".encode() * 2000
        for _ in zipped(workbook(["id"], [], (piece for _ in range(number)))):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    small, large = peak(20), peak(60)

    assert large < small * 1.5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a & b < c > d", "a & b < c > d"),
        (" spaces ", " spaces "),
        ("a\x01b\x1f", "a\ufffdb\ufffd"),
        ("a\rb", "a_x000D_b"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("_x004", "_x004"),
        ("<row>&amp;", "<row>&amp;"),
    ],
)
def test_what_xml_cannot_hold_is_written_with_care(text, said):
    ((_, cell, _),) = read("xlsx", written("xlsx", [("C-1", text, "x")]))

    assert cell == said


@pytest.mark.parametrize(("letter", "units"), [("x", 32_766), ("王", 32_766), ("𠮷", 32_766)])
def test_a_cell_holds_as_much_as_excel_counts(letter, units):
    ((_, cell, _),) = read("xlsx", written("xlsx", [("C-1", letter * 40_000, "y")]))

    assert len(cell.encode("utf-16-le")) // 2 <= units
    assert len(cell) >= units // 2


def test_a_text_longer_than_a_cell_of_excel_is_cut_and_the_csv_keeps_it():
    long = "x" * 40_000

    ((_, cell, _),) = read("xlsx", written("xlsx", [("C-1", long, "y")]))
    ((_, whole, _),) = read("csv", written("csv", [("C-1", long, "y")]))

    assert (len(cell), len(whole)) == (32_766, 40_000)
