"""Answers that each process remembers for as long as nothing that readers see has moved."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, Thread
from typing import TypeVar

from django.db import connection
from django.utils.translation import get_language, override

from config.records.notices import standing

MOST = 128  # the answers that were asked for last
AT_ONCE = 1  # of the answers that are made beside the pages: those come first
Answer = TypeVar("Answer")
_kept: OrderedDict[Hashable, tuple[Hashable, object]] = OrderedDict()
_lock = Lock()
_being_made: set[Hashable] = set()


def while_unchanged(key: Hashable, make: Callable[[], Answer]) -> Answer:
    """The answer of before if readers see now what they saw then; else it is made anew.

    What is published or withdrawn is told from the next question on, and what an embargo hid from
    the moment that it ends. Only what every visitor may see belongs here, for all who ask with one
    key in one language get one answer.
    """
    return _remembered((key, get_language()), make)


def _remembered(key: Hashable, make: Callable[[], Answer]) -> Answer:
    version = _version()
    if version is None:
        return make()
    with _lock:
        found = _kept.get(key)
    if found and found[0] == version:
        return found[1]
    answer = make()
    with _lock:
        _kept[key] = (version, answer)
        _kept.move_to_end(key)
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return answer


def once_made(key: Hashable, make: Callable[[], Answer]) -> Answer | None:
    """The same of what takes longer than anybody waits: none until a thread beside has made it."""
    language = get_language()
    key = (key, language)
    version = _version()
    if version is None:
        return make()
    with _lock:
        found = _kept.get(key)
        if found and found[0] == version:
            return found[1]
        is_wanted = key not in _being_made and len(_being_made) < AT_ONCE
        if is_wanted:
            _being_made.add(key)
    if is_wanted:
        Thread(target=_make_beside, args=(key, language, make), daemon=True).start()
    return None


def _make_beside(key: Hashable, language: str, make: Callable[[], Answer]) -> None:
    try:
        with connection.cursor() as cursor:  # one core is taken, and the others left to the pages
            cursor.execute("SET max_parallel_workers_per_gather = 0")
        with override(language):
            _remembered(key, make)
    finally:
        with _lock:
            _being_made.discard(key)
        connection.close()


def _version() -> Hashable | None:
    """How far the register has moved; None where this transaction has moved it itself.

    While somebody is writing, which transactions are seen: two that see the same tell the same.
    """
    now = standing()
    if now.is_ours:
        return None
    name = connection.settings_dict["NAME"]
    if not now.is_moving:
        return name, now.version
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        return name, now.version, cursor.fetchone()
