"""Dates that may be partly known: what was written, its EDTF, its first and last possible day.

Dates are never invented. An unknown bound is None, an approximate date keeps the bounds it names
and is not certain, and a text that reads two ways is asked back. The rest is in `dates_edtf`
(the standard and the bounds), `dates_fragments` and `dates_words` (what people write) and
`dates_display` (what readers see); everyone else imports from here.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from config.records.dates_display import (
    display,
    display_bounds,
    display_day,
    moment_in_words,
)
from config.records.dates_edtf import (
    LONGEST,
    SUBYEARS,
    AmbiguousDate,
    Bounds,
    DateNotUnderstood,
    Moment,
    bounds,
    check_order,
    check_well_formed,
    is_certain,
    looks_like_edtf,
    parse,
)
from config.records.dates_fragments import ambiguous, check_year
from config.records.dates_words import read

__all__ = [
    "AmbiguousDate",
    "DateNotUnderstood",
    "PartialDate",
    "Precision",
    "bounds",
    "display",
    "display_bounds",
    "display_day",
    "from_edtf",
    "is_certain",
    "moment_in_words",
    "narrow",
    "overlaps",
    "precision",
    "understand",
    "wholly_inside",
]

Precision = Literal[
    "day",  # one day
    "month",  # one month
    "season",  # a season, quarter, third or half of a year
    "year",  # one year, or some part of it such as "early 2018"
    "decade",  # ten years: 201X
    "century",  # a hundred years or more: 20XX
    "interval",  # from one date to another, or some time between them
    "set",  # one of several dates, or several dates
    "before",  # only the last possible day is known
    "after",  # only the first possible day is known
    "unknown_start",  # it ended at a known time; when it started is unknown: /2023-03
    "unknown_end",  # it started at a known time; when it ended is unknown: 2023-03/
    "unknown_year",  # the day or the month is known, the year is not: XXXX-03-27
    "unknown",  # nothing is known
]


@dataclass(frozen=True)
class PartialDate:
    """A date as far as it is known.

    `written` is what the person wrote, without the spaces around it; `edtf` the same in EDTF;
    `earliest` and `latest` the first and last possible day, None where unknown. The bounds may be
    narrower than the EDTF (see `narrow` and `understand`), never wider.
    """

    written: str
    edtf: str
    earliest: date | None
    latest: date | None

    @property
    def precision(self) -> Precision:
        return precision(self.edtf)

    @property
    def is_exact(self) -> bool:
        """Is it one known day, stated without doubt?"""
        return is_certain(self.edtf) and self.earliest is not None and self.earliest == self.latest

    def __str__(self) -> str:
        return display(self.edtf, self.earliest, self.latest)


def understand(written: str) -> PartialDate:
    """Read a date as people write it, in English, Russian or EDTF.

    "Early", "mid" and "late" have no sign in EDTF. ISO 8601-2 numbers the thirds and halves of a
    year (2018-37 is January to April), but whoever says "early 2018" has not excluded May, and a
    reader of the exported EDTF would believe it was. So the EDTF stays 2018, which is true, and the
    bounds take the widest usual reading: January to June, April to September, July to December
    (in a month: days 1 to 15, 8 to 23, 16 to the end). Thirds and halves written as such are read.

    Raises DateNotUnderstood, or AmbiguousDate when there are two readings; never anything else.
    """
    kept = written.strip()
    text = _tidied(kept)
    _ask_about_two_years(kept, text)
    edtf = text.upper().replace(", ", ",")
    if looks_like_edtf(edtf):
        if re.fullmatch(r"[0-9-]+", edtf):
            check_year(edtf[:4])
        return from_edtf(edtf, kept)
    reading = read(text.rstrip(" ."))
    check_well_formed(reading.edtf)
    return PartialDate(kept, reading.edtf, reading.earliest, reading.latest)


def from_edtf(edtf: str, written: str = "") -> PartialDate:
    """Read an EDTF string and nothing else. Raises DateNotUnderstood."""
    earliest, latest = bounds(edtf)
    check_well_formed(edtf)
    return PartialDate(written, edtf, earliest, latest)


def _tidied(kept: str) -> str:
    """One spelling for spaces, dashes, digits and capitals; refuse what is no writing at all."""
    if not kept:
        raise DateNotUnderstood("Please write a date, like 2018, March 2018 or 27 March 2018.")
    if len(kept) > LONGEST:
        raise DateNotUnderstood(f"Please write the date in at most {LONGEST} characters.")
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in kept):
        raise DateNotUnderstood("Please write the date on one line, without control characters.")
    text = "".join(_tidied_sign(sign) for sign in unicodedata.normalize("NFC", kept.casefold()))
    text = " ".join(text.split()).rstrip(" ,;…")
    return text if text.endswith("..") else text.rstrip(" .")


def _tidied_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cf":  # invisible signs come along when a text is copied
        return ""
    if category == "Pd" or sign == "\N{MINUS SIGN}":
        return "-"
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def _ask_about_two_years(kept: str, text: str) -> None:
    """Ask back if "2010–12" may be December 2010 or three years.

    With a hyphen, 2010-12 is December 2010, as ISO 8601 has it.
    """
    if not re.fullmatch(r"[0-9]{4}[-/][0-9]{2}", text) or "-" in kept:
        return
    month, years = f"{text[:4]}-{text[5:]}", f"{text[:4]}/{text[:2]}{text[5:]}"
    may_be_season = text[4] == "-" and int(text[5:]) in SUBYEARS
    if years[5:] > years[:4] and (1 <= int(text[5:]) <= 12 or may_be_season):
        raise ambiguous(kept, (month, years))


def narrow(partial: PartialDate, not_before: date | None, not_after: date | None) -> PartialDate:
    """Narrow the bounds by what else is known; None leaves a bound alone.

    "Earlier this month", reported on 9 March, is 2023-03 with 9 March as the latest day. The EDTF
    stays. Raises DateNotUnderstood if a day lies outside the present bounds, or both are reversed.
    """
    for day in (not_before, not_after):
        if day and not overlaps(partial, day, day):
            raise DateNotUnderstood(
                f"{display(day.isoformat())} is outside {partial}. Please give a day inside it."
            )
    earliest, latest = not_before or partial.earliest, not_after or partial.latest
    check_order(earliest, latest)
    return replace(partial, earliest=earliest, latest=latest)


def overlaps(when: PartialDate | Bounds, start: date | None, end: date | None) -> bool:
    """May it fall between `start` and `end`, both included? None there is no limit.

    An unknown bound excludes nothing, so the answer is yes unless the bounds rule it out.
    """
    earliest, latest = _bounds_of(when)
    too_early = latest is not None and start is not None and latest < start
    too_late = earliest is not None and end is not None and earliest > end
    return not (too_early or too_late)


def wholly_inside(when: PartialDate | Bounds, start: date | None, end: date | None) -> bool:
    """Does it certainly fall between `start` and `end`, both included? None there is no limit.

    Both bounds must be known, and a PartialDate must be certain (see `is_certain`). Bounds alone
    cannot tell, so whoever passes them has asked `is_certain` already.
    """
    earliest, latest = _bounds_of(when)
    if isinstance(when, PartialDate) and not is_certain(when.edtf):
        return False
    if earliest is None or latest is None:
        return False
    return (start is None or start <= earliest) and (end is None or latest <= end)


def _bounds_of(when: PartialDate | Bounds) -> Bounds:
    return (when.earliest, when.latest) if isinstance(when, PartialDate) else when


def precision(edtf: str) -> Precision:
    """How finely an EDTF string tells the time; the words are explained beside `Precision`."""
    expression = parse(edtf)
    first, last = expression.spans[0]
    if expression.form == "date":
        return _moment_precision(first)
    if len(expression.spans) > 1:
        return "set"
    if first == "" or last == "":
        return "unknown_start" if first == "" else "unknown_end"
    if first == ".." or last == "..":
        return "unknown" if first == last else "before" if first == ".." else "after"
    return "interval"


def _moment_precision(moment: Moment) -> Precision:
    unknown_digits = moment.year.count("X")
    if unknown_digits == 4:
        return "unknown_year" if moment.plain.strip("X-") else "unknown"
    if unknown_digits:
        return "decade" if moment.year[:3].isdigit() else "century"
    if moment.is_subyear:
        return "season"
    if moment.day.isdigit() and moment.month.isdigit():
        return "day"
    return "month" if moment.month.isdigit() else "year"
