"""All that the database holds, as text, to look for what should not be in it."""

from django.db import connection


def dump() -> dict[str, str]:
    """All that the database holds, table by table, as COPY writes it."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables "
            "WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', "
            "'information_schema')"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT t::text FROM {table} t")  # noqa: S608 the database's own names
            found[table] = "\n".join(row[0] for row in cursor.fetchall())
    return found
