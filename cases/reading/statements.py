"""Who says something in public about others: the one whose word counts most (pure)."""

from collections.abc import Iterator

from cases.choices import EventKind
from cases.reading.article import Happening, Role, Someone, Span
from cases.reading.cues import Named, saying
from cases.reading.lexicon import Lexicon

_SPEAKERS = {Role.ACTIVIST, Role.RELATIVE, Role.EXPERT, Role.OTHER}


def statements(
    text: str,
    lexicon: Lexicon,
    people: tuple[Someone, ...],
    named: dict[int, list[Named]],
    events: tuple[Happening, ...],
) -> Iterator[Happening]:
    """The first expert who speaks about others; where nobody told it to the press, else the first
    of the others."""
    busy = {person for event in events for person in event.people}
    counts = sorted((len(person.mentions) for person in people), reverse=True)
    most = counts[0] if len(counts) > 1 and counts[0] > max(2, counts[1]) else 0
    is_told = any(event.kind == EventKind.STATEMENT for event in events)
    speaking = [(n, one) for n, one in enumerate(people) if one.role in _SPEAKERS]
    for number, person in sorted(speaking, key=lambda pair: pair[1].role != Role.EXPERT):
        if is_told and person.role != Role.EXPERT:
            return
        if number in busy or len(person.mentions) == most:
            continue
        for one in named.get(number, ()):
            if verb := saying(one, text, lexicon):
                span = Span(min(verb.start, one.span.start), max(verb.end, one.span.end))
                yield Happening(EventKind.STATEMENT.value, (number,), span, one.paragraph)
                return
