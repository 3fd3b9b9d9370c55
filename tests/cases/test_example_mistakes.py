"""None of the fifteen mistakes that an eager worker makes is in the example that ships."""

import pytest
from django.db.models import Q

from cases.example.entries import public_id
from cases.example.facts_events import CASES
from cases.example.load import load
from cases.models import Case, Citation, Event, Facility, Participation, Source
from config.records.choices import Basis
from people.models import Person, PersonName
from tests.cases.distilled import FACTS

HOLDING = ("arrest", "detention", "internment", "imprisonment", "administrative_arrest")


@pytest.fixture(scope="module")
def loaded(module_db):
    return load()


@pytest.fixture(autouse=True)
def _loaded(loaded):
    """Every test looks at the loaded register."""


def person(key: str) -> Person:
    return Person.objects.get(public_id=public_id("P", key))


def event(key: str) -> Event:
    return Event.objects.get(public_id=public_id("E", key))


def ours(model, prefix: str, kind: str):
    return model.objects.filter(public_id__in=[public_id(prefix, key) for key in FACTS[kind]])


def test_there_are_fifteen_to_avoid():
    tests = [name for name in globals() if name.startswith("test_") and name[5:7].isdigit()]

    assert len(tests) == FACTS["mistakes"] == 15


def test_01_no_source_is_said_to_state_the_year_of_a_day():
    days = ours(Event, "E", "events").filter(
        Q(occurred_edtf__contains="03-27") | Q(occurred_edtf__contains="03-09")
    )

    assert days.count() == 6
    assert not days.filter(occurred_basis=Basis.STATED).exists()
    assert not days.filter(occurred_written__contains="2023").exists()


def test_02_the_day_of_the_confirmation_is_not_the_day_of_the_death():
    death = event("E8").occurred

    assert (death.edtf, death.precision, death.is_exact) == ("2023-03", "month", False)
    assert str(death) == "March 2023"


def test_03_the_sentence_has_a_year_and_no_day():
    assert (event("E5").occurred_edtf, event("E5").occurred.precision) == ("2018", "year")


def test_04_nothing_unstated_is_known_of_baqytkhan_myrzan():
    myrzan, sentence = person("P6"), event("E5")
    prison = Facility.objects.get(public_id=public_id("F", "F2"))

    assert (myrzan.ethnicity, myrzan.birth_written, myrzan.birthplace) == ("", "", None)
    assert (sentence.charge, sentence.legal_basis, sentence.organization) == ("", "", None)
    assert not prison.is_named
    assert "cause are not stated" in event("E8").description


def test_05_the_sex_of_the_three_is_not_guessed():
    assert [person(key).sex for key in ("P1", "P2", "P3")] == ["", "", ""]


def test_06_his_sister_and_the_informant_are_not_shown_as_held():
    for key in ("P4", "P5"):
        parts = Participation.objects.filter(person=person(key))

        assert not parts.filter(role="subject").exists()
        assert not Case.objects.filter(person=person(key)).exists()


def test_07_the_informant_is_no_witness():
    parts = Participation.objects.filter(person=person("P4"))

    assert [part.role for part in parts] == ["informant"]


def test_08_the_three_are_not_charged():
    cases = Case.objects.filter(public_id__in=[public_id("C", key) for key in ("C2", "C3", "C4")])

    for case in cases:
        told = Event.objects.of_case(case)
        assert not told.filter(
            Q(kind__in=["charge", "trial", "sentencing"]) | ~Q(charge="")
        ).exists()
        assert case.released_event.release_kind == "without_charge"
    assert len(cases) == 3


def test_09_no_father_is_made_of_a_name():
    assert not PersonName.objects.filter(text="Kunbolat").exists()
    assert not Person.objects.filter(described_as__icontains="Kunbolat").exists()


def test_10_the_informant_and_his_parent_share_no_name():
    of_both = [set(person(key).names.values_list("text", flat=True)) for key in ("P3", "P4")]

    assert of_both == [
        {"Zauatkhan Tursyn", "Tursyn"},
        {"Baibolat Kunbolatuly", "Kunbolatuly"},
    ]
    assert person("P4").ties_from.get().to_person == person("P3")


def test_11_the_relatives_of_the_three_are_neither_named_nor_counted_nor_cases():
    for key in ("G4", "G5", "G6"):
        relatives = person(key)

        assert (relatives.kind, relatives.count_text) == ("unnamed", "")
        assert (relatives.names.count(), relatives.cases.count()) == (0, 0)


def test_12_dozens_stay_dozens():
    assert (person("G2").count_text, event("E10").count_text) == ("dozens", "dozens")


def test_13_the_video_is_not_taken_as_verified():
    video = Source.objects.get(public_id=public_id("S", "S2"))

    assert (video.reliability, video.is_seen) == ("unsure", False)
    assert "not verified" in event("E1").description


def test_14_no_picture_is_a_portrait_of_somebody_held():
    fields = {field.name for model in (Person, Case) for field in model._meta.get_fields()}

    assert fields & {"portrait", "photograph", "picture", "image", "photo"} == set()
    assert not Source.objects.filter(kind="photograph").exists()


def test_15_a_number_of_inhabitants_is_no_number_of_victims():
    for model, name in ((Person, "count_text"), (Event, "count_text"), (Citation, "quote")):
        assert not model.objects.filter(**{f"{name}__contains": "1.5 million"}).exists()
    assert {"C1", "C2", "C3", "C4"} == set(CASES)


def test_one_of_the_four_died_in_custody():
    statuses = [case.status for case in ours(Case, "C", "cases")]

    assert sorted(statuses) == ["died_in_custody", "released", "released", "released"]
    assert Case.objects.published().filter(status="died_in_custody").count() == 1
    held = Participation.objects.filter(role="subject", event__kind__in=HOLDING, case__isnull=True)
    assert not held.exists()
