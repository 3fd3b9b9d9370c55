"""What lies on the desk of who takes an article in: a card for each thing that was found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from cases import anchors
from cases.choices import EventKind, ParticipationRole
from cases.decisions import SuggestionKind
from cases.defaults import Known, part_in, surely
from cases.found import SHOWN_AT_ONCE, stretches
from cases.intake_forms import EventForm, PersonForm, SpotForm, SuggestionForm, TieForm
from cases.looking_up import found_for
from cases.models import Case, Event, Facility, Intake, Suggestion
from config.records.choices import State
from people.choices import RelationshipKind
from people.models import Person, PersonName, Place


@dataclass
class Card:
    """One suggestion as it is shown: to be decided with its form, or decided."""

    row: Suggestion
    form: SuggestionForm
    quote: anchors.Anchor
    known: Sequence[Known] = ()
    errors: list[str] = field(default_factory=list)
    records: list = field(default_factory=list)

    @property
    def kind_told(self) -> str:
        """The word for the kind of a tie or an event."""
        kinds = RelationshipKind if self.row.kind == SuggestionKind.TIE else EventKind
        return kinds(self.row.what["kind"]).label

    @property
    def template(self) -> str:
        return f"admin/intake_{self.row.kind}.html"


@dataclass
class Desk:
    """An intake as one user sees it. data: what was sent, of which some may be shown again.

    part: which stretch of a long text is shown, with the suggestions that begin in it.
    """

    intake: Intake
    user: object
    part: int = 0
    data: object = None

    def __post_init__(self):
        self.text = self.intake.snapshot.text
        self.parts = stretches(self.text, SHOWN_AT_ONCE)
        self.part = min(max(self.part, 0), len(self.parts) - 1)
        self.start, self.end = self.parts[self.part]
        self.rows = list(self.intake.suggestions.select_related("decided_by"))
        self.of_kind = defaultdict(list)
        for row in self.rows:
            self.of_kind[row.kind].append(row)
        self.known = known_people(self.of_kind[SuggestionKind.PERSON], self.user)
        self.involved, self.subjects = _involved(self.rows)
        self.names = {row.pk: row.what.get("name", "") for row in self.rows}
        self.cards = [self._card(row) for row in self.rows if self.part_of(row) == self.part]

    def part_of(self, row: Suggestion) -> int:
        """The part in which the card of a suggestion stands."""
        ends = (number for number, (_, end) in enumerate(self.parts) if row.position < end)
        return next(ends, len(self.parts) - 1)

    def groups(self) -> list[tuple[str, list[Card]]]:
        """People first, then where, then what one is to another, then what happened."""
        labels = {
            SuggestionKind.PERSON: "People",
            SuggestionKind.SPOT: "Places and facilities",
            SuggestionKind.TIE: "Ties",
            SuggestionKind.EVENT: "Events",
        }
        found = [
            (label, [c for c in self.cards if c.row.kind == kind]) for kind, label in labels.items()
        ]
        return [(label, cards) for label, cards in found if cards]

    @property
    def waiting(self) -> int:
        return sum(card.row.is_open for card in self.cards)

    def _card(self, row: Suggestion) -> Card:
        span = row.what.get("trigger") or row.spans[0]
        quote = anchors.sentence(self.text, *span)
        known = self.known.get(row.pk, ())
        return Card(row, self._form(row, quote.quote), quote, known=known)

    def _form(self, row: Suggestion, passage: str) -> SuggestionForm:
        people = self.of_kind[SuggestionKind.PERSON]
        if row.kind == SuggestionKind.PERSON:
            known, told_of = self.known.get(row.pk, ()), row.pk in self.involved
            return PersonForm(row, known, told_of, row.pk in self.subjects, self.data)
        if row.kind == SuggestionKind.SPOT:
            spots = self.of_kind[SuggestionKind.SPOT]
            return SpotForm(row, known_spots(row, self.user), spots, self.data)
        if row.kind == SuggestionKind.TIE:
            return TieForm(row, people, self.data)
        known = known_events(row, self._surely(row), self.user)
        spots = self.of_kind[SuggestionKind.SPOT]
        return EventForm(row, people, spots, known, passage, self.data)

    def _surely(self, row: Suggestion) -> list[Person]:
        """Those of an event whom the register surely knows."""
        sure = [surely(self.known.get(pk, ())) for pk in row.what.get("people", [])]
        return [one.person for one in sure if one]


def _involved(rows: Iterable[Suggestion]) -> tuple[set[int], set[int]]:
    """Everybody who is in an event, and of these everybody to whom one happened."""
    events = [row.what for row in rows if row.kind == SuggestionKind.EVENT]
    involved = {pk for what in events for pk in what.get("people", [])}
    subjects = {
        pk
        for what in events
        if part_in(what["kind"]) == ParticipationRole.SUBJECT
        for pk in what.get("people", [])
    }
    return involved, subjects


# Who and what the register knows


def known_people(rows: Iterable[Suggestion], user) -> dict[int, list[Known]]:
    """For each person found whom the register may know, as far as this user may see."""
    told = {row.pk: found_for(row, user) for row in rows}
    keys = {one["person"] for some in told.values() for one in some}
    names = {one["name"] for some in told.values() for one in some}
    people = Person.objects.visible_to(user).in_bulk(keys)
    spellings = PersonName.objects.visible_to(user).in_bulk(names)
    cases = defaultdict(list)
    for case in Case.objects.visible_to(user).filter(person__in=people).order_by("pk"):
        cases[case.person_id].append(case)
    return {
        pk: [
            Known(
                people[one["person"]],
                spellings[one["name"]].text,
                one["score"],
                one["tier"],
                one["is_sure"],
                one["why"],
                cases[one["person"]],
            )
            for one in some
            if one["person"] in people and one["name"] in spellings
        ]
        for pk, some in told.items()
    }


def known_spots(row: Suggestion, user) -> list:
    name = row.what["name"]
    if not row.what["kind"]:
        return list(Place.objects.visible_to(user).called([name])[:5])
    called = Q(name__iexact=name) | Q(other_names__contains=[name])
    return list(Facility.objects.visible_to(user).filter(called, is_named=True)[:5])


def known_events(row: Suggestion, people: list[Person], user) -> list[Event]:
    """Events of the same kind that these people are in already, at a time that may be the same."""
    if not people:
        return []
    theirs = Q(case__person__in=people) | Q(participations__person__in=people)
    found = Event.objects.visible_to(user).filter(theirs, kind=row.what["kind"])
    return list(_at_the_time(found, row.what.get("when") or {}).distinct()[:5])


def _at_the_time(events: QuerySet, when: dict) -> QuerySet:
    if when.get("earliest"):
        events = events.filter(Q(occurred_latest=None) | Q(occurred_latest__gte=when["earliest"]))
    if when.get("latest"):
        events = events.filter(Q(occurred_earliest=None) | Q(occurred_earliest__lte=when["latest"]))
    return events.exclude(state=State.WITHDRAWN)
