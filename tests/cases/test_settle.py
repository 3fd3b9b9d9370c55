"""`manage.py settle` proves that every case's status follows from its events and citations."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from cases.models import Case
from tests import factories


@pytest.fixture
def case(db):
    held = factories.case(published=True)
    factories.event("arrest", case=held, occurred="2018", occurred_basis="stated", published=True)
    return Case.objects.get(pk=held.pk)


def settle(*arguments: str) -> str:
    told = io.StringIO()
    call_command("settle", *arguments, stdout=told)
    return told.getvalue()


def falsify(case: Case, assignment: str) -> None:
    """Write past everything that keeps the columns in step."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE cases_case SET {assignment} WHERE id = %s", [case.pk])  # noqa: S608  our own words


def test_a_register_in_step_is_told_so(case):
    assert settle("--check") == "0 of 1 cases differed.\n"


@pytest.mark.parametrize(
    "assignment",
    [
        "status = 'released'",
        "verification = 'documented'",
        "citation_count = 7",
        "deprived_event_id = NULL",
        "is_settled = false",
    ],
)
def test_a_check_finds_what_differs_and_changes_nothing(case, assignment):
    falsify(case, assignment)
    before = Case.objects.filter(pk=case.pk).values().get()

    with pytest.raises(CommandError, match="1 of 1 cases differed") as failure:
        settle("--check")

    assert failure.value.returncode == 1
    assert Case.objects.filter(pk=case.pk).values().get() == before


def test_what_differs_is_mended_and_named_by_its_address_only(case):
    falsify(case, "status = 'released'")

    told = settle()

    assert told == f"{case.public_id} differs.\n1 of 1 cases differed and are mended.\n"
    assert Case.objects.get(pk=case.pk).status == "in_custody"
    assert settle("--check") == "0 of 1 cases differed.\n"


def test_more_cases_than_one_batch_are_looked_at(case, monkeypatch):
    monkeypatch.setattr("cases.management.commands.settle.BATCH", 1)
    falsify(factories.case(published=True), "status = 'abroad'")

    assert settle().endswith("1 of 2 cases differed and are mended.\n")


def test_a_status_that_settling_changes_counts_as_a_change(case):
    factories.event("sentencing", case=case, occurred="2018", occurred_basis="stated",
                    sentence_kind="prison", sentence_months=240, published=True)  # fmt: skip
    falsify(case, "sentence_end_latest = '2019-01-01'")
    before = Case.objects.get(pk=case.pk)
    assert before.status == "serving_sentence"

    falsify(case, "status = 'released', is_settled = false")
    Case.objects.settle()

    after = Case.objects.get(pk=case.pk)
    assert after.status == "serving_sentence"
    assert after.changed_at >= after.updated_at
    assert settle("--check") == "0 of 1 cases differed.\n"
