"""Marking by hand what a reading missed, and citing any passage of a kept copy."""

import pytest

from cases.models import Citation, Suggestion
from tests import factories as make

pytestmark = pytest.mark.django_db
RITE = "carry out a Muslim rite"


def test_a_passage_becomes_a_person_who_is_then_decided_about(sheet):
    sheet.fill_in("sentencing", title="kept").by_hand("RFE/RL").send("add-person")

    card = sheet.card("RFE/RL")
    assert (card.row.is_open, card.form["who"].value()) == (True, "new")
    assert sheet.card("sentencing").form["title"].value() == "kept"
    assert sheet.answer.context["focus"] == card.row
    assert sheet.accept("RFE/RL").send().told == ["1 decision kept. What was entered is a draft."]


def test_a_passage_becomes_an_event_of_those_whom_it_names(sheet):
    sheet.by_hand("Almakhan Myrzan was in the gathering too").send("add-event")

    row = Suggestion.objects.get(kind="event", what__by_hand=True)
    form = next(card.form for card in sheet.cards if card.row == row)
    assert form["people"].value() == [str(sheet.card("Almakhan Myrzan").row.pk)]


def test_a_passage_becomes_a_tie_of_the_two_whom_it_names(sheet):
    told = "Qasym-Zhomart Toqaev, President of Kazakhstan, was receiving a \nguest in Astana. "
    sheet.by_hand(f"{told}On 27 March he met Ma Xingrui").send("add-tie")

    what = Suggestion.objects.get(kind="tie", what__by_hand=True).what
    ends = [sheet.card(name).row.pk for name in ("Qasym-Zhomart Toqaev", "Ma Xingrui")]
    assert [what["first"], what["of"]] == ends


def test_what_is_marked_twice_is_there_once_and_stays_when_the_text_is_read_again(sheet):
    for _ in range(2):
        sheet.by_hand("RFE/RL").send("add-person")
    sheet.send("again")

    assert Suggestion.objects.filter(what__name="RFE/RL").count() == 1


@pytest.mark.parametrize("do", ["add-person", "cite", "add-nonsense"])
@pytest.mark.parametrize("quote", ["not in it at all", "", "\0"])
def test_a_passage_that_is_not_there_is_an_error_and_is_kept(sheet, do, quote):
    before = Suggestion.objects.count()

    sheet.by_hand(quote).send(do)

    hand = sheet.answer.context["hand"]
    assert (hand.problems != [], Suggestion.objects.count()) == (True, before)
    assert hand["quote"].value() == quote.strip("\0") or quote == "\0"


def test_a_passage_is_cited_for_a_record_that_was_entered(sheet, snapshot, contributor):
    sheet.send("rest")
    event = next(i for i in sheet.card("sentencing").row.led_to if i.startswith("E-"))

    sheet.by_hand(RITE, about=event, field="presumed_reason_text", says="a rite").send("cite")
    sheet.by_hand(RITE, about=event, field="presumed_reason_text", says="a rite").send("cite")

    cited = Citation.objects.get(field="presumed_reason_text")
    assert (cited.event.public_id, cited.snapshot, cited.says) == (event, snapshot, "a rite")
    assert snapshot.text[cited.start : cited.end] == cited.quote == RITE
    assert (cited.prefix != "", cited.suffix != "", cited.entered_by) == (True, True, contributor)
    assert sheet.told == [f"{cited} says this already."]


def test_of_several_places_the_selected_one_is_cited(sheet, snapshot):
    person = make.person("Somebody")
    second = snapshot.text.index("RFE/RL", snapshot.text.index("RFE/RL") + 1)

    sheet.by_hand("RFE/RL", start=str(second), other=person.public_id).send("cite")

    assert Citation.objects.get().start == second


def test_a_record_that_is_hidden_or_has_no_such_field_is_not_cited(sheet):
    sealed, person = make.person("Sealed", secrecy="sealed"), make.person("Somebody")

    hidden = sheet.by_hand(RITE, other=sealed.public_id).send("cite").answer.context["hand"]
    wrong = sheet.by_hand(RITE, other=person.public_id, field="charge").send("cite")

    assert hidden.problems == ["Choose what the passage speaks of."]
    assert wrong.answer.context["hand"].problems == ["A person has no public field 'charge'."]
    assert Citation.objects.count() == 0


def test_a_passage_that_waits_is_not_lost_by_saving(sheet):
    sheet.accept("Akikat Kaliolla").by_hand(RITE).send()

    (problem,) = sheet.answer.context["problems"]
    assert problem.startswith("A passage stands in the box")
    assert sheet.answer.context["hand"]["quote"].value() == RITE
    assert sheet.card("Akikat Kaliolla").form["decision"].value() == "accept"
    assert Suggestion.objects.exclude(decision="open").count() == 0
