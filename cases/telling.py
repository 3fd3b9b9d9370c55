"""Plain words for what the register knows of a case, and for what it does not know."""

from collections.abc import Iterable
from datetime import date

from cases.choices import CaseStatus, EventKind, ReasonGroup
from cases.models import Case, Event
from cases.timeline import HELD
from people.models import Person

DAYS_A_YEAR = 365.25


def length(months: int | None) -> str:
    """168 months as '14 years'."""
    if not months:
        return ""
    years, rest = divmod(months, 12)
    parts = [_counted(number, word) for number, word in ((years, "year"), (rest, "month"))]
    return " and ".join(part for part in parts if part)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""


def age(event: Event | None, today: date) -> str:
    """How long ago the last news was, never shorter than it may be: 'more than 3 years ago'."""
    if event is None or event.occurred_latest is None:
        return ""
    days = (today - event.occurred_latest).days
    if days >= DAYS_A_YEAR:
        return f"more than {_counted(int(days / DAYS_A_YEAR), 'year')} ago"
    return f"more than {_counted(days // 30, 'month')} ago" if days >= 60 else ""


def unknowns(case: Case, events: Iterable[Event]) -> list[str]:
    """What no source says, each in a sentence; only what one would expect to be told."""
    events = list(events)
    asked = (
        _of_taking(case, events),
        _of_place(case, events),
        _of_sentence(events),
        _of_reason(events),
        _of_now(case),
        _of_person(case.person),
    )
    return [sentence for sentence in asked if sentence]


def _of_taking(case: Case, events: list[Event]) -> str:
    taken = next((event for event in events if event.pk == case.deprived_event_id), None)
    if taken is None:
        return "No source says when the person was taken." if case.deprived_event_id else ""
    if taken.occurred is None or taken.occurred_earliest is None:
        return "When the holding began, no source says."
    return ""


def _of_place(case: Case, events: list[Event]) -> str:
    holding = [event.facility for event in events if event.facility]
    if case.status not in (*HELD, CaseStatus.DIED_IN_CUSTODY) or any(f.is_named for f in holding):
        return ""
    return "The place of holding is not named." if holding else "Where it was, no source says."


def _of_sentence(events: list[Event]) -> str:
    sentence = next((event for event in events if event.kind == EventKind.SENTENCING), None)
    if sentence is None:
        return ""
    charged = any(event.charge for event in events)
    silent = [(sentence.organization is None, "which court passed the sentence")]
    silent += [(not charged, "on what charge")]
    told = [words for is_missing, words in silent if is_missing]
    return f"No source says {' or '.join(told)}." if told else ""


def _of_reason(events: list[Event]) -> str:
    given = [e.official_reason for e in events if e.official_reason]
    if any(reason != ReasonGroup.NOT_STATED for reason in given):
        return ""
    return "No reason of the authorities is known."


def _of_now(case: Case) -> str:
    return {
        CaseStatus.UNKNOWN: "What became of the person is not known.",
        CaseStatus.WHEREABOUTS_UNKNOWN: "Where the person is now is not known.",
        CaseStatus.DISAPPEARED: "Where the person is, and whether alive, is not known.",
        CaseStatus.SENTENCE_OVER_NO_NEWS: "Whether the person was set free is not known.",
        CaseStatus.RELEASED_REPORTED: "The release is not confirmed.",
    }.get(case.status, "")


def _of_person(person: Person) -> str:
    facts = (
        (person.birth_year, "year of birth", "birth"),
        (person.sex, "sex", ""),
        (person.ethnicity, "ethnicity", ""),
        (person.home, "home", "home"),
    )
    # Of what this reader is not even told roughly, nobody can say here that no source states it.
    silent = [words for value, words, fact in facts if not value and person.untold.get(fact, True)]
    return f"Not stated of the person: {', '.join(silent)}." if silent else ""
