"""The example that ships tells what a careful worker's records tell, fact by fact."""

import json
import re

import pytest

from cases.example import synopsis
from cases.example.entries import public_id
from cases.example.facts_citations import NO_RECORD
from cases.example.load import FACTS as ENTERED
from cases.example.load import MODELS, PREFIXES, load
from cases.models import Citation, Snapshot
from config.records.choices import State
from config.records.text import fold
from people.models import Person
from tests.cases.distilled import FACTS, SHARED, distil

pytestmark = pytest.mark.django_db

BY_NAME = {model.__name__: model for model in MODELS}
MODEL_OF = {entry.key: BY_NAME[entry.model] for entry in ENTERED}
TARGET_OF = {entry.key: entry for entry in ENTERED if entry.model == "Citation"}
# The records' words, where ours differ.
WORDS = {
    "executive": "government",
    "party_state": "party",
    "no_response": "no_answer",
    "denied_with_alternative_explanation": "alternative_explanation",
    "released_without_charge": "without_charge",
    "social_media_video": "video",
    "testimony_to_media": "testimony",
    "official_statement": "press_release",
    "picketer": "demonstrator",
    "victim": "subject",
}
# Who else took part: those who asked, told, or were spoken for.
ALSO = {
    "E1": [["G4", "spoken_for"], ["G5", "spoken_for"], ["G6", "spoken_for"]],
    "E2": [["P4", "informant"]],
    "E7": [["G3", "advocate"]],
    "E9": [["P5", "informant"]],
}
# Claims that hang on another record than the one they speak of.
ELSEWHERE = {"K15": {"P1"}, "K29": {"E7"}, "K37": {"E11"}}
TELLERS = {"S3": "P5", "S4": "P4"}
needs_records = pytest.mark.skipif(not SHARED.exists(), reason="the records are kept elsewhere")


def facts(kind: str):
    return pytest.mark.parametrize(("key", "fact"), FACTS[kind].items(), ids=FACTS[kind])


@pytest.fixture(scope="module")
def loaded(module_db):
    return load()


@pytest.fixture(autouse=True)
def _loaded(loaded):
    """Every test looks at the loaded register."""


def find(key: str):
    model = MODEL_OF[key]
    return model.objects.get(public_id=public_id(PREFIXES[model.__name__], key))


def key_of(record) -> str | None:
    return KEYS[type(record), record.public_id] if record else None


KEYS = {(model, public_id(PREFIXES[model.__name__], key)): key for key, model in MODEL_OF.items()}


@needs_records
def test_the_facts_are_those_of_the_records():
    assert distil(json.loads((SHARED / "records.json").read_text())) == FACTS


def test_all_of_the_example_is_published():
    states = {type(one).__name__: one.state for one in map(find, MODEL_OF)
              if not isinstance(one, Snapshot)}  # fmt: skip

    assert set(states.values()) == {State.PUBLISHED}


@facts("people")
def test_a_person_has_the_name_and_sex_that_are_stated(key, fact):
    person = find(key)

    assert (person.name_shown, person.sex) == (fact["name"], fact["sex"])
    assert fact["occupation"] in ("", person.occupation)
    assert (person.ethnicity, person.birth, person.citizenship) == ("", None, None)


@facts("groups")
def test_a_group_is_counted_only_as_the_source_counts_it(key, fact):
    assert (find(key).count_text, find(key).names.count()) == (fact, 0)


@facts("names")
def test_a_name_is_kept_as_it_is_printed(key, fact):
    name = find(key)

    assert (key_of(name.person), name.text) == (fact["person"], fact["text"])
    assert (name.kind == "short_form") is fact["is_short"]


@facts("organizations")
def test_an_organization_is_of_its_kind(key, fact):
    assert find(key).kind == WORDS.get(fact, fact)


@facts("facilities")
def test_a_place_of_holding_is_named_only_if_its_name_is_known(key, fact):
    facility = find(key)

    assert (facility.kind, facility.is_named) == (fact["type"], fact["named"])
    assert key_of(facility.operator) == fact["org"]


@facts("places")
def test_a_place_is_of_its_level(key, fact):
    assert find(key).level == fact


@facts("relationships")
def test_a_tie_is_as_stated(key, fact):
    tie = find(key)

    assert (key_of(tie.from_person), f"{tie.kind}_of") == (fact["from_"], fact["type"])
    assert key_of(tie.to_person) == fact["to"]


@facts("events")
def test_an_event_has_the_kind_and_dates_that_are_stated(key, fact):
    event = find(key)

    assert (event.kind, event.occurred_edtf) == (fact["type"], fact["start"])
    assert event.ended_edtf == fact["end"]
    for bound in ("earliest", "latest"):
        stated = fact[bound]
        assert stated in (None, str(getattr(event, f"occurred_{bound}")))


@facts("events")
def test_an_event_has_the_place_and_outcome_that_are_stated(key, fact):
    event = find(key)

    assert key_of(event.place) == fact["place"]
    # The arrest names where the three were brought to, as claim K8 has it.
    assert key_of(event.facility) == ("F1" if key == "E2" else fact["facility"])
    assert event.sentence_months == fact["term_months"]
    assert event.release_kind == WORDS.get(fact["release_type"], "")


@facts("events")
def test_an_event_names_who_took_part(key, fact):
    event = find(key)
    taken_part = [[key_of(part.person), part.role] for part in event.participations.all()]
    if event.case:
        taken_part += [[key_of(event.case.person), "subject"]]

    stated = [[who, WORDS.get(role, role)] for who, role in fact["people"]]
    own = [] if ["P6", "subject"] in stated or not event.case else [["P6", "subject"]]
    assert sorted(taken_part) == sorted([*stated, *own, *ALSO.get(key, [])])


@facts("responses")
def test_a_response_names_who_answered_what(key, fact):
    response = find(key)

    assert (response.kind, key_of(response.organization)) == ("authority_response", fact["org"])
    assert response.response_kind == WORDS.get(fact["type"], fact["type"])
    about = None if fact["about"].startswith("general") else fact["about"]
    assert key_of(response.part_of) == about


@facts("cases")
def test_a_case_has_the_status_that_follows(key, fact):
    case = find(key)
    released = "released" if fact["status"].startswith("released") else fact["status"]

    assert (key_of(case.person), case.status) == (fact["person"], released)
    assert case.status_as_of.occurred_edtf == fact["status_as_of"]
    assert (case.verification, case.origin_count) == ("same_origin", 1)


@facts("cases")
def test_a_case_holds_its_events(key, fact):
    case = find(key)
    own = {key_of(event) for event in case.events.exclude(kind="authority_response")}
    shared = {key_of(part.event) for part in case.participations.all()}

    assert sorted(own | shared, key=lambda one: int(one[1:])) == fact["events"]


@facts("sources")
def test_a_source_is_of_its_kind_and_says_whether_we_saw_it(key, fact):
    source = find(key)

    assert source.kind == WORDS.get(fact["kind"], fact["kind"])
    assert (source.is_seen, key_of(source.cited_by)) == (fact["seen"], fact["cited_by"])
    assert (source.url or None, key_of(source.informant)) == (fact["url"], fact["informant"])
    assert key_of(source.origin) == (None if key == "S1" else "S1")


@facts("claims")
def test_a_claim_is_a_passage_of_our_synopsis(key, fact):
    if key in NO_RECORD:
        assert NO_RECORD[key] in synopsis.TEXT
        return
    citation = find(key)

    kept = citation.snapshot.text
    assert kept == synopsis.TEXT
    assert kept[citation.start : citation.end] == citation.quote
    assert key_of(citation.source) == "S0"
    assert key_of(citation.told_by) == TELLERS.get(fact["attributed_to"])
    about = set(key_of(citation.target).split("-"))
    assert about & ({fact["subject"]} | ELSEWHERE.get(key, set()))


def test_every_claim_that_has_a_record_is_entered_once():
    cited = {key for key in MODEL_OF if MODEL_OF[key] is Citation and "-" not in key}

    assert cited == set(FACTS["claims"]) - set(NO_RECORD)


def test_four_cases_nine_people_six_groups_twelve_events():
    assert (len(FACTS["cases"]), len(FACTS["people"]), len(FACTS["groups"])) == (4, 9, 6)
    assert len(FACTS["events"]) == 12
    entered = [key for key in MODEL_OF if MODEL_OF[key] is Person]
    assert sorted(entered) == sorted([*FACTS["people"], *FACTS["groups"]])


def test_the_report_is_kept_without_its_text():
    assert find("S1").snapshots.count() == 0
    assert find("S1").author == ""
    assert find("S1").published_edtf == "2023-03-27/2023-03-31"


@needs_records
def test_no_sentence_of_the_article_is_in_the_synopsis():
    runs = [_runs((SHARED / "article.txt").read_text(), 6), _runs(synopsis.TEXT, 6)]

    assert runs[0] & runs[1] == set()


@needs_records
def test_no_sentence_of_the_article_is_in_any_text_of_the_register():
    article = _runs((SHARED / "article.txt").read_text(), 8)
    told = [
        value
        for entry in ENTERED
        for name, value in entry.values.items()
        if isinstance(value, str) and (entry.key, name) != ("S1", "title")
    ]

    assert [text for text in told if _runs(text, 8) & article] == []


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", fold(text))
    return {tuple(words[place : place + length]) for place in range(len(words) - length + 1)}
