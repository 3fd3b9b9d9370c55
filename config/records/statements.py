"""The statements by which PostgreSQL writes the rows of files: CSV, JSON Lines, a sheet of XLSX."""

from collections.abc import Iterator
from functools import partial

from django.db.models import QuerySet

from config.records.cells import JSON, TIME, in_csv, in_json, kind_of
from config.records.columns import Column
from config.records.copying import sql_of
from config.records.sheet_cells import in_xlsx, shared_words

# COPY ends a line with LF, a CSV with CRLF. This last cell marks the end of a row: no other text
# holds a quote after a comma and before a full stop, for within a cell quotes are doubled.
ROW_END = b',"."\n'
# What COPY puts between the cells of a sheet and around some. No cell holds either: no sheet may.
JOINTS = b"\x01\x02"
BETWEEN_CELLS = "FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02', ENCODING 'UTF8'"


def csv_copy(columns: list[Column], rows: QuerySet) -> str:
    """The statement that writes the lines of a CSV."""
    cells = ", ".join(_written(in_csv, columns, rows))
    options = "FORMAT csv, FORCE_QUOTE (row_end), ENCODING 'UTF8'"
    return _copy(f"{cells}, '.' AS row_end", rows, options)


def jsonl_copy(columns: list[Column], rows: QuerySet) -> str:
    """The statement that writes JSON Lines. In JSON no character is left that COPY would quote."""
    return _copy(_object(columns, rows), rows, BETWEEN_CELLS)


def _object(columns: list[Column], rows: QuerySet) -> str:
    cells = ", ".join(_written(in_json, columns, rows))
    return f"'{{' || concat_ws(', ', {cells}) || '}}'"


def geojson_copy(columns: list[Column], rows: QuerySet) -> str:
    """The statement that writes features, a line each: a point, or none, with all columns."""
    names = [column.name for column in columns]
    x, y = (f"c{names.index(name)}::float8" for name in ("longitude", "latitude"))
    point = f"""'{{"type": "Point", "coordinates": [' || {x} || ', ' || {y} || ']}}'"""
    feature = (
        f"""'{{"type": "Feature", "id": ' || to_json(c{names.index("id")}) || ', "geometry": ' """
        f"""|| coalesce({point}, 'null') || ', "properties": ' """
        f"""|| {_object(columns, rows)} || '}}'"""
    )
    return _copy(feature, rows, BETWEEN_CELLS)


def entities_copy(schema: str, columns: list[Column], rows: QuerySet) -> str:
    """The statement that writes entities of FollowTheMoney: an id, and columns named as properties.

    Every property is a list of texts; what is not known is left out.
    """
    kinds = [value.output_field for value in rows.query.annotation_select.values()]
    told = (
        _property(column.name, kind_of(kind), f"c{number}")
        for number, (column, kind) in enumerate(zip(columns, kinds, strict=True))
        if column.name != "id"
    )
    entity = (
        f"""'{{"id": ' || to_json(c0) || ', "schema": "{schema}", "properties": {{' """
        f"""|| concat_ws(', ', {", ".join(told)}) || '}}}}'"""
    )
    return _copy(entity, rows, BETWEEN_CELLS)


def _property(name: str, kind: str, x: str) -> str:
    if kind == "list":
        return (
            f"""CASE WHEN cardinality({x}) > 0 THEN '"{name}": ' || {JSON[kind].format(x=x)} END"""
        )
    text = TIME.format(x=x) if kind == "time" else f"{x}::text"
    return f"""CASE WHEN {text} <> '' THEN '"{name}": [' || to_json({text}) || ']' END"""


def xlsx_copy(columns: list[Column], rows: QuerySet) -> str:
    """The statement that writes the rows of a sheet; its joints are to be taken out."""
    cell = partial(in_xlsx, words=shared_words(columns))
    cells = ", ".join(_written(cell, columns, rows))
    return _copy(f"'<row>' || {cells} || '</row>'", rows, BETWEEN_CELLS)


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
    asked = sql_of(rows)
    numbered = ", ".join(f"c{number}" for number in range(len(rows.query.annotation_select)))
    return f"({asked} LIMIT (SELECT 9223372036854775807)) AS found ({numbered})"
