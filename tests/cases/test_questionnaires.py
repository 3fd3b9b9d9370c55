"""Forms of the United Nations filled from a case: what they say, what is missing, who may."""

import pytest

from cases.models import Case
from cases.questionnaires import detention, disappearance
from cases.questionnaires.form import Answer, Element, Part, Questionnaire
from cases.questionnaires.known import HELD_BACK, Known, Submitter
from tests import factories as make
from tests.people.confiding import consent

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db) -> Case:
    """Aigul, taken in March 2018 by the police of a town, of whom her brother asked."""
    who = make.person("Aigul Test", published=True, sex="female")
    made = make.case(who, published=True, title="taken at home")
    police = make.organization("Police of Ghulja", "police", published=True)
    make.event(
        "arrest",
        published=True,
        case=made,
        organization=police,
        place=make.place("Ghulja", published=True),
        occurred_written="March 2018",
        official_reason="extremism_label",
        charge="incitement",
    )
    prison = make.facility("North prison", published=True)
    make.event("imprisonment", published=True, case=made, facility=prison, occurred_written="2019")
    Case.objects.settle()
    return Case.objects.get(pk=made.pk)


def filled(case: Case, user, form=detention, contact: str = "") -> Questionnaire:
    seen = Case.objects.get(pk=case.pk)
    seen.person.seen_names = list(seen.person.names.all())
    return form.fill(Known(seen, user), Submitter("A Register", contact))


def answers(form: Questionnaire, label: str) -> list[str]:
    (found,) = (one for part in form.parts for one in part.elements if one.label == label)
    return [one.text for one in found.answers]


def missing(form: Questionnaire) -> list[str]:
    return [one.label for one in form.missing]


# What they say


def test_the_form_on_detention_is_filled_from_the_record(case, contributor):
    form = filled(case, contributor)

    assert answers(form, "Full name") == ["Aigul Test"]
    assert answers(form, "When") == ["March 2018"]
    assert answers(form, "Where") == ["Ghulja"]
    assert answers(form, "Which forces did it") == ["Police of Ghulja"]
    assert answers(form, "Where, with every transfer") == ["2019: North prison"]
    assert answers(form, "Which reasons the authorities give") == [
        "March 2018: incitement; extremism label"
    ]


def test_the_form_on_disappearance_asks_for_what_the_working_group_requires(case, contributor):
    form = filled(case, contributor, disappearance, contact="desk@register.example")

    required = [one.label for one in form.required]
    assert required == [
        "Full name",
        "Day, month and year, as far as known",
        "Where the person was taken, or last seen",
        "Forces of the State, or others with its support",
        "Questions to authorities, complaints, other steps",
        "Name of who reports",
        "How to reach them",
    ]
    assert missing(form) == ["Questions to authorities, complaints, other steps"]
    assert form.stated == 6


def test_what_the_record_does_not_say_is_missing_and_nothing_is_made_up(contributor):
    bare = make.case(make.person("Nobody Knows"))
    make.event("disappearance", case=bare)
    Case.objects.settle()

    form = filled(bare, contributor, disappearance)

    assert missing(form) == [
        "Day, month and year, as far as known",
        "Where the person was taken, or last seen",
        "Forces of the State, or others with its support",
        "Questions to authorities, complaints, other steps",
        "How to reach them",
    ]
    assert answers(form, "Day of birth, or age") == []


def test_where_somebody_was_imprisoned_is_not_where_they_were_taken(contributor):
    held = make.case(make.person("Told Of In Prison"))
    prison = make.facility("North prison")
    make.event("imprisonment", case=held, facility=prison, occurred_written="2019")
    Case.objects.settle()

    form = filled(held, contributor)

    assert [answers(form, one) for one in ("When", "Where", "Since when")] == [[], [], ["2019"]]


def test_steps_and_what_the_authorities_answered_are_told_in_their_order(case, contributor):
    asked = make.event("petition", case=case, occurred_written="5 May 2019", title="A letter")
    make.event(
        "authority_response",
        part_of=asked,
        case=case,
        occurred_written="June 2019",
        response_kind="no_answer",
    )

    form = filled(case, contributor)

    assert answers(form, "Steps taken, by law and otherwise") == ["5 May 2019: A letter."]
    assert answers(form, "What came of them") == ["June 2019: No answer."]


def test_each_answer_has_the_numbers_of_its_sources_and_the_annex_tells_them(case, contributor):
    paper = make.source("A report", published=True, url="https://example.org/1")
    make.citation(paper, published=True, event=case.deprived_event)

    form = filled(case, contributor)

    (when,) = (one for part in form.parts for one in part.elements if one.label == "When")
    assert when.answers == (Answer("March 2018", (1,)),)
    assert form.sources == (Answer("A report. https://example.org/1", (1,)),)


def test_a_fact_of_the_person_has_the_sources_of_that_fact_alone(case, contributor):
    for title, field in (("Of her work", "occupation"), ("Of her sex", "sex")):
        paper = make.source(title, published=True)
        make.citation(paper, published=True, person=case.person, field=field)

    form = filled(case, contributor)

    (sex,) = (one for one in form.parts[0].elements if one.label == "Sex")
    (number,) = sex.answers[0].sources
    assert [one.text for one in form.sources if one.sources == (number,)] == ["Of her sex."]


def test_a_sentence_is_told_as_it_was_passed(case, contributor):
    make.event("sentencing", case=case, occurred_written="2019", sentence_months=168)

    form = filled(case, contributor)

    assert answers(form, "For how long, or how long it is likely to be") == [
        "2019: sentence: 14 years"
    ]


def test_a_source_that_the_register_keeps_to_itself_is_not_told(case, contributor):
    paper = make.source("What a neighbour told", secrecy="staff")
    make.citation(paper, event=case.deprived_event)

    form = filled(case, contributor)

    assert form.sources == (Answer("A source that the register keeps confidential.", (1,)),)


# Who is named


def test_a_relative_is_named_only_with_a_consent_of_their_own(case, contributor):
    mother = make.person("Maryam Test", published=True, sex="female")
    make.tie(mother, "parent", case.person, published=True)

    before = answers(filled(case, contributor, disappearance), "Parents")
    consent(mother, "share_with_un")

    assert before == ["mother, not named: no consent to share with the United Nations stands"]
    assert answers(filled(case, contributor, disappearance), "Parents") == ["Maryam Test (mother)"]


def test_a_text_that_names_somebody_who_did_not_agree_is_held_back(case, contributor):
    brother = make.person("Bolat Test", published=True)
    make.tie(brother, "sibling", case.person, published=True)
    make.event("petition", case=case, description="Written by Bolat Test's own hand.")

    form = filled(case, contributor)

    assert answers(form, "Steps taken, by law and otherwise") == [HELD_BACK]
    assert "Steps taken, by law and otherwise" in missing(form)


def test_the_persons_own_name_is_not_held_back_for_a_relative_who_shares_the_surname(
    case, contributor
):
    brother = make.person("Bolat Test", published=True)
    make.name(brother, "Test", kind="short_form")
    make.tie(brother, "sibling", case.person, published=True)
    make.event("petition", case=case, description="For Aigul Test.")

    form = filled(case, contributor)

    assert answers(form, "Steps taken, by law and otherwise") == [
        "undated: Petition. For Aigul Test."
    ]


def test_an_official_who_took_part_is_named(case, contributor):
    officer = make.person("Chen Test", published=True)
    make.participation(case.deprived_event, officer, "official", published=True)

    form = filled(case, contributor, disappearance)

    assert answers(form, "Officials who took part") == ["Chen Test: official"]


# The meter, without a database


def test_the_meter_counts_required_elements_alone():
    stated = Element("a", (Answer("said"),), True)
    held = Element("b", (Answer("", is_held_back=True),), True)
    form = Questionnaire("s", "b", "t", "a", (Part("p", (stated, held, Element("c"))),))

    assert (form.stated, [one.label for one in form.missing]) == (1, ["b"])
