"""What a reading found, as it is kept: each with a key that says what it is and where (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cases.choices import FacilityKind
from cases.decisions import SuggestionKind
from cases.reading.article import Happening, Reading, Someone, Span, Spot, Tie, When
from config.records.text import fold

# How many signs of a text are read at once, and how many are shown on one page.
READ_AT_ONCE = 60_000
SHOWN_AT_ONCE = 20_000

Spans = list[list[int]]


@dataclass
class Found:
    """One thing found. `number` is its place among those of its kind; `refers` names others by
    kind and number, to be put in `what` once these have rows."""

    kind: str
    number: int
    spans: Spans
    what: dict
    refers: dict = field(default_factory=dict)

    @property
    def key(self) -> str:
        start, end = self.spans[0]
        sort = f"-{self.what['kind']}" if self.kind in ("tie", "event") else ""
        refs = "".join(f"-{one}" for one in sorted(map(str, _numbers(self.refers))))
        return f"{self.kind}{sort}:{start}-{end}{refs if self.kind == 'tie' else ''}"

    @property
    def position(self) -> int:
        return min(start for start, _ in self.spans)

    def is_like(self, what: dict, spans: Spans) -> bool:
        """Whether this is what other rules, or another stretch of the text, found before."""
        near = any(overlap(one, other) for one in self.spans for other in spans)
        if self.kind == SuggestionKind.PERSON:
            return near or fold(what["name"]) == fold(self.what["name"])
        if self.kind == SuggestionKind.SPOT:
            alike = near or fold(what["name"]) == fold(self.what["name"])
            return alike and what["kind"] == self.what["kind"]
        return self.kind == SuggestionKind.EVENT and near and what["kind"] == self.what["kind"]


def overlap(one: list[int], other: list[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _numbers(refers: dict) -> Iterator:
    for value in refers.values():
        yield from value if isinstance(value, list) else [value]


def everything(reading: Reading, shift: int = 0) -> list[Found]:
    """All that was found, in an order in which nothing refers to what comes after it.

    shift: where the stretch that was read begins in the whole text.
    """
    people = [_person(number, one, shift) for number, one in enumerate(reading.people)]
    told_of = {one.place for one in reading.happenings} | {
        one.facility for one in reading.happenings
    }
    spots = [
        _spot(number, one, shift)
        for number, one in enumerate(reading.spots)
        if number in told_of and (not one.kind or one.kind in FacilityKind.values)
    ]
    ties = [
        _tie(number, tie, shift)
        for number, someone in enumerate(reading.people)
        for tie in someone.ties
    ]
    events = [_event(number, one, shift) for number, one in enumerate(reading.happenings)]
    return [*people, *spots, *ties, *events]


def _span(span: Span, shift: int) -> list[int]:
    return [span.start + shift, span.end + shift]


def _person(number: int, one: Someone, shift: int) -> Found:
    mentions = [_span(span, shift) for span in one.mentions]
    what = {"name": one.name, "role": str(one.role), "why": one.why, "mentions": mentions}
    return Found("person", number, mentions, what)


def _spot(number: int, one: Spot, shift: int) -> Found:
    mentions = [_span(span, shift) for span in one.mentions]
    return Found(
        "spot", number, mentions, {"name": one.name, "kind": one.kind, "mentions": mentions}
    )


def _tie(number: int, tie: Tie, shift: int) -> Found:
    span = _span(tie.passage, shift)
    what = {"kind": str(tie.kind), "trigger": span, "passage": span, "why": tie.why}
    return Found("tie", number, [span], what, {"first": number, "of": tie.of})


def _event(number: int, one: Happening, shift: int) -> Found:
    trigger = _span(one.trigger, shift)
    what = {
        "kind": str(one.kind),
        "trigger": trigger,
        "passage": _span(one.passage, shift),
        "when": _when(one.when) if one.when else None,
        "length": one.length,
        "months": one.months,
    }
    refers = {"people": list(one.people), "place": one.place, "facility": one.facility}
    return Found("event", number, [trigger], what, refers)


def _when(when: When) -> dict:
    return {
        "written": when.written.rstrip(" .,;"),
        "edtf": when.edtf,
        "earliest": when.earliest.isoformat() if when.earliest else "",
        "latest": when.latest.isoformat() if when.latest else "",
        "basis": str(when.basis),
    }


def stretches(text: str, most: int) -> list[tuple[int, int]]:
    """A text in parts of at most so many signs, cut between paragraphs, else between words."""
    parts, start = [], 0
    while len(text) - start > most:
        end = _cut(text, start, start + most)
        parts.append((start, end))
        start = end
    return [*parts, (start, len(text))]


def _cut(text: str, start: int, end: int) -> int:
    for sign in ("\n", ". ", " "):
        found = text.rfind(sign, (start + end) // 2, end)
        if found > 0:
            return found + len(sign)
    return end
