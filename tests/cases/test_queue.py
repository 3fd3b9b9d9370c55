"""The queue of what waits, and the public page of a record before it is public."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Case, Event, Facility
from config.records import actions
from config.records.models import PendingChange
from tests import factories
from tests.sheet import sheet_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def camp(contributor) -> Facility:
    made = factories.facility("Camp of the queue")
    actions.submit(made, by=contributor)
    return Facility.objects.get(pk=made.pk)


def page(browser, address: str = "/admin/queue/") -> str:
    return " ".join(browser.get(address).content.decode().split())


def test_what_others_submitted_waits_for_a_reviewer_and_leads_to_publishing(
    reviewer, signed_in, camp
):
    told = page(signed_in(reviewer))

    assert "Camp of the queue" in told
    assert f"/admin/cases/facility/{camp.pk}/move/publish/" in told
    assert f"/admin/cases/facility/{camp.pk}/move/send_back/" in told
    assert "What waits: 1" in page(signed_in(reviewer), "/admin/")


def test_what_somebody_submitted_does_not_wait_for_them(contributor, signed_in, camp):
    assert "Camp of the queue" not in page(signed_in(contributor))
    assert "What waits: 0" in page(signed_in(contributor), "/admin/")


def test_a_case_is_listed_once_with_what_is_missing(contributor, reviewer, signed_in):
    case = factories.case(title="zqcase")
    factories.event("contact", case=case, title="zqevent")
    actions.submit(Case.objects.get(pk=case.pk), by=contributor)

    told = page(signed_in(reviewer))

    assert "zqcase" in told
    assert "zqevent" not in told
    assert "Cite at least one public source" in told
    assert "No citation quotes a passage." in told


def test_what_was_sent_back_waits_for_its_author_with_the_reason(
    contributor, reviewer, signed_in, camp
):
    actions.send_back(camp, by=reviewer, why="Which camp is it?")

    assert "Which camp is it?" in page(signed_in(contributor))
    assert "Which camp is it?" not in page(signed_in(reviewer))


def test_a_change_and_an_embargo_that_ends_soon_wait_too(contributor, reviewer, signed_in):
    shown = factories.facility("Camp 1", published=True)
    sheet_of(signed_in(contributor), shown).fill_in(name="Camp 2").send(change_why="zqwhy")
    factories.facility("zqsoon", published=True, embargoed_until=timezone.now() + timedelta(days=3))
    factories.facility(
        "zqlater", published=True, embargoed_until=timezone.now() + timedelta(days=300)
    )

    told = page(signed_in(reviewer))

    assert f"/admin/changes/{PendingChange.objects.get().pk}/" in told
    assert "zqwhy" in told
    assert "zqsoon" in told
    assert "zqlater" not in told


def test_one_kind_alone_can_be_asked_for(reviewer, signed_in, camp):
    assert "Camp of the queue" in page(signed_in(reviewer), "/admin/queue/?kind=cases.facility")
    assert "Camp of the queue" not in page(signed_in(reviewer), "/admin/queue/?kind=cases.case")


def test_a_sealed_record_waits_for_chiefs_alone(contributor, reviewer, chief, signed_in, camp):
    Facility.objects.filter(pk=camp.pk).update(secrecy="sealed")

    assert "Camp of the queue" not in page(signed_in(reviewer))
    assert "Camp of the queue" in page(signed_in(chief))


def test_neither_a_visitor_nor_a_researcher_reads_the_queue(client, researcher, signed_in):
    assert client.get("/admin/queue/").status_code == 302
    assert signed_in(researcher).get("/admin/queue/").status_code == 302


# As the public sees it


@pytest.fixture
def draft(db) -> Case:
    """A case with a public and a registered event, none of it published."""
    case = factories.case(title="zqtitle", staff_note="zqnote")
    arrest = factories.event(
        "arrest", case=case, description="zqopen", occurred="2018", occurred_basis="stated"
    )
    factories.event("contact", case=case, description="zqregistered", secrecy="registered")
    factories.event("contact", case=case, description="zqsealed", secrecy="sealed")
    factories.citation(factories.source(), event=arrest)
    return Case.objects.get(pk=case.pk)


def preview(browser, record, question: str = ""):
    return browser.get(f"/admin/preview/{record._meta.label_lower}/{record.pk}/{question}")


def heard(response) -> list[str]:
    words = ("zqtitle", "zqopen", "zqregistered", "zqsealed", "zqnote")
    return [word for word in words if word in response.content.decode()]


def test_a_draft_is_shown_as_everybody_would_see_it_and_nothing_is_kept(
    client, contributor, signed_in, draft
):
    before = [list(one.objects.values()) for one in (Case, Event)]

    answer = preview(signed_in(contributor), draft)

    assert heard(answer) == ["zqtitle", "zqopen"]
    assert answer["Cache-Control"].startswith("no-store, private")
    assert "if it were published now" in answer.content.decode()
    assert "Enter and review" not in answer.content.decode()
    assert [list(one.objects.values()) for one in (Case, Event)] == before
    assert client.get(f"/cases/{draft.public_id}/").status_code == 404


def test_a_researcher_would_see_what_is_registered(contributor, signed_in, draft):
    answer = preview(signed_in(contributor), draft, "?as=researcher")

    assert heard(answer) == ["zqtitle", "zqopen", "zqregistered"]


def test_a_change_that_waits_is_shown_as_if_it_were_accepted(contributor, reviewer, signed_in):
    shown = factories.facility("Camp 1", published=True)
    sheet_of(signed_in(contributor), shown).fill_in(name="Camp 2").send(change_why="why")
    change = PendingChange.objects.get()

    answer = preview(signed_in(reviewer), shown, f"?change={change.pk}")

    shown.refresh_from_db()
    change.refresh_from_db()
    assert "Camp 2" in answer.content.decode()
    assert (shown.name, change.state) == ("Camp 1", "waiting")


def test_what_is_for_staff_would_be_seen_by_nobody(contributor, signed_in):
    hidden = factories.facility("zqhidden", secrecy="staff")

    answer = preview(signed_in(contributor), hidden)

    assert "zqhidden" not in answer.content.decode()


@pytest.mark.parametrize("question", ["?as=chief", "?change=9", "?change=x"])
def test_what_cannot_be_shown_is_missing(contributor, signed_in, draft, question):
    assert preview(signed_in(contributor), draft, question).status_code == 404


def test_a_preview_is_for_staff_who_may_see_the_record(
    client, contributor, researcher, signed_in, draft
):
    Case.objects.filter(pk=draft.pk).update(secrecy="sealed")

    assert preview(signed_in(contributor), draft).status_code == 404
    assert preview(client, draft).status_code == 302
    assert preview(signed_in(researcher), draft).status_code == 302
