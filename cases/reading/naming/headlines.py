"""Lines in which most words have a capital: there a capital says nothing (pure)."""

from cases.reading.naming.tokens import CAPITAL, CAPITALS, Line

FEWEST = 4
_SMALL_WORD = 3
_SHARE = 0.75
_LONGEST = 40


def is_headline(line: Line, language: str) -> bool:
    """Whether a line is set with a capital to each word, or in capitals."""
    long = [token for token in line.tokens if len(token.text) > _SMALL_WORD]
    if not FEWEST <= len(long) <= _LONGEST:
        return False
    capitals = sum(token.case == CAPITALS for token in long)
    if capitals >= _SHARE * len(long):
        return True
    if language == "de":
        return False
    with_capital = capitals + sum(token.case == CAPITAL for token in long)
    names_only = sum(line.tokens[i].gap.strip() != "" for i in range(1, len(line.tokens)))
    return with_capital >= _SHARE * len(long) and names_only < len(line.tokens) / 3
