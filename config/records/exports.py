"""Rows to bytes: CSV, JSON Lines and the sheet of an XLSX as PostgreSQL writes them.

Cells that a spreadsheet would run as a formula get an apostrophe before them. A download that
breaks off says so in its last line, and the answer lacks its last chunk.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext

from config.records.archives import zipped
from config.records.columns import Column
from config.records.copying import copied
from config.records.sheet_cells import shared_words
from config.records.statements import (
    JOINTS,
    ROW_END,
    csv_copy,
    entities_copy,
    geojson_copy,
    jsonl_copy,
    xlsx_copy,
)
from config.records.workbooks import EXCEL_ROWS, ROW_CLOSES, workbook

INCOMPLETE = "THIS FILE IS INCOMPLETE: the download broke off. Ask for it again."
BYTE_ORDER_MARK = "\ufeff"


class TooManyRows(Exception):
    """A sheet of Excel holds no more."""


@dataclass(frozen=True)
class Format:
    """A way to write the rows of a question, as `columns.rows` asks it."""

    suffix: str
    media_type: str
    label: str
    most_rows: int | None = None

    def write(self, columns: list[Column], rows: QuerySet) -> Iterator[bytes]:
        return WRITERS[self.suffix](columns, rows)

    def too_many(self, found: QuerySet) -> str:
        """Why these records do not fit, to be said before anything is sent; empty if they do."""
        if self.most_rows is None or not found.order_by()[self.most_rows :].exists():
            return ""
        told = gettext(
            "%(format)s holds at most %(most)s rows, and this question finds more. "
            "Narrow it, or take the CSV, which holds them all."
        )
        most = number_format(self.most_rows, force_grouping=True)
        return told % {"format": self.label, "most": most}


FORMATS = {
    "csv": Format("csv", "text/csv; charset=utf-8", "CSV"),
    "jsonl": Format("jsonl", "application/x-ndjson", "JSON Lines"),
    "xlsx": Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Excel (XLSX)",
        EXCEL_ROWS,
    ),
}


def _csv(columns: list[Column], rows: QuerySet) -> Iterator[bytes]:
    """With a byte order mark, without which Excel takes it for another encoding."""
    yield BYTE_ORDER_MARK.encode()
    yield from csv_lines(columns, rows)


def csv_lines(columns: list[Column], rows: QuerySet) -> Iterator[bytes]:
    """The heading and the rows."""
    yield _line([column.name for column in columns]).encode()
    try:
        with closing(copied(csv_copy(columns, rows))) as pieces:
            for piece in pieces:
                yield piece.replace(ROW_END, b"\r\n")
    except EmptyResultSet:
        return
    except Exception:
        yield _line([INCOMPLETE]).encode()
        raise


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _jsonl(columns: list[Column], rows: QuerySet) -> Iterator[bytes]:
    return _lines_of(lambda: jsonl_copy(columns, rows))


def _lines_of(statement: Callable[[], str]) -> Iterator[bytes]:
    try:
        yield from copied(statement())
    except EmptyResultSet:
        return
    except Exception:
        yield (json.dumps({"error": INCOMPLETE}) + "\n").encode()
        raise


def geojson(columns: list[Column], rows: QuerySet) -> Iterator[bytes]:
    """A collection of features. One that breaks off lacks its end and is no JSON."""
    yield b'{"type": "FeatureCollection", "features": ['
    joint = b"\n"
    try:
        with closing(copied(geojson_copy(columns, rows))) as pieces:
            for piece in pieces:
                yield joint + piece.rstrip(b"\n").replace(b"\n", b",\n")
                joint = b",\n"
    except EmptyResultSet:
        pass
    yield b"\n]}\n"


def entities(schema: str, columns: list[Column], rows: QuerySet) -> Iterator[bytes]:
    """Entities of FollowTheMoney, a line each."""
    return _lines_of(lambda: entities_copy(schema, columns, rows))


def _xlsx(columns: list[Column], rows: QuerySet) -> Iterator[bytes]:
    """A zip, and so without an end where the rows broke off: nobody opens it as whole."""
    heading = [column.name for column in columns]
    yield from zipped(workbook(heading, shared_words(columns), _sheet_rows(columns, rows)))


def _sheet_rows(columns: list[Column], rows: QuerySet) -> Iterator[bytes]:
    room = EXCEL_ROWS
    try:
        with closing(copied(xlsx_copy(columns, rows))) as pieces:
            for piece in pieces:
                room -= piece.count(ROW_CLOSES)
                if room < 0:
                    raise TooManyRows("Rows were added after they were counted.")
                yield piece.translate(None, JOINTS)
    except EmptyResultSet:
        return


WRITERS = {"csv": _csv, "jsonl": _jsonl, "xlsx": _xlsx}
