"""Submitting and publishing many records at once keeps every rule of doing it one by one."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from config.records import actions
from config.records.choices import Secrecy, State
from config.records.history import versions
from people.models import Place
from tests import factories


@pytest.fixture
def drafts(db):
    return [factories.place("Almaty"), factories.place("Astana"), factories.organization()]


def states(records) -> list[str]:
    return [type(one).objects.get(pk=one.pk).state for one in records]


def test_many_are_published_by_somebody_else_and_signed(drafts, contributor, reviewer):
    actions.submit_all(drafts, by=contributor)
    actions.publish_all(drafts, by=reviewer)

    assert states(drafts) == [State.PUBLISHED] * 3
    first = Place.objects.get(pk=drafts[0].pk)
    assert (first.submitted_by, first.published_by) == (contributor, reviewer)
    newest = versions(first).first().pgh_context.metadata
    assert (newest["by"], newest["action"]) == (reviewer.pk, "publish")


def test_what_is_not_submitted_is_not_published(drafts, reviewer):
    actions.publish_all(drafts, by=reviewer)

    assert states(drafts) == [State.DRAFT] * 3


def test_nobody_publishes_what_they_submitted(drafts, reviewer):
    actions.submit_all(drafts, by=reviewer)

    with pytest.raises(IntegrityError, match="two_people"), transaction.atomic():
        actions.publish_all(drafts, by=reviewer)

    assert states(drafts) == [State.SUBMITTED] * 3


def test_a_secret_record_is_not_published_among_many(drafts, contributor, reviewer):
    drafts.append(factories.place("Hidden", secrecy=Secrecy.STAFF))
    actions.submit_all(drafts, by=contributor)

    with pytest.raises(IntegrityError, match="not_secret"), transaction.atomic():
        actions.publish_all(drafts, by=reviewer)

    assert states(drafts) == [State.SUBMITTED] * 4


def test_a_case_without_a_source_holds_back_the_rest(drafts, contributor, reviewer):
    case = factories.case()
    records = [*drafts, case.person, *case.person.names.all(), case]
    actions.submit_all(records, by=contributor)

    with pytest.raises(ValidationError, match="Cite at least one public source"):
        actions.publish_all(records, by=reviewer)

    assert states(records) == [State.SUBMITTED] * len(records)


def test_a_contributor_does_not_publish_many(drafts, contributor):
    actions.submit_all(drafts, by=contributor)

    with pytest.raises(PermissionDenied):
        actions.publish_all(drafts, by=contributor)
