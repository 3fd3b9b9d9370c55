"""Forms: broken rules told in words, records that are not to be changed."""

import pytest
from django.urls import reverse

from cases.models import Case, Citation, Event, Facility, Participation, Source
from config.records.choices import State
from config.records.models import PendingChange
from people.models import Person, PersonName, Place
from tests import factories as make
from tests.sheet import Sheet, address, sheet_of


@pytest.fixture
def browser(contributor, signed_in):
    return signed_in(contributor)


# Rules


def broken_rules() -> list[tuple]:
    """(the record, what is entered, what the form says)"""
    return [
        ("person", {"kind": "group"}, "Say what to call a group or somebody unnamed."),
        ("place", {"latitude": "50"}, "Give both latitude and longitude."),
        (
            "place",
            {"latitude": "500", "longitude": "0"},
            "Latitude is -90 to 90, longitude -180 to 180.",
        ),
        (
            "event",
            {"sentence_months": "9"},
            "Only a sentencing or a change of sentence has a sentence.",
        ),
        ("event", {"release_kind": "bail"}, "Only a release has a release kind."),
        (
            "event",
            {"response_kind": "denied"},
            "Only a response of the authorities has a response kind.",
        ),
        ("event", {"sentence_months": "9" * 30}, None),
        (
            "event",
            {"occurred_written": "2018", "ended_written": "2017"},
            "An event does not end before it begins.",
        ),
        (
            "event",
            {
                "occurred_written": "2018",
                "occurred_earliest": "2018-05-01",
                "occurred_latest": "2018-04-01",
            },
            None,
        ),
        (
            "event",
            {"occurred_latest": "2018-04-01"},
            "Say first what was written about when it happened.",
        ),
        ("facility", {"latitude": "1", "longitude": "1"}, "Say how precise the coordinates are."),
        ("facility", {"latitude": "1", "precision": "county"}, "Give both latitude and longitude."),
        (
            "facility",
            {"latitude": "99", "longitude": "1", "precision": "county"},
            "Latitude is -90 to 90, longitude -180 to 180.",
        ),
        ("citation", {"event": ""}, "A citation speaks of exactly one record."),
        (
            "citation",
            {"quote": "not there"},
            "The kept copy of this source does not hold this passage.",
        ),
        ("citation", {"field": "sentence_kin"}, None),
        ("name", {"text": ""}, "This field is required."),
        ("name", {"text": "a\0b"}, "Null characters are not allowed."),
        ("name", {"text": "a" * 10_000}, None),
        ("event", {"description": "a" * 200_000}, None),
        ("participation", {"case": "the case"}, "This case is about somebody else."),
        ("event", {"part_of": "itself"}, "An event is not a part of itself."),
        ("place", {"parent": "itself"}, "A place does not lie in itself."),
        (
            "source",
            {"origin": "itself"},
            "A source is not its own origin and does not cite itself.",
        ),
        ("tie", {"to_person": "the first person"}, "Nobody is their own relative."),
        (
            "other tie",
            {"kind": "sibling"},
            "This tie is entered already, perhaps from the other side.",
        ),
        ("name", {"text": "Gulnara"}, "This person has this name already."),
        ("other name", {"is_primary": "on"}, "Only one name can be the main one."),
        ("participation", {"role": "witness"}, "This person has this role in the event already."),
        ("case", {"person": "999999999999999999999"}, None),
    ]


def records_for_rules() -> dict:
    first, second = make.person("Gulnar Aset"), make.person("Aigul Aset")
    case = make.case(first)
    event = make.event("arrest", case=case)
    source = make.source()
    make.snapshot(source, "She was taken in March.")
    make.participation(event, second, "witness")
    return {
        "person": first,
        "name": first.names.get(),
        "other name": make.name(first, "Gulnara"),
        "tie": make.tie(first, "sibling", second),
        "other tie": make.tie(second, "colleague", first),
        "place": make.place(),
        "case": case,
        "event": event,
        "participation": make.participation(event, second, "advocate"),
        "facility": make.facility(),
        "source": source,
        "citation": make.citation(source, event=event, quote="in March"),
    }


@pytest.mark.parametrize(("which", "entered", "message"), broken_rules())
def test_a_broken_rule_is_an_error_of_the_form(browser, which, entered, message):
    records = records_for_rules()
    record = records[which]
    keys = {
        "itself": record.pk,
        "the case": records["case"].pk,
        "the first person": records["person"].pk,
    }
    before = type(record).objects.filter(pk=record.pk).values().get()
    entered = {box: str(keys.get(value, value)) for box, value in entered.items()}

    errors = sheet_of(browser, record).fill_in(**entered).errors()

    assert len(errors) >= 1
    assert message is None or message in errors
    assert type(record).objects.filter(pk=record.pk).values().get() == before


def test_what_was_entered_stays_in_the_form_when_the_database_refuses(browser):
    records = records_for_rules()
    sheet = sheet_of(browser, records["participation"])

    answer = sheet.fill_in(case=records["case"].pk, staff_note="heard from her").send()

    assert answer.context["adminform"].form["staff_note"].value() == "heard from her"


# Records that are not to be changed


def test_a_published_record_is_not_changed_by_a_form(browser):
    event = make.event("arrest", title="as it was", published=True)

    sheet_of(browser, event).send(title="changed", kind="release")

    event.refresh_from_db()
    assert (event.title, event.kind, event.state) == ("as it was", "arrest", State.PUBLISHED)


def test_rows_on_the_page_of_a_published_record_wait_with_it(browser):
    case = make.case(published=True)
    make.event(
        "arrest", case=case, title="shown", occurred="2017", occurred_basis="stated", published=True
    )
    make.event("release", case=case, title="draft", occurred="2018", occurred_basis="stated")
    sheet = sheet_of(browser, case)

    sheet.fill_in_row("events", 0, title="changed", DELETE="on")
    sheet.fill_in_row("events", 1, title="changed")
    sheet.fill_in_row("events", 2, kind="contact", title="new").send(change_why="why")

    assert list(case.events.by_time().values_list("title", "state")) == [
        ("shown", "published"),
        ("draft", "draft"),
    ]
    (change,) = PendingChange.objects.all()
    assert sorted(step["what"] for step in change.steps) == ["add", "change", "withdraw"]


def test_what_waits_for_review_is_changed_by_its_submitter_only(reviewer, contributor, signed_in):
    event = make.event("arrest", title="as it was")
    Event.objects.filter(pk=event.pk).update(
        state="submitted", submitted_by=contributor, submitted_at=event.entered_at
    )

    sheet_of(signed_in(reviewer), event).send(title="the reviewer's")
    event.refresh_from_db()
    after_reviewer = event.title
    sheet_of(signed_in(contributor), event).fill_in(title="the submitter's").send()
    event.refresh_from_db()

    assert (after_reviewer, event.title) == ("as it was", "the submitter's")


def test_a_link_to_a_sealed_record_survives_an_edit_by_somebody_who_cannot_see_it(browser):
    sealed = make.place("A hidden village", secrecy="sealed")
    event = make.event("arrest", place=sealed)
    page = browser.get(address(Event, "change", event.pk)).content.decode()

    sheet_of(browser, event).fill_in(title="taken").send()

    event.refresh_from_db()
    assert (event.title, event.place) == ("taken", sealed)
    assert "A hidden village" not in page


def test_only_drafts_are_deleted_and_nothing_published_goes_with_them(browser):
    draft, bound, shown = (
        make.event("arrest"),
        make.event("release"),
        make.event("fine", published=True),
    )
    make.citation(make.source(published=True), event=bound, published=True)

    for event in (draft, bound, shown):
        delete = reverse("admin:cases_event_delete", args=[event.pk])
        browser.post(delete, {"post": "yes"})
    chosen = {"action": "delete_selected", "post": "yes", "_selected_action": [bound.pk, shown.pk]}
    browser.post(reverse("admin:cases_event_changelist"), chosen)

    assert set(Event.objects.all()) == {bound, shown}


KINDS = (Case, Citation, Event, Facility, Participation, Person, PersonName, Place, Source)


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_an_empty_form_is_sent_back_with_what_it_needs(browser, model):
    sheet = Sheet(browser, address(model))

    answer = sheet.send()

    # A person needs nothing at first.
    assert answer.status_code == (302 if model is Person else 200)
