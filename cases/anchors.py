"""Finding a passage in a text again (pure). Offsets count code points; the end is exclusive."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CONTEXT = 40
# Signs that printers and keyboards exchange.
ALIKE = ("'\u2018\u2019\u02bc", '"\u201c\u201d\u00ab\u00bb', "-\u2013\u2014")

# Where a sentence ends, and how far it is looked for.
ENDS = re.compile(r"[.!?…]['\"”’»)\]]*(?=\s|$)|[。！？]|\n")
LONGEST_SENTENCE = 600


@dataclass(frozen=True)
class Anchor:
    """Where a passage stands, as the text has it, with the words before and after."""

    quote: str
    start: int
    end: int
    prefix: str
    suffix: str


def find(text: str, quote: str, near: int = 0) -> Anchor | None:
    """The place of a passage, whatever its line breaks and quotation marks; None if not there.

    Of several places, the first at or after `near`.
    """
    pattern = _pattern(quote)
    if not pattern:
        return None
    found = re.compile(pattern).search(text, near) or re.search(pattern, text)
    return at(text, found.start(), found.end()) if found else None


def find_nearest(text: str, quote: str, place: int) -> Anchor | None:
    """Of all the places of a passage, that nearest to another place."""
    return min(places(text, quote), key=lambda one: abs(one.start - place), default=None)


def places(text: str, quote: str) -> Iterator[Anchor]:
    """Every place of a passage, whatever its line breaks and quotation marks, in their order."""
    pattern = _pattern(quote)
    for found in re.finditer(pattern, text) if pattern else ():
        yield at(text, found.start(), found.end())


def at(text: str, start: int, end: int) -> Anchor:
    """The passage between two offsets."""
    return Anchor(
        quote=text[start:end],
        start=start,
        end=end,
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def _pattern(quote: str) -> str:
    return r"\s+".join(_word(word) for word in quote.split())


def _word(word: str) -> str:
    return "".join(_sign(letter) for letter in word)


def _sign(letter: str) -> str:
    for same in ALIKE:
        if letter in same:
            return f"[{re.escape(same)}]"
    return re.escape(letter)


def sentence(text: str, start: int, end: int) -> Anchor:
    """The sentence or sentences around a stretch of the text."""
    lowest, highest = max(0, start - LONGEST_SENTENCE), end + LONGEST_SENTENCE
    first = max((found.end() for found in ENDS.finditer(text, lowest, start)), default=lowest)
    ending = ENDS.search(text, max(start, end - 1), highest)
    last = ending.end() if ending else min(len(text), highest)
    first += len(text[first:start]) - len(text[first:start].lstrip())
    return at(text, first, max(end, first + len(text[first:last].rstrip())))
