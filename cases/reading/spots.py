"""Places and facilities that a text names, each with every place where it does (pure)."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from cases.choices import FacilityKind
from cases.reading.article import Article, Someone, Span, Spot
from cases.reading.gazetteer import ALSO_NAMES, PLACES, RUSSIAN_PLACES
from cases.reading.months import any_of

_UP = r"[^\W\d_a-zа-яёіңғүұқөһ][\w’'-]*"
_LEVELS = (
    r"(?:[Cc]ounty|[Pp]refecture|[Dd]istrict|[Pp]rovince|[Oo]blast|[Rr]egion"
    r"|[Vv]illage|[Tt]ownship|[Tt]own"
    r"|[Cc]ity|[Rr]ayon|[Rr]aion|[Aa]utonomous (?:[Pp]refecture|[Rr]egion|[Cc]ounty)"
    r"|(?:Uyghur|Uighur|Uygur|Kazakh|Kyrgyz|Mongol|Hui|Tajik) Autonomous"
    r" (?:Prefecture|Region|County))"
)
_RUSSIAN_STEMS = any_of(
    name[:-1] if name[-1] in "аяйь" else name for name in RUSSIAN_PLACES if len(name) > 3
)
_KNOWN = re.compile(
    rf"(?<![\w-])(?:{any_of(PLACES)}|{any_of({name.upper() for name in PLACES if len(name) > 4})}"
    rf"|(?:{_RUSSIAN_STEMS})(?:а|у|е|ом|ы|я|ю|и|й|ей|ь|ью|ем)?"
    rf"|{any_of(name for name in RUSSIAN_PLACES if len(name) <= 3)})(?![\w-])"
)
_LEVELLED = re.compile(rf"(?<!\w)(?P<name>{_UP}(?<!['’]s)(?: {_UP})?) (?P<level>{_LEVELS})(?!\w)")
_IN = re.compile(
    r"(?:\b(?:in|of|from|to|near|at|into|в|из|im|nach|i|fra|til|en|de|w|z|do)\s+|,\s+|\()$"
)
_NOT_PLACE = frozenset(
    "The This That In A An His Her Their Our My One Each Every Another At On From Of Home".split()
)

_WHOSE = r"(?:(?:[A-Z][\w’'-]+(?:’s|'s)? ){1,3})?"
_WHERE = (
    r"(?: (?:in|of|at) (?:the )?[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|district|county|city|region))*)?"
)
_FACILITIES: tuple[tuple[str, str, str], ...] = (
    ("consulate", rf"{_WHOSE}[Cc]onsulate(?:[ -][Gg]eneral)?", _WHERE),
    ("embassy", rf"{_WHOSE}[Ee]mbassy", _WHERE),
    (
        FacilityKind.POLICE_STATION,
        rf"{_WHOSE}[Pp]olice (?:[Dd]epartment|[Ss]tation|[Hh]eadquarters)",
        _WHERE,
    ),
    (FacilityKind.PRISON, r"(?:IK|SIZO|LIU|CI)-\d+", _WHERE),
    (
        FacilityKind.PRISON,
        r"(?:[A-Z][\w’'-]+ ){1,3}(?:[Pp]rison|[Jj]ail|[Pp]enitentiary)(?: No\.? ?\d+)?",
        _WHERE,
    ),
    (
        FacilityKind.PRISON,
        r"(?:[Pp]enal|[Cc]orrectional|[Pp]rison) [Cc]olony (?:No\.? ?)?(?:IK-)?\d*",
        _WHERE,
    ),
    (
        FacilityKind.PRETRIAL_DETENTION,
        rf"{_WHOSE}(?:[Pp]re-?trial )?[Dd]etention [Cc]ent(?:er|re)(?: No\.? ?\d+)?",
        _WHERE,
    ),
    (
        FacilityKind.INTERNMENT_CAMP,
        r"(?:[A-Z][\w’'-]+ ){1,3}(?:[Cc]amp|[Ii]nternment [Cc]ent(?:er|re))",
        _WHERE,
    ),
    (FacilityKind.HOSPITAL, r"(?:[A-Z][\w’'-]+ ){1,4}[Hh]ospital", _WHERE),
    ("court", r"(?:[A-Z][\w’'-]+ ){1,4}(?:Court|court)", _WHERE),
)
_FACILITY = re.compile(
    "|".join(
        f"(?P<f{place}>(?<!\\w){body}(?!\\w){tail})"
        for place, (_, body, tail) in enumerate(_FACILITIES)
    )
)
_GENERIC_START = re.compile(r"^(?:The|A|An|In|At|That|This|His|Her) ")


def spots(article: Article, people: tuple[Someone, ...]) -> tuple[Spot, ...]:
    """The facilities and the places, in the order in which they are first named."""
    taken = sorted((one.start, one.end) for person in people for one in person.mentions)
    found: dict[tuple[str, str], list[Span]] = {}
    held = []
    for span, kind in _facilities(article.text):
        if not _overlaps(span, taken):
            held.append((span.start, span.end))
            found.setdefault((span.of(article.text), kind), []).append(span)
    for span in _places(article.text):
        if not _overlaps(span, taken):
            found.setdefault((span.of(article.text), ""), []).append(span)
    return tuple(Spot(name, kind, tuple(at)) for (name, kind), at in _in_order(found))


def _in_order(found: dict) -> list:
    return sorted(found.items(), key=lambda item: item[1][0].start)


def _overlaps(span: Span, taken: list[tuple[int, int]]) -> bool:
    at = bisect_right(taken, (span.end - 1, span.end + 10**9)) - 1
    return at >= 0 and taken[at][1] > span.start


def _facilities(text: str) -> Iterator[tuple[Span, str]]:
    for match in _FACILITY.finditer(text):
        kind = _FACILITIES[int(match.lastgroup[1:])][0]
        start = match.start()
        if generic := _GENERIC_START.match(match[0]):
            start += generic.end()
        name = text[start : match.end()].rstrip()
        if " " in name or "-" in name:
            yield Span(start, start + len(name)), str(kind)


def _places(text: str) -> Iterator[Span]:
    levelled = {}
    for match in _LEVELLED.finditer(text):
        if match["name"].split()[0] not in _NOT_PLACE:
            levelled[match.start()] = Span(*match.span())
    ends = 0
    for start in sorted({*levelled, *(one.start() for one in _KNOWN.finditer(text))}):
        span = levelled.get(start) or Span(*_KNOWN.match(text, start).span())
        if start >= ends and (start in levelled or _is_place(text, span)):
            ends = span.end
            yield span


def _is_place(text: str, span: Span) -> bool:
    name = span.of(text)
    if name not in ALSO_NAMES and name.capitalize() not in ALSO_NAMES:
        return True
    return bool(_IN.search(text[max(0, span.start - 12) : span.start]))


class SpotMap:
    """Which place or facility is named where; asked for the nearest to an event."""

    def __init__(self, found: tuple[Spot, ...]):
        self.spots = found
        self.mentions = sorted(
            (span.start, span.end, number)
            for number, spot in enumerate(found)
            for span in spot.mentions
        )
        self.starts = [start for start, _, _ in self.mentions]

    def within(self, start: int, end: int) -> list[tuple[int, int, int]]:
        first = bisect_right(self.starts, start - 1)
        last = bisect_right(self.starts, end - 1)
        return self.mentions[first:last]
