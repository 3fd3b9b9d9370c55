"""What an article says happened, each event once, in the order of the text (pure)."""

import re
from dataclasses import replace
from datetime import timedelta

from cases.choices import EventKind as E
from cases.reading.article import Happening, When
from cases.reading.lengths import Length
from cases.reading.repeats import without_repeats
from cases.reading.tellings import Told
from config.records.choices import Basis

_GATHERINGS = {E.DEMONSTRATION, E.PICKET}
_HELD = {E.ARREST, E.DETENTION, E.INTERNMENT, E.SENTENCING, E.DISAPPEARANCE, E.TRANSFER}
_TAKEN = {E.ARREST, E.DETENTION}
HOURS = re.compile(
    r"\b(?:hours later|(?:after|for) (?:\w+ ){0,3}hours?|час(?:а|ов)? (?:спустя|позже)"
    r"|через (?:\w+ )?час\w*|несколько часов|stunden (?:später|lang)|(?:mehrere|einige"
    r"|nach \w+) stunden|timer senere"
    r"|(?:flere|noen|etter \w+) timer|horas (?:después|más tarde)|varias horas|kilka godzin"
    r"|godzin(?:y|ach)? (?:później|potem))\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\bthe (?:demonstrat|protest|picket|particip)\w+s\b", re.IGNORECASE)
_NEXT_DAY = re.compile(
    r"\b(?:the (?:next|following) day|на следующий день|am nächsten tag|dagen etter"
    r"|al día siguiente|następnego dnia)\b",
    re.IGNORECASE,
)


def happenings(
    told: list[Told], text: str, lists: list[tuple[int, tuple[int, ...]]]
) -> tuple[Happening, ...]:
    """Each event once, in the order of the text; `lists` are of names, each with its place."""
    counted = [one for one in told if one.count]
    named = _dated_by_count([one for one in told if one.people], counted)
    named = _without_victims_words(_of_that_day(named, counted, text))
    listed = _of_lists(counted, lists)
    named = [one for one in named if not _is_told_by(one, listed)] + listed
    kept = sorted(without_repeats(_released(named, text)), key=lambda one: one.trigger.start)
    return tuple(_happening(one) for one in kept)


def _without_victims_words(told: list[Told]) -> list[Told]:
    """What victims say is their story, and no statement."""
    held = {person for one in told if one.kind in _HELD for person in one.people}
    return [one for one in told if one.kind != E.STATEMENT or not held & set(one.people)]


def _is_told_by(one: Told, listed: list[Told]) -> bool:
    return one.kind in _GATHERINGS and any(
        set(one.people) <= set(other.people) and one.weight <= other.weight for other in listed
    )


def _of_lists(counted: list[Told], lists) -> list[Told]:
    """ "A picket by three women": the three who are named next."""
    found = []
    for one in counted:
        following = [people for at, people in lists if one.trigger.end < at < one.passage.end + 600]
        people = next((people for people in following if len(people) == one.count), ())
        if one.kind in _GATHERINGS and people:
            found.append(replace(one, people=people, is_weak=False))
    return found


def _dated_by_count(named: list[Told], counted: list[Told]) -> list[Told]:
    """Who is told of as "three activists" first, and by name later, was taken on that day."""
    return [_of_same_count(one, counted) for one in named]


def _of_same_count(one: Told, counted: list[Told]) -> Told:
    if one.when or one.kind not in _TAKEN or len(one.people) < 2:
        return one
    for other in counted:
        is_same = other.kind in _TAKEN and other.count == len(one.people)
        if is_same and other.when and other.trigger.start < one.trigger.start:
            place = other.place if one.place is None else one.place
            return replace(one, when=_derived(other.when), place=place)
    return one


def _derived(when: When) -> When:
    return replace(when, basis=Basis.DERIVED.value)


def _of_that_day(named: list[Told], counted: list[Told], text: str) -> list[Told]:
    """ "One of the demonstrators, X": of the demonstration that was told of before."""
    dated = [one for one in (*named, *counted) if one.when and one.kind in _GATHERINGS | _TAKEN]
    dated.sort(key=lambda one: (one.kind in _TAKEN, one.trigger.start))
    found = []
    for one in named:
        start = max(one.passage.start, one.trigger.start - 120)
        is_part = one.kind in _GATHERINGS and not one.when
        is_part = is_part and _PART_OF.search(text, start, one.trigger.end)
        before = (other for other in dated if other.trigger.start < one.trigger.start)
        other = next(before, None) if is_part else None
        found.append(replace(one, when=_derived(other.when)) if other else one)
    return found


def _released(told: list[Told], text: str) -> list[Told]:
    """Let go after hours, most likely on the day of the taking; or as told, on the day after."""
    return [_after_hours(one, told, text) if one.kind == E.RELEASE else one for one in told]


def _after_hours(one: Told, told: list[Told], text: str) -> Told:
    passage = one.passage.of(text)
    later = 1 if _NEXT_DAY.search(passage) else 0
    if one.when or not (later or HOURS.search(passage)):
        return one
    for other in told:
        is_taking = other.kind in _TAKEN and set(one.people) <= set(other.people)
        when = other.when
        if is_taking and when and when.earliest and when.earliest == when.latest:
            return replace(one, when=_days_after(when, later))
    return one


def _days_after(when: When, days: int) -> When:
    day = when.latest + timedelta(days=days)
    return When(when.written, day.isoformat(), day, day, Basis.DERIVED.value)


def _happening(told: Told) -> Happening:
    length = told.length or Length("", None)
    return Happening(
        kind=told.kind,
        people=told.people,
        trigger=told.trigger,
        passage=told.passage,
        when=told.when,
        place=told.place,
        facility=told.facility,
        length=length.iso,
        months=length.months,
    )
