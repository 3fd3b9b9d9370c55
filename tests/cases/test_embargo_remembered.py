"""Whatever is remembered of the register follows the clock, too: an embargo ends, nobody writes."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Case, Event
from config.records import freshness, notices
from config.records.notices import Notice, standing
from people.models import Person
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
SOON = timedelta(seconds=2)


@pytest.fixture(autouse=True)
def nothing_remembered():
    freshness._tags.clear()


@pytest.fixture
def embargoed():
    """A case that everybody sees, and one that everybody will: (the second, when)."""
    shown = factories.case(factories.person("Shown", published=True, sex="male"), published=True)
    factories.event("arrest", published=True, case=shown)
    case = factories.case(factories.person("Later", published=True, sex="female"), published=True)
    factories.event("fine", published=True, case=case)
    Case.objects.settle()
    ends = timezone.now() + SOON
    Case.objects.filter(pk=case.pk).update(embargoed_until=ends)
    return case, ends


def waited_for(ends) -> None:
    time.sleep(max(0, (ends - timezone.now()).total_seconds()) + 0.05)


def told(client, address: str = "/cases/") -> tuple:
    """How many cases a page says that there are, and which words its facets offer."""
    context = client.get(address).context
    facets = context["facets"]
    return context["page"].count, {
        one.value for options in facets.values() for one in options if one.count
    } & {"male", "female", "arrest", "fine"}


def test_counts_and_facets_take_a_case_in_the_moment_its_embargo_ends(client, embargoed):
    _, ends = embargoed
    before, version = [told(client) for _ in range(2)], standing().number

    waited_for(ends)
    after = [told(client) for _ in range(2)]

    assert before == [(1, {"male", "arrest"})] * 2
    assert after == [(2, {"male", "female", "arrest", "fine"})] * 2
    assert standing().number == version


def test_a_case_is_counted_from_the_moment_its_person_s_embargo_ends(client, embargoed):
    case, ends = embargoed
    Case.objects.filter(pk=case.pk).update(embargoed_until=None)
    Person.objects.filter(pk=case.person_id).update(embargoed_until=ends)

    before = told(client), told(client, "/cases/?q=later")[0]
    waited_for(ends)

    assert before == ((1, {"male", "arrest"}), 0)
    assert told(client)[0] == 2
    assert told(client, "/cases/?sex=female")[0] == 1


@pytest.mark.parametrize("address", ["/api/v1/cases/", "/cases/", "/"])
def test_a_tag_holds_until_the_moment_that_an_embargo_ends(client, embargoed, address):
    case, ends = embargoed
    tag = client.get(address)["ETag"]
    held = [client.get(address, HTTP_IF_NONE_MATCH=tag).status_code for _ in range(2)]

    waited_for(ends)
    answer = client.get(address, HTTP_IF_NONE_MATCH=tag)

    assert (held, answer.status_code) == ([304, 304], 200)
    assert case.public_id in answer.content.decode()


def test_charts_and_counters_count_from_that_moment(client, embargoed):
    _, ends = embargoed
    before = client.get("/").context

    waited_for(ends)
    after = client.get("/").context

    numbers = [(one["counters"].rows[0].number, one["charts"].total) for one in (before, after)]
    assert numbers == [(1, 1), (2, 2)]


def test_a_longer_embargo_hides_what_was_due(client, embargoed):
    case, ends = embargoed
    before = told(client)
    Case.objects.filter(pk=case.pk).update(embargoed_until=ends + timedelta(hours=1))

    waited_for(ends)

    assert (before, told(client)) == ((1, {"male", "arrest"}), (1, {"male", "arrest"}))


def test_an_embargo_put_on_takes_the_case_out_of_every_count_at_once(client, embargoed):
    told(client)

    Case.objects.update(embargoed_until=timezone.now() + timedelta(hours=1))

    page = client.get("/cases/").context
    assert (page["page"].count, page["facets"]) == (0, {})
    assert client.get("/").context["charts"].total == 0


def test_beginning_anew_forgets_no_embargo_and_has_everything_read_again(client, embargoed):
    _, ends = embargoed
    before = told(client)[0]
    Event.objects.filter(kind="arrest").update(description="changed")

    notices.begin_anew()
    dues = list(Notice.objects.exclude(due_at=None).values_list("table", "due_at"))
    waited_for(ends)

    assert dues == [("cases_case", ends)]
    assert (before, told(client)[0]) == (1, 2)


def test_old_notices_are_forgotten_and_those_of_embargoes_are_not(client, embargoed, monkeypatch):
    _, ends = embargoed
    monkeypatch.setattr(notices, "KEPT", 2)
    before = told(client)[0]
    for number in range(4):
        Event.objects.filter(kind="arrest").update(description=f"changed {number}")

    dues = Notice.objects.exclude(due_at=None)
    due = list(dues)
    Notice.objects.forget_old()
    left = list(dues), Notice.objects.filter(due_at=None).count()
    waited_for(ends)

    assert (len(due) > 0, left) == (True, (due, 2))
    assert (before, told(client)[0]) == (1, 2)
