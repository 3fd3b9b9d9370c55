"""The smallest dates people write, such as 27.03.2023, 27 March, весной 2017 or 2010s."""

import re
from dataclasses import dataclass

from config.records.dates_display import display
from config.records.dates_edtf import (
    MONTHS,
    AmbiguousDate,
    Bounds,
    DateNotUnderstood,
    Moment,
    Part,
    bounds,
    no_such_month,
    part_bounds,
)

FIRST_YEAR, LAST_YEAR = 1800, 2199  # a year outside these is more often a slip than meant


def _forms(stem: str, endings: str) -> list[str]:
    return [stem + ending.strip("_") for ending in endings.split()]


# Every case a Russian sentence may put a month in, and the short forms of both languages.
_RUSSIAN_MONTHS = [
    [*_forms("январ", "ь я е ю ем"), "янв"],
    [*_forms("феврал", "ь я е ю ем"), "фев", "февр"],
    [*_forms("март", "_ а е у ом"), "мар"],
    [*_forms("апрел", "ь я е ю ем"), "апр"],
    _forms("ма", "й я е ю ем"),
    [*_forms("июн", "ь я е ю ем"), "июн"],
    [*_forms("июл", "ь я е ю ем"), "июл"],
    [*_forms("август", "_ а е у ом"), "авг"],
    [*_forms("сентябр", "ь я е ю ем"), "сен", "сент"],
    [*_forms("октябр", "ь я е ю ем"), "окт"],
    [*_forms("ноябр", "ь я е ю ем"), "ноя", "нояб"],
    [*_forms("декабр", "ь я е ю ем"), "дек"],
]
_MONTH_NUMBERS = {
    word: f"{number:02}"
    for number, (english, russian) in enumerate(zip(MONTHS, _RUSSIAN_MONTHS, strict=True), 1)
    for word in (english.lower(), english[:3].lower(), *russian)
} | {"sept": "09"}
WINTER = ("winter", *_forms("зим", "а ы е у ой"))
_SEASONS = {
    **dict.fromkeys(("spring", *_forms("весн", "а ы е у ой")), "21"),
    **dict.fromkeys(("summer", *_forms("лет", "о а у е ом")), "22"),
    **dict.fromkeys(("autumn", "fall", *_forms("осен", "ь и ью")), "23"),
    **dict.fromkeys(WINTER, "24"),
}
_FILLERS = {"of", "the", "in", "в", "во", "г", "гг", "год", "года", "году", "годом", ".", ","}

_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|-?(?:го|ого|е))\b")
_THREE_NUMBERS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([./-])([0-9]{1,2})\2([0-9]{1,2})")
_MONTH_AND_YEAR = re.compile(r"([0-9]{1,2})[./-]([0-9]{4})")
_YEAR_AND_MONTH = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})")
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")
_DECADE = re.compile(r"([0-9]{3}0)(?:['’]?s|-?(?:е|х|ые|ых))")


@dataclass(frozen=True)
class Fragment:
    """One side of a text; in "27–28 March 2023" the first lacks the month and year."""

    year: str = ""
    month: str = ""
    day: str = ""
    mark: str = ""
    part: Part | None = None

    @property
    def moment(self) -> Moment:
        return Moment(self.year or "XXXX", self.month, self.day, self.mark)

    @property
    def edtf(self) -> str:
        return self.moment.plain + self.mark

    @property
    def is_date(self) -> bool:
        is_season = self.month in _SEASONS.values()
        if self.day:
            return bool(self.month) and not is_season
        return bool(self.year or (self.month and not is_season))

    @property
    def bounds(self) -> Bounds:
        whole = bounds(self.edtf)  # first, for it tells a day that does not exist
        return (self.part and part_bounds(self.moment, self.part)) or whole


def read_fragment(core: str) -> Fragment | None:
    """Read numbers or words without any leading word; None if they are no date.

    Raises AmbiguousDate, and DateNotUnderstood for a month or year that cannot be.
    """
    if found := _THREE_NUMBERS.fullmatch(core):
        return _three_numbers(core, *found.groups())
    if found := _YEAR_FIRST.fullmatch(core):
        return Fragment(check_year(found[1]), _month(found[3]), _padded(found[4]))
    if found := _MONTH_AND_YEAR.fullmatch(core):
        return Fragment(check_year(found[2]), _month(found[1]))
    if found := _YEAR_AND_MONTH.fullmatch(core):
        return Fragment(check_year(found[1]), _month(found[2]))
    if found := _DAY_AND_MONTH.fullmatch(core):
        return Fragment("", _month(found[2]), _padded(found[1]))
    if found := _DECADE.fullmatch(core):
        return _decade(core, found[1])
    return _worded(core)


def _three_numbers(core: str, first: str, sign: str, second: str, year: str) -> Fragment:
    year = check_year(year)
    day, month = first, second
    if sign != "." and int(second) > 12 >= int(first):  # 3/27/2023
        day, month = second, first
    elif sign != "." and first != second and 0 < int(first) <= 12 and 0 < int(second) <= 12:
        readings = (
            f"{year}-{_padded(second)}-{_padded(first)}",
            f"{year}-{_padded(first)}-{_padded(second)}",
        )
        raise ambiguous(core, readings)
    return Fragment(year, _month(month), _padded(day))


def _decade(core: str, year: str) -> Fragment:
    if year.endswith("00"):
        raise ambiguous(core, (f"{check_year(year)[:3]}X", f"{year[:2]}XX"))
    return Fragment(f"{check_year(year)[:3]}X")


def ambiguous(text: str, readings: tuple[str, ...]) -> AmbiguousDate:
    """The question to ask back when a text has several readings (EDTF strings)."""
    choices = " or ".join(display(reading) for reading in readings)
    return AmbiguousDate(f"{text} can be {choices}. Please write one of these.", readings)


def _worded(core: str) -> Fragment | None:
    fields: dict[str, str] = {}
    for token in re.findall(r"[0-9]+|[^\W\d_]+|\S", _ORDINAL.sub(r"\1", core)):
        if token in _FILLERS:
            continue
        name, value = _field(token)
        if not name or name in fields:
            return None
        fields[name] = value
    return Fragment(**fields) if fields else None


def _field(token: str) -> tuple[str, str]:
    if month := _MONTH_NUMBERS.get(token) or _SEASONS.get(token):
        return "month", month
    if token.isdecimal() and len(token) == 4:
        return "year", check_year(token)
    return ("day", _padded(token)) if token.isdecimal() and len(token) <= 2 else ("", "")


def check_year(text: str) -> str:
    """The same four digits; DateNotUnderstood for a year that is more likely a slip."""
    if not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise DateNotUnderstood(
            f"The year {text} is outside {FIRST_YEAR} to {LAST_YEAR}. Please check the year."
        )
    return text


def _month(text: str) -> str:
    if not 1 <= int(text) <= 12:
        raise no_such_month(text)
    return _padded(text)


def _padded(text: str) -> str:
    return text.zfill(2)
