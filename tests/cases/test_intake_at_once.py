"""Two workers with the same article at the same moment: nothing is lost, and nothing is doubled."""

import pytest

from cases.models import Case, Citation, Event, Intake, Suggestion
from people.models import Person, PersonName
from tests.cases.intake_sheet import IntakeSheet, page_of
from tests.conftest import an_account
from tests.people.test_merge_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def browsers(signed_in) -> list:
    return [signed_in(an_account(role, is_staff=True)) for role in ("contributor", "reviewer")]


def counts() -> list[int]:
    return [one.objects.count() for one in (Person, PersonName, Case, Event, Citation)]


def test_what_two_accept_at_once_is_entered_once(snapshot, browsers):
    sheets = [IntakeSheet(browser, snapshot).read() for browser in browsers]
    sent = [(sheet.browser, sheet.sent("rest")) for sheet in sheets]

    answers = at_once(
        *(lambda one=one, boxes=boxes: one.post(page_of(snapshot), boxes) for one, boxes in sent)
    )

    assert [answer.status_code for answer in answers] == [302, 302]
    assert counts()[:4] == [6, 6, 4, 4]
    assert Citation.objects.filter(event__kind="sentencing").count() == 3
    assert set(Suggestion.objects.values_list("decision", flat=True)) <= {
        "accepted",
        "left_out",
    }
    assert Suggestion.objects.values("decided_by").distinct().count() == 1


def test_what_two_read_at_once_is_found_once(snapshot, browsers):
    answers = at_once(
        *(lambda one=one: one.post(page_of(snapshot), {"do": "read"}) for one in browsers)
    )

    assert [answer.status_code for answer in answers] == [302, 302]
    assert (Intake.objects.count(), Suggestion.objects.count()) == (1, 17)
