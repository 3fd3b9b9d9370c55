"""Rows to bytes: CSV and JSON Lines as PostgreSQL writes them, XLSX a row at a time.

Cells that a spreadsheet would run as a formula get an apostrophe before them. A download that
breaks off says so in its last line, and the answer lacks its last chunk.
"""

import csv
import io
import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from config.records.cells import harmless, in_csv, in_json, plain
from config.records.columns import Column
from config.records.copying import copied

CHUNK = 2000
INCOMPLETE = "THIS FILE IS INCOMPLETE: the download broke off. Ask for it again."
EXCEL_ROWS = 1_048_575  # below the heading
EXCEL_CELL = 32_767
BYTE_ORDER_MARK = "\ufeff"
# COPY ends a line with LF, a CSV with CRLF. This last cell marks the end of a row: no other text
# holds a quote after a comma and before a full stop, for within a cell quotes are doubled.
ROW_END = b',"."\n'


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
        return (
            f"{self.label} holds at most {self.most_rows:,} rows, and this question finds more. "
            "Narrow it, or take the CSV, which holds them all."
        )


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
    yield (BYTE_ORDER_MARK + _line([column.name for column in columns])).encode()
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
    try:
        yield from copied(jsonl_copy(columns, rows))
    except EmptyResultSet:
        return
    except Exception:
        yield (json.dumps({"error": INCOMPLETE}) + "\n").encode()
        raise


def csv_copy(columns: list[Column], rows: QuerySet) -> str:
    """The statement that writes the lines of a CSV."""
    cells = ", ".join(_written(in_csv, columns, rows))
    options = "FORMAT csv, FORCE_QUOTE (row_end), ENCODING 'UTF8'"
    return _copy(f"{cells}, '.' AS row_end", rows, options)


def jsonl_copy(columns: list[Column], rows: QuerySet) -> str:
    """The statement that writes JSON Lines. In JSON no character is left that COPY would quote."""
    cells = ", ".join(_written(in_json, columns, rows))
    options = "FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02', ENCODING 'UTF8'"
    line = f"'{{' || concat_ws(', ', {cells}) || '}}'"
    return _copy(line, rows, options)


def _copy(cells: str, rows: QuerySet, options: str) -> str:
    # Made of our own words and of a question in which psycopg2 has quoted what was asked.
    return f"COPY (SELECT {cells} FROM {_found(rows)}) TO STDOUT WITH ({options})"  # noqa: S608


def _written(cell, columns: list[Column], rows: QuerySet) -> Iterator[str]:
    """Each column by the type of its value, which stands in the rows under its number."""
    values = list(rows.query.annotation_select.values())
    for number, (column, value) in enumerate(zip(columns, values, strict=True)):
        yield cell(column, value.output_field, f"c{number}")


def _found(rows: QuerySet) -> str:
    """The question in brackets, its columns numbered.

    A limit that is not known beforehand has PostgreSQL choose a plan that begins soon.
    """
    with connection.cursor() as cursor:
        asked = cursor.mogrify(*rows.query.sql_with_params()).decode()
    numbered = ", ".join(f"c{number}" for number in range(len(rows.query.annotation_select)))
    return f"({asked} LIMIT (SELECT 9223372036854775807)) AS found ({numbered})"


def _xlsx(columns: list[Column], rows: QuerySet) -> Iterator[bytes]:
    """Written row by row to a temporary file, since a zip's directory comes last."""
    with tempfile.TemporaryFile() as file:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(file, options)
        try:
            _fill(book.add_worksheet("data"), columns, rows.iterator(chunk_size=CHUNK))
        finally:
            book.close()  # closes its own temporary files too
        file.seek(0)
        while chunk := file.read(1 << 16):
            yield chunk


def _fill(sheet, columns: list[Column], rows: Iterable[tuple]) -> None:
    sheet.write_row(0, 0, [column.name for column in columns])
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, start=1):
        if number == EXCEL_ROWS - 1:
            sheet.write_string(number, 0, "Excel holds no more rows. Take the CSV for all of them.")
            return
        cells = (column.cell(value) for column, value in zip(columns, row, strict=True))
        sheet.write_row(number, 0, (_excel(harmless(plain(cell))) for cell in cells))


def _excel(value: Any) -> Any:
    return value[:EXCEL_CELL] if isinstance(value, str) else value


WRITERS = {"csv": _csv, "jsonl": _jsonl, "xlsx": _xlsx}
