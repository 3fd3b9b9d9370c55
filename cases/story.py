"""A case told as a story: timeline, people and ties, answers of the authorities, sources."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils import timezone

from cases import shown, telling
from cases.agreement import Agreement
from cases.choices import EventKind, ParticipationRole
from cases.family import Family
from cases.models import Case, Event, Participation, Source
from cases.passages import Evidence, Passages
from cases.related import Group, Related
from cases.spans import Spans
from people.models import Person, Relationship


@dataclass
class Entry:
    """One event of a page, with who took part and what supports it."""

    event: Event
    parts: list[Participation]
    evidence: Evidence
    roles: list[str] = field(default_factory=list)
    answers: list["Entry"] = field(default_factory=list)

    @property
    def is_shared(self) -> bool:
        return self.event.case_id is None

    @property
    def sentence(self) -> str:
        return telling.length(self.event.sentence_months)

    @property
    def cases(self) -> list[Participation]:
        """Those who took part for a case of their own, each case once."""
        return list({part.case_id: part for part in self.parts if part.case}.values())


@dataclass(frozen=True)
class Kin:
    """Somebody tied to the person: what they are to each other, and what they did."""

    person: Person
    word: str
    tie: Relationship
    deeds: list[Participation]
    evidence: Evidence


def reading_order(events: list[Event]) -> list[Event]:
    """By time; what began at an unknown time stands before what happened when it ended."""
    placed = [event for event in events if event.occurred_earliest]
    for event in events:
        if not event.occurred_earliest:
            placed.insert(_place(event, placed), event)
    return placed


def _place(event: Event, placed: list[Event]) -> int:
    """Before the first whose month is not over by then; at the end if no time is known at all."""
    last = _month(event.occurred_latest)
    if last is None:
        return len(placed)
    later = (
        index
        for index, other in enumerate(placed)
        if other.occurred_earliest and (_month(other.occurred_latest) or last) >= last
    )
    return next(later, len(placed))


def _month(day: date | None) -> tuple[int, int] | None:
    return (day.year, day.month) if day else None


def entry(event: Event, passages: Passages, parts: list[Participation] | None = None) -> Entry:
    """An event as a page tells it; `parts` are those whose passages belong to the page."""
    speaking = event.seen_parts if parts is None else parts
    return Entry(event, event.seen_parts, passages.of(event, *speaking))


def kin(person: Person, tie: Relationship, passages: Passages, deeds: dict | None = None) -> Kin:
    """One tie, read from this person's side."""
    other = tie.other(person)
    done = (deeds or {}).get(other.pk, [])
    return Kin(other, tie.word_for_other(person), tie, done, passages.of(tie))


class Story:
    """What the page of a case tells one reader."""

    def __init__(self, case: Case, user):
        self.case, self.user = case, user
        self.person = case.person
        self.entries = [self._entry(event) for event in reading_order(self._told)]
        self.answers = [self._entry(event) for event in self._answering]
        self.kin = [kin(self.person, tie, self.passages, self._deeds) for tie in self._ties]
        self.about_case = self.passages.of(case)
        self.about_person = self.passages.of(self.person, *self.person.seen_names)
        self.sources = self.passages.sources()

    # Read from the database, each once

    @cached_property
    def _events(self) -> list[Event]:
        """The case's events, and whatever belongs to them or answers them."""
        own = list(shown.keys_of_case(self.case, self.user))
        near = Q(pk__in=own) | Q(part_of__in=own)  # by keys: each has its index
        return list(shown.events(self.user).filter(near))

    @cached_property
    def _own(self) -> set[int]:
        return {
            event.pk
            for event in self._events
            if self.case.pk in (event.case_id, *(part.case_id for part in event.seen_parts))
        }

    @cached_property
    def _told(self) -> list[Event]:
        answers = {event.pk for event in self._answering}
        return [one for one in self._events if one.pk in self._own and one.pk not in answers]

    @cached_property
    def _answering(self) -> list[Event]:
        kind = EventKind.AUTHORITY_RESPONSE
        return [event for event in self._events if event.kind == kind]

    @cached_property
    def _ties(self) -> list[Relationship]:
        return list(shown.ties(self.person, self.user))

    @cached_property
    def _deeds(self) -> dict[int, list[Participation]]:
        """What those who are tied to the person took part in, by person."""
        people = [tie.other(self.person).pk for tie in self._ties]
        found: dict[int, list[Participation]] = {}
        for part in shown.deeds(people, self.user):
            found.setdefault(part.person_id, []).append(part)
        return found

    @cached_property
    def passages(self) -> Passages:
        parts = [part.pk for event in self._events for part in self._speaking_of(event)]
        cited = (
            Q(case=self.case)
            | Q(event__in=[event.pk for event in self._events])
            | Q(person=self.person)
            | Q(person_name__in=[name.pk for name in self.person.seen_names])
            | Q(relationship__in=[tie.pk for tie in self._ties])
            | Q(participation__in=parts)
        )
        return Passages(shown.citations(self.user).filter(cited))

    # Told

    def _speaking_of(self, event: Event) -> list[Participation]:
        """Those whose part concerns this case: its own person's, and those of no case."""
        return [part for part in event.seen_parts if part.case_id in (None, self.case.pk)]

    def _entry(self, event: Event) -> Entry:
        own = [part for part in event.seen_parts if part.person_id == self.person.pk]
        told = entry(event, self.passages, self._speaking_of(event))
        told.parts = [part for part in event.seen_parts if part not in own]
        told.roles = [p.get_role_display() for p in own if p.role != ParticipationRole.SUBJECT]
        return told

    def _event(self, pk: int | None) -> Event | None:
        return next((event for event in self._events if event.pk == pk), None)

    @property
    def as_of(self) -> Event | None:
        return self._event(self.case.status_as_of_id)

    @property
    def rests_on(self) -> Event | None:
        """The event that made the status, where the page tells it."""
        told = {entry.event.pk for entry in self.entries}
        return self._event(self.case.status_event_id if self.case.status_event_id in told else None)

    @property
    def told_since(self) -> Event | None:
        """News of the status that is later than what made it."""
        told = {entry.event.pk for entry in self.entries}
        later = self.as_of and self.as_of != self.rests_on and self.as_of.pk in told
        return self.as_of if later else None

    @property
    def age(self) -> str:
        return telling.age(self.as_of, timezone.localdate())

    @property
    def death(self) -> Event | None:
        return self._event(self.case.died_event_id)

    @property
    def deprived(self) -> Event | None:
        return self._event(self.case.deprived_event_id)

    @property
    def facility(self):
        places = (event.facility for event in self._events if event.facility)
        return next((one for one in places if one.pk == self.case.facility_id), None)

    @property
    def sentence(self) -> str:
        return telling.length(self.case.sentence_months)

    @property
    def last_confirmed(self) -> tuple[int, Source] | None:
        number = self.passages.number(self.case.last_source_id)
        return (number, self.sources[number - 1].source) if number else None

    @property
    def unknowns(self) -> list[str]:
        return telling.unknowns(self.case, self._told)

    @cached_property
    def other_cases(self) -> list[Case]:
        others = shown.cases(self.user).filter(person=self.person).exclude(pk=self.case.pk)
        return list(others.order_by("pk"))

    @cached_property
    def spans(self) -> Spans:
        return Spans([entry.event for entry in self.entries])

    @cached_property
    def family(self) -> Family:
        return Family(self.person, self.kin)

    @cached_property
    def agreement(self) -> Agreement:
        """What the sources agree on, in the order in which the page tells it."""
        told = [(self.case, self.about_case), (self.person, self.about_person)]
        told += [(entry.event, entry.evidence) for entry in (*self.entries, *self.answers)]
        told += [(one.tie, one.evidence) for one in self.kin]
        return Agreement(told, self.passages)

    @cached_property
    def related_groups(self) -> list[Group]:
        return Related(self).groups()

    @cached_property
    def related(self) -> list[tuple[Event, list[Participation]]]:
        """The cases of others that share an event with this one, each once, by the first event."""
        seen: set[int] = set()
        found = []
        for entry in self.entries:
            parts = [part for part in entry.cases if part.case_id not in seen]
            seen |= {part.case_id for part in parts}
            found += [(entry.event, parts)] if parts else []
        return found
