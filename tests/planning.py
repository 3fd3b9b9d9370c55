"""Having PostgreSQL plan well the many questions to a register that a test has just made."""

from django.db import connection


def analyze() -> None:
    """Of our own tables: all workers' databases share some of PostgreSQL's.

    Whoever analyses those as well locks them until its transaction ends, which may be that of all
    tests of a file, and every other worker that wants to waits for it.
    """
    tables = connection.introspection.django_table_names(only_existing=True)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")
