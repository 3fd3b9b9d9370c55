"""Rows written by COPY, the fastest way into PostgreSQL, into tables lightened for it."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models, transaction
from django.db.models.expressions import DatabaseDefault

_ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_QUOTED = str.maketrans({"\\": r"\\", '"': r"\""})

# What makes a row slow to write: how to take it away, and how to make it again. What backs a
# constraint of the table itself, such as a unique id, stays.
_BURDENS = """
    SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
           format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname,
                  pg_get_constraintdef(oid))
    FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY(%(tables)s::regclass[])
    UNION ALL
    SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    FROM pg_index WHERE indrelid = ANY(%(tables)s::regclass[])
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""


@contextmanager
def lightened(*models: type[models.Model]) -> Iterator[None]:
    """No trigger fires inside; indexes and foreign keys are made again afterwards, each at once.

    It is one transaction: what is interrupted leaves the tables as they were.
    """
    tables = [model._meta.db_table for model in models]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_BURDENS, {"tables": tables})
        burdens = cursor.fetchall()
        for statement in [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables]:
            cursor.execute(statement)
        for take_away, _ in burdens:
            cursor.execute(take_away)
        yield
        for _, make_again in burdens:
            cursor.execute(make_again)
        for statement in [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in tables]:
            cursor.execute(statement)


class Copy:
    """Rows of one table, gathered with add() and written with write().

    A column that does not vary, one that this module has never heard of included, is as in the
    template.
    """

    def __init__(self, template: models.Model, *varying: str):
        fixed = {
            field.attname: getattr(template, field.attname)
            for field in template._meta.concrete_fields
            if not field.generated and field.attname not in varying
        }
        fixed = {name: v for name, v in fixed.items() if not isinstance(v, DatabaseDefault)}
        names = [template._meta.get_field(name).column for name in (*fixed, *varying)]
        table, *columns = map(connection.ops.quote_name, (template._meta.db_table, *names))
        self._statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        self._start = "".join(f"{cell(value)}\t" for value in fixed.values())
        self._rows: list[str] = []

    def add(self, *values) -> None:
        """One row: the varying columns, in the order in which they were named."""
        self._rows.append(self._start + "\t".join(map(cell, values)))

    def write(self) -> None:
        rows, self._rows = self._rows, []
        with connection.cursor() as cursor:
            cursor.copy_expert(self._statement, io.StringIO("\n".join([*rows, ""])))


def cell(value) -> str:
    """A value as COPY reads it."""
    if value is None:
        return r"\N"
    if isinstance(value, (list, tuple)):
        value = "{" + ",".join(f'"{str(one).translate(_QUOTED)}"' for one in value) + "}"
    return str(value).translate(_ESCAPED)
