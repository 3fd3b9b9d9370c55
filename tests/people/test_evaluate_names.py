"""`manage.py evaluate_names` measures in a database of its own and leaves the register alone."""

import io
import json
import os

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from people.evaluation.table import table
from tests import factories, labelled

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return labelled.write(tmp_path_factory.mktemp("labelled"))


@pytest.fixture
def server():
    """A connection outside the test's transaction, which sees every database of the server."""
    beside = connection.copy()
    yield beside
    beside.close()


def evaluate(files, *options: str) -> tuple[str, str]:
    said, told = io.StringIO(), io.StringIO()
    groups, negatives = files
    call_command(
        "evaluate_names",
        str(groups),
        f"--negatives={negatives}",
        *options,
        stdout=said,
        stderr=told,
    )
    return said.getvalue(), told.getvalue()


def databases(server) -> set[str]:
    with server.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        return {name for (name,) in cursor.fetchall() if "_evaluation_" in name}


def everything() -> dict[str, tuple]:
    """Each table of the register with all that is in it, and how far each counter has come."""
    found = {}
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            rows = "SELECT count(*), md5(string_agg(one::text, '' ORDER BY one::text)) FROM"
            cursor.execute(f'{rows} "{name}" AS one')
            found[name] = cursor.fetchone()
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences")
        return found | dict(cursor.fetchall())


@pytest.fixture(scope="module")
def run(files, module_db):
    """One evaluation, with the register as it was before and after."""
    factories.person("Qaldybek Örikzhel", published=True)
    before = everything()
    said, told = evaluate(files, "--background=200", "--json", "--misses=5")
    return {"before": before, "said": said, "told": told, "after": everything()}


def test_the_register_is_left_alone(run):
    assert run["before"]["people_person"][0] == 1
    assert run["after"] == run["before"]


def test_one_object_stands_on_standard_output(run):
    report = json.loads(run["said"])

    assert run["said"].count("\n") == 1
    assert (report["people"], report["background"], report["seed"]) == (3, 200, 1)
    assert set(report["latency_ms"]) == {"median", "p95"}


def test_people_are_found_under_what_the_register_does_not_hold(run):
    search = json.loads(run["said"])["search"]

    pairs, sets = search.pop("by_script_pair"), search.pop("by_set")
    most = {"queries": 12, "recall_at_1": 0.75, "recall_at_10": 0.75, "mrr": 0.75}
    names = ("with_birth_year", "with_sex", "with_county", "besides_namesakes")
    hints = {key: search.pop(key) for key in names}
    assert search == most
    assert hints == dict.fromkeys(hints, most)
    assert {name: (one["queries"], one["recall_at_1"]) for name, one in sets.items()} == {
        "ep": (3, 0),
        "ep/kyrgyz": (3, 0),
        "hr": (9, 1),
        "hr/kazakh": (6, 1),
        "hr/uyghur": (3, 1),
    }
    assert {name: (one["queries"], one["recall_at_10"]) for name, one in pairs.items()} == {
        "Cyrl>Latn": (2, 0),
        "Latn>Cyrl": (1, 0),
        "Latn>Latn": (9, 1),
    }


def test_duplicates_are_told_from_negatives_and_from_each_two_people(run):
    found = json.loads(run["said"])["duplicates"]

    assert (found["pairs"], found["negatives"], found["others"]) == (5, 2, 3)
    assert (found["precision"], found["recall"]) == (0.8, 0.8)
    assert (found["false_among_negatives"], found["false_among_others"]) == (1, 0)
    assert [(one["one"], one["other"]) for one in found["false_matches"]] == labelled.NEGATIVES[:1]
    assert found["records"] == 4 + 200


def test_progress_and_the_worst_misses_are_told_on_standard_error(run):
    lines = run["told"].splitlines()

    assert lines[:2] == [
        "200 of 200 invented people are loaded.",
        "Building the index of names.",
    ]
    assert sorted(line.split(";")[0] for line in lines[-2:]) == [
        "   inf Cyrl>Latn Темирбек Осмонкулов / Zhyldyzkan Bulutova",
        "   inf Latn>Cyrl Zhyldyzkan Bulutova / Темирбек Осмонкулов",
    ]


def test_the_table_tells_what_the_object_holds(run):
    lines = table(json.loads(run["said"])).splitlines()

    assert lines[0] == "3 labelled people among 200 invented others"
    assert lines[3].split() == ["all", "0.750", "0.750", "0.750", "12"]
    assert "  1.000 Rozimemet Tikenyol / Rozimemet Tikenyol (none)" in lines


def test_a_kept_database_is_used_again_for_the_same_people_only(files, server):
    keep = f"kept_{os.getpid()}"
    try:
        first, loading = evaluate(files, "--background=30", "--json", f"--keep={keep}")
        again, using = evaluate(files, "--background=30", "--json", f"--keep={keep}")
        _, other = evaluate(files, "--background=30", "--seed=2", f"--keep={keep}")
    finally:
        (name,) = {name for name in databases(server) if name.endswith(keep)}
        with server.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}"')

    assert ["are loaded" in told for told in (loading, using, other)] == [True, False, True]
    agree = "people", "background", "search", "duplicates"
    first, again = json.loads(first), json.loads(again)
    assert {key: first[key] for key in agree} == {key: again[key] for key in agree}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["nowhere.jsonl"], "nowhere.jsonl cannot be read: No such file or directory."),
        (["GROUPS", "--negatives=nowhere"], "nowhere cannot be read: No such file or directory."),
        (["GROUPS", "--background=-1"], "The number of invented people cannot be negative."),
        (["GROUPS", "--keep=A-1"], "The name of a kept database is a small letter and up to 29"),
    ],
)
def test_bad_input_is_one_sentence(files, options, sentence):
    options = [str(files[0]) if option == "GROUPS" else option for option in options]

    with pytest.raises(CommandError) as refusal:
        call_command("evaluate_names", *options)

    assert str(refusal.value).startswith(sentence)
    assert refusal.value.returncode == 1
