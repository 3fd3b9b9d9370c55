"""What is remembered while readers see the same, and forgotten at the first change."""

import time

import pytest
from django.db import connection, transaction

from cases import charts
from cases.models import Case
from config.records import remembered
from config.records.remembered import MOST, _kept, once_made, while_unchanged
from tests import factories as make


@pytest.fixture
def asked():
    """ask(key) gives how often the answer to this key was made."""
    made: dict[str, int] = {}

    def ask(key: str) -> int:
        def answer() -> int:
            made[key] = made.get(key, 0) + 1
            return made[key]

        return while_unchanged(("a test", key), answer)

    return ask


committed = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@committed
def test_an_answer_is_made_once_while_nothing_is_written(asked):
    assert [asked("a"), asked("a"), asked("b")] == [1, 1, 1]


@committed
def test_whatever_readers_see_is_written_makes_the_answer_anew(asked):
    before = asked("a")
    make.person("Somebody", published=True)

    assert (before, asked("a"), asked("a")) == (1, 2, 2)


@committed
def test_a_draft_s_writing_changes_nothing_that_is_remembered(asked):
    before = asked("a")
    make.person("Somebody")

    assert (before, asked("a")) == (1, 1)


@committed
def test_who_has_written_and_not_yet_committed_is_told_nothing_of_before(asked):
    asked("a")
    with transaction.atomic():
        make.person("Somebody", published=True)
        inside = [asked("a"), asked("a")]

    assert inside == [2, 3]


@committed
def test_charts_of_very_many_cases_are_drawn_beside_the_pages(client, monkeypatch):
    monkeypatch.setattr(charts, "MANY", 0)
    make.case(make.person("Somebody", published=True), published=True)
    told, waits = "This case in charts", "are being drawn"

    early = client.get("/cases/").content.decode()
    deadline = time.monotonic() + 20
    while remembered._being_made and time.monotonic() < deadline:
        time.sleep(0.05)
    later = client.get("/cases/").content.decode()

    assert (told in early, told in later) == (False, True)
    assert (waits in early, waits in later) == (True, False)


def test_who_is_signed_in_is_told_why_there_are_no_charts_of_too_many_cases(
    signed_in, contributor, monkeypatch
):
    monkeypatch.setattr(charts, "TOO_MANY", 0)
    make.case(make.person("Somebody", published=True), published=True)

    page = signed_in(contributor).get("/cases/").content.decode()

    assert ("These are too many cases to draw" in page, "are being drawn" in page) == (True, False)


@committed
def test_what_is_made_beside_the_pages_leaves_them_the_other_cores():
    def workers() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SHOW max_parallel_workers_per_gather")
            return cursor.fetchone()[0]

    once_made("workers", workers)
    deadline = time.monotonic() + 20
    while remembered._being_made and time.monotonic() < deadline:
        time.sleep(0.05)

    assert once_made("workers", workers) == "0"


@committed
def test_no_more_is_kept_than_was_asked_for_lately(asked):
    for number in range(MOST + 5):
        asked(str(number))

    assert len(_kept) == MOST


@committed
def test_what_is_withdrawn_is_gone_from_the_charts_at_once(client):
    case = make.case(make.person("Somebody", published=True), published=True)
    make.event("arrest", published=True, case=case)
    Case.objects.settle()
    told = "This case in charts"

    first, again = (client.get("/cases/").content.decode() for _ in range(2))
    Case.objects.filter(pk=case.pk).update(state="withdrawn")
    after = client.get("/cases/").content.decode()

    assert (told in first, first == again, told in after) == (True, True, False)
