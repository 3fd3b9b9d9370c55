"""Which runs of a text name somebody: weighed over all the places where they stand (pure)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cases.reading.naming import given
from cases.reading.naming.cues import ENOUGH, ENOUGH_ALONE, for_and_against
from cases.reading.naming.forms import stem
from cases.reading.naming.headlines import is_headline
from cases.reading.naming.kinds import Ground, Kind
from cases.reading.naming.openers import OPENERS, language_of
from cases.reading.naming.runs import Run, runs_of
from cases.reading.naming.tokens import Line, Token, lines_of

_ASKED_FOR_LANGUAGE = 2_000


@dataclass(slots=True)
class Named:
    """A stretch of the text that names somebody: its place, words and their stems."""

    start: int
    end: int
    words: tuple[str, ...]
    stems: tuple[str, ...]

    @property
    def is_alone(self) -> bool:
        return len(self.words) == 1


def ground_of(lines: list[Line], language: str) -> Ground:
    """What must be known of a text before its words are judged."""
    words = [token for line in lines for token in line.tokens]
    small = frozenset(token.key for token in words if not token.is_capital)
    spoken = language_of([token.key for token in words[:_ASKED_FOR_LANGUAGE]], language)
    return Ground(spoken, small)


def named_in(text: str, language: str) -> list[Named]:
    """Everything in the text that names somebody, in order."""
    lines = lines_of(text)
    ground = ground_of(lines, language)
    headlines = [line for line in lines if is_headline(line, ground.language)]
    titles = {id(line) for line in headlines}
    runs = [run for line in lines if id(line) not in titles for run in runs_of(line, ground)]
    weights = _weighed(runs, text, ground)
    full = _full_names(runs, weights, ground)
    parts = _Parts(full)
    found = [one for run in runs for one in _of_run(run, full, parts, weights, ground)]
    for line in headlines:
        found += _of_headline(line, full, parts, ground)
    return sorted(found, key=lambda one: one.start)


class _Parts:
    """The words of full names, each of which may stand for its person alone."""

    def __init__(self, full: set[tuple[str, ...]]):
        self.words = {word for name in full for word in name if len(word) > 1}

    def __contains__(self, word: str) -> bool:
        return word in self.words


def _weighed(runs: list[Run], text: str, ground: Ground) -> dict[tuple[str, ...], float]:
    """For each run of words the points of all its places: the best for, the worst against."""
    best: dict[tuple[str, ...], float] = defaultdict(float)
    worst: dict[tuple[str, ...], float] = defaultdict(float)
    for run in runs:
        pro, contra = for_and_against(run, text, ground)
        best[run.stems] = max(best[run.stems], pro)
        worst[run.stems] = max(worst[run.stems], contra)
    return {stems: best[stems] - worst[stems] for stems in best}


def _full_names(
    runs: list[Run], weights: dict[tuple[str, ...], float], ground: Ground
) -> set[tuple[str, ...]]:
    """The names of two words and more, or with an initial, that are somebody's."""
    enough = {
        run.stems
        for run in runs
        if (run.size > 1 or run.has_initial) and weights[run.stems] >= ENOUGH
    }
    # A word that only opened the sentence is none of the name's, if the name stands without it.
    opened = {
        run.stems
        for run in runs
        if run.tokens[0].opens and not _is_likely(run.tokens[0].text, ground)
    }
    inside = {run.stems for run in runs if not run.tokens[0].opens}
    known = {name for name in enough if name in inside or name not in opened}
    alone = {stems[0] for stems in weights if len(stems) == 1}
    for name in enough - known:
        shorter = name[1:]
        if shorter in known or (len(shorter) == 1 and any(shorter[0] in one for one in known)):
            continue
        if name[0] in alone or not (len(shorter) == 1 and shorter[0] in alone) or True:
            known.add(name)
    return known


def _is_likely(word: str, ground: Ground) -> bool:
    language = ground.language
    return (
        given.is_common(word, language)
        or given.is_of_the_region(word, language)
        or given.is_chinese_surname(word, language)
    )


def _of_run(
    run: Run,
    full: set[tuple[str, ...]],
    parts: _Parts,
    weights: dict[tuple[str, ...], float],
    ground: Ground,
) -> Iterator[Named]:
    """What of a run names somebody: all of it, a known name within it, or a known part."""
    if run.stems in full:
        yield _named(run.tokens, run.kinds, ground)
        return
    for start, end in _known_within(run, full):
        yield _named(run.tokens[start:end], run.kinds[start:end], ground)
        return
    if run.size == 1:
        known = run.stems[0] in parts or weights[run.stems] >= ENOUGH_ALONE
        token = run.tokens[-1]
        opener = token.opens and token.key in OPENERS[ground.language]
        if known and not opener and weights[run.stems] > -3:
            yield _named(run.tokens, run.kinds, ground)
        return
    last = run.tokens[-1]
    if stem(last.key, ground.language) in parts and run.tokens[0].opens:
        yield _named([last], [run.kinds[-1]], ground)


def _known_within(run: Run, full: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Where a known name stands within a longer run."""
    places = [i for i, kind in enumerate(run.kinds) if kind is Kind.NAME]
    for size in range(len(places) - 1, 1, -1):
        for first in range(len(places) - size + 1):
            if run.stems[first : first + size] in full:
                yield places[first], places[first + size - 1] + 1


def _of_headline(
    line: Line, full: set[tuple[str, ...]], parts: _Parts, ground: Ground
) -> Iterator[Named]:
    """Names in a line of capitals: only those which the text beneath holds too."""
    tokens = line.tokens
    place = 0
    while place < len(tokens):
        size = _longest_known(tokens, place, full, ground)
        if not size and tokens[place].is_capital and _stands_alone(tokens[place], parts, ground):
            size = 1
        if size:
            part = tokens[place : place + size]
            yield _named(part, [Kind.NAME] * size, ground)
        place += size or 1


def _longest_known(
    tokens: list[Token], place: int, full: set[tuple[str, ...]], ground: Ground
) -> int:
    for size in range(min(6, len(tokens) - place), 1, -1):
        words = tokens[place : place + size]
        stems = tuple(stem(token.key, ground.language) for token in words)
        if stems in full and all(token.gap.strip(" .") == "" for token in words[1:]):
            return size
    return 0


def _stands_alone(token: Token, parts: _Parts, ground: Ground) -> bool:
    if len(token.text) < 2 or token.key in OPENERS[ground.language]:
        return False
    return stem(token.key, ground.language) in parts and token.key not in ground.small


def _named(tokens: list[Token], kinds: Iterable[Kind], ground: Ground) -> Named:
    pairs = [
        (token, kind)
        for token, kind in zip(tokens, kinds, strict=True)
        if kind is not Kind.PARTICLE
    ]
    return Named(
        tokens[0].start,
        tokens[-1].end,
        tuple(token.text for token, _ in pairs),
        tuple(stem(token.key, ground.language) for token, _ in pairs),
    )
