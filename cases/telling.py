"""Plain words for what the register knows of a case, and for what it does not know."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

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
    if years and rest:
        words = {"years": _years(years), "months": _months(rest)}
        return gettext("%(years)s and %(months)s") % words
    return _years(years) if years else _months(rest)


def _years(number: int) -> str:
    return ngettext("%(number)s year", "%(number)s years", number) % {"number": number}


def _months(number: int) -> str:
    return ngettext("%(number)s month", "%(number)s months", number) % {"number": number}


def age(event: Event | None, today: date) -> str:
    """How long ago the last news was, never shorter than it may be: 'more than 3 years ago'."""
    if event is None or event.occurred_latest is None:
        return ""
    days = (today - event.occurred_latest).days
    if days >= DAYS_A_YEAR:
        number = int(days / DAYS_A_YEAR)
        told = ngettext("more than %(number)s year ago", "more than %(number)s years ago", number)
        return told % {"number": number}
    number = days // 30
    told = ngettext("more than %(number)s month ago", "more than %(number)s months ago", number)
    return told % {"number": number} if days >= 60 else ""


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
        return (
            gettext("No source says when the person was taken.") if case.deprived_event_id else ""
        )
    if taken.occurred is None or taken.occurred_earliest is None:
        return gettext("When the holding began, no source says.")
    return ""


def _of_place(case: Case, events: list[Event]) -> str:
    holding = [event.facility for event in events if event.facility]
    if case.status not in (*HELD, CaseStatus.DIED_IN_CUSTODY) or any(f.is_named for f in holding):
        return ""
    if holding:
        return gettext("The place of holding is not named.")
    return gettext("Where it was, no source says.")


def _of_sentence(events: list[Event]) -> str:
    sentence = next((event for event in events if event.kind == EventKind.SENTENCING), None)
    if sentence is None:
        return ""
    charged = any(event.charge for event in events)
    if sentence.organization is None:
        if charged:
            return gettext("No source says which court passed the sentence.")
        return gettext("No source says which court passed the sentence or on what charge.")
    return "" if charged else gettext("No source says on what charge.")


def _of_reason(events: list[Event]) -> str:
    given = [e.official_reason for e in events if e.official_reason]
    if any(reason != ReasonGroup.NOT_STATED for reason in given):
        return ""
    return gettext("No reason of the authorities is known.")


NOT_KNOWN_NOW = {
    CaseStatus.UNKNOWN: _("What became of the person is not known."),
    CaseStatus.WHEREABOUTS_UNKNOWN: _("Where the person is now is not known."),
    CaseStatus.DISAPPEARED: _("Where the person is, and whether alive, is not known."),
    CaseStatus.SENTENCE_OVER_NO_NEWS: _("Whether the person was set free is not known."),
    CaseStatus.RELEASED_REPORTED: _("The release is not confirmed."),
}


def _of_now(case: Case) -> str:
    return str(NOT_KNOWN_NOW.get(case.status, ""))


def _of_person(person: Person) -> str:
    facts = (
        (person.birth_year, gettext("year of birth"), "birth"),
        (person.sex, gettext("sex"), ""),
        (person.ethnicity, gettext("ethnicity"), ""),
        (person.home, gettext("home"), "home"),
    )
    # Of what this reader is not even told roughly, nobody can say here that no source states it.
    silent = [words for value, words, fact in facts if not value and person.untold.get(fact, True)]
    told = pgettext("between items", ", ").join(silent)
    return gettext("Not stated of the person: %(facts)s.") % {"facts": told} if silent else ""
