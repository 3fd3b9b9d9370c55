"""Derived columns are never out of step, however a change is made, and leak nothing hidden."""

import pytest
from django.db import connection

from cases.models import Case, Citation, Event
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    """A published case with one cited arrest."""
    case = make.case(published=True)
    arrest = make.event("arrest", case=case, occurred="2018", published=True)
    make.citation(make.source(published=True), event=arrest, published=True)
    return case


def derived(case: Case) -> tuple:
    case.refresh_from_db()
    return case.status, case.verification, case.source_count, case.is_settled


def test_saving_an_event_settles_its_case(held):
    assert derived(held) == ("in_custody", "single_source", 1, True)


def test_deleting_and_updating_in_bulk_settle_too(held):
    Event.objects.filter(case=held).update(kind="house_arrest")
    assert derived(held)[0] == "house_arrest"

    Citation.objects.filter(event__case=held).update(state="draft")
    Event.objects.filter(case=held).update(state="draft")
    Event.objects.filter(case=held).delete()
    assert derived(held) == ("unknown", "unverified", 0, True)


def test_creating_in_bulk_settles(held):
    enters = make.account("enters")
    release = Event(case=held, kind="house_arrest", entered_by=enters, **signed(held))
    release.occurred, release.occurred_basis = "2019", "stated"

    Event.objects.bulk_create([release])

    assert derived(held)[0] == "house_arrest"


def signed(case: Case) -> dict:
    names = ("state", "submitted_by", "submitted_at", "published_by", "published_at")
    return {name: getattr(case, name) for name in names}


def test_raw_sql_marks_the_case_and_the_next_settling_mends_it(held):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_event SET kind = 'disappearance' WHERE case_id = %s", [held.pk]
        )
    assert derived(held)[3] is False

    Case.objects.settle()

    assert derived(held) == ("disappeared", "single_source", 1, True)


def test_a_draft_event_does_not_change_what_the_public_is_told(held):
    make.event("release", case=held, occurred="2020")

    assert derived(held)[0] == "in_custody"


def test_a_staff_only_event_does_not_change_what_the_public_is_told(held):
    make.event("release", case=held, occurred="2020", secrecy="staff")

    assert derived(held)[0] == "in_custody"


def test_a_hidden_citation_or_source_does_not_count(held):
    arrest = held.events.get()
    make.citation(make.source(published=True), event=arrest)
    make.citation(make.source(secrecy="staff"), event=arrest, published=True)

    assert derived(held)[1:3] == ("single_source", 1)


def test_a_changed_origin_or_publisher_changes_the_verification(held):
    first = held.events.get().citations.get().source
    second = make.source(published=True)
    make.citation(second, case=held, published=True)
    assert derived(held)[1] == "independent"

    second.origin = first
    second.save()
    assert derived(held)[1] == "same_origin"

    publisher = make.organization(published=True)
    first.publisher = publisher
    first.save()
    publisher.kind = "court"
    publisher.save()
    assert derived(held)[1] == "confirmed_by_authority"


def test_a_shared_event_counts_only_for_its_subjects():
    subject, bystander = make.case(published=True), make.case(published=True)
    arrest = make.event("arrest", occurred="2023-03-27", published=True)
    make.participation(arrest, subject.person, "subject", case=subject, published=True)
    make.participation(arrest, bystander.person, "witness", case=bystander, published=True)

    assert (derived(subject)[0], derived(bystander)[0]) == ("in_custody", "unknown")
