"""Blanking in a text: some names in any case and ending, some places; the length stays (pure)."""

import re
from collections.abc import Iterable

BLANK = "█"
Span = tuple[int, int]
# From this length on a single word of a name is looked for by itself.
LONE = 4
# What Russian puts at the end of a name instead of its last vowel: Калиоллы, Калиоллой.
ENDINGS = "[аеиойуыюямхь]{0,3}"
ENDED = re.compile("^([а-яё]{3,}?)[аяйь]?$", re.IGNORECASE)
HAN = re.compile(r"^[\u3400-\u9fff·•・ ]+$")
APART = r"[\W_]+"


class Spellings:
    """Names to be found as whole words, whatever stands between their words."""

    def __init__(self, names: Iterable[str]):
        self.names = sorted({" ".join(name.split()) for name in names if name.strip()})
        # The longest first: of two that begin alike the whole one is blanked.
        patterns = [_pattern(name) for name in sorted(self.names, key=len, reverse=True)]
        self._any = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None

    def spans(self, text: str) -> list[Span]:
        return [found.span() for found in self._any.finditer(text)] if self._any else []

    def blank(self, text: str) -> str:
        return blanked(text, self.spans(text))

    def blank_in(self, value):
        """The same in all that a list or a tree of JSON holds."""
        if isinstance(value, str):
            return self.blank(value)
        if isinstance(value, list):
            return [self.blank_in(one) for one in value]
        if isinstance(value, dict):
            return {self.blank(key): self.blank_in(one) for key, one in value.items()}
        return value

    def hints(self) -> list[str]:
        """Of each name its longest word, as texts may have it: what to look for first."""
        longest = {_stem(max(words_of(name), key=len)) for name in self.names}
        return sorted({form for one in longest for form in (one, one.lower(), one.upper())})


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with these places blanked; every other place stays where it is."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = BLANK * (min(end, len(letters)) - start)
    return "".join(letters)


def without(span: Span, others: Iterable[Span]) -> list[Span]:
    """What is left of a place once these others are taken out of it."""
    left = [span]
    for start, end in others:
        left = [
            part
            for one in left
            for part in ((one[0], min(one[1], start)), (max(one[0], end), one[1]))
            if part[0] < part[1]
        ]
    return left


def words_of(name: str) -> list[str]:
    return [word for word in re.split(APART, name) if word] or [name]


def is_whole(name: str) -> bool:
    """Whether a name says by itself whom it means: two words, or two signs of Chinese."""
    return len(words_of(name)) > 1 or bool(HAN.match(name) and len(name) > 1)


def _pattern(name: str) -> str:
    if HAN.match(name):
        return r"[\s·•・]*".join(map(re.escape, words_of(name)))
    words = APART.join(map(_in_any_case, words_of(name)))
    return rf"(?<!\w){words}(?:['’]s)?(?!\w)"


def _stem(word: str) -> str:
    stem = ENDED.match(word)
    return stem[1] if stem else word


def _in_any_case(word: str) -> str:
    return f"{_stem(word)}{ENDINGS}" if ENDED.match(word) else re.escape(word)
