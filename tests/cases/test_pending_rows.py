"""Changes that wait reach over a whole page, and are hidden with any row that they speak of."""

import pytest

from cases.models import Case, Citation, Event, Participation
from config.records.models import PendingChange
from config.records.pending import accept
from people.models import Person, PersonName
from tests import factories
from tests.pending import a_published_case, changed, told
from tests.sheet import sheet_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def facility(db):
    return factories.facility("Camp 1", published=True)


@pytest.fixture
def a_case(db) -> Case:
    return a_published_case()


# Rows beside the record


def test_names_of_a_published_person_are_added_changed_and_withdrawn_together(
    client, contributor, reviewer, signed_in
):
    someone = factories.person("Aqiqat", published=True)
    wrong = factories.name(someone, "Akikat", published=True)
    sheet = sheet_of(signed_in(contributor), someone)
    rows = {row: sheet.boxes[f"names-{row}-id"] for row in (0, 1)}
    at = {int(key): row for row, key in rows.items()}
    sheet.fill_in_row("names", at[wrong.pk], DELETE="on")
    sheet.fill_in_row("names", 1 - at[wrong.pk], text="Aqiqat Qaliolla")
    sheet.fill_in_row("names", 2, text="Акикат", kind="as_published")
    before = sorted(PersonName.objects.values_list("text", "state"))
    answer = sheet.send(change_why="The document says so.")
    change = PendingChange.objects.latest("id")
    assert answer.status_code == 302
    assert sorted(PersonName.objects.values_list("text", "state")) == before

    accept(change, by=reviewer)

    assert sorted(PersonName.objects.values_list("text", "state")) == [
        ("Akikat", "withdrawn"),
        ("Aqiqat Qaliolla", "published"),
        ("Акикат", "published"),
    ]
    added = PersonName.objects.get(text="Акикат")
    assert (added.submitted_by, added.published_by) == (contributor, reviewer)
    assert [step["what"] for step in change.steps] == ["change", "add", "withdraw"]
    assert Person.objects.get(pk=someone.pk).name_shown == "Aqiqat Qaliolla"


def test_an_event_with_who_took_part_and_who_says_so_is_added_as_one_change(
    client, contributor, reviewer, signed_in, a_case
):
    wire = factories.source("A wire report", published=True)
    witness = factories.person("A witness", published=True)
    sheet = sheet_of(signed_in(contributor), a_case)
    new = int(sheet.boxes["events-TOTAL_FORMS"])
    sheet.fill_in_row("events", new, kind="release", occurred_written="2020")
    about = {"about": f"row:{new + 1}"}
    parts = int(sheet.boxes["participations-TOTAL_FORMS"])
    sheet.fill_in_row("participations", parts, person=witness.pk, role="witness", **about)
    cited = int(sheet.boxes["citations-TOTAL_FORMS"])
    sheet.fill_in_row("citations", cited, source=wire.pk, says="released", **about)
    answer = sheet.send(change_why="They came home.")
    assert answer.status_code == 302, answer.context["errors"]
    change = PendingChange.objects.latest("id")
    page = told(signed_in(reviewer), change)
    counts = [one.objects.count() for one in (Event, Participation, Citation)]

    accept(change, by=reviewer)

    case = Case.objects.get(pk=a_case.pk)
    freed = case.events.get(kind="release")
    assert counts == [1, 1, 1]
    assert [step["what"] for step in change.steps] == ["add"] * 3
    assert f"{freed.public_id} (new)" in page
    assert (case.status, freed.citations.get().says) == ("released", "released")
    assert freed.participations.get().person == witness
    assert client.get(f"/events/{freed.public_id}/").status_code == 200


def test_a_row_of_another_state_on_the_page_stays_locked(contributor, signed_in, a_case):
    event = a_case.events.get()
    Event.objects.filter(pk=event.pk).update(state="withdrawn")
    sheet = sheet_of(signed_in(contributor), a_case)

    sheet.fill_in(**{"events-0-title": "Other"}).send(change_why="why")

    assert PendingChange.objects.count() == 0


# Who sees it


def test_a_change_with_a_sealed_row_is_for_chiefs_alone(
    contributor, reviewer, chief, signed_in, a_case
):
    hidden = factories.event("release", case=a_case, secrecy="sealed", title="zqsealed")
    sheet = sheet_of(signed_in(chief), a_case)
    row = next(
        name.split("-")[1]
        for name, value in sheet.boxes.items()
        if name.startswith("events-") and name.endswith("-id") and value == str(hidden.pk)
    )
    sheet.fill_in(**{f"events-{row}-title": "zqother"}).send(change_why="why")
    change = PendingChange.objects.get()

    seen = {
        user.username: signed_in(user).get(f"/admin/changes/{change.pk}/").status_code
        for user in (contributor, reviewer, chief)
    }

    assert seen == {"contributor": 404, "reviewer": 404, "chief": 200}
    assert list(PendingChange.objects.visible_to(reviewer)) == []


def test_a_row_that_is_sealed_afterwards_takes_the_change_along(
    contributor, reviewer, chief, signed_in, a_case
):
    event = a_case.events.get()
    sheet = sheet_of(signed_in(contributor), a_case)
    sheet.fill_in(**{"events-0-title": "Other"}).send(change_why="why")
    change = PendingChange.objects.get()
    Event.objects.filter(pk=event.pk).update(state="draft", secrecy="sealed")

    assert signed_in(reviewer).get(f"/admin/changes/{change.pk}/").status_code == 404
    assert signed_in(chief).get(f"/admin/changes/{change.pk}/").status_code == 200


def test_neither_a_visitor_nor_a_researcher_comes_near_a_change(
    client, contributor, researcher, signed_in, facility
):
    change = changed(signed_in(contributor), facility, name="Camp 2")

    assert client.get(f"/admin/changes/{change.pk}/").status_code == 302
    assert signed_in(researcher).get(f"/admin/changes/{change.pk}/").status_code == 302
    assert list(PendingChange.objects.visible_to(researcher)) == []
    assert signed_in(contributor).get("/admin/changes/999/").status_code == 404
