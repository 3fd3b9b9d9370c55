"""The words of a text, each with its place and whether it opens a sentence (pure)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cases.reading.naming.forms import folded
from people.names.scripts import ARABIC, HAN, script_of

# A word with its joints. A possessive is no part of it; an Arabic article before a hyphen is.
_WORD = re.compile(
    r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
    r"(?:[-\u2010\u2011'\u2019\u02bc\u02bb\u2018`][^\W\d_]+[\u0300-\u036f]*)*"
)
_POSSESSIVE = re.compile(r"['\u2019\u02bc`][sS]$")
# Words of captions that lost the space before them.
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?:Image|Photo|Foto|Caption|Getty|Reuters)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_QUOTES = "\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019([{\u2014\u2013-"
LONGEST = 60

SMALL, CAPITAL, CAPITALS = "small", "capital", "capitals"


@dataclass(slots=True)
class Token:
    """A word: its text, place, folded form, what stands between it and the one before."""

    text: str
    start: int
    end: int
    key: str
    case: str
    gap: str
    line: int
    opens: bool
    script: str = ""

    @property
    def is_capital(self) -> bool:
        return self.case != SMALL


@dataclass(slots=True)
class Line:
    """A line of the text: where it stands, and its words."""

    start: int
    end: int
    tokens: list[Token]


def lines_of(text: str) -> list[Line]:
    """Every line with its words."""
    found, start = [], 0
    for number, line in enumerate(text.split("\n")):
        found.append(Line(start, start + len(line), list(_tokens(line, start, number))))
        start += len(line) + 1
    return found


def _tokens(line: str, offset: int, number: int) -> Iterator[Token]:
    last, opens = 0, True
    for match in _WORD.finditer(line):
        for start, end in _pieces(match):
            word = line[start:end]
            gap = line[last:start]
            opens = last == 0 or _opens(gap, line[max(0, last - 3) : last])
            yield Token(
                word, offset + start, offset + end, folded(word), _case(word), gap, number, opens,
                _script(word),
            )  # fmt: skip
            last = end


def _pieces(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The word; where Han characters stand against other letters, each on its own."""
    word, start = match.group(), match.start()
    if len(word) > LONGEST:
        return
    if _HAN.search(word):
        for part in re.finditer(_HAN.pattern + "+|[^\u3400-\u9fff]+", word):
            yield start + part.start(), start + part.end()
        return
    word = _POSSESSIVE.sub("", word)
    glued = _GLUED.search(word)
    if glued:
        yield start, start + glued.start()
        yield start + glued.start(), match.end()
        return
    yield start, start + len(word.rstrip("'\u2019`"))


def _case(word: str) -> str:
    # What follows an Arabic article or a French d' decides: al-Assad, d'Encausse.
    bare = word[word.find("-") + 1 :] if word[:1].islower() and "-" in word[:4] else word
    if not bare[:1].isupper():
        return SMALL
    return CAPITALS if len(word) > 1 and word.upper() == word else CAPITAL


def _opens(gap: str, before: str) -> bool:
    """Whether a sentence may open after this gap; an initial or a short title ends none."""
    if any(mark in gap for mark in "«„“") or gap.endswith(' "'):
        return True
    gap = gap.strip().strip(_QUOTES)
    return (bool(gap) and gap[-1] in ".!?\u2026\u2022|") or (bool(gap) and gap[0] in ".!?\u2026")


def _script(word: str) -> str:
    return script_of(word[:1]) if ord(word[0]) > 0x5FF else ""


def is_foreign(token: Token) -> bool:
    """Whether the word is in letters without capitals: Han or Arabic."""
    return token.script in (HAN, ARABIC)
