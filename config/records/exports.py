"""Rows to bytes: CSV, JSON Lines and XLSX of any question, a row at a time.

Cells that a spreadsheet would run as a formula get an apostrophe before them. A download that
breaks off says so in its last line.
"""

import csv
import datetime
import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import xlsxwriter

from config.records.columns import Column

CHUNK = 2000
INCOMPLETE = "THIS FILE IS INCOMPLETE: the download broke off. Ask for it again."
# A spreadsheet runs a cell that begins with one of these.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
EXCEL_ROWS = 1_048_576
EXCEL_CELL = 32_767
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class Format:
    """A way to write rows: its suffix, its media type, and the writer."""

    suffix: str
    media_type: str
    label: str

    def write(self, columns: list[Column], rows: Iterable[tuple]) -> Iterator[bytes]:
        return WRITERS[self.suffix](columns, rows)


FORMATS = {
    "csv": Format("csv", "text/csv; charset=utf-8", "CSV"),
    "jsonl": Format("jsonl", "application/x-ndjson", "JSON Lines"),
    "xlsx": Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Excel (XLSX)",
    ),
}


def harmless(value: Any) -> Any:
    """A text that a spreadsheet shows and does not run; anything else as it is."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def plain(value: Any) -> Any:
    """A value as text files and JSON have it: days and times in ISO 8601, lists joined by '; '."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return "; ".join(str(part) for part in value)
    return value


class _Line:
    """A file for the csv module that hands each line straight back."""

    def write(self, line: str) -> str:
        return line


def _csv(columns: list[Column], rows: Iterable[tuple]) -> Iterator[bytes]:
    writer = csv.writer(_Line())
    yield (BYTE_ORDER_MARK + writer.writerow([column.name for column in columns])).encode()
    try:
        for lines in _chunks(rows):
            yield "".join(writer.writerow(_cells(columns, row)) for row in lines).encode()
    except Exception:
        yield writer.writerow([INCOMPLETE]).encode()
        raise


def _cells(columns: list[Column], row: tuple) -> list:
    return [harmless(plain(column.cell(value))) for column, value in zip(columns, row, strict=True)]


def _jsonl(columns: list[Column], rows: Iterable[tuple]) -> Iterator[bytes]:
    names = [column.name for column in columns]
    try:
        for lines in _chunks(rows):
            yield "".join(_object(names, columns, row) for row in lines).encode()
    except Exception:
        yield (json.dumps({"error": INCOMPLETE}) + "\n").encode()
        raise


def _object(names: list[str], columns: list[Column], row: tuple) -> str:
    cells = (column.cell(value) for column, value in zip(columns, row, strict=True))
    cells = (_json(cell) for cell in cells)
    return json.dumps(dict(zip(names, cells, strict=True)), ensure_ascii=False) + "\n"


def _json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, list) else plain(value)


def _xlsx(columns: list[Column], rows: Iterable[tuple]) -> Iterator[bytes]:
    """Written row by row to a temporary file, since a zip's directory comes last."""
    with tempfile.TemporaryFile() as file:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(file, options)
        try:
            _fill(book.add_worksheet("data"), columns, rows)
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
        cells = (_excel(value) for value in _cells(columns, row))
        sheet.write_row(number, 0, cells)


def _excel(value: Any) -> Any:
    return value[:EXCEL_CELL] if isinstance(value, str) else value


def _chunks(rows: Iterable[tuple]) -> Iterator[list[tuple]]:
    lines: list[tuple] = []
    for row in rows:
        lines.append(row)
        if len(lines) == CHUNK:
            yield lines
            lines = []
    if lines:
        yield lines


WRITERS = {"csv": _csv, "jsonl": _jsonl, "xlsx": _xlsx}
