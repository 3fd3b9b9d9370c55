"""Tallies: which records have which words, remembered by each process and kept in step.

A tally holds what one audience sees and nothing else, as sets of primary keys. It follows the
database's notices, so that whatever is published or withdrawn is in it, or out of it, at the next
question (docs/decisions/0053).
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import CharField, Max, Model, Q, QuerySet
from django.db.models.functions import Cast

from config.records import keysets
from config.records.copying import copied, sql_of
from config.records.models import Audience, Record
from config.records.notices import EVERYTHING, Notice, Standing, standing

FEW = 2_000  # rows that are read anew one by one; more of them, and all are
MANY = 50_000  # rows that are read beside the pages: nobody waits for so many
SETS = 64  # answers of the database that are remembered beside

Word = tuple[str, str]  # the column, and a word that may stand in it


@dataclass(frozen=True)
class Plan:
    """What a tally is of: records, and the columns of words that they are counted by."""

    model: type[Record]
    columns: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def words(self) -> list[Word]:
        return [(column, word) for column, words in self.columns for word in words]

    def rows(self, found: QuerySet) -> QuerySet:
        cells = [Cast(column, CharField()) for column, _ in self.columns]
        return found.order_by().values_list("pk", *cells)

    def parents(self) -> dict[str, list[str]]:
        """The tables whose rows decide what is told of a record, with the paths that lead there."""
        found = {self.model._meta.db_table: ["pk"]}
        for path in {*_visible_through(self.model), *self._joined()}:
            model = self.model
            for step in path.split("__"):
                model = model._meta.get_field(step).related_model
            found.setdefault(model._meta.db_table, []).append(path)
        return found

    def concerned(self, moved: set[tuple[str, int]]) -> set[int]:
        """The keys of the records about which these rows tell something; at most a few too many."""
        rule, own = Q(pk__in=[]), self.model._meta.db_table
        for table, paths in self.parents().items():
            rows = {record for name, record in moved if name == table}
            for path in paths if rows else ():
                rule |= Q(**{f"{path}__in": rows})
        found = self.model._base_manager.filter(rule).values_list("pk", flat=True)
        return {*found[: FEW + 1], *(record for name, record in moved if name == own)}

    def _joined(self) -> set[str]:
        return {column.rpartition("__")[0] for column, _ in self.columns} - {""}


def _visible_through(model: type[Model], before: str = "") -> Iterator[str]:
    for name in getattr(model, "VISIBLE_THROUGH", ()):
        yield f"{before}{name}"
        yield from _visible_through(model._meta.get_field(name).related_model, f"{before}{name}__")


@dataclass(frozen=True)
class Tally:
    """The sets as they were at a number; whoever looks after it replaces it by a later one.

    anchor: the last notice that there was; it is gone when the register was emptied.
    opened: when the last embargo had ended.
    """

    number: int
    opened: datetime | None
    anchor: int
    everything: int
    by_word: dict[Word, int]
    besides: OrderedDict[tuple, Any]

    def with_any(self, column: str, words: Iterable[str]) -> int:
        found = 0
        for word in words:
            found |= self.by_word.get((column, word), 0)
        return found

    def asked(self, question: tuple, found: QuerySet) -> int:
        """The keys that answer a question which only the database can."""
        keys = found.order_by().values_list("pk", flat=True)
        return self.remembered(question, lambda: keysets.of(keys.iterator(chunk_size=10_000)))

    def remembered(self, question: tuple, answered: Callable[[], Any]) -> Any:
        """An answer of the database, remembered until something moves or room is wanted."""
        answer = self.besides.get(question)
        if answer is None:
            answer = self.besides[question] = answered()
            with suppress(KeyError):  # another thread may have made room meanwhile
                if len(self.besides) > SETS:
                    self.besides.popitem(last=False)
        return answer


_kept: dict[tuple[Plan, Audience], Tally] = {}
_being_read: set[tuple[Plan, Audience]] = set()
_last_still = 0


class NotYet(Exception):
    """A tally of so many rows is being read; whoever asks meanwhile does without."""


_looking_after = threading.Lock()


def tally_of(plan: Plan, user) -> Tally | None:
    """The tally of what this reader sees; none for staff, nor where this transaction wrote itself.

    Those ask the database. So does staff whose role does not read this kind of record: what it
    reads of others is not what readers see, and is kept for nobody.
    """
    audience = Audience.of(user, plan.model)
    if audience.is_staff or getattr(user, "is_staff", False):
        return None
    now = standing()
    if now.is_ours:
        return None
    with _looking_after:
        kept = _kept.get((plan, audience))
        found = _in_step(kept, plan, user, now) if kept else None
        if found is None and _are_many(plan):
            _read_beside(plan, user, audience)
            raise NotYet
        found = found or _load(plan, user, _still(now))
        if found is not kept and found.number:
            _kept[plan, audience] = found
    return found


def read_now(plan: Plan, user) -> None:
    """Read a tally, however long it takes; for who has nobody waiting."""
    now = standing()
    found = _load(plan, user, now)
    if not now.is_moving and not now.is_ours:
        with _looking_after:
            _kept[plan, Audience.of(user, plan.model)] = found


def _are_many(plan: Plan) -> bool:
    """By the highest primary key, which an index tells."""
    last = plan.model._base_manager.aggregate(last=Max("pk"))["last"]
    return (last or 0) > MANY


def _read_beside(plan: Plan, user, audience: Audience) -> None:
    """In a thread of its own, once at a time."""
    key = plan, audience
    if key not in _being_read:
        _being_read.add(key)
        threading.Thread(target=_read, args=(key, user), daemon=True).start()


def _read(key: tuple[Plan, Audience], user) -> None:
    try:
        now = standing()
        with _looking_after:
            still = _still(now)
        found = _load(key[0], user, still)
        with _looking_after:
            if found.number:
                _kept[key] = found
    finally:
        _being_read.discard(key)
        connection.close()


def _still(now: Standing) -> Standing:
    """The same, at the last number at which nobody was seen to write.

    Whoever is writing now began after it, and is read again from there.
    """
    global _last_still
    if not now.is_moving:
        _last_still = now.number
    return replace(now, number=min(_last_still, now.number))


def _in_step(kept: Tally, plan: Plan, user, now: Standing) -> Tally | None:
    """The same where nothing moved; with the rows that moved read anew; or none: load it anew.

    Whoever is still writing may yet add a notice before one that is there. So nothing later than
    what stood still is counted as read: it will be read again.
    """
    if (kept.number, kept.opened) == now.version and not now.is_moving:
        return kept
    since = Notice.objects.filter(pk__range=(kept.anchor, now.number)).order_by("pk")
    moved = list(since.values_list("pk", "table", "record")[: FEW + 1])
    if not moved and not kept.anchor and now.is_moving:
        return kept
    # Without the notice that it was read at, who knows what came between and left none.
    if not moved or len(moved) > FEW or moved[0][0] != kept.anchor:
        return None
    rows = {(table, record) for _, table, record in moved} | _opened(kept, now)
    if any(table == EVERYTHING for _, table, _ in moved[1:]) or len(rows) > FEW:
        return None
    keys = plan.concerned(rows)
    if len(keys) > FEW:
        return None
    if not now.is_moving:
        kept = replace(kept, number=now.number, anchor=moved[-1][0])
    return _read_anew(replace(kept, opened=now.opened), plan, user, keys)


def _opened(kept: Tally, now: Standing) -> set[tuple[str, int]]:
    """The rows that the clock has opened since, without anybody's writing anything."""
    if kept.opened == now.opened:
        return set()
    found = Notice.objects.between(kept.opened, now.opened)
    return set(found.values_list("table", "record"))


def _read_anew(kept: Tally, plan: Plan, user, keys: set[int]) -> Tally:
    others = ~keysets.of(keys)
    fresh: dict[Word | None, list[int]] = {}
    rows = plan.rows(plan.model.objects.visible_to(user).filter(pk__in=keys))
    for key, *cells in rows:
        fresh.setdefault(None, []).append(key)
        for (column, _), cell in zip(plan.columns, cells, strict=True):
            for word in _words(cell or ""):
                fresh.setdefault((column, word), []).append(key)
    by_word = {
        word: kept_keys & others | keysets.of(fresh.get(word, ()))
        for word, kept_keys in kept.by_word.items()
    }
    everything = kept.everything & others | keysets.of(fresh.get(None, ()))
    return replace(kept, everything=everything, by_word=by_word, besides=OrderedDict())


def _words(cell: str) -> list[str]:
    return cell.strip("{}").split(",")


def _load(plan: Plan, user, now: Standing) -> Tally:
    """Read everything: a byte for each eight words of each record, then a set for each word."""
    notices = Notice.objects.filter(pk__lte=now.number).order_by("-pk")
    anchor = notices.values_list("pk", flat=True).first() or 0
    words = plan.words
    width = len(words) // keysets.WORDS_IN_A_BYTE + 1
    places = {word: place for place, word in enumerate(words, start=1)}  # place 0: it is there
    room = bytearray()
    codes: dict[bytes, bytes] = {}
    for line in _lines(plan, user):
        key, _, told = line.partition(b"\t")
        code = codes.get(told) or codes.setdefault(told, _code(told, plan, places, width))
        at = int(key) * width
        if at >= len(room):
            room.extend(bytes(max(at + width - len(room), len(room) // 2 // width * width)))
        room[at : at + width] = code
    sets = [
        keysets.of_plane(bytes(room[place // 8 :: width]), place % 8)
        for place in range(len(words) + 1)
    ]
    everything, *others = sets
    by_word = dict(zip(words, others, strict=True))
    return Tally(now.number, now.opened, anchor, everything, by_word, OrderedDict())


def _lines(plan: Plan, user) -> Iterator[bytes]:
    """Each record's key and its words, as COPY writes them."""
    asked = sql_of(plan.rows(plan.model.objects.visible_to(user)))
    for piece in copied(f"COPY ({asked}) TO STDOUT"):
        yield from piece.splitlines()


def _code(told: bytes, plan: Plan, places: dict[Word, int], width: int) -> bytes:
    code = 1
    for (column, _), cell in zip(plan.columns, told.decode().split("\t"), strict=True):
        for word in _words(cell):
            code |= 1 << places.get((column, word), 0)
    return code.to_bytes(width, "little")
