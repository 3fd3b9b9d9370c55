"""The search is measured while people are entered, and only where nobody is real."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

import pytest
from django.core.management import CommandError, call_command

from cases import measuring_pages, measuring_writing
from cases.management.commands.bench import table
from cases.synthetic.load import load
from people.invented import people
from people.models import Person, PersonName
from tests import factories


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_people_are_entered_into_an_invented_register_and_taken_away_again(monkeypatch):
    load(30, 1)
    last = Person.objects.order_by("-pk").first().pk
    said = []
    monkeypatch.setattr(measuring_writing, "people", lambda *_: islice(people(9, 8), 3))

    measuring_writing.write(said.append)

    names = PersonName.objects.filter(person__gt=last).order_by("pk")
    spelled = [spelling.text for one in people(3, 8) for spelling in one.spellings]
    assert [name.text for name in names] == spelled
    assert said == [measuring_writing.AT_WORK]
    measuring_writing.entered_after(last).delete()
    assert Person.objects.order_by("-pk").first().pk == last
    assert PersonName.objects.filter(text__in=spelled, person__gt=last).count() == 0


@pytest.mark.django_db
def test_nobody_is_entered_beside_real_people():
    factories.person("Somebody", published=True)

    assert measuring_writing.search_while_writing() is None
    with pytest.raises(CommandError):
        call_command("bench", "--writing")
    assert Person.objects.count() == 1


def test_what_is_written_meanwhile_is_told_beside_the_times(monkeypatch):
    counts = iter([10, 70])
    moments = iter([0.0, 2.0])
    monkeypatch.setattr(measuring_writing, "refuse", lambda: None)
    monkeypatch.setattr(measuring_writing, "perf_counter", lambda: next(moments))
    monkeypatch.setattr(measuring_pages, "search", lambda: {"p50_ms": 20.0, "p95_ms": 30.0})
    monkeypatch.setattr(measuring_writing, "_another_process", lambda: _at_work(counts))

    found = measuring_writing.search_while_writing()

    assert found == {"p50_ms": 20.0, "p95_ms": 30.0, "written_per_s": 30.0}
    reading = {"words": 1000, "p50_s": 0.2, "p95_s": 0.3}
    report = {"people": 1, "rows": 1, "reading": reading, "search_while_writing": found}
    assert table(report).splitlines()[-1] == (
        "while 30.0 people a second are entered, the search of people takes 20.0 ms (median), "
        "30.0 ms (p95)"
    )


@contextmanager
def _at_work(counts: Iterator[int]):
    yield lambda: next(counts)
