"""Files as Python would write them, row by row: what the database's own lines have to equal."""

import csv
import io
import json
from decimal import Decimal

from config.records.cells import harmless, plain


def _cells(columns, rows):
    for row in rows:
        yield [column.cell(value) for column, value in zip(columns, row, strict=True)]


def csv_of(columns, rows) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in columns])
    writer.writerows([harmless(plain(cell)) for cell in cells] for cells in _cells(columns, rows))
    return ("\ufeff" + text.getvalue()).encode()


def jsonl_of(columns, rows) -> bytes:
    names = [column.name for column in columns]
    objects = (dict(zip(names, map(_json, cells), strict=True)) for cells in _cells(columns, rows))
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects).encode()


def _json(cell):
    if isinstance(cell, Decimal):
        return float(cell)
    return cell if isinstance(cell, list) else plain(cell)


WRITERS = {"csv": csv_of, "jsonl": jsonl_of}


def xlsx_of(columns, rows) -> list[list]:
    """The cells of a workbook, a list for each row, as openpyxl reads them."""
    found = [[harmless(plain(cell)) for cell in cells] for cells in _cells(columns, rows)]
    return [
        [float(c) if isinstance(c, Decimal) else c or None if c == "" else c for c in row]
        for row in found
    ]
