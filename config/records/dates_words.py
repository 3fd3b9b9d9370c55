"""Dates as people write them, in English and Russian words or in numbers, read into EDTF."""

import re
from dataclasses import dataclass, replace
from datetime import date

from config.records.dates_edtf import (
    DateNotUnderstood,
    Moment,
    Part,
    bounds,
    check_order,
    neighbour,
    parse,
    winter_bounds,
)
from config.records.dates_fragments import WINTER, Fragment, check_year, read_fragment

_PARTS = ("early", "mid", "late")
# Latin "c" is circa only with its dot: without it, it may be the Russian "с" (since) mistyped.
_LEAD = re.compile(
    r"(?:(?P<filler>(?:in|on|at|during|the|of|period|в|во|период)\b)"
    r"|(?P<about>(?:about|around|approximately|roughly|circa)\b|(?:approx|ca|ок)\b\.?|c\.|~"
    r"|(?:около|примерно|приблизительно)\b)"
    r"|(?P<doubt>(?:possibly|perhaps|maybe|probably|возможно|вероятно|предположительно)\b)"
    r"|(?P<early>(?:early|(?:beginning|start) of|начал(?:о|а|е|у|ом))\b)"
    r"|(?P<mid>(?:mid|middle of|середин(?:а|ы|е|у|ой))\b-?)"
    r"|(?P<late>(?:late|end of|кон(?:ец|ца|це|цу|цом))\b))\s*"
)
_OPENER = re.compile(
    r"(?:(?P<between>between|между)|(?P<before>before|до|раньше)|(?P<after>after|после)"
    r"|(?P<by>by|until|till|up to|no later than|к|по|не позднее|не позже)"
    r"|(?P<since>since|from|starting|начиная с|с|со|от))\s+"
)
_CLOSER = re.compile(r"\s+(?:onwards?|on|включительно)$")
_SEPARATOR = re.compile(
    r"\s(?:to|until|till|through|по|до)\s|\s?[-/]\s?|\s(?P<either>or|или)\s|\s(?P<both>and|и)\s"
)
_YEAR_WORD = re.compile(r"\s*(?:гг?|год[ауыео]?м?|годов|годах)\.?$")
_WINTER_OF_TWO_YEARS = re.compile(
    rf"(?:{'|'.join(WINTER)}) (?:of )?([0-9]{{4}})\s?[-/]\s?([0-9]{{2}}|[0-9]{{4}})"
)
_TWO_DIGIT_YEAR = re.compile(r"(?:.*[^0-9])?[0-9]{2}(?:'?s|-?[ех])?")


@dataclass(frozen=True)
class Reading:
    """What a text means: its EDTF and its bounds, which for "early 2018" are the narrower ones."""

    edtf: str
    earliest: date | None
    latest: date | None


def read(text: str) -> Reading:
    """Read a tidied, lower-case text. Raises DateNotUnderstood, AmbiguousDate.

    Dotted numbers are day.month.year, the custom in Kazakhstan, Russia and Germany. Numbers with
    slashes or hyphens are read when only one order is possible; otherwise the writer is asked.
    "Before" and "after" (до, после) leave out what they name; "by", "until" (к, по) and "since"
    include it.
    """
    text, mark, _ = _strip_leads(text, parts=False)
    found = _read_winter(text, mark) or _read_opened(text, mark)
    if not found:
        raise DateNotUnderstood(_advice(text))
    return found


def _advice(text: str) -> str:
    if ":" in text:
        return "Please write the day without the time of day."
    if _TWO_DIGIT_YEAR.fullmatch(_YEAR_WORD.sub("", text)):
        return "Please write the year with four digits, like 2018."
    return (
        "This date is not understood. Please write it like 2018, March 2018, 27 March 2018, "
        "27.03.2018, early 2018, about 2018, before March 2018 or 2018–2019."
    )


def _strip_leads(text: str, parts: bool = True) -> tuple[str, str, Part | None]:
    """Take the leading words off: the rest, the mark they stand for, and early, mid or late."""
    marks, part = {"?"} if text.endswith("?") else set(), None
    text = text.rstrip("? ")
    while (lead := _LEAD.match(text)) and (parts or lead.lastgroup not in _PARTS):
        marks |= {"about": {"~"}, "doubt": {"?"}}.get(lead.lastgroup, set())
        part = lead.lastgroup if lead.lastgroup in _PARTS else part
        text = text[lead.end() :]
    return text, "%" if len(marks) > 1 else "".join(marks), part


def _read_winter(text: str, mark: str) -> Reading | None:
    """One winter by its two years, 2017–2018, where "winter 2017" may be either of two."""
    found = _WINTER_OF_TWO_YEARS.fullmatch(_YEAR_WORD.sub("", text))
    if not found or int(found[2]) % 100 != (int(check_year(found[1])) + 1) % 100:
        return None
    moment = Moment(found[1], "24")
    return Reading(moment.plain + mark, *winter_bounds(moment))


def _read_opened(text: str, mark: str) -> Reading | None:
    opener = _OPENER.match(text)
    if not opener:
        return _read_single(text, mark) or _read_pair(text, mark)
    kind, body = opener.lastgroup, text[opener.end() :]
    if kind == "between":
        return _read_pair(body, mark, between=True)
    if kind == "before" and body.endswith("включительно"):
        kind = "by"
    side = _side(_CLOSER.sub("", body), mark)
    if side and side.is_date:
        return {"before": _before, "after": _after, "by": _by, "since": _since}[kind](side)
    return _read_pair(body, mark) if kind == "since" else None


def _read_single(text: str, mark: str) -> Reading | None:
    side = _side(text, mark)
    return Reading(side.edtf, *side.bounds) if side and side.is_date else None


def _before(side: Fragment) -> Reading:
    first = side.year.replace("X", "0")
    edtf = f"[..{_beside(replace(side, year=first), -1)}]"
    return Reading(edtf, *bounds(edtf))


def _after(side: Fragment) -> Reading:
    last = side.year.replace("X", "9")
    edtf = f"[{_beside(replace(side, year=last), 1)}..]"
    return Reading(edtf, *bounds(edtf))


def _beside(side: Fragment, step: int) -> str:
    moment, _ = parse(side.edtf).spans[0]
    if side.part or not moment.is_whole:
        raise DateNotUnderstood(
            "After “before” and “after”, please write a day, a month or a year: before March 2018."
        )
    return neighbour(moment, step).plain


def _by(side: Fragment) -> Reading:
    is_plain = side.moment.is_whole and not side.part
    return Reading(
        f"[..{side.edtf}]" if is_plain else f"../{side.edtf}", earliest=None, latest=side.bounds[1]
    )


def _since(side: Fragment) -> Reading:
    return Reading(f"{side.edtf}/..", earliest=side.bounds[0], latest=None)


def _read_pair(text: str, mark: str, between: bool = False) -> Reading | None:
    for separator in _SEPARATOR.finditer(text):
        left = _side(text[: separator.start()], mark)
        right = _side(text[separator.end() :], mark)
        sides = _completed(left, right) if left and right else ()
        if sides and all(side.is_date for side in sides):
            return _joined(*sides, "between" if between else separator.lastgroup)
    return None


def _completed(left: Fragment, right: Fragment) -> tuple[Fragment, ...]:
    """Give each side the month and year that only the other states; () if they do not match."""
    if left.day and right.day:  # 27–28 March 2023; March 27–28, 2023
        left = replace(left, month=left.month or right.month)
        right = replace(right, month=right.month or left.month)
    if left.part and not (left.year or left.month):  # mid to late March 2018
        left = replace(left, year=right.year, month=right.month)
    if left.month and right.month:  # March to May 2018
        left = replace(left, year=left.year or right.year)
        right = replace(right, year=right.year or left.year)
    return (left, right) if bool(left.year) == bool(right.year) else ()


def _joined(left: Fragment, right: Fragment, kind: str | None) -> Reading:
    if kind in ("either", "both") and left.edtf != right.edtf:
        edtf = f"{left.edtf},{right.edtf}"
        edtf = f"[{edtf}]" if kind == "either" else f"{{{edtf}}}"
        return Reading(edtf, *bounds(edtf))
    earliest, latest = left.bounds[0], right.bounds[1]
    check_order(earliest, latest)
    whole = left.moment.is_whole and right.moment.is_whole and not (left.part or right.part)
    if left.edtf == right.edtf:
        edtf = left.edtf  # mid to late March 2018
    elif kind == "between" and whole and len(left.edtf) == len(right.edtf):
        edtf = f"[{left.edtf}..{right.edtf}]"
    else:
        edtf = f"{left.edtf}/{right.edtf}"
    return Reading(edtf, earliest, latest)


def _side(text: str, mark: str) -> Fragment | None:
    core, own_mark, part = _strip_leads(text.strip())
    marks = set(mark + own_mark)
    core = re.sub(r"(?<=[0-9])\s*([./])\s*(?=[0-9])", r"\1", _YEAR_WORD.sub("", core).strip(" .,"))
    fragment = read_fragment(core) if core or not part else Fragment()
    return fragment and replace(fragment, mark="%" if len(marks) > 1 else "".join(marks), part=part)
