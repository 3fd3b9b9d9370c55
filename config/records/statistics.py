"""What PostgreSQL knows of how much there is, by which it plans its answers."""

from django.db import DEFAULT_DB_ALIAS, connections


def count_anew(database: str = DEFAULT_DB_ALIAS) -> None:
    """Have it count our own tables.

    Those of all databases are left out: whoever counts them locks them until its transaction ends,
    and everybody else who wants to waits for it.
    """
    connection = connections[database]
    tables = connection.introspection.django_table_names(only_existing=True)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")
