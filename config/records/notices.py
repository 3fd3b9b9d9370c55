"""Notices: the database's notes that something readers see has moved, by number and in order.

Whatever a process remembers about the register, it remembers together with the number at which it
was true (docs/decisions/0053).
"""

from dataclasses import dataclass

import pgtrigger
from django.db import connection, models

# Whoever writes a notice holds this lock, beside others who do, until it is written for good.
LOCK = (1953, 53)


class Notice(models.Model):
    """A row that readers see, or saw, was written: which table's, and its primary key.

    Written by trigger and by nobody else; it says nothing that the row itself does not.
    """

    PUBLIC_FIELDS: tuple[str, ...] = ()
    STAFF_FIELDS = ("id", "table", "record")

    table = models.CharField(max_length=63, help_text="Only staff read this.")
    record = models.BigIntegerField(help_text="Only staff read this.")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"notice {self.pk}"


def _trigger(is_seen: str) -> pgtrigger.Trigger:
    # The lock comes before the number: who sees a number without a lock sees what it tells of.
    return pgtrigger.Trigger(
        name="notice",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("seen", "boolean"), ("written", "record")],
        func=pgtrigger.Func(
            f"""
            written := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
            IF TG_OP = 'UPDATE' THEN
                seen := OLD IS DISTINCT FROM NEW AND ({is_seen.format(row="OLD")}
                                                      OR {is_seen.format(row="NEW")});
            ELSE
                seen := {is_seen.format(row="written")};
            END IF;
            IF seen THEN
                PERFORM pg_advisory_xact_lock_shared({LOCK[0]}, {LOCK[1]});
                INSERT INTO records_notice ("table", record) VALUES (TG_TABLE_NAME, written.id);
            END IF;
            RETURN NULL;
            """
        ),
    )


# A draft's writing is nobody's business but staff's, and staff's pages remember nothing.
RECORD_MOVES = _trigger("{row}.state = 'published'")
# For rows without a state, which readers see with the record that they belong to.
ROW_MOVES = _trigger("{row}.id IS NOT NULL")
EMPTIED = pgtrigger.Trigger(
    name="notice_emptied",
    level=pgtrigger.Statement,
    when=pgtrigger.After,
    operation=pgtrigger.Truncate,
    func=pgtrigger.Func(
        "PERFORM nextval(pg_get_serial_sequence('records_notice', 'id')); RETURN NULL;"
    ),
)


@dataclass(frozen=True)
class Standing:
    """How far the register has moved: the number of the last notice that anybody began to write.

    is_moving: somebody is writing one. is_ours: this very transaction has written some.
    """

    number: int
    is_moving: bool
    is_ours: bool


# The number is read first. A lock that is let go before it is looked for was somebody's whose
# rows every later question sees.
_STANDING = """
WITH counted AS MATERIALIZED (SELECT last_value FROM records_notice_id_seq)
SELECT last_value, held.number > 0, coalesce(held.is_ours, false)
FROM counted, LATERAL (
    SELECT count(*) AS number, bool_or(pid = pg_backend_pid()) AS is_ours FROM pg_locks
    WHERE counted.last_value >= 0 AND locktype = 'advisory' AND classid = %s AND objid = %s
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
) held
"""


def standing() -> Standing:
    """How far the register has moved, at the price of one cheap question."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, LOCK)
        return Standing(*cursor.fetchone())


def begin_anew() -> None:
    """After a load past the triggers: whatever anybody remembers is wrong."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM records_notice")
        cursor.execute("SELECT nextval(pg_get_serial_sequence('records_notice', 'id'))")
