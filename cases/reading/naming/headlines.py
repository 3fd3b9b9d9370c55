"""Lines in which most words have a capital: there a capital says nothing (pure)."""

import re

from cases.reading.naming.tokens import CAPITAL, CAPITALS, Line

FEWEST = 4
_SMALL_WORD = 3
_SHARE = 0.75
_LONGEST = 40
_SHORT = 6
_BYLINE = re.compile(
    r"\W*(?:(?:by|reported|reporting|written|edited|translated|photos?|caption|von|av|por|autor|tekst|"
    r"foto|фото|автор)\b)",
    re.IGNORECASE,
)


def is_headline(line: Line, text: str, language: str) -> bool:
    """Whether a line is set with a capital to each word, or in capitals."""
    long = [token for token in line.tokens if len(token.text) > _SMALL_WORD]
    if not FEWEST <= len(long) <= _LONGEST or _BYLINE.match(text, line.start):
        return False
    capitals = sum(token.case == CAPITALS for token in long)
    if capitals >= _SHARE * len(long):
        return True
    # Only English sets headlines so.
    if language != "en" or text[line.start : line.end].rstrip().endswith("."):
        return False
    with_capital = capitals + sum(token.case == CAPITAL for token in long)
    parted = sum(token.gap.strip() != "" for token in line.tokens[1:])
    return with_capital >= _SHARE * len(long) and parted < len(line.tokens) / 3


def is_heading(line: Line, text: str) -> bool:
    """Whether a line is a few words, each with a capital, without a full stop or a byline."""
    if not 2 <= len(line.tokens) <= _SHORT or _BYLINE.match(text, line.start):
        return False
    long = [token for token in line.tokens if len(token.text) > _SMALL_WORD]
    ends = text[line.start : line.end].rstrip()[-1:] not in tuple(".!?:;,)/")
    whole = all(not token.gap.strip() for token in line.tokens[1:])
    return ends and whole and all(token.is_capital for token in long)
