"""What follows from events: status, what it rests on, the end of a sentence."""

from datetime import date

import pytest

from cases.timeline import EventFact, tell

TODAY = date(2026, 11, 23)


def fact(key: int, kind: str, day: str = "", last: str = "", **values) -> EventFact:
    first = date.fromisoformat(day) if day else None
    return EventFact(key, kind, first, date.fromisoformat(last) if last else first, **values)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("arrest", "in_custody"),
        ("internment", "in_custody"),
        ("disappearance", "disappeared"),
        ("charge", "awaiting_trial"),
        ("trial", "awaiting_trial"),
        ("sentencing", "serving_sentence"),
        ("house_arrest", "house_arrest"),
        ("travel_ban", "restricted"),
        ("death", "died"),
        ("death_in_custody", "died_in_custody"),
        ("demonstration", "unknown"),
        ("statement", "unknown"),
    ],
)
def test_one_event_makes_the_status(kind, status):
    assert tell([fact(1, kind, "2018-03-01")], TODAY).status == status


def test_no_event_tells_nothing():
    assert tell([], TODAY).status == "unknown"


def test_a_reliable_release_on_the_day_of_arrest_comes_last():
    events = [fact(1, "release", "2023-03-27", is_reliable=True), fact(2, "arrest", "2023-03-27")]

    assert tell(events, TODAY).status == "released"


def test_a_release_that_is_unsure_or_contradicted_is_only_reported():
    unsure = fact(1, "release", "2023-03-27")
    contradicted = fact(1, "release", "2023-03-27", is_reliable=True, is_contradicted=True)

    assert tell([unsure], TODAY).status == "released_reported"
    assert tell([contradicted], TODAY).status == "released_reported"


def test_a_holding_that_ended_without_a_release_leaves_the_whereabouts_unknown():
    story = tell([fact(1, "internment", "2018-01-01", has_ended=True)], TODAY)

    assert story.status == "whereabouts_unknown"


def test_death_has_the_last_word_whatever_is_dated_after_it():
    events = [
        fact(1, "death_in_custody", "2023-03-01", "2023-03-09"),
        fact(2, "imprisonment", "", "2023-03-31"),
        fact(3, "disclosure", "2023-03-09"),
    ]

    story = tell(events, TODAY)

    assert (story.status, story.status_event, story.status_as_of) == ("died_in_custody", 1, 3)


def test_a_sentence_that_has_run_out_without_news_says_so():
    sentence = fact(1, "sentencing", "2018-01-01", "2018-12-31", sentence_months=36)

    story = tell([sentence], TODAY)

    assert story.status == "sentence_over_no_news"
    assert story.sentence_end == (date(2021, 1, 1), date(2021, 12, 28))


def test_a_sentence_of_unknown_day_has_no_computed_end():
    assert tell([fact(1, "sentencing", sentence_months=36)], TODAY).sentence_end == (None, None)


def test_a_suspended_sentence_is_no_custody():
    story = tell([fact(1, "sentencing", "2020-01-01", sentence_kind="suspended")], TODAY)

    assert story.status == "restricted"


def test_a_travel_ban_frees_nobody():
    events = [fact(1, "arrest", "2020-01-01"), fact(2, "travel_ban", "2021-01-01")]

    assert tell(events, TODAY).status == "in_custody"


def test_the_facility_is_where_the_person_is_held_now_and_empty_once_free():
    held = [
        fact(1, "arrest", "2018-01-01", facility=7),
        fact(2, "transfer", "2019-01-01", facility=8),
    ]
    free = [*held, fact(3, "release", "2020-01-01", is_reliable=True)]

    assert (tell(held, TODAY).facility, tell(free, TODAY).facility) == (8, None)
