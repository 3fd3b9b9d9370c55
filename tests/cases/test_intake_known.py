"""Taking an article in where the register knows some of those whom it names."""

from dataclasses import replace

import pytest

from cases import suggesting
from cases.models import Case, Citation, Event, Participation, Suggestion
from config.records.choices import State
from people.models import Person, PersonName
from tests import factories as make
from tests.cases.conftest import an_article
from tests.cases.intake_sheet import IntakeSheet
from tests.cases.reading_of import SYNOPSIS

pytestmark = pytest.mark.django_db
# In the register, and in the article.
SPELLINGS = {
    "Aqiqat Qaliolla": "Akikat Kaliolla",
    "Nurzat Ermekbai": "Nurzat Yermekbay",
    "Baibolat Kunbolat": "Baibolat Kunbolatuly",
}


@pytest.fixture
def known(db) -> dict[str, Person]:
    """People in the register, by the name that the article has."""
    return {told: make.person(name) for name, told in SPELLINGS.items()}


@pytest.fixture
def sheet(known, snapshot, contributor, signed_in) -> IntakeSheet:
    return IntakeSheet(signed_in(contributor), snapshot).read()


def names_of(person: Person) -> list[tuple[str, str, bool]]:
    return list(person.names.order_by("id").values_list("text", "kind", "is_primary"))


def test_who_is_known_under_another_spelling_is_linked(sheet, known):
    sheet.send("rest")

    assert Person.objects.count() == 3 + 3
    assert names_of(known["Akikat Kaliolla"]) == [
        ("Aqiqat Qaliolla", "as_published", True),
        ("Akikat Kaliolla", "as_published", False),
    ]
    assert {
        told: Suggestion.objects.get(what__name=told).led_to[0] for told in SPELLINGS.values()
    } == {told: person.public_id for told, person in known.items()}
    assert known["Akikat Kaliolla"].cases.count() == 1


def test_each_says_why_and_how_surely(sheet, known):
    card = sheet.card("Akikat Kaliolla")

    (one,) = card.known
    shown = sheet.answer.content.decode()
    assert (one.person, one.spelling, one.tier) == (
        known["Akikat Kaliolla"],
        "Aqiqat Qaliolla",
        "very likely",
    )
    assert f"{one.score:.2f}, very likely. " in shown
    assert card.form["who"].value() == one.person.public_id


def test_a_spelling_that_is_known_is_cited_and_not_entered_again(sheet, known):
    make.name(known["Akikat Kaliolla"], "Akikat Kaliolla")

    sheet.send("rest")

    cited = Citation.objects.get(person_name__text="Akikat Kaliolla")
    assert cited.person_name.person == known["Akikat Kaliolla"]
    assert PersonName.objects.filter(text="Akikat Kaliolla").count() == 1


def test_a_worker_says_that_it_is_somebody_new_or_somebody_else(sheet, known):
    other = make.person("Somebody Else")
    sheet.accept("Akikat Kaliolla", who="new")
    sheet.accept("Nurzat Yermekbay", other=other.public_id.lower()).send()

    assert sheet.errors == {}
    assert names_of(other)[-1] == ("Nurzat Yermekbay", "as_published", False)
    assert Person.objects.filter(name_full="Akikat Kaliolla").count() == 1


def test_an_id_of_nobody_is_an_error_beside_it(sheet):
    sheet.accept("Akikat Kaliolla", other="P-000000").send()

    assert sheet.errors == {"Akikat Kaliolla": ["There is no person with this id."]}


def test_two_who_are_very_likely_are_asked_about(snapshot, known, contributor, signed_in):
    make.person("Akikat Kaliolla")
    sheet = IntakeSheet(signed_in(contributor), snapshot).read()

    sheet.send("rest")

    said = "who: Say who this is: one of these, or somebody new."
    assert sheet.errors == {"Akikat Kaliolla": [said]}
    assert len(sheet.card("Akikat Kaliolla").known) == 2


def test_somebody_sealed_is_offered_to_chiefs_alone(snapshot, contributor, chief, signed_in):
    sealed = make.person("Aqiqat Qaliolla", secrecy="sealed")
    pages = [IntakeSheet(signed_in(one), snapshot).read() for one in (chief, contributor)]

    offered = [sealed.public_id in page.who("Akikat Kaliolla") for page in pages]
    heard = [sealed.public_id in page.open().answer.content.decode() for page in pages]
    pages[1].accept("Akikat Kaliolla", other=sealed.public_id).send()

    assert (offered, heard) == ([True, False], [True, False])
    assert pages[1].errors == {"Akikat Kaliolla": ["There is no person with this id."]}


def test_whom_a_chief_chose_is_not_told_to_others(snapshot, contributor, chief, signed_in):
    sealed = make.person("Aqiqat Qaliolla", secrecy="sealed")
    IntakeSheet(signed_in(chief), snapshot).read().accept("Akikat Kaliolla").send()

    page = IntakeSheet(signed_in(contributor), snapshot).open()
    page.send("rest")

    row = Suggestion.objects.get(what__name="Akikat Kaliolla")
    parts = Participation.objects.filter(event__kind="detention")
    assert row.leads_to("P") == sealed.public_id
    assert sealed.public_id not in page.answer.content.decode()
    assert page.card("Akikat Kaliolla").records == []
    assert sorted(part.person.name_full for part in parts) == [
        "Nurzat Yermekbay",
        "Zauatkhan Tursyn",
    ]


def test_whoever_was_entered_since_the_page_was_opened_is_asked_about(sheet):
    make.person("Zauatkhan Tursyn")

    sheet.accept("Zauatkhan Tursyn").send()

    said = "Somebody with a name like this was entered meanwhile. Say who is meant."
    assert sheet.errors == {"Zauatkhan Tursyn": [said]}
    assert len(sheet.card("Zauatkhan Tursyn").known) == 1
    assert Person.objects.count() == 4


def test_what_is_published_stays_as_it_is_and_drafts_wait_beside_it(
    snapshot, contributor, signed_in
):
    person = make.person("Akikat Kaliolla", published=True)
    case = make.case(person, title="an earlier case", published=True)
    before = Person.objects.values().get(pk=person.pk)
    sheet = IntakeSheet(signed_in(contributor), snapshot).read()
    shown = sheet.answer.content.decode()

    sheet.send("rest")

    part = Participation.objects.get(event__kind="detention", person=person)
    case.refresh_from_db()
    assert "Published: it stays as it is" in shown
    assert Person.objects.values().get(pk=person.pk) == before
    assert (case.state, case.status, part.case, part.state) == (
        State.PUBLISHED,
        "unknown",
        case,
        State.DRAFT,
    )


def test_a_case_of_somebody_else_is_an_error(sheet, known):
    case = make.case(known["Nurzat Yermekbay"])
    sheet = sheet.open()

    sheet.accept("Nurzat Yermekbay", who="new", case=case.public_id).send()

    said = "This case is about somebody else. Choose another, or a new one."
    assert sheet.errors == {"Nurzat Yermekbay": [said]}


def test_what_another_article_told_is_cited_and_not_entered_again(sheet, contributor, signed_in):
    sheet.send("rest")
    before = (Case.objects.count(), Event.objects.count(), Participation.objects.count())

    second = IntakeSheet(signed_in(contributor), an_article()).read().send("rest")

    after = (Case.objects.count(), Event.objects.count(), Participation.objects.count())
    detention = Event.objects.get(kind="detention")
    assert second.errors == {}
    assert after == before
    assert detention.citations.values("snapshot").distinct().count() == 2


def test_an_event_at_another_time_is_another_event(sheet, contributor, signed_in, monkeypatch):
    sheet.send("rest")
    when = SYNOPSIS.happenings[2].when
    later = replace(when, edtf="2020", earliest=when.earliest.replace(year=2020), latest=None)
    told = replace(SYNOPSIS.happenings[2], when=later)
    monkeypatch.setattr(suggesting, "read", lambda article: replace(SYNOPSIS, happenings=(told,)))

    IntakeSheet(signed_in(contributor), an_article()).read().send("rest")

    sentences = Event.objects.filter(kind="sentencing").order_by("id")
    assert list(sentences.values_list("occurred_edtf", flat=True)) == ["2018", "2020"]
