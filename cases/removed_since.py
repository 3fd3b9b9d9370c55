"""What is gone since a moment: ids that readers knew and that were withdrawn, merged or erased."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import islice

from django.db.models import Q, QuerySet

from cases.tidy import TABLES
from config.records.models import Record
from config.records.tombstones import Tombstone
from people.choices import ChangeKind
from people.models import Change

WITHDRAWN, MERGED, ERASED = "withdrawn", "merged", "erased"
Place = tuple[datetime, str]  # when something went, and its id


@dataclass(frozen=True, order=True)
class Gone:
    """One id, when it went and what became of it. Of an erasure the day is told and no hour."""

    at: datetime
    id: str
    table: str
    change: str
    into: str = ""

    @property
    def since(self) -> str:
        return self.at.date().isoformat() if self.change == ERASED else _told(self.at)


def gone(since: datetime | None = None, after: Place | None = None, most: int | None = None):
    """The first so many, in the order in which they went: since a moment, and after a place.

    The same is told here as at each of their addresses: who never was public is not among them.
    """
    parts = [_withdrawn(noun, since, after, most) for noun in TABLES if _is_record(noun.model)]
    found = heapq.merge(*parts, _merged(since, after, most), _erased(since, after))
    return list(islice(found, most))


def _is_record(model) -> bool:
    return issubclass(model, Record)


def _withdrawn(noun, since, after, most) -> Iterator[Gone]:
    rows = noun.model.objects.filter(noun.model.withdrawn_from_all())
    for at, public_id in _in_order(rows, "updated_at", "public_id", since, after, most):
        yield Gone(at, public_id, noun.name, WITHDRAWN)


def _merged(since, after, most) -> Iterator[Gone]:
    rows = Change.objects.published().filter(kind=ChangeKind.MERGED, old__merged_into__isnull=False)
    found = _in_order(rows, "at", "old__public_id", since, after, most, "new__public_id")
    for at, public_id, into in found:
        yield Gone(at, public_id, "people", MERGED, into)


def _erased(since, after) -> Iterator[Gone]:
    tables = {getattr(noun.model, "ID_PREFIX", ""): noun.name for noun in TABLES}
    rows = Tombstone.objects.told()
    if since:
        rows = rows.filter(erased_on__gte=since.astimezone(UTC).date())
    for day, public_id in rows.order_by("erased_on", "public_id").values_list(
        "erased_on", "public_id"
    ):
        at = datetime.combine(day, time(), UTC)
        table = tables.get(public_id.partition("-")[0])
        if table and (after is None or (at, public_id) > after):
            yield Gone(at, public_id, table, ERASED)


def _in_order(rows: QuerySet, moment: str, public_id: str, since, after, most, *more) -> QuerySet:
    if since:
        rows = rows.filter(**{f"{moment}__gte": since})
    if after:
        at, last = after
        later = Q(**{f"{moment}__gt": at}) | Q(**{moment: at, f"{public_id}__gt": last})
        rows = rows.filter(later, **{f"{moment}__gte": at})
    return rows.order_by(moment, public_id).values_list(moment, public_id, *more)[:most]


def _told(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
