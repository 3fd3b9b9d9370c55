"""Tables stripped for a great load and put in order again: indexes, keys between them, triggers."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models, transaction

from config.records.progress import progress

# Keys between tables first: the indexes that they rest on cannot go before them.
_KEYS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
       format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s',
              conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint
WHERE conrelid = ANY(%s::regclass[]) AND contype IN ('f', 'u', 'x')
ORDER BY contype <> 'f', conname
"""
_INDEXES = """
SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
FROM pg_index
WHERE indrelid = ANY(%s::regclass[]) AND NOT indisprimary
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid
                    AND contype IN ('p', 'u', 'x'))
ORDER BY indexrelid
"""
_SEQUENCE = """
SELECT setval(pg_get_serial_sequence(%s, 'id'), greatest((SELECT max(id) FROM {}), 1),
              (SELECT count(*) > 0 FROM (SELECT FROM {} LIMIT 1) AS one))
"""


def tables(of: list[type[models.Model]]) -> list[str]:
    return [model._meta.db_table for model in of]


@contextmanager
def stripped(of: list[type[models.Model]]) -> Iterator[None]:
    """Without triggers, indexes and keys inside; afterwards all are back, or nothing has happened.

    PostgreSQL builds each index in one go and proves each key over the whole table, which is many
    times faster than row by row. The rules that look at one row alone (CHECK) stay on throughout.
    The tables are locked meanwhile.
    """
    names = tables(of)
    with transaction.atomic(), connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
        plans = []
        for question in (_KEYS, _INDEXES):
            cursor.execute(question, [names])
            plans.append(cursor.fetchall())
        keys, indexes = plans
        for take_down, _ in (*keys, *indexes):
            cursor.execute(take_down)
        yield
        _put_up(cursor, [put_up for _, put_up in (*indexes, *reversed(keys))])
        for name in names:
            cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")
            cursor.execute(_SEQUENCE.format(name, name), [name])


def _put_up(cursor, statements: list[str]) -> None:
    cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
    for statement in progress(statements, len(statements), "indexes and keys"):
        cursor.execute(statement)


def lock(of: list[type[models.Model]]) -> None:
    """Nobody reads or writes these until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(tables(of))} IN ACCESS EXCLUSIVE MODE")


def empty(of: list[type[models.Model]]) -> None:
    """Take out every row, and every row that refers to one."""
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(tables(of))} CASCADE")


def tidy(of: list[type[models.Model]]) -> None:
    """Let PostgreSQL learn how much there is, so that it plans well from the first question on."""
    # VACUUM marks the pages that all may see, and cannot run inside a transaction.
    how = "ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)"
    with connection.cursor() as cursor:
        for name in progress(tables(of), len(of), "statistics"):
            cursor.execute(f"{how} {name}")
