"""What the database holds true of every record: two people, secrecy, history, visibility."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from cases.models import Case, Event
from config.records import actions
from config.records.history import because, versions
from config.records.models import kinds
from people.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_the_database_refuses_one_person_who_submits_and_publishes():
    case = make.case(published=True)

    with pytest.raises(IntegrityError, match="two_people"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(published_by=case.submitted_by)


@pytest.mark.parametrize("secrecy", ["staff", "sealed"])
def test_the_database_refuses_to_publish_what_is_secret(secrecy):
    case = make.case(published=True)

    with pytest.raises(IntegrityError, match="not_secret"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(secrecy=secrecy)


def test_the_database_keeps_what_is_published():
    person = make.person(published=True)

    with pytest.raises(DatabaseError), transaction.atomic():
        Person.objects.filter(pk=person.pk).delete()


def test_a_bound_never_precedes_the_other():
    event = make.event("arrest", occurred="2018")

    with pytest.raises(IntegrityError, match="in_order"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(occurred_latest="2017-01-01")


def test_an_event_of_a_hidden_case_is_hidden():
    case = make.case()
    make.event("arrest", case=case, occurred="2018", published=True)

    assert list(Event.objects.published()) == []


def test_who_sees_what(researcher, contributor, chief):
    for secrecy, published in (("public", True), ("registered", True), ("staff", False)):
        make.person(secrecy, published=published, secrecy=secrecy)
    make.person("sealed", secrecy="sealed")

    def seen(user):
        return sorted(Person.objects.visible_to(user).values_list("secrecy", flat=True))

    assert seen(None) == ["public"]
    assert seen(researcher) == ["public", "registered"]
    assert seen(contributor) == ["public", "registered", "staff"]
    assert seen(chief) == ["public", "registered", "sealed", "staff"]


def test_an_edit_of_a_draft_and_a_staff_note_move_no_public_time():
    before = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    person = make.person(described_as="Somebody", published=True, updated_at=before)

    Person.objects.filter(pk=person.pk).update(staff_note="checked again")
    person.refresh_from_db()
    assert person.updated_at == before

    Person.objects.filter(pk=person.pk).update(sex="male")
    person.refresh_from_db()
    assert person.updated_at > before


def test_history_is_signed_and_never_altered(contributor):
    person = make.person("A")
    with because(by=contributor, action="correct", why="a letter"):
        Person.objects.filter(pk=person.pk).update(sex="male")

    newest = versions(person)[0]
    assert (newest.sex, newest.pgh_context.metadata["why"]) == ("male", "a letter")
    with pytest.raises(DatabaseError), transaction.atomic():
        type(newest).objects.filter(pk=newest.pk).update(sex="female")
    with pytest.raises(DatabaseError), transaction.atomic():
        newest.delete()


def test_a_case_goes_from_draft_to_published_through_two_people(contributor, reviewer):
    case = make.case(make.person("A", entered_by=contributor), entered_by=contributor)
    arrest = make.event("arrest", case=case, occurred="2018")
    make.citation(make.source(), event=arrest)

    actions.submit(case, by=contributor)
    with pytest.raises(PermissionDenied):
        actions.publish(case, by=contributor)
    actions.publish(case, by=reviewer)

    assert list(Case.objects.published()) == [case]
    assert Event.objects.published().get() == arrest


def test_a_reviewer_does_not_publish_what_she_submitted(reviewer):
    case = make.case(entered_by=reviewer)
    actions.submit(case, by=reviewer)

    with pytest.raises(ValidationError, match="somebody else"):
        actions.publish(case, by=reviewer)


def test_publishing_names_what_is_missing_and_moves_nothing(contributor, reviewer):
    case = make.case()
    actions.submit(case, by=contributor)

    with pytest.raises(ValidationError) as refused:
        actions.publish(case, by=reviewer)

    case.refresh_from_db()
    assert case.state == "submitted"
    assert [m for m in refused.value.messages if "public source" in m] != []


@pytest.mark.parametrize("kind", kinds())
def test_what_strangers_ask_is_the_same_worked_out_once_or_anew(kind):
    model = kinds()[kind]
    anew = str(model.objects.filter(model.visible(None)).query)

    assert str(model.objects.visible_to(None).query) == anew
    narrowed = model.objects.filter(state="draft")
    assert str(narrowed.visible_to(None).query) == str(narrowed.filter(model.visible(None)).query)
    assert list(model.objects.none().visible_to(None)) == []
