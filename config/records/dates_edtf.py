"""EDTF, the standard way to write a date that is partly known: its layout and its bounds.

Extended Date/Time Format, ISO 8601-2, https://www.loc.gov/standards/datetime/ levels 0 to 2,
without times of day, years beyond 1 to 9999 and significant digits.
The package `edtf` only confirms that a string is well-formed. Its own first and last days are not
used: it makes up a start where the start is unknown and moves the days of an approximate date.
"""

import re
import warnings
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

with warnings.catch_warnings():  # `python -W error` would otherwise stop at the package's grammar
    warnings.simplefilter("ignore")
    from edtf import is_valid_edtf

Bounds = tuple[date | None, date | None]
Part = Literal["early", "mid", "late"]

LONGEST = 200  # characters
MOST_DATES = 12  # in a set; the package takes up to 20 milliseconds for each
MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
QUALIFIERS = "?~%"
_WHOLE_YEAR = (1, 12)
# First and last month; 14 is February of the next year. "Winter 2017" may mean the winter at the
# start of 2017 or at its end, so the bounds hold both: 1 January 2017 to 28 February 2018.
# Seasons that name no hemisphere are read as northern, where the places in the register lie.
SUBYEARS: dict[int, tuple[int, int]] = {
    **{21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 14)},  # spring, summer, autumn, winter
    **{25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (1, 14)},  # the same, northern hemisphere
    **{29: (9, 11), 30: (1, 14), 31: (3, 5), 32: (6, 8)},  # the same, southern hemisphere
    **{33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)},  # quarters
    **{37: (1, 4), 38: (5, 8), 39: (9, 12)},  # thirds
    **{40: (1, 6), 41: (7, 12)},  # halves
}
# "Early", "mid" and "late" have no fixed meaning, so each gets its widest usual reading: the first
# half, the middle half, the second half. They overlap on purpose.
_MONTHS_OF_PART: dict[Part, tuple[int, int]] = {"early": (1, 6), "mid": (4, 9), "late": (7, 12)}
_YEARS_OF_PART: dict[Part, tuple[int, int]] = {"early": (0, 4), "mid": (2, 7), "late": (5, 9)}
_DAYS_OF_PART: dict[Part, tuple[int, int]] = {"early": (1, 15), "mid": (8, 23), "late": (16, 31)}

_MOMENT = re.compile(
    r"[?~%]?(?P<year>[0-9X]{4})[?~%]?"
    r"(?:-[?~%]?(?P<month>[0-9]{2}|XX)[?~%]?(?:-[?~%]?(?P<day>[0-9X]{2})[?~%]?)?)?"
)
_PLAIN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
# Intervals at which the package stumbles and prints to the server's output: ../201X, 2018/2019-XX
_UNREADABLE = re.compile(r"\.\./.*X.*|.{4}-XX/.*|.*/.{4}-XX")


class DateNotUnderstood(ValueError):
    """What was written is no date we can read; the message says what to write instead."""


class AmbiguousDate(DateNotUnderstood):
    """What was written can be read in more than one way, and nobody guesses which.

    `readings` are the EDTF strings of the possible readings.
    """

    def __init__(self, message: str, readings: tuple[str, ...]):
        super().__init__(message)
        self.readings = readings


@dataclass(frozen=True)
class Moment:
    """One date of an EDTF expression: 2018, 2018-03~, 2018-21, 201X, XXXX-03-27."""

    year: str
    month: str = ""
    day: str = ""
    mark: str = ""  # "~" approximate, "?" uncertain, "%" both

    @property
    def plain(self) -> str:
        return "-".join(filter(None, (self.year, self.month, self.day)))

    @property
    def is_subyear(self) -> bool:
        return self.month.isdigit() and int(self.month) in SUBYEARS

    @property
    def is_whole(self) -> bool:
        """Is this a day, a month or a year, every digit known and nothing doubted?"""
        return not (self.mark or "X" in self.plain or self.is_subyear)


End = Moment | Literal["", ".."]  # "" is an unknown end, ".." an open one


@dataclass(frozen=True)
class Expression:
    """A parsed EDTF string; `spans` are pairs of the first and the last moment."""

    form: Literal["date", "interval", "one_of", "all_of"]
    spans: tuple[tuple[End, End], ...]


def is_certain(edtf: str) -> bool:
    """Is the date stated without doubt, neither uncertain (?) nor approximate (~), nor both (%)?

    `about 2018` keeps the bounds of 2018, because any wider ones would be our invention. So the
    bounds alone may not answer "certainly in 2018": a database filter that is asked for what is
    certain leaves out every row whose EDTF holds one of these three characters.
    """
    return not any(mark in edtf for mark in QUALIFIERS)


def looks_like_edtf(text: str) -> bool:
    """Is this laid out as EDTF, whether or not the days it names exist?"""
    return bool(_parts(text))


def check_well_formed(edtf: str) -> None:
    """Raise DateNotUnderstood unless the package `edtf` accepts the string."""
    if not _PLAIN.fullmatch(edtf) and not _accepted(edtf):  # parsing takes it 5 to 30 milliseconds
        raise DateNotUnderstood(
            "These words cannot be combined in one date. Please leave one out, such as “about”, "
            "or write a day, month or year."
        )


@lru_cache(maxsize=4096)
def _accepted(edtf: str) -> bool:
    try:
        return not _UNREADABLE.fullmatch(edtf) and is_valid_edtf(edtf)
    except Exception:  # the package answers some strings with AttributeError or TypeError
        return False


def parse(edtf: str) -> Expression:
    """Read an EDTF string. Raises DateNotUnderstood for a day that does not exist, too."""
    parts = _parts(edtf) if len(edtf) <= LONGEST else None
    if parts is None:
        raise DateNotUnderstood(
            "This is not a date in EDTF. Please write it like 2018, 2018-03, 2018-03-27 or "
            "2018-03/2018-05, without a time of day."
        )
    form, pairs = parts
    if len(pairs) > MOST_DATES:
        raise DateNotUnderstood(f"Please write at most {MOST_DATES} dates.")
    expression = Expression(form, tuple((_end(first), _end(last)) for first, last in pairs))
    for first, last in expression.spans:
        check_order(_moment_bounds(first)[0], _moment_bounds(last)[1])
    return expression


def _parts(edtf: str) -> tuple[str, list[tuple[str, str]]] | None:
    """The form and the pairs of texts that an EDTF string is made of, or None."""
    closing = {"[": ("one_of", "]"), "{": ("all_of", "}")}.get(edtf[:1])
    if closing and edtf.endswith(closing[1]):
        form, pairs = closing[0], [_set_item(item) for item in edtf[1:-1].split(",")]
    elif edtf.count("/") == 1:
        form, pairs = "interval", [tuple(edtf.split("/"))]
    else:
        form, pairs = "date", [(edtf, edtf)]
    ends = [end for pair in pairs for end in pair]
    may_be_open = ("", "..") if form == "interval" else ("..",)
    known = [end for end in ends if _MOMENT.fullmatch(end)]
    fits = all(end in known or end in may_be_open for end in ends)
    return (form, pairs) if fits and (known or edtf == "../..") else None


def _set_item(item: str) -> tuple[str, str]:
    first, dots, last = item.partition("..")
    return (first or "..", last or "..") if dots else (item, item)


def _end(text: str) -> End:
    if text in ("", ".."):
        return text
    found = _MOMENT.fullmatch(text)
    marks = {mark for mark in text if mark in QUALIFIERS}
    mark = "%" if len(marks) > 1 else "".join(marks)
    moment = Moment(found["year"], found["month"] or "", found["day"] or "", mark)
    _check_exists(moment)
    return moment


def _check_exists(moment: Moment) -> None:
    if moment.year == "0000":
        raise DateNotUnderstood("There is no year 0. Please write a year from 1 to 9999.")
    month = moment.month
    if month.isdigit() and not 1 <= int(month) <= 12 and (moment.day or not moment.is_subyear):
        raise no_such_month(month)
    longest = _days_in(2000 if "X" in moment.year else int(moment.year), month)
    if moment.day == "00" or (moment.day and _first_digits(moment.day) > longest):
        named = f"{moment.day} {MONTHS[int(month) - 1]}" if month.isdigit() else moment.day
        year = "" if "X" in moment.year else f" {moment.year}"
        raise DateNotUnderstood(
            f"The day {named}{year} does not exist. Please check the day and the month."
        )


def no_such_month(month: str) -> DateNotUnderstood:
    """The sentence for a month that is none."""
    return DateNotUnderstood(
        f"There is no month {month}. Please write a date like 27 March 2018, years like 2018–2019."
    )


def check_order(earliest: date | None, latest: date | None) -> None:
    """Raise DateNotUnderstood if the end precedes the start."""
    if earliest and latest and latest < earliest:
        raise DateNotUnderstood("The end comes before the start. Please write the earlier first.")


def bounds(edtf: str) -> Bounds:
    """The earliest and the latest possible day; None where the day is unknown or open.

    Qualifiers (? ~ %) move nothing. A year with unknown digits gives the widest range it allows;
    an unknown year (XXXX) gives no bounds at all. Raises DateNotUnderstood.
    """
    spans = parse(edtf).spans
    starts = [_moment_bounds(first)[0] for first, _ in spans]
    ends = [_moment_bounds(last)[1] for _, last in spans]
    return (None if None in starts else min(starts), None if None in ends else max(ends))


def _moment_bounds(moment: End) -> Bounds:
    if isinstance(moment, str) or moment.year == "XXXX":
        return (None, None)
    first_year = max(1, int(moment.year.replace("X", "0")))
    last_year = int(moment.year.replace("X", "9"))
    first_month, last_month = _months(moment.month)
    last_year, last_month = last_year + (last_month > 12), (last_month - 1) % 12 + 1
    if last_year > 9999:
        raise DateNotUnderstood("Please write a year from 1 to 9998.")
    day = moment.day.replace("XX", "")
    first_day = _first_digits(day) if day else 1
    last_day = int(day.replace("X", "9")) if day else 31
    return (
        date(first_year, first_month, min(first_day, monthrange(first_year, first_month)[1])),
        date(last_year, last_month, min(last_day, monthrange(last_year, last_month)[1])),
    )


def _months(month: str) -> tuple[int, int]:
    if month in ("", "XX"):
        return _WHOLE_YEAR
    return SUBYEARS.get(int(month), (int(month), int(month)))


def _days_in(year: int, month: str) -> int:
    is_month = month.isdigit() and 1 <= int(month) <= 12
    return monthrange(year, int(month))[1] if is_month else 31


def _first_digits(day: str) -> int:
    return max(1, int(day.replace("X", "0")))


def part_bounds(moment: Moment, part: Part) -> Bounds | None:
    """The days of "early", "mid" or "late" of a decade, year or month; None for anything else."""
    first, last = (None, None) if "X" in moment.plain else _moment_bounds(moment)
    if re.fullmatch(r"[0-9]{3}X", moment.plain):
        since, until = _YEARS_OF_PART[part]
        decade = int(moment.year.replace("X", "0"))
        return (date(max(1, decade + since), 1, 1), date(decade + until, 12, 31))
    if not first or moment.day or moment.is_subyear:
        return None
    if moment.month:
        since, until = _DAYS_OF_PART[part]
        return (first.replace(day=since), last.replace(day=min(until, last.day)))
    since, until = _MONTHS_OF_PART[part]
    return (date(first.year, since, 1), date(last.year, until, _days_in(last.year, str(until))))


def neighbour(moment: Moment, step: Literal[-1, 1]) -> Moment | None:
    """The day, month or year just before (-1) or after (1), None at the calendar's ends.

    Only for a moment that `is_whole`.
    """
    first, last = _moment_bounds(moment)
    try:
        day = (first if step < 0 else last) + timedelta(days=step)
    except OverflowError:
        return None
    return Moment(*day.isoformat().split("-")[: len(moment.plain.split("-"))])


def winter_bounds(moment: Moment) -> Bounds | None:
    """December to February from the moment's year on, if the moment is a winter, or None.

    "Winter 2017–2018" says which of the two winters is meant.
    """
    if moment.month not in ("24", "28") or not moment.year.isdigit():
        return None
    return (date(int(moment.year), 12, 1), _moment_bounds(moment)[1])
