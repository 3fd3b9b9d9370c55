"""Times in a sentence, as they are written: on March 27, earlier this month, in 2018 (pure)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cases.reading.article import Span
from cases.reading.dating import Parts
from cases.reading.months import (
    ALSO_PLAIN_WORDS,
    MONTHS,
    NUMBERS,
    PARTS,
    SEASONS,
    WEEKDAYS,
    any_of,
)

_M = any_of(MONTHS)
_N = any_of(word for word in NUMBERS if len(word) > 1 or word == "a")
_ORD = r"(?:st|nd|rd|th|\.|-?го)?"
_LEAD = (
    r"(?:(?P<since>since|from|с|со|seit|ab|siden|fra|desde|od)"
    r"|(?P<until>until|till|through|up to|до|bis(?: zum)?|til|hasta(?: el)?|do)"
    r"|(?P<unsure>before|after|by|до того|nach|vor|etter|før|antes de"
    r"|después de|po|przed))\s+(?:the\s+)?"
)
_PART = rf"(?:(?P<part>{any_of(PARTS)})[ -]+(?:of\s+|de\s+|i\s+)?)"
_WHICH = (
    r"(?:(?P<last>last|past|прошлого|прошлом|letzten|letztes|letzten|sist|i"
    r" fjor|pasado|ubiegłego|ubiegłym|zeszłym)"
    r"|(?P<this>this|этого|этом|diesen|dieses|denne|este|tego|tym)|(?P<next>next))\s+"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d.,]\d|\d|-\w)"
_BEFORE_YEAR = r"(?:,?\s+(?:of\s+|de\s+|del\s+|года\s+)?)"
_DATE = re.compile(
    rf"\b(?:{_LEAD})?(?:{_WHICH})?{_PART}?(?:"
    rf"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
    rf"|(?P<dotted>\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?(?:19|20)\d\d)"
    rf"|(?P<day>\d{{1,2}}){_ORD}\s+(?:of\s+|de\s+)?(?P<month>{_M})\b\.?(?:{_BEFORE_YEAR}{_YEAR})?"
    rf"|(?P<month2>{_M})\b\.?\s+(?P<day2>\d{{1,2}}){_ORD}(?!\d)(?:,?\s+(?P<year2>(?:19"
    r"|20)\d\d)(?!\d))?(?! of (?:that|the same) year)"
    rf"|(?P<month3>{_M})\b\.?(?:{_BEFORE_YEAR}(?P<year3>(?:19|20)\d\d)(?!\d))?"
    r"(?! of (?:that|the same) year)"
    rf"|(?P<season>{any_of(SEASONS)})(?:{_BEFORE_YEAR}(?P<year4>(?:19|20)\d\d)(?!\d))?"
    rf"|(?P<weekday>{any_of(WEEKDAYS)})\b"
    rf"|(?P<only>(?:19|20)\d\d)(?![\d-]|[.,]\d)"
    rf")",
    re.IGNORECASE,
)
_UNITS = {
    **dict.fromkeys(
        ("year", "years", "год", "года", "году", "лет", "jahr", "jahre", "jahren", "år"), "year"
    ),
    **dict.fromkeys(("año", "años", "rok", "roku", "lata", "lat"), "year"),
    **dict.fromkeys(
        ("month", "months", "месяц", "месяца", "месяце", "месяцев", "monat", "monate"), "month"
    ),
    **dict.fromkeys(
        ("monaten", "monats", "måned", "måneder", "måneden", "mes", "meses", "miesiąc"), "month"
    ),
    **dict.fromkeys(("miesiąca", "miesiącu", "miesiące", "miesięcy", "jahres"), "month"),
    **dict.fromkeys(
        ("week", "weeks", "неделя", "недели", "неделе", "недель", "неделю", "woche"), "week"
    ),
    **dict.fromkeys(
        ("wochen", "uke", "uker", "semana", "semanas", "tydzień", "tygodnie", "tygodniu"), "week"
    ),
    **dict.fromkeys(("day", "days", "день", "дня", "дней", "tag", "tagen", "dag", "dager"), "day"),
    **dict.fromkeys(("día", "días", "dzień", "dni"), "day"),
} | {"jahres": "year"}
_U = any_of(_UNITS)
_TOLD = re.compile(
    rf"\b(?:"
    rf"(?P<number>\d{{1,2}}|{_N})\s+(?P<unit1>{_U})\s+(?:ago|назад|temu|siden)\b"
    rf"|(?:vor|hace|for)\s+(?P<number2>\d{{1,2}}|{_N})\s+(?P<unit2>{_U})\b(?P<siden>\s+siden)?"
    r"|(?:(?:(?P<part>early|late|mid)|earlier|later|ранее|в начале|anfang"
    r"|früher|tidligere)[ -](?:in\s+)?)?"
    r"(?P<which>this|last|этого|этом|прошлого|прошлом|dieses|diesem|letztes"
    r"|letzten|vergangenen|este|denne"
    rf"|sist|tego|tym|ubiegłego|ubiegłym|zeszłego|zeszłym)\s+(?P<unit3>{_U})\b"
    rf"|(?P<unit4>año|mes|semana)\s+(?P<pasado>pasado|pasada)\b"
    rf"|i\s+(?P<fjor>fjor)\b|im\s+(?P<vorjahr>vorjahr)\b"
    r"|(?P<same>(?:the|that) same (?:day|morning|afternoon|evening|night)"
    r"|(?:later )?that (?:day|evening|night|afternoon)|в тот же день|am"
    r" selben tag|samme dag|el mismo día)\b"
    rf"|(?P<yesterday>yesterday|вчера|gestern|ayer|wczoraj|i går)\b"
    rf"|(?P<today>today|сегодня|heute|hoy|dzisiaj|dziś|i dag)\b"
    rf")",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r",?\s+(?:of\s+|des\s+|de\s+|del\s+)?", re.IGNORECASE)
_LAST = {"last", "прошлого", "прошлом", "letztes", "letzten", "vergangenen", "sist", "ubiegłego"}
_LAST |= {"ubiegłym", "zeszłego", "zeszłym"}


@dataclass(frozen=True)
class Time:
    """A time in the text, and where it stands."""

    span: Span
    parts: Parts


def times(text: str, sentence: Span) -> list[Time]:
    """Every time that the sentence names, in order."""
    found = [*_told(text, sentence)]
    taken = [one.span for one in found]
    for match in _DATE.finditer(text, sentence.start, sentence.end):
        span = Span(*match.span())
        if any(one.start < span.end and span.start < one.end for one in taken):
            continue
        if parts := _parts(match):
            found.append(Time(span, parts))
    return _joined(sorted(found, key=lambda one: one.span.start), text)


def _joined(found: list[Time], text: str) -> list[Time]:
    """ "August 12 last year" is one time."""
    joined: list[Time] = []
    for one in found:
        last = joined[-1] if joined else None
        is_one = last and last.parts.month and not last.parts.year and one.parts.unit == "year"
        if is_one and _OF_YEAR.fullmatch(text, last.span.end, one.span.start):
            span = Span(last.span.start, one.span.end)
            parts = replace(last.parts, years_ago=one.parts.shift, written=span.of(text))
            joined[-1] = Time(span, parts)
        else:
            joined.append(one)
    return joined


def _told(text: str, sentence: Span) -> Iterator[Time]:
    for match in _TOLD.finditer(text, sentence.start, sentence.end):
        unit, shift = _shift(match)
        if unit:
            part = (match["part"] or "").lower()
            yield Time(Span(*match.span()), Parts(match[0], unit=unit, shift=shift, part=part))


def _shift(match: re.Match[str]) -> tuple[str, int]:
    if match["same"]:
        return "same", 0
    if match["yesterday"] or match["today"]:
        return "day", 1 if match["yesterday"] else 0
    if match["fjor"] or match["vorjahr"]:
        return "year", 1
    if match["unit4"]:
        return _UNITS[match["unit4"].lower()], 1
    if match["unit3"]:
        return _UNITS[match["unit3"].lower()], int(match["which"].lower() in _LAST)
    if match["unit2"] and match[0].lower().startswith("for") and not match["siden"]:
        return "", 0  # "for two years" is a length
    number = match["number"] or match["number2"]
    unit = match["unit1"] or match["unit2"]
    return _UNITS[unit.lower()], _number(number)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _parts(match: re.Match[str]) -> Parts | None:
    if match["unsure"]:
        return None
    lead = "since" if match["since"] else "until" if match["until"] else ""
    which = next((name for name in ("last", "this", "next") if match[name]), "")
    common = {"written": match[0], "lead": lead, "which": which}
    common["part"] = PARTS.get((match["part"] or "").lower(), "")
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return Parts(**common, year=year, month=month, day=day)
    if match["dotted"]:
        day, month, year = map(int, re.split(r"[./]", match["dotted"]))
        return _dotted(common, day, month, year, "/" in match["dotted"])
    if match["weekday"]:
        return Parts(**common, weekday=WEEKDAYS[match["weekday"].lower()])
    if match["only"]:
        return Parts(**common, year=int(match["only"]))
    if match["season"]:
        is_told = match["year4"] or which
        season = SEASONS[match["season"].lower()]
        return Parts(**common, season=season, year=_int(match["year4"])) if is_told else None
    return _worded(match, common)


def _dotted(common: dict, day: int, month: int, year: int, has_slashes: bool) -> Parts | None:
    """Dots have the day first; with slashes, either may come first and only one may be possible."""
    if has_slashes and day <= 12 and month <= 12 and day != month:
        return Parts(**common, year=year)
    if month > 12:
        day, month = month, day
    return Parts(**common, year=year, month=month, day=day) if month <= 12 else None


def _worded(match: re.Match[str], common: dict) -> Parts | None:
    word = match["month"] or match["month2"] or match["month3"]
    if word.lower() in ALSO_PLAIN_WORDS and word.islower() and not match["day"]:
        return None
    if match["month3"] and not (
        match["year3"] or common["which"] or common["lead"] or common["part"]
    ):
        before = match.string[max(0, match.start() - 12) : match.start()].lower()
        if not re.search(r"(?:^|\s)(?:in|im|en|de|i|w|в|of|by|during|mid|late|early)[ -]$", before):
            return None
    day = _int(match["day"] or match["day2"])
    year = _int(match["year"] or match["year2"] or match["year3"])
    return Parts(**common, year=year, month=MONTHS[word.lower()], day=day)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
