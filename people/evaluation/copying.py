"""Rows written by COPY, the fastest way into PostgreSQL: what does not vary is set once."""

import io

from django.db import connection, models
from django.db.models.expressions import DatabaseDefault

_ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_QUOTED = str.maketrans({"\\": r"\\", '"': r"\""})


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
