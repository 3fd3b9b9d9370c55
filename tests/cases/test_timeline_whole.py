"""The timeline knows every word: each kind of event has its effect, each status its story."""

import random
from datetime import date

import pytest

from cases import timeline
from cases.choices import CaseStatus, EventKind, ReleaseKind, SentenceKind
from cases.timeline import BECOMES, EventFact, Story, tell

TODAY = date(2024, 1, 1)
# Things that happen to or around somebody without making them free or unfree.
CHANGES_NOTHING = {
    *("interrogation", "search", "ill_treatment", "sentence_change", "hospitalisation", "burial"),
    *("disclosure", "contact", "demonstration", "picket", "hunger_strike", "petition"),
    *("press_conference", "fine", "threat", "authority_response", "official_meeting"),
    *("official_visit", "intervention", "statement"),
}
# No event says it yet.
NOT_TOLD = {CaseStatus.ABROAD}


def fact(kind: str, year: int, key: int = 1, **more) -> EventFact:
    return EventFact(key, kind, date(year, 1, 1), date(year, 12, 31), **more)


def a_story(chance: random.Random) -> list[EventFact]:
    """Up to six events of any kind, dated or not."""
    return [
        EventFact(
            key=key,
            kind=chance.choice(EventKind.values),
            earliest=(first := chance.choice([None, date(2010 + chance.randrange(10), 1, 1)])),
            latest=first.replace(month=12) if first else None,
            has_ended=chance.random() < 0.2,
            facility=chance.choice([None, 7]),
            sentence_kind=chance.choice(["", *SentenceKind.values]),
            sentence_months=chance.choice([None, 6, 168, 100_000]),
            release_kind=chance.choice(["", *ReleaseKind.values]),
            is_reliable=chance.random() < 0.5,
            is_contradicted=chance.random() < 0.2,
        )
        for key in range(1, chance.randrange(1, 7))
    ]


@pytest.fixture(scope="module")
def stories():
    chance = random.Random(27)
    return [a_story(chance) for _ in range(2000)]


def test_every_kind_of_event_has_an_effect_or_is_known_to_have_none():
    assert set(BECOMES) | CHANGES_NOTHING == set(EventKind.values)
    assert set(BECOMES) & CHANGES_NOTHING == set()


@pytest.mark.parametrize("kind", sorted(CHANGES_NOTHING))
def test_what_changes_nothing_leaves_a_status_as_it_was(kind):
    held = fact("arrest", 2018)

    assert tell([held, fact(kind, 2019, 2)], TODAY).status == "in_custody"
    assert tell([fact(kind, 2019)], TODAY).status == "unknown"


def test_every_status_is_told_by_some_story(stories):
    told = {tell(story, TODAY).status for story in stories}

    assert set(CaseStatus) - told == NOT_TOLD


def test_the_order_in_which_events_are_entered_changes_nothing(stories):
    chance = random.Random(3)
    changed = []
    for story in stories:
        shuffled = chance.sample(story, len(story))
        if tell(shuffled, TODAY) != tell(story, TODAY):
            changed.append(story)

    assert changed == []


def test_a_story_names_only_events_that_it_was_told(stories):
    names = ("status_event", "status_as_of", "deprived_event", "released_event", "died_event")
    strange = [
        story
        for story in stories
        if {getattr(tell(story, TODAY), name) for name in names} - {None, *(f.key for f in story)}
    ]

    assert strange == []


def test_the_dead_are_neither_held_nor_free(stories):
    dead = [
        tell(story, TODAY) for story in stories if any(f.kind in timeline.DEATHS for f in story)
    ]

    assert {one.status for one in dead} == {"died", "died_in_custody"}
    assert {one.facility for one in dead} == {None}


def test_a_sentence_has_a_computed_end_only_while_it_is_served(stories):
    told = [tell(story, TODAY) for story in stories]
    with_an_end = {one.status for one in told if one.sentence_end != (None, None)}

    assert with_an_end == {"serving_sentence", "sentence_over_no_news"}


def test_nothing_told_is_nothing_known():
    assert tell([], TODAY) == Story()
