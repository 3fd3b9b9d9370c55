"""Reading what was typed into a search box: a name, and what else is said of the person (pure)."""

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass

from config.records import text
from people.choices import Sex
from people.ties import ENGLISH, RUSSIAN

Kin = tuple[str, str]  # a RelationshipKind, or "", and the name of who stands in that tie

MOST_WORDS_OF_A_PLACE = 4


@dataclass(frozen=True)
class Asked:
    """What a query says of the person meant.

    whole: the query, without what nobody can look for.
    name: what is left when the hints are taken out; "" if nothing is.
    short: the name without words at its end that are a place too, if there are any.
    places, unknown: places named, folded; the second are no place of the register.
    """

    whole: str
    name: str
    short: str = ""
    born: int | None = None
    sex: str = ""
    places: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    kin: tuple[Kin, ...] = ()

    @property
    def letters(self) -> int:
        return sum(len(word) for word in text.words(self.whole))

    @property
    def has_hints(self) -> bool:
        return bool(self.born or self.places or self.unknown or self.kin)


def read(query: str, known: Container[str] = frozenset()) -> Asked:
    """A query taken apart. `known`: which phrases of it, folded, are a place."""
    whole = rest = tidied(query)
    rest, born = _take_year(rest)
    rest, kin, sex = _take_ties(rest)
    rest, places, unknown = _take_places(rest, known)
    name = _cleaned(rest)
    short, bare = _without_place(name, known)
    return Asked(whole, name, short, born, sex, (*places, *bare), unknown, kin)


def tidied(query: str) -> str:
    """The query in one line, without what no database takes; digits of any script as 0 to 9."""
    letters = query.replace("\0", " ").encode("utf-8", "ignore").decode()
    digits = (str(unicodedata.decimal(one)) if one.isdecimal() else one for one in letters)
    return " ".join("".join(digits).split())


# The year of birth

_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_BEFORE = r"(?:(?i:born|родил(?:ся|ась)|д\.\s?р\.|рожд\.|род\.)|b\.?|р\.)\s*(?:(?i:in|on|в)\s+)?"
_MONTH = r"(?:(?:\d{1,2}\s+)?[^\W\d_]{3,}\.?\s+)?"
_DAY = r"(?:\d{1,2}[./-]){0,2}"
_AFTER = r"\s*(?:(?i:года рождения|года|год|жылы)\b|г\.?\s?р\b\.?|г\b\.?|年生?)"
BORN = re.compile(
    rf"(?<!\w)(?P<before>{_BEFORE}{_MONTH})?(?<![\w-]){_DAY}{_YEAR}(?:[./-]\d{{1,2}}){{0,2}}"
    rf"(?:(?P<after>{_AFTER})|(?!\w))"
)
# A later year that nobody calls one of birth is rather that of an arrest.
LAST_BARE_YEAR = 2010


def _take_year(query: str) -> tuple[str, int | None]:
    found = BORN.search(query)
    if not found:
        return query, None
    year = int(found["year"])
    is_birth = year <= LAST_BARE_YEAR or found["before"] or found["after"]
    rest = f"{query[: found.start()]} , {query[found.end() :]}"
    return rest, year if is_birth else None


# Ties

_END = r"(?:(?!\s(?:from|in|из|родом)\s)[^,;()])+"


def _any_of(words) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


OWNED = re.compile(rf"(?P<kin>[^,;()]+?)['’]s\s+(?P<word>{_any_of(ENGLISH)})(?!\w)", re.I)
TIED = re.compile(
    rf"(?<!\w)(?:(?:the|a)\s+)?(?:(?P<word>{_any_of(ENGLISH)})\s+(?:of|to)"
    rf"|(?P<russian>{_any_of(RUSSIAN)}))\s+(?P<kin>{_END})",
    re.I,
)
TOGETHER = re.compile(r"\s+(?:and|и|&)\s+")


def _take_ties(query: str) -> tuple[str, tuple[Kin, ...], str]:
    kin: list[Kin] = []
    sexes = set()
    for pattern in (OWNED, TIED):
        while found := pattern.search(query):
            kind, sex = _tie(found)
            sexes.add(sex)
            kin += [(kind, one) for one in TOGETHER.split(_cleaned(found["kin"])) if one]
            query = f"{query[: found.start()]} , {query[found.end() :]}"
    known = sexes - {""}
    return query, tuple(kin), known.pop() if len(known) == 1 else ""


def _tie(found: re.Match) -> tuple[str, Sex | str]:
    russian = found.groupdict().get("russian")
    return RUSSIAN[russian.lower()] if russian else ENGLISH[found["word"].lower()]


# Places

# After the first, what follows is a place whether the register knows it or not.
SURELY = {"from", "из"}
PERHAPS = {"in", "of", "at", "в", "г"}
LEVELS = {
    *("the", "of", "city", "town", "village", "county", "district", "prefecture"),
    *("region", "province", "republic"),
    *("город", "село", "уезд", "район", "округ", "область", "провинция"),
}
_PIECE = re.compile(r"[,;()/|]|[^\s,;()/|]+")


def phrases(query: str) -> set[str]:
    """Every run of up to four words of a query, folded: what may be the name of a place."""
    pieces = [text.fold(piece) for piece in _PIECE.findall(tidied(query))]
    found = {" ".join(run) for run in _runs(pieces)}
    return {one for phrase in found for one in (phrase, *nominative(phrase)) if one}


def nominative(phrase: str) -> list[str]:
    """What a Russian place may be called that stands here in another case: Кашгара, Кульджи."""
    if not re.search(r"[а-я]{3}$", phrase):
        return []
    ending, stem = phrase[-1], phrase[:-1]
    ends = {"а": [""], "я": ["ь", "й"], "ы": ["а"], "и": ["а", "я", "ь"], "е": ["", "а"]}
    return [stem + end for end in ends.get(ending, [])]


def _runs(pieces: list[str]) -> Iterator[list[str]]:
    for start in range(len(pieces)):
        for length in range(1, MOST_WORDS_OF_A_PLACE + 1):
            run = pieces[start : start + length]
            if len(run) == length and all(run):
                yield run


def _take_places(query: str, known: Container[str]) -> tuple[str, tuple, tuple]:
    """The places that a word such as `from` announces."""
    pieces = _PIECE.findall(query)
    left: list[str] = []
    places: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(pieces):
        word = text.fold(pieces[at])
        start = _past(pieces, at + 1) if word in SURELY | PERHAPS else at
        phrase, end = _longest(pieces, start, known) if start > at else ("", at)
        if phrase:
            places.append(phrase)
            at = _past(pieces, end)
        elif word in SURELY and (end := _to_comma(pieces, at)) > at + 1:
            unknown.append(" ".join(pieces[at + 1 : end]))
            at = end
        else:
            left.append(pieces[at])
            at += 1
    return " ".join(left), tuple(places), tuple(unknown)


def _past(pieces: list[str], at: int) -> int:
    """Past words such as `county` and `city of`."""
    while at < len(pieces) and text.fold(pieces[at]) in LEVELS:
        at += 1
    return at


def _longest(pieces: list[str], start: int, known: Container[str]) -> tuple[str, int]:
    """The longest place that begins here, as it is known, and where it ends."""
    for end in range(min(len(pieces), start + MOST_WORDS_OF_A_PLACE), start, -1):
        phrase = " ".join(text.fold(piece) for piece in pieces[start:end])
        for one in (phrase, *nominative(phrase)):
            if one in known:
                return one, end
    return "", start


def _to_comma(pieces: list[str], at: int) -> int:
    ends = (n for n in range(at, len(pieces)) if not text.fold(pieces[n]))
    return next(ends, len(pieces))


def _without_place(name: str, known: Container[str]) -> tuple[str, tuple[str, ...]]:
    """A name that ends in a place: Baqytkhan Myrzan, Tacheng. It may be a name all the same."""
    pieces = _PIECE.findall(name)
    # A place and, after it, what kind of place it is.
    for start in range(max(1, len(pieces) - MOST_WORDS_OF_A_PLACE - 1), len(pieces)):
        phrase, end = _longest(pieces, start, known)
        short = _cleaned(" ".join(pieces[:start])) if phrase else ""
        if short and _past(pieces, end) == len(pieces):
            return short, (phrase,)
    return "", ()


def _cleaned(rest: str) -> str:
    """A name without commas and brackets at its ends and doubled; "" if it holds no letter."""
    groups = (" ".join(one.split()) for one in re.split(r"[,;()]", rest))
    name = ", ".join(one for one in groups if text.words(one))
    return name.strip(" ,.:-–—") if text.words(name) else ""
