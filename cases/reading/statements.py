"""Who says something in public about it: at most one statement of each speaker (pure)."""

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
    """Of people who speak about others; who the article is about tells of it, and states nothing."""
    busy = {person for event in events for person in event.people}
    most = max((len(person.mentions) for person in people), default=0)
    for number, person in enumerate(people):
        if number in busy or person.role not in _SPEAKERS or len(person.mentions) == most > 2:
            continue
        for one in named.get(number, ()):
            if quote := saying(one, text, lexicon):
                yield _statement(number, one, text, quote)
                break


def _statement(number: int, one: Named, text: str, quote: str) -> Happening:
    after = text.find(quote, one.span.end, one.span.end + 40)
    start = after if after >= 0 else text.rfind(quote, one.sentence.start, one.span.start)
    span = Span(min(start, one.span.start), max(start + len(quote), one.span.end))
    return Happening(EventKind.STATEMENT.value, (number,), span, one.paragraph)
