"""Rows to bytes: harmless in a spreadsheet, whole or said to be broken, a chunk at a time."""

import csv
import io
import json
import tracemalloc
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from config.records.columns import Column
from config.records.exports import CHUNK, FORMATS, INCOMPLETE, harmless, plain

COLUMNS = [Column("id", "An id."), Column("text", "A text."), Column("more", "More.", missing="–")]
KINDS = pytest.mark.parametrize("kind", FORMATS)


def written(kind: str, rows) -> bytes:
    return b"".join(FORMATS[kind].write(COLUMNS, rows))


def read(kind: str, content: bytes) -> list[list]:
    """The rows of a file, its heading left out."""
    if kind == "csv":
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]
    if kind == "jsonl":
        return [list(json.loads(line).values()) for line in content.decode().splitlines()]
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [list(row) for row in sheet.values][1:]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
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


def breaking(after: int):
    for number in range(after):
        yield (f"C-{number}", "text", "x")
    raise RuntimeError("The connection was lost.")


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_file_that_breaks_off_says_so_in_its_last_line(kind):
    lines = []

    with pytest.raises(RuntimeError):
        lines.extend(FORMATS[kind].write(COLUMNS, breaking(CHUNK + 5)))

    text = b"".join(lines).decode()
    assert INCOMPLETE in text.splitlines()[-1]
    assert text.count("C-") == CHUNK


def test_a_workbook_that_breaks_off_is_not_sent_at_all():
    sent = []

    with pytest.raises(RuntimeError):
        sent.extend(FORMATS["xlsx"].write(COLUMNS, breaking(5)))

    assert sent == []


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_one_chunk_pulls_no_more_rows_than_it_holds(kind):
    pulled = []

    def rows():
        for number in range(CHUNK * 10):
            pulled.append(number)
            yield (str(number), "text", "x")

    file = iter(FORMATS[kind].write(COLUMNS, rows()))
    if kind == "csv":
        next(file)
        assert pulled == []
    next(file)

    assert len(pulled) == CHUNK


@KINDS
def test_memory_does_not_grow_with_the_rows(kind):
    def peak(number: int) -> int:
        tracemalloc.start()
        rows = ((str(row), f"text {row}" * 5, "x") for row in range(number))
        for _ in FORMATS[kind].write(COLUMNS, rows):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    small, large = peak(CHUNK * 2), peak(CHUNK * 6)

    assert large < small * 1.5


def test_a_workbook_that_is_full_says_where_the_rest_is(monkeypatch):
    monkeypatch.setattr("config.records.exports.EXCEL_ROWS", 4)

    rows = read("xlsx", written("xlsx", [(f"C-{n}", "x", "y") for n in range(10)]))

    assert [row[0] for row in rows] == [
        "C-0",
        "C-1",
        "Excel holds no more rows. Take the CSV for all of them.",
    ]


def test_a_text_longer_than_a_cell_of_excel_is_cut_and_the_csv_keeps_it():
    long = "x" * 40_000

    ((_, cell, _),) = read("xlsx", written("xlsx", [("C-1", long, "y")]))
    ((_, whole, _),) = read("csv", written("csv", [("C-1", long, "y")]))

    assert (len(cell), len(whole)) == (32_767, 40_000)
