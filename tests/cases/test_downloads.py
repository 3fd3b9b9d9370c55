"""Downloads as they are taken: who goes away leaves nothing behind; what is measured is told."""

import json
import secrets

import pytest
from django.contrib.postgres.expressions import ArraySubquery
from django.core.management import CommandError, call_command
from django.db import connection

from cases import (
    measuring,
    measuring_clients,
    measuring_pages,
    measuring_reading,
    measuring_writing,
)
from cases.columns import CASE_COLUMNS
from cases.linking import link
from cases.management.commands.bench import NO_OPENPYXL, table
from cases.models import Case, Event
from config.records.columns import rows
from people.models import Person
from tests import beside, factories, register

REPORT = {
    "people": 100_000,
    "rows": 85_000,
    "csv": {
        "rows_per_s": 27_000,
        "ratio_to_copy": 0.95,
        "first_byte_s": 0.02,
        "added_memory_mb": 0.1,
        "megabytes": 54.3,
    },
    "xlsx": {
        "rows_per_s": 9_000,
        "ratio_to_copy": 0.9,
        "first_byte_s": 0.02,
        "added_memory_mb": 0.1,
        "megabytes": 15.0,
        "ratio_to_openpyxl": 4.2,
    },
}


# So many pieces, and the rows have begun: before them come a mark and a heading, or other parts.
TO_THE_ROWS = {"csv": 3, "jsonl": 2, "xlsx": 10}


def _at_work() -> int:
    """How many connections beside this one run a COPY."""
    second = connection.copy()
    with second.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND state = 'active' AND query LIKE '%%COPY (SELECT%%'"
            " AND pid <> pg_backend_pid()"
        )
        (number,) = cursor.fetchone()
    second.close()
    return number


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("suffix", ["csv", "jsonl", "xlsx"])
def test_who_goes_away_in_the_middle_of_a_download_frees_the_connection(client, suffix):
    for _ in range(100):
        factories.person("Somebody", published=True, biography=secrets.token_hex(50_000))
    response = client.get(f"/api/v1/people.{suffix}")
    pieces = iter(response.streaming_content)
    taken = [next(pieces) for _ in range(TO_THE_ROWS[suffix])]
    while_taken = _at_work()

    response.close()

    assert (all(taken), while_taken, _at_work()) == (True, 1, 0)
    assert Person.objects.count() == 100


@pytest.mark.django_db
def test_the_events_told_of_a_case_are_those_by_which_it_is_found():
    register.varied()
    visible = Event.objects.published()
    found = visible.of_outer_case(None).order_by("pk").values("pk")
    told = visible.told_by_outer_case(None).order_by("pk").values("pk")

    both = Case.objects.values_list(ArraySubquery(found), ArraySubquery(told))

    assert [one for one in both if one[0] != one[1]] == []
    assert max(len(one[0]) for one in both) == 3


@pytest.mark.django_db
def test_the_same_statement_is_run_by_psql():
    assert measuring.copy_once("COPY (SELECT pg_sleep(0.2)) TO STDOUT") > 0.2


@pytest.mark.django_db
def test_a_register_of_another_size_is_not_measured():
    factories.person("Somebody")

    with pytest.raises(CommandError) as error:
        call_command("bench", "--people=10000")

    assert str(error.value) == (
        "This register holds 1 people. In an empty one, or one that was invented, "
        "`synthesize --people 10000` makes as many as you ask for."
    )


def test_who_is_measured_beside_is_told_as_a_ratio():
    found = beside.figures({"tizim": [(2, 0.1), (1, 0.2)], "plain": [(4, 0.1)]}, 100)

    assert found["tizim"] == {
        "rows_per_s": 100,
        "first_byte_s": 0.2,
        "tizim_is_times_as_fast": 1.0,
    }
    said = beside.table({"rows": 100} | found).splitlines()
    assert said[2].endswith("Tizim is 4.0 times as fast")
    assert said[3] == beside.NO_DATASETTE


def test_the_measures_are_told_in_a_table_and_as_json(monkeypatch, capsys):
    reading = {"words": 1000, "p50_s": 0.2, "p95_s": 0.3}
    monkeypatch.setattr(measuring, "downloads", lambda: REPORT)
    monkeypatch.setattr(measuring_reading, "readings", lambda: reading)

    times = {"p50_ms": 20.0, "p95_ms": 30.5}
    pages = {"front": {**times, "ratio_to_sql": 0.4, "queries": 7}}
    monkeypatch.setattr(measuring_pages, "pages", lambda: pages)
    busy = {"p50_ms_4_clients": 80.5, "p95_ms_4_clients": 99.0, "kilobytes": 36.6}
    monkeypatch.setattr(measuring_pages, "visited", lambda: {"front": ["/"]})
    monkeypatch.setattr(
        measuring_clients, "under_clients", lambda asked: dict.fromkeys((*asked, "anew"), busy)
    )
    monkeypatch.setattr(measuring_pages, "search", lambda: times)
    monkeypatch.setattr(measuring_writing, "search_while_writing", lambda: None)
    monkeypatch.setattr(measuring_pages, "warm_up", lambda: {"cases": 0.5})
    pages = {"front": pages["front"] | busy, "anew": busy}
    report = REPORT | {"reading": reading, "pages": pages, "search": times}
    report |= {"warm_up_s": {"cases": 0.5}, "search_while_writing": None}

    call_command("bench", "--json")

    assert json.loads(capsys.readouterr().out) == report
    told, heading, line, _, workbook, read, *lines = table(report).splitlines()
    titles, front, anew, search, warm = lines
    assert front.split() == ["front", "20.0", "30.5", "0.4", "7", "80.5", "99.0", "36.6"]
    assert anew.index("80.5") == front.index("80.5") == titles.index("p50 of 4") + 4
    assert search.split() == ["search", "of", "people", "20.0", "30.5"]
    assert warm == "tallies read in: cases 0.5 s"
    assert workbook == "XLSX: 4.2 times openpyxl's write-only mode"
    assert read == "an article of 1,000 words is read in 0.2 s (median), 0.3 s (p95)"
    assert told == "100,000 people, 85,000 public cases"
    assert heading.split("  ")[-1].strip() == "size, MB"
    assert line.split() == ["csv", "27,000", "0.95", "0.02", "0.1", "54.3"]


@pytest.mark.django_db
def test_every_page_is_measured_beside_its_sql(monkeypatch):
    monkeypatch.setattr(measuring_pages, "ROUNDS", 4)
    register.varied()

    figures = measuring_pages.pages()

    assert {name for name, one in figures.items() if one["ratio_to_sql"] is None} == {
        "API of cases, page 10,000"
    }
    assert {name for name, one in figures.items() if one["queries"] > 40} == set()
    assert measuring_pages.search()["p50_ms"] > 0
    assert set(measuring_pages.visited()) == set(measuring_pages.VISITED) < set(figures)


@pytest.mark.django_db
def test_the_article_that_is_measured_names_people_whom_the_register_holds(monkeypatch):
    monkeypatch.setattr(measuring_reading, "ROUNDS", 1)
    # It draws by primary key; those of a database in which others were tested before are high.
    for number, name in enumerate(("Aqiqat Qaliolla", "Nurlan Omar", "Gulnar Osman"), 1):
        someone = factories.make(Person, published=True)
        factories.name(someone, name, pk=number, is_primary=True, published=True)
    linked = []
    monkeypatch.setattr(
        measuring_reading, "link", lambda *asked: linked.append(link(*asked)) or linked[-1]
    )

    figures = measuring_reading.readings()

    assert 900 < figures["words"] < 1_300
    assert figures["p50_s"] <= figures["p95_s"]
    assert {one.spelling for found in linked for one in found.values()} <= {
        "Aqiqat Qaliolla",
        "Nurlan Omar",
        "Gulnar Osman",
    }
    assert any(linked)


@pytest.mark.django_db
def test_a_workbook_is_measured_beside_openpyxl_where_it_is_installed(monkeypatch):
    factories.case(published=True)
    found = rows(Case.objects.published(), CASE_COLUMNS, None)

    measured = measuring.beside_openpyxl(found, 1_000_000)
    monkeypatch.setattr(measuring.importlib.util, "find_spec", lambda name: None)
    without = measuring.beside_openpyxl(found, 1_000_000)

    assert measured["ratio_to_openpyxl"] > 100
    assert without == {"ratio_to_openpyxl": None}
    assert NO_OPENPYXL in table(
        REPORT | {"reading": {"words": 1, "p50_s": 1, "p95_s": 1}, "xlsx": REPORT["xlsx"] | without}
    )
