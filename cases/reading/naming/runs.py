"""Runs of words that may be a name, each with what stands before and after it (pure)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cases.reading.naming import given
from cases.reading.naming.forms import stem
from cases.reading.naming.kinds import (
    CHILD_OF,
    Ground,
    Kind,
    closes_name,
    kind_of,
)
from cases.reading.naming.lands import places_of_several
from cases.reading.naming.openers import OPENERS
from cases.reading.naming.tokens import Line, Token

_SPACES = (" ", "\u00a0", "  ")
_POINTS = (".", ". ", ".\u00a0")
_JOINING = {"es": ("de", "del", "la", "los", "al", "el"), "de": ("von", "van"), "nb": ("av", "von")}
# After one of these a German noun follows, before any name.
_GERMAN_ADJECTIVE = re.compile(
    r"(?:isch|lich|ig|bar|sam|haft|los|iv|al|ell|är|ös|ant|ent|iert|alt|jährig|ehemalig|neu|groß|"
    r"klein|alt|jung|erst|zweit|letzt|viel|ander|weiter|ander|fest|geflohen|inhaftiert|lebend|nd)"
    r"(?:e|er|en|es|em)$"
)


@dataclass(slots=True)
class Run:
    """Words in a row that may be one name, and the words around them with their kinds."""

    tokens: list[Token]
    kinds: list[Kind]
    before: Token | None
    before_kind: Kind | None
    second_before: Token | None
    after: Token | None
    after_kind: Kind | None
    stems: tuple[str, ...] = field(default=())

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def size(self) -> int:
        """How many words carry the name: initials and particles are not counted."""
        return len(self.stems)

    @property
    def has_initial(self) -> bool:
        return Kind.INITIAL in self.kinds


def runs_of(line: Line, ground: Ground) -> Iterator[Run]:
    """Every run of a line, in order."""
    tokens = line.tokens
    kinds = kinds_of(tokens, ground)
    place = 0
    while place < len(tokens):
        if kinds[place] not in (Kind.NAME, Kind.INITIAL) and not _leads(place, tokens, kinds):
            place += 1
            continue
        end = _end(place, tokens, kinds, ground.language)
        start = place + _german_noun(place, end, tokens, ground)
        while start < end and kinds[start] is Kind.PARTICLE:
            start += 1
        run = _run(start, end, tokens, kinds, ground)
        if run is not None:
            yield run
        place = end


def kinds_of(tokens: list[Token], ground: Ground) -> list[Kind]:
    """The kind of each word; a place's name of several words is one place."""
    kinds = [
        kind_of(token, tokens[place + 1] if place + 1 < len(tokens) else None, ground)
        for place, token in enumerate(tokens)
    ]
    for place in range(1, len(tokens)):
        if kinds[place - 1] is not Kind.NAME or kinds[place] in (Kind.NAME, Kind.INITIAL):
            continue
        if closes_name(tokens[place], tokens[place - 1], kinds[place], ground):
            kinds[place] = Kind.NAME
    phrases = places_of_several(ground.language)
    for place, token in enumerate(tokens):
        known = phrases.get(stem(token.key, ground.language)) if token.is_capital else None
        for size in (4, 3, 2) if known else ():
            words = tuple(stem(t.key, ground.language) for t in tokens[place : place + size])
            if len(words) == size and words in known:
                kinds[place : place + size] = [Kind.PLACE] * size
                break
    return kinds


def _leads(place: int, tokens: list[Token], kinds: list[Kind]) -> bool:
    """Whether a particle opens a name: "al Assad", "Abu Bakr", "von Trier"."""
    if kinds[place] is not Kind.PARTICLE or place + 1 >= len(tokens):
        return False
    is_next = kinds[place + 1] is Kind.NAME and tokens[place + 1].gap in _SPACES
    return is_next and tokens[place].is_capital


def _end(place: int, tokens: list[Token], kinds: list[Kind], language: str) -> int:
    """Where the run that starts here ends."""
    end = place + 1
    while end < len(tokens) and _goes_on(end, end - place, tokens, kinds, language):
        end += 1
    while kinds[end - 1] is Kind.PARTICLE and tokens[end - 1].text.lower() not in CHILD_OF:
        end -= 1
    return max(end, place + 1)


def _goes_on(place: int, size: int, tokens: list[Token], kinds: list[Kind], language: str) -> bool:
    token, last = tokens[place], tokens[place - 1]
    is_short = size == 1 and len(last.text) == 2 and last.text not in _CHINESE_TWO
    is_point = kinds[place - 1] is Kind.INITIAL or is_short
    if token.gap not in _SPACES and not (is_point and token.gap in _POINTS):
        return False
    if kinds[place] is Kind.PARTICLE:
        return _particle_joins(place, tokens, kinds, language)
    return kinds[place] in (Kind.NAME, Kind.INITIAL)


def _particle_joins(place: int, tokens: list[Token], kinds: list[Kind], language: str) -> bool:
    """Whether a particle stands between two words of a name, or closes a father's name."""
    word = tokens[place].text.lower()
    if word in CHILD_OF:
        return True
    # Words that are common in the language join only where its own names have them so.
    if word in OPENERS[language] and word not in _JOINING.get(language, ()):
        return False
    if word == "von" and not given.is_common(tokens[place - 1].text, language):
        return False
    ahead = place + 1
    while ahead < len(tokens) and kinds[ahead] is Kind.PARTICLE and ahead < place + 3:
        ahead += 1
    return ahead < len(tokens) and kinds[ahead] is Kind.NAME and tokens[ahead].gap in _SPACES


def _german_noun(place: int, end: int, tokens: list[Token], ground: Ground) -> int:
    """1 if the run's first word is a German noun: an article or an adjective stands before it."""
    if ground.language != "de" or place == 0 or tokens[place].gap not in _SPACES:
        return 0
    last = tokens[place - 1]
    is_article = last.key in _GERMAN_ARTICLES
    if last.is_capital and not is_article:
        return 0
    is_adjective = bool(_GERMAN_ADJECTIVE.search(last.text)) and last.key not in OPENERS["de"]
    if given.is_common(tokens[place].text, "de") or given.is_of_the_region(
        tokens[place].text, "de"
    ):
        return 0
    verb = last.text.endswith(("te", "ten")) or last.key in _GERMAN_VERBS
    return int(is_article or (is_adjective and not verb))


_GERMAN_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine sein seine seinen "
    "seinem seiner seines ihr ihre ihren ihrem ihrer ihres im am zum zur vom beim dieser diese "
    "dieses diesen diesem mein meine meinen meiner unser unsere viele mehrere einige alle zwei "
    "drei".split()
)
_CHINESE_TWO = frozenset("Ma Li Yu Wu Xu Hu Lu Su Du Yi Xi He Qi Gu Ai An Ye".split())
_GERMAN_VERBS = frozenset(
    "habe werde sagte erklarte wurde hatte wegen neben gegen zwischen".split()
)


def _run(
    start: int, end: int, tokens: list[Token], kinds: list[Kind], ground: Ground
) -> Run | None:
    if start >= end:
        return None
    inside = tokens[start:end]
    stems = tuple(
        stem(token.key, ground.language)
        for token, kind in zip(inside, kinds[start:end], strict=True)
        if kind is Kind.NAME
    )
    if not stems:
        return None
    before = tokens[start - 1] if start else None
    after = tokens[end] if end < len(tokens) else None
    return Run(
        inside, kinds[start:end], before, kinds[start - 1] if start else None,
        tokens[start - 2] if start > 1 else None, after,
        kinds[end] if end < len(tokens) else None, stems,
    )  # fmt: skip


def parted(runs: list[Run], ground: Ground) -> list[Run]:
    """The runs; where a name in another case opens a run, as in "wife of", it is one of its own."""
    if ground.language not in ("ru", "pl"):
        return runs
    owners = {run.stems[-1] for run in runs if run.size == 2}
    return [part for run in runs for part in _parted(run, owners)]


def _parted(run: Run, owners: set[str]) -> list[Run]:
    """Somebody's name in the genitive, and who follows it; what stands before is left out."""
    if run.size < 3 or run.has_initial or run.kinds[0] is not Kind.NAME:
        return [run]
    place = next((i for i in range(run.size - 2) if run.stems[i] in owners), None)
    if (
        place is None
        or (place and not run.tokens[0].opens)
        or Kind.PARTICLE in run.kinds[: place + 2]
    ):
        return [run]
    first, after = run.tokens[place], run.tokens[place + 1]
    before = (run.tokens[place - 1], None) if place else (run.before, run.before_kind)
    one = Run(
        [first], [Kind.NAME], *before, run.second_before, after, Kind.NAME, (run.stems[place],)
    )
    rest = Run(
        run.tokens[place + 1 :], run.kinds[place + 1 :], first, Kind.NAME, before[0],
        run.after, run.after_kind, run.stems[place + 1 :],
    )  # fmt: skip
    return [one, rest]
