"""Answers that each process remembers for as long as nothing in the database has changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

from django.db import connection
from django.utils.translation import get_language

MOST = 128  # the answers that were asked for last
Answer = TypeVar("Answer")
_kept: OrderedDict[Hashable, tuple[str, object]] = OrderedDict()
_lock = Lock()


def while_unchanged(key: Hashable, make: Callable[[], Answer]) -> Answer:
    """The answer of before if every transaction that is seen now was seen then; else made anew.

    What is published or withdrawn is told from the next question on. Only what every visitor may
    see belongs here, for all who ask with one key in one language get one answer.
    """
    key = (key, get_language())
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


def _version() -> str | None:
    """What is seen of the database's transactions; None where this one has written itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_database() || ' ' || pg_current_snapshot()::text,"
            " pg_current_xact_id_if_assigned() IS NULL"
        )
        version, is_clean = cursor.fetchone()
    return version if is_clean else None
