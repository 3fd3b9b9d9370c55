"""Dates told to readers in their language, never more precisely than they are known.

Each language has a pattern for every shape of a date and a form of each month for every place in
it, so that no date is glued together from words. In English the patterns are what stands here.
"""

from datetime import UTC, date, datetime

from django.utils.translation import gettext, pgettext

from config.records.dates_edtf import (
    Bounds,
    End,
    Expression,
    Moment,
    neighbour,
    parse,
    part_bounds,
    winter_bounds,
)
from config.records.dates_names import month_alone, month_of_day, part_of_year


def unknown() -> str:
    return gettext("date unknown")


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


def display_day(day: date) -> str:
    """One whole day in words."""
    return _moment(Moment(*day.isoformat().split("-")))


def moment_in_words(moment: datetime) -> str:
    """A day with its time, in UTC: 27 March 2023, 14:05."""
    moment = moment.astimezone(UTC)
    words = {"day": display_day(moment.date()), "time": f"{moment:%H:%M}"}
    return pgettext("date", "%(day)s, %(time)s") % words


def display_bounds(earliest: date | None, latest: date | None) -> str:
    """The bounds in words: between 1 and 9 March 2023. None is unknown."""
    first = Moment(*earliest.isoformat().split("-")) if earliest else None
    last = Moment(*latest.isoformat().split("-")) if latest else None
    if first and last:
        return _moment(first) if first == last else _between(first, last)
    if first:
        return pgettext("date", "on or after %(date)s") % {"date": _moment(first)}
    return (
        pgettext("date", "on or before %(date)s") % {"date": _moment(last)} if last else unknown()
    )


def _moment(moment: Moment, known: Bounds = (None, None)) -> str:
    words = {"date": _plain(moment, known)}
    if moment.mark == "%":
        return pgettext("date", "about %(date)s (uncertain)") % words
    if moment.mark == "~":
        return pgettext("date", "about %(date)s") % words
    return pgettext("date", "%(date)s (uncertain)") % words if moment.mark == "?" else words["date"]


def _plain(moment: Moment, known: Bounds) -> str:
    if moment.year == "XXXX":
        return _without_year(moment)
    if None not in known and known == winter_bounds(moment):
        words = {"year": moment.year, "next": int(moment.year) + 1}
        return pgettext("date", "winter %(year)s–%(next)s") % words
    plain = _of_year(moment)
    part = next(
        (part for part in _PARTS if None not in known and known == part_bounds(moment, part)), ""
    )
    return _PARTS[part]() % {"date": plain} if part else plain


# If the bounds are just those that `understand` gave the word.
_PARTS = {
    "early": lambda: pgettext("date", "early %(date)s"),
    "mid": lambda: pgettext("date", "mid-%(date)s"),
    "late": lambda: pgettext("date", "late %(date)s"),
}


def _without_year(moment: Moment) -> str:
    if not moment.month.isdigit():
        return unknown()
    if moment.day.isdigit():
        words = {"day": int(moment.day), "month": month_of_day(moment.month)}
        return pgettext("date", "%(day)s %(month)s (year not stated)") % words
    return pgettext("date", "%(month)s (year not stated)") % {"month": month_alone(moment.month)}


def _of_year(moment: Moment) -> str:
    year = _year(moment.year)
    if not moment.month.isdigit():
        return year
    if moment.is_subyear:
        return part_of_year(moment.month) % {"year": year}
    if moment.day.isdigit():
        words = {"day": int(moment.day), "month": month_of_day(moment.month), "year": year}
        vague = pgettext("date", "%(day)s %(month)s, %(year)s")
        return (
            vague if "X" in moment.year else pgettext("date", "%(day)s %(month)s %(year)s")
        ) % words
    words = {"month": month_alone(moment.month), "year": year}
    vague = pgettext("date", "%(month)s, %(year)s")
    return (vague if "X" in moment.year else pgettext("date", "%(month)s %(year)s")) % words


def _year(year: str) -> str:
    if "X" not in year:
        return pgettext("date", "%(year)s") % {"year": year}
    # "2000s" may be ten years or a hundred, so those are told by their first and last year
    if year[:3].isdigit() and year[2] != "0":
        return pgettext("date", "%(decade)ss") % {"decade": f"{year[:3]}0"}
    return f"{year.replace('X', '0')}–{year.replace('X', '9')}"


def _interval(first: End, last: End) -> str:
    if isinstance(first, Moment) and isinstance(last, Moment):
        if _month_is_shared(first, last):
            return pgettext("date", "%(first)s–%(last)s") % _pair(first, last)
        return pgettext("date", "%(first)s to %(last)s") % _pair(first, last)
    if isinstance(last, Moment):
        words = {"date": _moment(last)}
        if first == "":
            return pgettext("date", "unknown start, until %(date)s") % words
        return pgettext("date", "until %(date)s") % words
    if isinstance(first, Moment):
        words = {"date": _moment(first)}
        if last == "":
            return pgettext("date", "from %(date)s, unknown end") % words
        return pgettext("date", "since %(date)s") % words
    return unknown()


def _set(expression: Expression) -> str:
    is_one = expression.form == "one_of"
    if len(expression.spans) == 1:
        first, last = expression.spans[0]
        ranged = isinstance(first, Moment) and isinstance(last, Moment)
        if ranged and first != last and is_one:
            return _between(first, last)
    *others, final = (_set_item(first, last) for first, last in expression.spans)
    if not others:
        return final
    words = {"others": pgettext("between dates", ", ").join(others), "last": final}
    if is_one:
        return pgettext("date", "%(others)s or %(last)s") % words
    return pgettext("date", "%(others)s and %(last)s") % words


def _set_item(first: End, last: End) -> str:
    if isinstance(first, Moment) and isinstance(last, Moment):
        return _moment(first) if first == last else _interval(first, last)
    if isinstance(last, Moment):
        following = neighbour(last, 1)
        if following:
            return pgettext("date", "before %(date)s") % {"date": _moment(following)}
        return pgettext("date", "until %(date)s") % {"date": _moment(last)}
    previous = neighbour(first, -1)
    if previous:
        return pgettext("date", "after %(date)s") % {"date": _moment(previous)}
    return pgettext("date", "since %(date)s") % {"date": _moment(first)}


def _between(first: Moment, last: Moment) -> str:
    return pgettext("date", "between %(first)s and %(last)s") % _pair(first, last)


def _pair(first: Moment, last: Moment) -> dict[str, str]:
    return {"first": _shortened(first, last), "last": _moment(last)}


def _shortened(first: Moment, last: Moment) -> str:
    """The first of two dates without the month and year that the second repeats.

    A language in which the year stands first repeats them all the same: its message says so.
    """
    if pgettext("shorten the first of two dates: yes or no", "yes") != "yes":
        return _moment(first)
    if _month_is_shared(first, last):
        return str(int(first.day))
    same_kind = first.is_whole and last.is_whole and bool(first.day) == bool(last.day)
    if not (same_kind and first.month and last.month and first.year == last.year):
        return _moment(first)
    if not first.day:
        return month_alone(first.month)
    words = {"day": int(first.day), "month": month_of_day(first.month)}
    return pgettext("date", "%(day)s %(month)s") % words


def _month_is_shared(first: Moment, last: Moment) -> bool:
    days = first.is_whole and last.is_whole and first.day and last.day
    return bool(days and (first.year, first.month) == (last.year, last.month))
