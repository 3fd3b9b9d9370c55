"""A change of a published record waits for a second person; readers see what was until then."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from cases.models import Case, Facility
from config.records.models import PendingChange
from config.records.pending import accept, refuse, take_back
from tests import factories
from tests.pending import a_published_case, changed, review, told
from tests.sheet import sheet_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def facility(db):
    return factories.facility("Camp 1", published=True)


@pytest.fixture
def a_case(db) -> Case:
    return a_published_case()


# Proposing


def test_what_is_saved_on_the_page_of_a_published_record_changes_nothing_yet(
    client, contributor, signed_in, facility
):
    before = Facility.objects.values().get(pk=facility.pk)
    page = client.get(f"/facilities/{facility.public_id}/").content

    change = changed(signed_in(contributor), facility, name="Camp 2")

    assert Facility.objects.values().get(pk=facility.pk) == before
    assert client.get(f"/facilities/{facility.public_id}/").content == page
    assert (change.by, change.state, change.why) == (contributor, "waiting", "A source says so.")
    assert change.steps[0]["old"]["name"] == "Camp 1"
    assert change.steps[0]["new"]["name"] == "Camp 2"


def test_a_change_needs_a_reason(contributor, signed_in, facility):
    sheet = sheet_of(signed_in(contributor), facility).fill_in(name="Camp 2")

    assert sheet.errors(change_why="  ") == [
        "Say why it should change; whoever reviews it reads that."
    ]
    assert PendingChange.objects.count() == 0


def test_a_broken_rule_is_told_while_it_can_be_mended(contributor, signed_in, facility):
    sheet = sheet_of(signed_in(contributor), facility).fill_in(latitude="50")

    assert "Give both latitude and longitude." in sheet.errors(change_why="why")
    assert PendingChange.objects.count() == 0


def test_who_changes_nothing_makes_no_change(contributor, signed_in, facility):
    sheet_of(signed_in(contributor), facility).send(change_why="why")

    assert PendingChange.objects.count() == 0


def test_the_page_of_the_record_leads_to_what_waits(contributor, signed_in, facility):
    browser = signed_in(contributor)
    change = changed(browser, facility, name="Camp 2")

    page = browser.get(f"/admin/cases/facility/{facility.pk}/change/").content.decode()

    assert f"/admin/changes/{change.pk}/" in page


def test_a_withdrawn_record_is_changed_by_nobody(contributor, signed_in, facility):
    Facility.objects.filter(pk=facility.pk).update(state="withdrawn")

    sheet_of(signed_in(contributor), facility).fill_in(name="Camp 2").send(change_why="why")

    facility.refresh_from_db()
    assert (facility.name, PendingChange.objects.count()) == ("Camp 1", 0)


# Deciding


def test_a_reviewer_reads_the_difference_and_accepts_it(
    client, contributor, reviewer, signed_in, facility
):
    change = changed(signed_in(contributor), facility, name="Camp 2")
    browser = signed_in(reviewer)
    page = told(browser, change)

    review(browser, change, accept="Accept")

    change.refresh_from_db()
    assert "<del>Camp 1</del>" in page
    assert "<ins>Camp 2</ins>" in page
    assert (change.state, change.decided_by) == ("accepted", reviewer)
    assert "Camp 2" in client.get(f"/facilities/{facility.public_id}/").content.decode()


def test_the_history_says_who_proposed_it_and_who_accepted_it(
    contributor, reviewer, signed_in, facility
):
    change = changed(signed_in(contributor), facility, name="Camp 2")
    accept(change, by=reviewer)

    last = facility.versions.order_by("-pgh_id").first()

    assert last.pgh_context.metadata == {
        "by": reviewer.pk,
        "action": "accept",
        "why": "A source says so.",
        "proposed_by": contributor.pk,
    }


def test_a_refusal_has_a_reason_and_changes_nothing(contributor, reviewer, signed_in, facility):
    change = changed(signed_in(contributor), facility, name="Camp 2")
    review(signed_in(reviewer), change, refuse="Refuse", why="Not what it says.")

    change.refresh_from_db()
    facility.refresh_from_db()
    assert (change.state, change.decided_why) == ("refused", "Not what it says.")
    assert facility.name == "Camp 1"
    assert "Not what it says." in told(signed_in(contributor), change)


def test_a_refusal_without_a_reason_is_none(contributor, reviewer, signed_in, facility):
    change = changed(signed_in(contributor), facility, name="Camp 2")
    with pytest.raises(ValidationError, match="Give a reason"):
        refuse(change, by=reviewer, why=" ")


def test_its_author_takes_it_back_and_nobody_else(contributor, reviewer, signed_in, facility):
    change = changed(signed_in(contributor), facility, name="Camp 2")
    with pytest.raises(PermissionDenied):
        take_back(change, by=reviewer)

    review(signed_in(contributor), change, take_back="Take back")

    change.refresh_from_db()
    assert (change.state, change.decided_by) == ("taken_back", contributor)


def test_nobody_accepts_or_refuses_their_own_change(reviewer, signed_in, facility):
    change = changed(signed_in(reviewer), facility, name="Camp 2")

    answer = review(signed_in(reviewer), change, accept="Accept")
    with pytest.raises(ValidationError, match="take it back"):
        refuse(change, by=reviewer, why="why")

    facility.refresh_from_db()
    assert (answer.status_code, facility.name) == (200, "Camp 1")
    assert "You made this change; somebody else has to accept it." in answer.content.decode()


def test_the_database_refuses_that_an_author_decides(contributor, signed_in, facility):
    change = changed(signed_in(contributor), facility, name="Camp 2")
    signed = {"decided_by": contributor, "decided_at": timezone.now()}
    for state in ("accepted", "refused"):
        with pytest.raises(DatabaseError, match="change_two_people"), transaction.atomic():
            PendingChange.objects.filter(pk=change.pk).update(state=state, **signed)


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("steps = '[]'", "A change that waits is not altered"),
        ("by_id = decided_by_id", "A change that waits is not altered"),
        ("state = 'waiting', decided_by_id = NULL, decided_at = NULL", "was decided already"),
        ("decided_why = 'other'", "was decided already"),
    ],
)
def test_neither_what_was_asked_nor_what_was_decided_is_ever_altered(
    contributor, reviewer, signed_in, facility, assignment, said
):
    change = changed(signed_in(contributor), facility, name="Camp 2")
    if "already" in said:
        refuse(change, by=reviewer, why="no")

    trial = (pytest.raises(DatabaseError, match=said), transaction.atomic(), connection.cursor())
    with trial[0], trial[1], trial[2] as cursor:
        cursor.execute(f"UPDATE records_pendingchange SET {assignment}")  # noqa: S608  our own words


def test_a_contributor_decides_nothing(contributor, reviewer, signed_in, facility):
    change = changed(signed_in(reviewer), facility, name="Camp 2")

    answer = review(signed_in(contributor), change, accept="Accept")

    facility.refresh_from_db()
    assert "You may not publish a facility." in answer.content.decode()
    assert facility.name == "Camp 1"


def test_the_second_of_two_reviewers_is_told_who_was_quicker(
    contributor, reviewer, chief, signed_in, facility
):
    change = changed(signed_in(contributor), facility, name="Camp 2")
    accept(change, by=chief)

    answer = review(signed_in(reviewer), change, refuse="Refuse", why="no")

    change.refresh_from_db()
    assert "It is accepted already: chief decided on" in answer.content.decode()
    assert change.state == "accepted"


def test_a_change_is_refused_when_what_it_rests_on_has_changed(
    contributor, reviewer, chief, signed_in, facility
):
    first = changed(signed_in(contributor), facility, name="Camp 2")
    second = changed(signed_in(contributor), facility, name="Camp 3")
    accept(first, by=reviewer)

    with pytest.raises(ValidationError, match=f"{facility} has been changed since.*name"):
        accept(second, by=chief)

    facility.refresh_from_db()
    second.refresh_from_db()
    assert (facility.name, second.state) == ("Camp 2", "waiting")


def test_two_changes_of_different_fields_are_both_accepted(
    contributor, reviewer, signed_in, facility
):
    first = changed(signed_in(contributor), facility, name="Camp 2")
    second = changed(signed_in(contributor), facility, staff_note="Called Camp 2 too.")

    accept(first, by=reviewer)
    accept(second, by=reviewer)

    facility.refresh_from_db()
    assert (facility.name, facility.staff_note) == ("Camp 2", "Called Camp 2 too.")


def test_what_is_not_published_any_more_is_not_changed(contributor, reviewer, signed_in, facility):
    change = changed(signed_in(contributor), facility, name="Camp 2")
    Facility.objects.filter(pk=facility.pk).update(state="withdrawn")

    with pytest.raises(ValidationError, match="not published any more"):
        accept(change, by=reviewer)
