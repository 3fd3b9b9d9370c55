"""Notices: the database's notes that something readers see has moved, by number and in order.

Whatever a process remembers about the register, it remembers together with the number at which it
was true (docs/decisions/0053). An embargo ends by the clock, and nobody writes anything then: so a
notice says beforehand when its row will move once more.
"""

from dataclasses import dataclass
from datetime import datetime

import pgtrigger
from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import Q

# Whoever writes a notice holds this lock, beside others who do, until it is written for good.
LOCK = (1953, 53)
# Stands for every table: whatever was remembered has to be read anew.
EVERYTHING = "*"
# What nobody needs any more: a process that was left behind further than this reads all anew.
KEPT = 20_000


class NoticeQuerySet(models.QuerySet):
    def between(self, opened: datetime | None, until: datetime | None) -> "NoticeQuerySet":
        """Those of rows whose embargo ended after one moment, and by another."""
        found = self.filter(due_at__lte=until) if until else self.none()
        return found.filter(due_at__gt=opened) if opened else found

    def forget_old(self) -> int:
        """All but the last, and those of embargoes that are yet to end."""
        last = self.order_by("-pk").values_list("pk", flat=True).first() or 0
        yet_to_end = Q(due_at__gt=models.functions.Now())
        return self.filter(~yet_to_end | Q(due_at=None), pk__lte=last - KEPT).delete()[0]


class Notice(models.Model):
    """A row that readers see, or saw, was written: which table's, and its primary key.

    Written by trigger and by nobody else; it says nothing that the row itself does not.
    """

    PUBLIC_FIELDS: tuple[str, ...] = ()
    STAFF_FIELDS = ("id", "table", "record", "due_at")

    table = models.CharField(max_length=63, help_text="Only staff read this.")
    record = models.BigIntegerField(help_text="Only staff read this.")
    due_at = models.DateTimeField(
        null=True,
        help_text="Only staff read this. When its embargo ends, and it moves once more.",
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["due_at"], name="notice_due", condition=Q(due_at__isnull=False))
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"


def _trigger(is_seen: str, due_at: str) -> pgtrigger.Trigger:
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
                INSERT INTO records_notice ("table", record, due_at)
                VALUES (TG_TABLE_NAME, written.id, {due_at});
            END IF;
            RETURN NULL;
            """
        ),
    )


# A draft's writing is nobody's business but staff's, and staff's pages remember nothing.
RECORD_MOVES = _trigger(
    "{row}.state = 'published'",
    "CASE WHEN written.embargoed_until > now() THEN written.embargoed_until END",
)
# For rows without a state, which readers see with the record that they belong to.
ROW_MOVES = _trigger("{row}.id IS NOT NULL", "NULL")
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
    opened: when the last embargo ended, by the database's clock; none ever did if it is empty.
    """

    number: int
    is_moving: bool
    is_ours: bool
    opened: datetime | None = None

    @property
    def version(self) -> tuple[int, datetime | None]:
        """What readers see is the same for as long as this is the same, if nobody is writing."""
        return self.number, self.opened


# The number is read first. A lock that is let go before it is looked for was somebody's whose
# rows every later question sees.
_STANDING = """
WITH counted AS MATERIALIZED (SELECT last_value FROM records_notice_id_seq)
SELECT last_value, held.number > 0, coalesce(held.is_ours, false),
    (SELECT max(due_at) FROM records_notice WHERE due_at <= now())
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
    """After a load or an erasure past the triggers: whatever anybody remembers is wrong.

    Nothing is left of the notices before but that embargoes will end.
    """
    embargoed = [one for one in apps.get_models() if hasattr(one, "VISIBLE_THROUGH")]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s, %s)", LOCK)
        Notice.objects.all().delete()
        Notice.objects.create(table=EVERYTHING, record=0)
        for model in embargoed:
            cursor.execute(_YET_TO_END.format(table=model._meta.db_table))


_YET_TO_END = """
INSERT INTO records_notice ("table", record, due_at)
SELECT '{table}', id, embargoed_until FROM {table}
WHERE state = 'published' AND embargoed_until > now()
"""
