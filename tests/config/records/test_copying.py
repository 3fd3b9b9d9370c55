"""Rows from COPY: whole, bounded in memory and time, and nothing is left when somebody goes."""

import time
import tracemalloc
from contextlib import closing

import pytest
from django.db import DatabaseError, connection

from config.records import copying
from config.records.copying import TooSlow, copied

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LONG = "COPY (SELECT generate_series(1, {}), repeat('x', 1000)) TO STDOUT"
ENDLESS = LONG.format(1_000_000_000)


@pytest.fixture
def other():
    """A second connection to the same database, to look on and to interfere."""
    second = connection.copy()
    with second.cursor() as cursor:
        yield cursor
    second.close()


def process() -> int:
    connection.ensure_connection()
    return connection.connection.info.backend_pid


def at_work(other, pid: int) -> bool:
    """Whether that connection still runs something or holds a snapshot; waited for a little."""
    for _ in range(40):
        other.execute(
            "SELECT state = 'active' OR backend_xmin IS NOT NULL FROM pg_stat_activity"
            " WHERE pid = %s",
            [pid],
        )
        if other.fetchone() in (None, (False,)):
            return False
        time.sleep(0.05)
    return True


def answers() -> bool:
    """Whether the connection can be asked again, as the next request would."""
    connection.close_if_unusable_or_obsolete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def slowly(pieces) -> None:
    for _ in pieces:
        time.sleep(0.01)


def test_every_row_comes_once_and_whole():
    pieces = list(copied(LONG.format(3000)))

    lines = b"".join(pieces).splitlines()
    assert [line.split(b"\t")[0] for line in lines] == [b"%d" % n for n in range(1, 3001)]
    assert {piece[-1:] for piece in pieces} == {b"\n"}


def test_a_row_longer_than_a_piece_is_not_parted():
    pieces = list(copied("COPY (SELECT repeat('x', 300000) FROM generate_series(1, 3)) TO STDOUT"))

    assert {piece.count(b"\n") for piece in pieces} == {1}


def test_who_goes_away_frees_the_connection_at_once(other):
    pid = process()

    with closing(copied(ENDLESS)) as pieces:
        next(pieces)
        was_at_work = connection.connection.info.backend_pid == pid and at_work(other, pid)

    assert (was_at_work, at_work(other, pid), answers()) == (True, False, True)
    assert process() == pid


def test_who_takes_nothing_holds_no_snapshot(other, monkeypatch):
    monkeypatch.setattr(copying, "STANDSTILL", 0.3)
    pid = process()
    pieces = copied(ENDLESS)
    next(pieces)

    time.sleep(0.5)
    still_at_work = at_work(other, pid)

    assert still_at_work is False
    with pytest.raises(TooSlow):
        list(pieces)
    assert answers()


def test_a_download_lasts_no_longer_than_it_may(other, settings):
    settings.DOWNLOAD_SECONDS = 0.5
    pid, begun = process(), time.monotonic()

    with pytest.raises(TooSlow):
        slowly(copied(ENDLESS))

    assert time.monotonic() - begun < 5
    assert (at_work(other, pid), answers()) == (False, True)


def test_a_question_without_an_answer_ends_in_time_too(other, settings):
    settings.DOWNLOAD_SECONDS = 0.5
    pid, begun = process(), time.monotonic()

    with pytest.raises(TooSlow):
        list(copied("COPY (SELECT pg_sleep(600)) TO STDOUT"))

    assert time.monotonic() - begun < 5
    assert (at_work(other, pid), answers()) == (False, True)


@pytest.mark.parametrize("way", ["pg_cancel_backend", "pg_terminate_backend"])
def test_a_query_that_is_ended_by_somebody_else_is_an_error_and_the_next_works(other, way):
    pid, pieces = process(), copied(ENDLESS)
    first = next(pieces)

    other.execute(f"SELECT {way}(%s)", [pid])

    with pytest.raises(DatabaseError):
        list(pieces)
    assert first[-1:] == b"\n"
    assert answers()


def test_memory_does_not_grow_with_the_rows():
    rows, a_row = 30_000, 1000

    tracemalloc.start()
    for _ in copied(LONG.format(rows)):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert most < rows * a_row / 10
