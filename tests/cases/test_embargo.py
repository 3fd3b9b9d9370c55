"""An embargo ends by the clock alone: before it staff alone see the record, from then on all do."""

import secrets
import time
from datetime import timedelta

import pgtrigger
import pytest
from django.core.management import call_command
from django.utils import timezone

from cases.models import Case, Event, Source
from config.records import actions
from people.models import Person
from people.search import ask
from tests import factories

pytestmark = pytest.mark.django_db


def moved_by(hours: float):
    return timezone.now() + timedelta(hours=hours)


def a_case(embargo=None, **values) -> Case:
    """A published case of a person who is not under an embargo."""
    case = factories.case(published=True, **values)
    arrest = factories.event(
        "arrest", case=case, published=True, occurred="2018", occurred_basis="stated"
    )
    factories.citation(factories.source(published=True), event=arrest, published=True)
    Case.objects.filter(pk=case.pk).update(embargoed_until=embargo)
    return Case.objects.get(pk=case.pk)


def addresses(case: Case) -> list[str]:
    event = case.events.get()
    return [
        f"/cases/{case.public_id}/",
        f"/api/v1/cases/{case.public_id}/",
        f"/events/{event.public_id}/",
        f"/api/v1/events/{event.public_id}/",
    ]


def statuses(client, case: Case) -> list[int]:
    return [client.get(address).status_code for address in addresses(case)]


def test_before_its_end_a_case_and_what_is_seen_through_it_are_missing(client):
    case = a_case(moved_by(1))

    assert statuses(client, case) == [404] * 4
    assert client.get("/api/v1/cases/").json()["count"] == 0
    assert case.public_id not in client.get("/api/v1/cases.csv").getvalue().decode()


def test_from_its_end_on_they_are_seen_and_nothing_had_to_run(client):
    case = a_case(moved_by(-1))

    assert statuses(client, case) == [200] * 4
    assert client.get("/api/v1/cases/").json()["count"] == 1


def test_staff_see_it_all_along(contributor, signed_in):
    case = a_case(moved_by(1))

    assert statuses(signed_in(contributor), case) == [200] * 4


def test_a_researcher_waits_like_everybody(researcher, signed_in):
    case = a_case(moved_by(1))

    assert statuses(signed_in(researcher), case) == [404] * 4


def test_who_asks_what_changed_since_hears_of_it_once_the_embargo_has_ended(client):
    ended = moved_by(-1)
    case = a_case(moved_by(5))
    future = Case.objects.get(pk=case.pk)
    # As if the hours had passed: the time of the change was written when the embargo was.
    past = {"embargoed_until": ended, "updated_at": ended, "changed_at": ended}

    assert future.updated_at == future.embargoed_until
    assert future.changed_at == future.embargoed_until
    Case.objects.filter(pk=case.pk).update(**past)
    since = (ended - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert client.get(f"/api/v1/cases/?updated_since={since}").json()["count"] == 1


def test_that_an_ended_embargo_is_forgotten_is_no_change():
    case = a_case(moved_by(-1))
    before = Case.objects.get(pk=case.pk)

    assert Case.objects.forget_ended_embargoes() == 1

    after = Case.objects.get(pk=case.pk)
    assert (after.embargoed_until, after.updated_at) == (None, before.updated_at)


def test_a_case_tells_nothing_of_an_event_under_an_embargo_until_it_ends():
    case = a_case()
    freed = factories.event(
        "release",
        case=case,
        published=True,
        occurred="2020",
        occurred_basis="stated",
        embargoed_until=moved_by(1),
    )
    factories.citation(factories.source(published=True), event=freed, published=True)
    before = Case.objects.get(pk=case.pk)

    Event.objects.filter(pk=freed.pk).update(embargoed_until=moved_by(-1))

    assert (before.status, before.source_count, before.opens_at) == (
        "in_custody",
        1,
        freed.embargoed_until,
    )
    assert Case.objects.get(pk=case.pk).status == "released"


def test_when_an_embargo_ends_its_case_is_found_to_be_unsettled():
    case = a_case()
    assert Case.objects.unsettled().count() == 0

    from_the_base = Case._base_manager.filter(pk=case.pk)
    from_the_base.update(opens_at=moved_by(-1))

    assert list(Case.objects.unsettled()) == [case]


def test_whoever_is_published_along_waits_as_long(contributor, reviewer):
    held = factories.case(embargoed_until=moved_by(3))
    known = factories.place("Almaty", published=True)
    Person.objects.filter(pk=held.person_id).update(home=known)
    arrest = factories.event("arrest", case=held, occurred="2018", occurred_basis="stated")
    factories.citation(factories.source(), event=arrest)
    held = Case.objects.get(pk=held.pk)
    actions.submit(held, by=contributor)

    moved = actions.publish(held, by=reviewer)

    assert {one.embargoed_until for one in moved} == {held.embargoed_until}
    known.refresh_from_db()
    assert (len(moved), known.embargoed_until) == (6, None)
    assert Person.objects.published().count() == 0


def test_a_search_finds_no_name_under_an_embargo_and_finds_it_as_soon_as_it_has_ended(client):
    someone = factories.person("Iskander Beren", published=True)
    Person.objects.filter(pk=someone.pk).update(embargoed_until=moved_by(1))
    before = ask("Iskander Beren", None).people

    # The hours pass, and nothing is told of it: neither a trigger nor a command runs.
    pass_by(Person, someone.pk)
    after = ask("Iskander Beren", None).people
    call_command("settle", verbosity=0)

    assert (list(before), list(after)) == ([], [someone.pk])
    assert list(ask("Iskander Beren", None).people) == [someone.pk]


def pass_by(model, key: int) -> None:
    """Let an embargo end, past all triggers, as time does."""
    with pgtrigger.ignore():
        model._base_manager.filter(pk=key).update(embargoed_until=moved_by(-0.001))


def test_a_name_under_an_embargo_is_not_the_one_that_readers_are_shown():
    someone = factories.person("Open Name", published=True)
    factories.name(someone, "Secret Name", published=True, embargoed_until=moved_by(1))
    someone.names.filter(text="Open Name").update(is_primary=False)
    someone.names.filter(text="Secret Name").update(is_primary=True)
    someone.refresh_from_db()

    assert someone.name_shown == "Open Name"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_an_embargo_that_ends_while_a_download_streams_leaves_the_file_as_it_began(client):
    signed = {
        "state": "published",
        "entered_by": factories.account("enters"),
        "submitted_by": factories.account("submits"),
        "submitted_at": timezone.now(),
        "published_by": factories.account("publishes"),
        "published_at": timezone.now(),
        "kind": "news_article",
    }
    held = Source(title="Under an embargo", **signed)
    held.save()
    many = [Source(title=secrets.token_hex(240), **signed) for _ in range(4000)]
    Source.objects.bulk_create(many)
    ends = timezone.now() + timedelta(seconds=3)
    Source.objects.filter(pk=held.pk).update(embargoed_until=ends)
    # The last rows are the oldest: the one under an embargo would come at the very end.
    pieces = iter(client.get("/api/v1/sources.csv").streaming_content)
    begun = [next(pieces) for _ in range(3)]
    assert timezone.now() < ends

    time.sleep(max(0, (ends - timezone.now()).total_seconds()) + 0.2)
    body = b"".join([*begun, *pieces]).decode()

    again = client.get("/api/v1/sources.csv").getvalue().decode()
    assert (body.count("\r\n"), held.public_id in body) == (4001, False)
    assert (again.count("\r\n"), held.public_id in again) == (4002, True)
