"""Rows straight from PostgreSQL's COPY, for as long as somebody takes them.

COPY runs in a thread of its own, on the connection of the request, and hands over whole rows in
pieces. It waits while the pieces are not taken, but not for ever: it holds a snapshot, and the
database cannot clear away what has changed since.
"""

import io
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from django.conf import settings
from django.db import Error, connection, transaction
from django.db.models import QuerySet

PIECE = 1 << 16
PIECES = 8  # that wait to be taken
STANDSTILL = 60  # seconds without a piece taken
# For this statement alone: compiling it would take a second before the first row, and who is slow
# should keep one process of the database waiting and not three.
MODESTLY = "SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; "


class TooSlow(Exception):
    """The rows were not taken, or not made, in the time that a download may last."""


class _Belt(io.RawIOBase):
    """Between COPY, which writes pieces, and the download, which takes them."""

    def __init__(self, stop: Callable[[], None]):
        self.pieces, self.change = deque(), threading.Condition()
        self.stop, self.is_ended, self.failure = stop, False, None
        self.deadline = time.monotonic() + settings.DOWNLOAD_SECONDS

    def writable(self) -> bool:
        return True

    def write(self, piece) -> int:
        """Called for each piece, not for each row: a buffer of Python's own stands before."""
        with self.change:
            if not self._wait(self._has_room, min(STANDSTILL, self.left)):
                self.end(TooSlow("Nobody took the rows in time."))
            if not self.is_ended:
                self.pieces.append(bytes(piece))
                self.change.notify_all()
        return len(piece)

    def take(self) -> bytes | None:
        """The next piece; None after the last."""
        with self.change:
            found = self._wait(lambda: self.pieces or self.is_ended, self.left)
            if self.failure is None and not found:
                self.end(TooSlow("The rows were not made in time."))
            if self.pieces and not isinstance(self.failure, TooSlow):
                self.change.notify_all()
                return self.pieces.popleft()
            if self.failure is not None:
                raise self.failure
            return None

    def end(self, failure: Exception | None = None) -> None:
        """No more pieces; the first reason counts. What COPY still writes is thrown away."""
        with self.change:
            self.failure = self.failure or (None if self.is_ended else failure)
            self.is_ended = True
            self.change.notify_all()
        if isinstance(failure, TooSlow):
            self.stop()

    @property
    def left(self) -> float:
        return max(0, self.deadline - time.monotonic())

    def _has_room(self) -> bool:
        return self.is_ended or len(self.pieces) < PIECES

    def _wait(self, until: Callable, seconds: float) -> bool:
        return bool(self.change.wait_for(until, seconds)) and bool(self.is_ended or self.left)


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is asked within sees the database as it stood at the first question."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def at_one_moment(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces of several statements, all of one moment, in the time that one download may last."""
    deadline = time.monotonic() + settings.DOWNLOAD_SECONDS
    with one_moment():
        for piece in pieces:
            if time.monotonic() > deadline:
                raise TooSlow("The rows were not taken in time.")
            yield piece


# Told how many rows a statement gave, once it has given the last of them.
counted: ContextVar[Callable[[int], None] | None] = ContextVar("counted", default=None)


def sql_of(rows: QuerySet) -> str:
    """The question that a queryset asks, with its values in it, as COPY takes one."""
    with connection.cursor() as cursor:
        return cursor.mogrify(*rows.query.sql_with_params()).decode()


def copied(copy: str) -> Iterator[bytes]:
    """What a COPY … TO STDOUT gives, in pieces of whole rows."""
    with connection.cursor() as cursor:
        belt = _Belt(lambda: _cancel(cursor))
        thread = threading.Thread(target=_run, args=(cursor, copy, belt), daemon=True)
        thread.start()
        try:
            while (piece := belt.take()) is not None:
                yield piece
            thread.join()
            if tell := counted.get():
                tell(cursor.rowcount)
        finally:
            belt.end()
            while thread.is_alive():
                # Again and again: a request to cancel is lost on a COPY that has not begun.
                _cancel(cursor)
                thread.join(0.2)


def _run(cursor, copy: str, belt: _Belt) -> None:
    try:
        # It never parts a row: one that does not fit the buffer waits until that was written.
        buffer = io.BufferedWriter(belt, PIECE)
        try:
            with cursor.db.wrap_database_errors:
                cursor.copy_expert(MODESTLY + copy, buffer)
        finally:
            buffer.flush()
    except Exception as error:
        belt.end(error)
    else:
        belt.end()


def _cancel(cursor) -> None:
    with suppress(Error), cursor.db.wrap_database_errors:
        cursor.connection.cancel()
