"""Cells: how a value stands in a file, said in Python and, for files of any length, in SQL.

Both say the same, and a test holds them to it. The SQL speaks of a value as `{x}`.
"""

import datetime
import json
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    DecimalField,
    Field,
    IntegerField,
    TextField,
)

from config.records.columns import Column

# A spreadsheet runs a cell that begins with one of these.
# The wide ones are what East Asian keyboards type; there a spreadsheet takes them for the others.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
STARTS = ", ".join(str(ord(start)) for start in FORMULA_STARTS)

# Of a subclass and its parent, the subclass stands first.
KINDS = {
    ArrayField: "list",
    BooleanField: "yes or no",
    DateTimeField: "time",
    DateField: "day",
    DecimalField: "fraction",
    IntegerField: "number",
    CharField: "text",
    TextField: "text",
}
TIME = """to_char({x} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"""
# COPY quotes what needs quotes. What is NULL is written as nothing.
CSV = {
    "text": f"CASE WHEN ascii({{x}}) IN ({STARTS}) THEN '''' || {{x}} ELSE nullif({{x}}, '') END",
    "list": f"nullif(CASE WHEN ascii({{x}}[1]) IN ({STARTS}) THEN '''' ELSE '' END"
    " || array_to_string({x}, '; '), '')",
    "yes or no": "CASE {x} WHEN true THEN 'True' WHEN false THEN 'False' END",
    "time": TIME,
    "day": "{x}::text",
    "fraction": "{x}::text",
    "number": "{x}::text",
}
JSON = {
    "text": "to_json({x})::text",
    "list": "'[' || array_to_string(ARRAY(SELECT to_json(part) FROM unnest({x}) AS part), ', ')"
    " || ']'",
    "yes or no": "{x}::text",
    "time": f"'\"' || {TIME} || '\"'",
    "day": "'\"' || {x}::text || '\"'",
    "fraction": "CASE {x} WHEN trunc({x}) THEN trunc({x})::text || '.0'"
    " ELSE {x}::double precision::text END",
    "number": "{x}::text",
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


def in_csv(column: Column, field: Field, x: str) -> str:
    """The SQL of a cell of a CSV."""
    kind = kind_of(field)
    cell = CSV[kind].format(x=x)
    if not column.missing:
        return cell
    return told_or(cell, is_told(kind, x), harmless(column.missing))


def in_json(column: Column, field: Field, x: str) -> str:
    """The SQL of a name and its value in an object of JSON."""
    kind = kind_of(field)
    condition = is_told(kind, x) if column.missing else f"{x} IS NOT NULL"
    missing = json.dumps(column.missing or None, ensure_ascii=False)
    value = told_or(JSON[kind].format(x=x), condition, missing)
    name = json.dumps(column.name, ensure_ascii=False)
    return f"{literal(name + ': ')} || {value}"


def kind_of(field: Field) -> str:
    """What the database holds; an error where nobody has said how to write it."""
    for base, kind in KINDS.items():
        if isinstance(field, base):
            return kind
    raise TypeError(f"Nobody has said how a {type(field).__name__} is written into a file.")


def is_told(kind: str, x: str) -> str:
    """Whether a cell says anything, as `Column.cell` has it."""
    return f"{x} <> ''" if kind == "text" else f"{x} IS NOT NULL"


def told_or(cell: str, condition: str, missing: str) -> str:
    return f"CASE WHEN {condition} THEN {cell} ELSE {literal(missing)} END"


def literal(text: str) -> str:
    """A text of ours as SQL writes it; what visitors send never comes here."""
    return "'" + text.replace("'", "''") + "'"
