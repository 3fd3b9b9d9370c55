"""Dates told to readers in English, never more precisely than they are known."""

from datetime import date

from config.records.dates_edtf import (
    MONTHS,
    Bounds,
    End,
    Expression,
    Moment,
    neighbour,
    parse,
    part_bounds,
    winter_bounds,
)

SUBYEAR_WORDS = {
    **{21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    **{25: "northern spring", 26: "northern summer", 27: "northern autumn", 28: "northern winter"},
    **{29: "southern spring", 30: "southern summer", 31: "southern autumn", 32: "southern winter"},
    **{33: "first quarter of", 34: "second quarter of"},
    **{35: "third quarter of", 36: "fourth quarter of"},
    **{37: "first third of", 38: "second third of", 39: "last third of"},
    **{40: "first half of", 41: "second half of"},
}
UNKNOWN = "date unknown"


def display(edtf: str, earliest: date | None = None, latest: date | None = None) -> str:
    """An EDTF string in words: 27 March 2023, March 2023, about 2018, before March 2021.

    `earliest` and `latest` are the bounds kept beside the EDTF string. They never add a day. They
    only tell "early", "mid" and "late" 2018 apart, which EDTF has no signs for, and "winter
    2017–2018". Whoever wants the bounds themselves asks `display_bounds`.
    Raises DateNotUnderstood if the string is not EDTF.
    """
    expression = parse(edtf)
    first, last = expression.spans[0]
    if expression.form == "date":
        return _moment(first, (earliest, latest))
    if expression.form == "interval":
        return _interval(first, last)
    return _set(expression)


def display_bounds(earliest: date | None, latest: date | None) -> str:
    """The bounds in words: between 1 and 9 March 2023. None is unknown."""
    first = Moment(*earliest.isoformat().split("-")) if earliest else None
    last = Moment(*latest.isoformat().split("-")) if latest else None
    if first and last:
        return _moment(first) if first == last else f"between {_pair(first, last, ' and ')}"
    if first:
        return f"on or after {_moment(first)}"
    return f"on or before {_moment(last)}" if last else UNKNOWN


def _moment(moment: Moment, known: Bounds = (None, None)) -> str:
    words = _plain(moment, known)
    if moment.mark in ("~", "%"):
        words = f"about {words}"
    return f"{words} (uncertain)" if moment.mark in ("?", "%") else words


def _plain(moment: Moment, known: Bounds) -> str:
    words = " ".join(filter(None, (_day(moment), _month(moment))))
    if moment.year == "XXXX":
        return f"{words} (year not stated)" if words else UNKNOWN
    if None not in known and known == winter_bounds(moment):
        return f"{words} {moment.year}–{int(moment.year) + 1}"
    part = _part(moment, known)
    separator = ", " if "X" in moment.year and words else " "
    return part + f"{words}{separator}{_year(moment.year)}".strip()


def _part(moment: Moment, known: Bounds) -> str:
    """Early, mid or late, if the bounds are just those that `understand` gave the word."""
    for part, sign in (("early", " "), ("mid", "-"), ("late", " ")):
        if None not in known and known == part_bounds(moment, part):
            return part + sign
    return ""


def _day(moment: Moment) -> str:
    known = moment.day.isdigit() and moment.month.isdigit()
    return str(int(moment.day)) if known else ""


def _month(moment: Moment) -> str:
    if not moment.month.isdigit():
        return ""
    return SUBYEAR_WORDS.get(int(moment.month)) or MONTHS[int(moment.month) - 1]


def _year(year: str) -> str:
    if "X" not in year:
        return year
    # "2000s" may be ten years or a hundred, so those are told by their first and last year
    if year[:3].isdigit() and year[2] != "0":
        return f"{year[:3]}0s"
    return f"{year.replace('X', '0')}–{year.replace('X', '9')}"


def _interval(first: End, last: End) -> str:
    if isinstance(first, Moment) and isinstance(last, Moment):
        return _pair(first, last, "–" if _month_is_shared(first, last) else " to ")
    if isinstance(last, Moment):
        return ("unknown start, " if first == "" else "") + f"until {_moment(last)}"
    if isinstance(first, Moment):
        return f"from {_moment(first)}, unknown end" if last == "" else f"since {_moment(first)}"
    return UNKNOWN


def _set(expression: Expression) -> str:
    if len(expression.spans) == 1:
        first, last = expression.spans[0]
        ranged = isinstance(first, Moment) and isinstance(last, Moment)
        if ranged and first != last and expression.form == "one_of":
            return f"between {_pair(first, last, ' and ')}"
    *others, final = (_set_item(first, last) for first, last in expression.spans)
    word = "or" if expression.form == "one_of" else "and"
    return f"{', '.join(others)} {word} {final}" if others else final


def _set_item(first: End, last: End) -> str:
    if isinstance(first, Moment) and isinstance(last, Moment):
        return _moment(first) if first == last else _interval(first, last)
    if isinstance(last, Moment):
        following = neighbour(last, 1)
        return f"before {_moment(following)}" if following else f"until {_moment(last)}"
    previous = neighbour(first, -1)
    return f"after {_moment(previous)}" if previous else f"since {_moment(first)}"


def _pair(first: Moment, last: Moment, joined_by: str) -> str:
    return f"{_shortened(first, last)}{joined_by}{_moment(last)}"


def _shortened(first: Moment, last: Moment) -> str:
    """The first of two dates without the month and year that the second repeats."""
    if _month_is_shared(first, last):
        return _day(first)
    same_kind = first.is_whole and last.is_whole and bool(first.day) == bool(last.day)
    if same_kind and first.month and last.month and first.year == last.year:
        return " ".join(filter(None, (_day(first), _month(first))))
    return _moment(first)


def _month_is_shared(first: Moment, last: Moment) -> bool:
    days = first.is_whole and last.is_whole and first.day and last.day
    return bool(days and (first.year, first.month) == (last.year, last.month))
