"""How long somebody was sentenced for or held, in ISO 8601 and in months (pure)."""

import re
from dataclasses import dataclass

from cases.reading.months import NUMBERS, any_of

_N = any_of(word for word in NUMBERS if len(word) > 1)
_UNITS = {
    **dict.fromkeys(
        "year years год года лет годам jahr jahre jahren jährige jähriger"
        " jährigen år års año años lat lata rok roku".split(),
        "Y",
    ),
    **dict.fromkeys(
        "month months месяц месяца месяцев monat monate monaten måned måneder".split(), "M"
    ),
    **dict.fromkeys("mes meses miesiąc miesiące miesięcy".split(), "M"),
    **dict.fromkeys(
        "week weeks неделя недели недель неделю woche wochen uke uker semana semanas".split(), "W"
    ),
    **dict.fromkeys(
        "day days день дня дней суток сутки tag tage tagen dag dager día días dni".split(), "D"
    ),
}
_U = any_of(_UNITS)
_LENGTH = re.compile(
    rf"(?:(?P<open>between|up to|from|maximum of|от|до|bis zu|hasta|do)\s+)?"
    rf"\b(?P<number>\d{{1,3}}(?:[.,]5)?|{_N})(?P<half>[ -]and[ -]a[ -]half)?"
    rf"(?P<range>\s*(?:to|-|–|or|and|и|bis|a)\s*(?:\d{{1,3}}|{_N}))?"
    r"[\s-]+(?:(?:more|full|additional|calendar|long"
    rf"|полных)\s+)?(?P<unit>{_U})\b(?!\s*(?:ago|old|earlier|later|назад"
    r"|alt))(?!-old)"
    rf"(?:(?:,? and|,|\s+и|\s+und|\s+y)?\s+(?P<number2>\d{{1,2}}|{_N})[\s-]+(?P<unit2>{_U})\b)?",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\b(?:life (?:in prison|sentence|imprisonment|term)|(?:to|for) life\b|imprisonment for life"
    r"|пожизненн\w+|lebenslang\w*|lebenslänglich\w*|livstid\w*|cadena perpetua|dożywoci\w+)",
    re.IGNORECASE,
)
_DEATH = re.compile(
    r"\b(?:sentenced to death|death (?:penalty|sentence)|to death\b"
    r"|смертн\w+ казн\w+|zum tode|a muerte)",
    re.IGNORECASE,
)
_MONTHS_OF = {"Y": 12, "M": 1}


@dataclass(frozen=True)
class Length:
    """A length as ISO 8601, or "life" or "death"; months where it is told in months or years."""

    iso: str
    months: int | None


def length_in(text: str, start: int, end: int) -> Length | None:
    """The first length in the stretch; None if there is none, or it is told as a range."""
    life, death = _LIFE.search(text, start, end), _DEATH.search(text, start, end)
    match = _LENGTH.search(text, start, end)
    first = min(
        (one for one in (life, death, match) if one), key=lambda one: one.start(), default=None
    )
    if first is None:
        return None
    if first is not match:
        return Length("life" if first is life else "death", None)
    if match["open"] or match["range"]:
        return None
    return _length(match)


def _length(match: re.Match[str]) -> Length | None:
    number = _number(match["number"])
    if match["half"]:
        number += 0.5
    unit = _UNITS[match["unit"].lower()]
    found = _whole(number, unit)
    if match["unit2"]:
        second = _UNITS[match["unit2"].lower()]
        if unit == "Y" and second == "M":
            found[second] = int(_number(match["number2"]))
    iso = "P" + "".join(f"{count}{name}" for name, count in found.items())
    months = sum(_MONTHS_OF.get(name, 0) * count for name, count in found.items())
    return Length(iso, months or None) if any(found.values()) else None


def _whole(number: float, unit: str) -> dict[str, int]:
    whole = int(number)
    if number == whole or unit != "Y":
        return {unit: whole}
    return {"Y": whole, "M": 6} if whole else {"M": 6}


def _number(word: str) -> float:
    word = word.lower().replace(",", ".")
    return float(word) if word[0].isdigit() else float(NUMBERS[word])
