"""Taking an article in: what is found is decided about once, and entered whole or not at all."""

from dataclasses import replace

import pytest

from cases import suggesting
from cases.models import (
    Case,
    Citation,
    Event,
    Facility,
    Participation,
    Suggestion,
)
from cases.reading.article import Span
from config.records.choices import State
from config.records.history import versions
from people.models import Person, PersonName, Place, Relationship
from tests import factories as make
from tests.cases.intake_sheet import IntakeSheet
from tests.cases.reading_of import SYNOPSIS

pytestmark = pytest.mark.django_db
WRITTEN = (Person, PersonName, Relationship, Case, Event, Participation, Citation, Facility, Place)
NOTHING = [0] * len(WRITTEN)


def counts() -> list[int]:
    return [model.objects.count() for model in WRITTEN]


# Accepting


def test_nothing_is_entered_before_somebody_decides(sheet):
    assert {card.row.kind for card in sheet.cards} == {"person", "spot", "tie", "event"}
    assert counts() == NOTHING


def test_accepting_everything_enters_the_four_cases(sheet):
    sheet.send("rest")

    assert sheet.told == ["17 decisions kept. What was entered is a draft."]
    assert sorted(Case.objects.values_list("person__name_full", "status", "sentence_months")) == [
        ("Akikat Kaliolla", "released", None),
        ("Baqytkhan Myrzan", "died_in_custody", 168),
        ("Nurzat Yermekbay", "released", None),
        ("Zauatkhan Tursyn", "released", None),
    ]
    ties = Relationship.objects.order_by("kind")
    assert [(t.from_person.name_full, t.kind, t.to_person.name_full) for t in ties] == [
        ("Baibolat Kunbolatuly", "child", "Zauatkhan Tursyn"),
        ("Almakhan Myrzan", "sibling", "Baqytkhan Myrzan"),
    ]


def test_what_happened_to_three_is_one_event_with_the_case_of_each(sheet):
    sheet.send("rest")

    detention = Event.objects.get(kind="detention")
    release = Event.objects.get(kind="release")
    parts = detention.participations.order_by("case__person__name_full")
    assert (detention.case, release.case, release.release_kind) == (None, None, "without_charge")
    assert [(p.person.name_full, p.role, p.case.person == p.person) for p in parts] == [
        ("Akikat Kaliolla", "subject", True),
        ("Nurzat Yermekbay", "subject", True),
        ("Zauatkhan Tursyn", "subject", True),
    ]
    assert (detention.occurred_edtf, detention.occurred_basis) == ("2023-03-27", "partly_stated")
    assert detention.facility.name == "Medeu district"


def test_what_happened_to_one_belongs_to_their_case_with_its_date_as_far_as_it_is_known(sheet):
    sheet.send("rest")

    sentence, death = Event.objects.filter(case__isnull=False).by_time()
    assert (sentence.occurred_edtf, sentence.sentence_kind, sentence.sentence_months) == (
        "2018",
        "prison",
        168,
    )
    assert (death.kind, death.occurred_edtf, death.occurred.is_exact) == (
        "death_in_custody",
        "2023-03",
        False,
    )
    assert death.case == sentence.case


def test_every_fact_is_cited_to_its_passage(sheet, snapshot):
    sheet.send("rest")

    cited = {type(c.target): c for c in Citation.objects.order_by("-id")}
    sentences = Citation.objects.filter(event__kind="sentencing").order_by("id")
    assert set(cited) == {PersonName, Relationship, Event, Facility}
    assert all(c.snapshot == snapshot for c in Citation.objects.all())
    assert [c for c in Citation.objects.all() if snapshot.text[c.start : c.end] != c.quote] == []
    assert [(c.field, c.says, c.quote) for c in sentences] == [
        ("", "14 years", "In 2018 a prison term of 14 years had been imposed on him."),
        (
            "sentence_months",
            "14 years",
            "In 2018 a prison term of 14 years had been imposed on him.",
        ),
        ("occurred", "2018", "In 2018 a prison term of 14 years had been imposed on him."),
    ]
    assert all(c.prefix or c.start == 0 for c in Citation.objects.all())


def test_all_of_it_is_a_draft_signed_by_who_decided(sheet, contributor):
    sheet.send("rest")

    records = [one for model in WRITTEN for one in model.objects.all()]
    signed = versions(Event.objects.first()).last().pgh_context.metadata
    assert {(one.state, one.entered_by) for one in records} == {(State.DRAFT, contributor)}
    assert (signed["by"], signed["action"]) == (contributor.pk, "take in")


def test_officials_are_left_out_unless_somebody_chooses_them(sheet):
    sheet.accept("Ma Xingrui", who="new").send("rest")

    decided = dict(Suggestion.objects.filter(kind="person").values_list("what__name", "decision"))
    assert decided["Ma Xingrui"] == "accepted"
    assert decided["Shakhrat Nuryshev"] == "left_out"
    assert Person.objects.filter(name_full="Ma Xingrui").count() == 1
    assert Person.objects.count() == 7


# Deciding in part, and again


def test_what_is_decided_is_kept_and_the_rest_waits(sheet):
    sheet.accept("Akikat Kaliolla").fill_in("Ma Xingrui", decision="reject").send()

    again = sheet.open()
    waiting = Suggestion.objects.filter(decision="open").count()
    assert (again.told, waiting, Person.objects.count()) == (
        ["2 decisions kept. What was entered is a draft."],
        15,
        1,
    )
    assert [one["kind"] for one in again.card("Akikat Kaliolla").records] == [
        "person",
        "name",
        "case",
    ]


def test_an_event_waits_for_the_people_that_it_tells_of(sheet):
    sheet.accept("sentencing").send()

    assert sheet.errors == {"sentencing": ["Decide first about everybody whom this tells of."]}
    assert counts() == NOTHING


def test_who_is_left_out_is_left_out_of_the_event_too(sheet):
    sheet.accept("Akikat Kaliolla", who="leave").send("rest")

    parts = Participation.objects.filter(event__kind="detention")
    assert sorted(part.person.name_full for part in parts) == [
        "Nurzat Yermekbay",
        "Zauatkhan Tursyn",
    ]


def test_an_event_of_nobody_is_refused_beside_it(sheet):
    sheet.fill_in("Baqytkhan Myrzan", decision="reject").fill_in("sibling", decision="reject")

    sheet.send("rest")

    nobody = "Say to whom it happened: nobody of those chosen is entered."
    assert sheet.errors == {"sentencing": [nobody], "death_in_custody": [nobody]}


def test_a_decision_is_taken_back_and_what_was_typed_elsewhere_stays(sheet):
    sheet.fill_in("Ma Xingrui", decision="reject").send()
    row = sheet.card("Ma Xingrui").row

    sheet.fill_in("sentencing", title="a rite").send(f"reopen-{row.pk}")

    assert sheet.card("Ma Xingrui").row.decision == "open"
    assert sheet.card("sentencing").form["title"].value() == "a rite"


# All or nothing, once


def test_an_error_in_one_row_enters_nothing_and_keeps_what_was_typed(sheet):
    sheet.fill_in("sentencing", edtf="2018-77", title="fourteen years").send("rest")

    said = "2018-77"
    assert list(sheet.errors) == ["sentencing"]
    assert said in sheet.card("sentencing").form["edtf"].value()
    assert sheet.card("sentencing").form["title"].value() == "fourteen years"
    assert sheet.card("Akikat Kaliolla").form["decision"].value() == "accept"
    assert counts() == NOTHING
    assert set(Suggestion.objects.values_list("decision", flat=True)) == {"open"}


def test_what_the_database_refuses_stands_beside_its_row(sheet):
    sheet.fill_in("detention", sentence_months="3").send("rest")

    assert sheet.errors == {
        "detention": ["Only a sentencing or a change of sentence has a sentence."]
    }
    assert counts() == NOTHING


def test_a_form_sent_twice_enters_everything_once(sheet):
    sent = sheet.sent("rest")
    sheet.browser.post(sheet.address, sent)
    once = counts()

    sheet.browser.post(sheet.address, sent)

    assert counts() == once


def test_what_somebody_else_decided_meanwhile_stays_as_they_did(
    sheet, snapshot, reviewer, signed_in
):
    other = IntakeSheet(signed_in(reviewer), snapshot).open()
    other.fill_in("Akikat Kaliolla", decision="reject").send()

    sheet.send("rest")

    row = Suggestion.objects.get(what__name="Akikat Kaliolla")
    assert (row.decision, row.decided_by) == ("rejected", reviewer)
    assert Case.objects.count() == 3


# Reading again


def test_reading_again_keeps_decisions_and_forgets_what_is_found_no_more(sheet, reads, monkeypatch):
    sheet.accept("Akikat Kaliolla").send()
    monkeypatch.setattr(suggesting, "RULES", suggesting.RULES + 1)
    shifted = [Span(one.start, one.end - 2) for one in SYNOPSIS.people[2].mentions]
    people = list(SYNOPSIS.people[:8])
    people[2] = replace(people[2], name="Akikat Kaliol", mentions=tuple(shifted))
    reads(replace(SYNOPSIS, people=tuple(people)))

    assert sheet.open().answer.context["is_outdated"]
    sheet.send("again")

    names = Suggestion.objects.filter(kind="person").values_list("what__name", "decision")
    assert len(names) == 8
    assert dict(names)["Akikat Kaliolla"] == "accepted"
    assert "Shakhrat Nuryshev" not in dict(names)
    assert Suggestion.objects.count() == 16
    assert not sheet.answer.context["is_outdated"]


def test_what_is_cited_from_this_copy_already_is_not_proposed_again(
    snapshot, contributor, signed_in
):
    known = make.person("Akikat Kaliolla")
    event = make.event("sentencing")
    cited = {"snapshot": snapshot, "entered_by": contributor}
    make.citation(snapshot.source, person_name=known.names.get(), quote="Akikat Kaliolla", **cited)
    make.citation(snapshot.source, event=event, quote="term of 14 years had been imposed", **cited)

    sheet = IntakeSheet(signed_in(contributor), snapshot).read()

    rows = {name: sheet.card(name).row for name in ("Akikat Kaliolla", "sentencing")}
    assert {name: (row.decision, row.led_to[0]) for name, row in rows.items()} == {
        "Akikat Kaliolla": ("accepted", known.public_id),
        "sentencing": ("accepted", event.public_id),
    }
