"""Which of the people found is which of those labelled, and which event is which (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.evaluation.labelled import Event, Labelled
from cases.reading.article import Happening, Reading, Span

# What the labels call our kinds of event, where they use another word.
LABELS = {
    "sentencing": "sentence",
    "internment": "camp",
    "demonstration": "protest",
    "picket": "protest",
    "death_in_custody": "death",
}
# The labels' words, whether a file holds each of them or not. Of other kinds they say nothing.
LABELLED_KINDS = frozenset(
    "arrest camp charge death detention disappearance house_arrest protest release sentence"
    " statement transfer trial".split()
)


@dataclass(frozen=True)
class Read:
    """A labelled article and what was found in it. same: number of who was found → whose label."""

    labelled: Labelled
    reading: Reading
    same: dict[int, int]

    @classmethod
    def of(cls, labelled: Labelled, reading: Reading) -> "Read":
        return cls(labelled, reading, _same(labelled, reading))

    @property
    def numbers(self) -> dict[int, int]:
        """The place of a label → the number of who was found."""
        return {place: number for number, place in self.same.items()}


def _same(labelled: Labelled, reading: Reading) -> dict[int, int]:
    """Who shares the most mentions, letter for letter; each is one, the surest first."""
    shared = sorted(
        (-len(set(one.mentions) & set(person.mentions)), number, place)
        for number, one in enumerate(reading.people)
        for place, person in enumerate(labelled.people)
    )
    same: dict[int, int] = {}
    for most, number, place in shared:
        if most and number not in same and place not in same.values():
            same[number] = place
    return same


@dataclass(frozen=True)
class Told:
    """An event of one person, found or labelled. person: the place of the label, or a number
    below 0 of somebody who is in no label."""

    person: int
    kind: str
    passage: Span
    date: str = ""

    def is_like(self, other: "Told") -> bool:
        alike = (self.person, self.kind) == (other.person, other.kind)
        return alike and is_same_paragraph(self.passage, other.passage)


def is_same_paragraph(one: Span, other: Span) -> bool:
    """More than half of the longer of the two lies in both."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return 2 * both > max(one.end - one.start, other.end - other.start)


def labelled_events(read: Read) -> list[Told]:
    return [
        Told(place, event.kind, event.passage, event.date)
        for place, person in enumerate(read.labelled.people)
        for event in person.events
    ]


def found_events(read: Read, kinds: frozenset[str]) -> list[Told]:
    """What was found, in the labels' words, without kinds on which they say nothing."""
    return [
        Told(read.same.get(number, -1 - number), kind, one.passage, _date(one))
        for one in read.reading.happenings
        for number in one.people
        if (kind := LABELS.get(one.kind, one.kind)) in kinds
    ]


def _date(happening: Happening) -> str:
    return happening.when.edtf if happening.when else ""


def once(events: Iterable[Told]) -> list[list[Told]]:
    """Events of one person, kind and paragraph together, however often they are told."""
    groups: list[list[Told]] = []
    for event in events:
        group = next((group for group in groups if group[0].is_like(event)), None)
        if group is None:
            groups.append([event])
        else:
            group.append(event)
    return groups


def kinds_of(every: Iterable[Labelled]) -> frozenset[str]:
    """The kinds on which the labels say something."""
    events: list[Event] = [event for one in every for p in one.people for event in p.events]
    return LABELLED_KINDS | {event.kind for event in events}
