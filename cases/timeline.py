"""What follows from a case's events: its status, and the events that the status rests on (pure).

Nothing here reads the database or the clock: facts in, conclusions out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.choices import CaseStatus, EventKind, ReleaseKind, ResponseKind, SentenceKind

Kind, Status = EventKind, CaseStatus

# What an event of this kind makes of somebody's status.
BECOMES = {
    Kind.DISAPPEARANCE: Status.DISAPPEARED,
    Kind.ARREST: Status.IN_CUSTODY,
    Kind.DETENTION: Status.IN_CUSTODY,
    Kind.INTERNMENT: Status.IN_CUSTODY,
    Kind.ADMINISTRATIVE_ARREST: Status.IN_CUSTODY,
    Kind.FORCED_LABOUR: Status.IN_CUSTODY,
    Kind.TRANSFER: Status.IN_CUSTODY,
    Kind.HOUSE_ARREST: Status.HOUSE_ARREST,
    Kind.CHARGE: Status.AWAITING_TRIAL,
    Kind.TRIAL: Status.AWAITING_TRIAL,
    Kind.SENTENCING: Status.SERVING_SENTENCE,
    Kind.IMPRISONMENT: Status.SERVING_SENTENCE,
    Kind.RELEASE: Status.RELEASED,
    Kind.DEATH_IN_CUSTODY: Status.DIED_IN_CUSTODY,
    Kind.DEATH: Status.DIED,
    Kind.PASSPORT_CONFISCATION: Status.RESTRICTED,
    Kind.TRAVEL_BAN: Status.RESTRICTED,
}
TAKES_LIBERTY = (
    Kind.ARREST,
    Kind.DETENTION,
    Kind.INTERNMENT,
    Kind.ADMINISTRATIVE_ARREST,
    Kind.FORCED_LABOUR,
    Kind.DISAPPEARANCE,
    Kind.IMPRISONMENT,
    Kind.HOUSE_ARREST,
)
# Kinds that name a place of holding, of which the last is where the person is now.
HOLDS = (*TAKES_LIBERTY, Kind.TRANSFER)
DEATHS = (Kind.DEATH_IN_CUSTODY, Kind.DEATH)
# News of somebody that changes no status and makes it more recent.
NEWS = (Kind.DISCLOSURE, Kind.CONTACT)
HELD = (
    Status.IN_CUSTODY,
    Status.AWAITING_TRIAL,
    Status.SERVING_SENTENCE,
    Status.DISAPPEARED,
    Status.HOUSE_ARREST,
)
AT_LIBERTY = (SentenceKind.SUSPENDED, SentenceKind.RESTRICTION)
# On one day, things happen in this order.
ORDER = {kind: place for place, kind in enumerate((*BECOMES, *NEWS))} | {
    Kind.RELEASE: 90,
    Kind.DEATH_IN_CUSTODY: 95,
    Kind.DEATH: 95,
}


@dataclass(frozen=True)
class EventFact:
    """What a status is derived from. Bounds are days; None is unknown. `key` is the caller's."""

    key: int
    kind: str
    earliest: date | None = None
    latest: date | None = None
    has_ended: bool = False
    facility: int | None = None
    sentence_kind: str = ""
    sentence_months: int | None = None
    release_kind: str = ""
    response_kind: str = ""
    is_reliable: bool = False
    is_contradicted: bool = False


@dataclass(frozen=True)
class Story:
    """What follows. Events are named by the key of their fact."""

    status: str = Status.UNKNOWN
    status_event: int | None = None
    status_as_of: int | None = None
    deprived_event: int | None = None
    released_event: int | None = None
    died_event: int | None = None
    sentenced_event: int | None = None
    facility: int | None = None
    sentence_months: int | None = None
    sentence_end: tuple[date | None, date | None] = (None, None)


def in_order(events: Iterable[EventFact]) -> list[EventFact]:
    """By what is known of the day; where nothing is known of the start, by its last day."""

    def place(event: EventFact):
        first = event.earliest or event.latest or date.min
        return (first, ORDER.get(event.kind, 50), event.latest or date.max, event.key)

    return sorted(events, key=place)


def tell(events: Iterable[EventFact], today: date) -> Story:
    """The story that a case's events tell, as of today."""
    facts = in_order(events)
    status, turning = _status(facts)
    sentence = _last(facts, Kind.SENTENCING, Kind.SENTENCE_CHANGE)
    served = _last(facts, Kind.SENTENCING)
    months = sentence.sentence_months if sentence else None
    end = _sentence_end(served, months) if status == Status.SERVING_SENTENCE else (None, None)
    if end[1] and end[1] < today:
        status = Status.SENTENCE_OVER_NO_NEWS
    holding = _last([fact for fact in facts if fact.facility], *HOLDS)
    return Story(
        status=status,
        status_event=_key(turning),
        status_as_of=_key(_as_of(facts, turning)),
        deprived_event=_key(_first(facts, *TAKES_LIBERTY)),
        released_event=_key(_last(facts, Kind.RELEASE)),
        died_event=_key(_last(facts, *DEATHS)),
        sentenced_event=_key(served),
        facility=holding.facility if holding and status in HELD else None,
        sentence_months=months,
        sentence_end=end,
    )


def _status(facts: list[EventFact]) -> tuple[str, EventFact | None]:
    death = _last(facts, *DEATHS)
    if death:
        return BECOMES[death.kind], death
    status, turning = Status.UNKNOWN, None
    for fact in facts:
        after = _after(status, fact)
        if after:
            status, turning = after, fact
    if turning and turning.has_ended and status in HELD:
        status = Status.WHEREABOUTS_UNKNOWN
    return status, turning


def _after(status: str, fact: EventFact) -> str | None:
    """The status after an event, or None if it leaves the status as it was."""
    if fact.kind == Kind.RELEASE:
        return _after_release(fact)
    if fact.kind == Kind.SENTENCING and fact.sentence_kind in AT_LIBERTY:
        return Status.RESTRICTED
    if fact.kind in (Kind.PASSPORT_CONFISCATION, Kind.TRAVEL_BAN) and status in HELD:
        return None
    if fact.kind == Kind.TRANSFER and status in (Status.SERVING_SENTENCE, Status.AWAITING_TRIAL):
        return None
    return BECOMES.get(fact.kind)


def _after_release(fact: EventFact) -> str:
    if fact.release_kind == ReleaseKind.TO_HOUSE_ARREST:
        return Status.HOUSE_ARREST
    if fact.release_kind == ReleaseKind.TO_FORCED_LABOUR:
        return Status.IN_CUSTODY
    certain = fact.is_reliable and not fact.is_contradicted
    return Status.RELEASED if certain else Status.RELEASED_REPORTED


def _as_of(facts: list[EventFact], turning: EventFact | None) -> EventFact | None:
    """The last news that the status rests on: the event that made it, or news after it."""
    if turning is None:
        return None
    later = [f for f in facts if f.kind in NEWS and f.latest and turning.earliest]
    later = [f for f in later if f.latest >= turning.earliest]
    return later[-1] if later else turning


def _sentence_end(
    sentence: EventFact | None, months: int | None
) -> tuple[date | None, date | None]:
    """Counted from the sentence, whose day is often known only to the month or year."""
    if not sentence or not months:
        return None, None
    return _add(sentence.earliest, months), _add(sentence.latest, months)


def _add(day: date | None, months: int) -> date | None:
    if day is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, 28))


def _last(facts: list[EventFact], *kinds: str) -> EventFact | None:
    found = [fact for fact in facts if fact.kind in kinds]
    return found[-1] if found else None


def _first(facts: list[EventFact], *kinds: str) -> EventFact | None:
    return next((fact for fact in facts if fact.kind in kinds), None)


def _key(fact: EventFact | None) -> int | None:
    return fact.key if fact else None


def is_acknowledged(events: Iterable[EventFact]) -> bool:
    """An authority has said that it is so."""
    return any(event.response_kind == ResponseKind.ACKNOWLEDGED for event in events)
