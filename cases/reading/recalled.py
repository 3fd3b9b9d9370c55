"""Whom words recall that the text has named before: "the two", "the imam" (pure)."""

import re

from cases.reading.article import Someone
from cases.reading.chains import Reference

_TWO = re.compile(r"both|all two|the (?:two|pair|couple)|об(?:а|е|оих|еих).*", re.IGNORECASE)
_NEAR = 40  # characters before a name in which it is told what somebody is


def last_two(word: str, back: list[Reference]) -> tuple[int, ...]:
    """ "The two", where no list was told of: whom the text spoke of last; `back` goes backwards."""
    two = dict.fromkeys(one.people[0] for one in back if len(one.people) == 1)
    return tuple(two)[:2] if _TWO.fullmatch(word) and len(two) > 1 else ()


def called(text: str, people: tuple[Someone, ...], word: re.Match[str]) -> tuple[int, ...]:
    """ "The imam": who alone was called so before, as "the imam X"."""
    noun = f" {word[0].split()[-1].lower()} "
    found = {
        number
        for number, one in enumerate(people)
        for span in one.mentions
        if span.end < word.start()
        and text[max(0, span.start - _NEAR) : span.start].lower().endswith(noun)
    }
    return tuple(found) if len(found) == 1 else ()
