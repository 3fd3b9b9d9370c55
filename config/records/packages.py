"""Data packages: what a copy of many tables says of itself, as Frictionless reads it."""

import datetime
import json
from typing import Any

from django.db.models import Field, QuerySet

from config.records.cells import kind_of
from config.records.columns import NOT_APPLICABLE, NOT_STATED, WITHHELD, Column
from config.records.nouns import Noun

# Read as missing in every column; what sets them apart stands in the codebook.
MISSING = ["", NOT_STATED, NOT_APPLICABLE, WITHHELD]
TYPES = {
    "text": "string",
    "list": "string",
    "yes or no": "boolean",
    "time": "datetime",
    "day": "date",
    "fraction": "number",
    "number": "integer",
}


def table(noun: Noun, path: str, columns: tuple[Column, ...], rows: QuerySet) -> dict[str, Any]:
    """What the package says of one table; `rows` are as `columns.rows` asks for them."""
    values = rows.query.annotation_select.values()
    kinds = [value.output_field for value in values]
    return {
        "name": noun.name,
        "path": path,
        "title": noun.name.capitalize(),
        "description": noun.about,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [_field(*pair) for pair in zip(columns, kinds, strict=True)],
            "missingValues": MISSING,
            "primaryKey": ["id"],
            "foreignKeys": [_key(noun, column) for column in columns if column.refers],
        },
    }


def _field(column: Column, kind: Field) -> dict[str, Any]:
    field = {"name": column.name, "type": TYPES[kind_of(kind)], "description": column.about}
    if field["type"] == "boolean":
        field |= {"trueValues": ["True"], "falseValues": ["False"]}
    if column.name == "id":
        field["constraints"] = {"required": True, "unique": True}
    elif column.choices and kind_of(kind) == "text":
        field["constraints"] = {"enum": [word for word in column.choices.values if word]}
    return field


def _key(noun: Noun, column: Column) -> dict[str, Any]:
    """A table that refers to itself is named by nothing."""
    table = "" if column.refers == noun.name else column.refers
    return {"fields": [column.name], "reference": {"resource": table, "fields": ["id"]}}


def descriptor(title: str, about: str, home: str, day: datetime.date, tables: list) -> bytes:
    """The whole `datapackage.json`."""
    said = {
        "profile": "tabular-data-package",
        "name": "tizim",
        "title": title,
        "description": about,
        "homepage": home,
        "version": day.isoformat(),
        "created": f"{day.isoformat()}T00:00:00Z",
        "licenses": [{"name": "other", "path": "LICENCE.txt", "title": "Terms of use"}],
        "resources": tables,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
