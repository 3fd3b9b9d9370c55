"""Which runs of a text name somebody: weighed over all the places where they stand (pure)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from cases.reading.naming import given
from cases.reading.naming.cues import (
    ENOUGH,
    ENOUGH_ALONE,
    for_and_against,
    is_after_kin,
    is_other_name,
    is_within_other,
)
from cases.reading.naming.forms import is_one_off, stem
from cases.reading.naming.headlines import is_heading, is_headline
from cases.reading.naming.kinds import Ground, Kind
from cases.reading.naming.openers import OPENERS, language_of
from cases.reading.naming.runs import Run, kinds_of, parted, runs_of
from cases.reading.naming.tokens import Line, Token, lines_of
from people.names.distance import distance
from people.names.readings import readings

_ASKED_FOR_LANGUAGE = 2_000
_MISSPELLED_FROM = 6
_LONGEST = 6  # words of a name
_MOST_NEAR = 50
_NEAR = 0.6  # of a wrong consonant
# What stands between two names of a list.
_ENUMERATION = frozenset(
    (", ", ", and ", " and ", " og ", " und ", " y ", " e ", " i ", " и ", " oraz ", " & ")
)


@dataclass(slots=True)
class Named:
    """A stretch of the text that names somebody: its place, words and their stems.

    is_other: said to be another name of who was named before. is_kin: told of as somebody's kin.
    """

    start: int
    end: int
    words: tuple[str, ...]
    stems: tuple[str, ...]
    is_other: bool = False
    is_kin: bool = False

    @property
    def is_alone(self) -> bool:
        return len(self.words) == 1


def named_in(text: str, language: str) -> list[Named]:
    """Everything in the text that names somebody, in order."""
    lines = lines_of(text)
    ground = _ground_of(lines, language)
    headlines = {line.start for line in lines if _is_headline(line, text, ground)}
    body = [line for line in lines if line.start not in headlines]
    runs = parted([run for line in body for run in runs_of(line, ground)], ground)
    known = Known(runs, text, ground)
    found = [one for run in runs for one in known.of_run(run)]
    taken = {place for one in found for place in range(one.start, one.end)}
    found += [one for line in body for one in known.of_words(line, taken)]
    found += [one for line in lines if line.start in headlines for one in known.of_headline(line)]
    return sorted(found, key=lambda one: one.start)


def _is_headline(line: Line, text: str, ground: Ground) -> bool:
    if is_headline(line, text, ground.language):
        return True
    # A short one, if it holds anything but names.
    if ground.language != "en" or not is_heading(line, text):
        return False
    return not {*kinds_of(line.tokens, ground)} <= {Kind.NAME, Kind.INITIAL, Kind.PARTICLE}


def _ground_of(lines: list[Line], language: str) -> Ground:
    """What must be known of a text before its words are judged."""
    words = [token for line in lines for token in line.tokens]
    small = frozenset(token.key for token in words if not token.is_capital)
    spoken = language_of([token.key for token in words[:_ASKED_FOR_LANGUAGE]], language)
    return Ground(spoken, small)


class Known:
    """What a text's runs tell together: which are full names, and which words stand for them."""

    def __init__(self, runs: list[Run], text: str, ground: Ground):
        self.text, self.ground = text, ground
        self.weights = self._weighed(runs)
        self.full = self._full_names(runs)
        self.parts = {word for name in self.full for word in name if len(word) > 1}
        self.parts |= {
            run.stems[0]
            for run in runs
            if run.size == 1 and self.weights[run.stems] >= ENOUGH_ALONE
        }
        self.near: dict[str, list[str]] = defaultdict(list)
        self.sounds: set[str] = set()
        for part in self.parts:
            if len(part) >= self._shortest() - 1 and len(self.near[part[:2]]) < _MOST_NEAR:
                self.near[part[:2]].append(part)
                self.sounds |= given.heard(part)

    def _weighed(self, runs: list[Run]) -> dict[tuple[str, ...], float]:
        """For each run of words its points: the best that speaks for it, the mean against."""
        best: dict[tuple[str, ...], float] = defaultdict(float)
        against: dict[tuple[str, ...], list[float]] = defaultdict(list)
        last, strong = None, False
        for run in runs:
            pro, contra = for_and_against(run, self.text, self.ground)
            if strong and pro and self.text[last.end : run.start] in _ENUMERATION:
                pro += 2
            last, strong = run, pro >= ENOUGH_ALONE and contra < ENOUGH
            best[run.stems] = max(best[run.stems], pro)
            against[run.stems].append(contra)
        for stems, all_ in against.items():
            # A word alone that comes back is likelier a name than one that does not.
            if len(stems) == 1 and best[stems]:
                best[stems] += min(len(all_) - 1, 2) / 2
        return {
            stems: best[stems] - max(sum(all_) / len(all_), max(all_) / 2)
            for stems, all_ in against.items()
        }

    def _full_names(self, runs: list[Run]) -> set[tuple[str, ...]]:
        """The names of two words and more, or with an initial, that are somebody's."""
        enough = {
            run.stems
            for run in runs
            if (run.size > 1 or run.has_initial) and self.weights[run.stems] >= ENOUGH
        }
        sure = {run.stems for run in runs if not run.tokens[0].opens or self._is_likely(run)}
        firsts = {one[0] for one in enough & sure if len(one) > 1}
        # A word that only opened the sentence is none of the name's, if the name stands without
        # it, or if a given name follows.
        return {
            one
            for one in enough
            if one in sure or not (one[1:] in enough or (len(one) == 2 and one[1] in firsts))
        }

    def _is_likely(self, run: Run) -> bool:
        word, language = run.tokens[0].text, self.ground.language
        return (
            given.is_common(word, language)
            or given.is_of_the_region(word, language)
            or given.is_chinese_surname(word, language)
        )

    def of_run(self, run: Run) -> Iterator[Named]:
        """What of a run names somebody: all of it, a known name within it, or a known part."""
        if is_within_other(run, self.ground):
            return
        if run.stems in self.full:
            yield self._named_run(run, 0, len(run.tokens))
        elif run.size == 1:
            if self._stands_alone(run):
                yield self._named_run(run, 0, len(run.tokens))
        else:
            yield from self._within(run)

    def _stands_alone(self, run: Run) -> bool:
        token, weight = run.tokens[-1], self.weights[run.stems]
        if token.opens and token.key in OPENERS[self.ground.language]:
            return False
        if run.stems[0] in self.parts:
            return weight > -3
        return weight >= ENOUGH_ALONE or (weight >= 0 and self._is_misspelled(run.stems[0]))

    def _is_misspelled(self, word: str) -> bool:
        """Whether the word is a known part but for one letter, or sounds like one."""
        if len(word) < self._shortest():
            return False
        if not self.sounds.isdisjoint(given.heard(word)):
            return True
        return any(
            is_one_off(word, part) or _sounds_near(word, part) for part in self.near[word[:2]]
        )

    def _shortest(self) -> int:
        """How long a word must be to be known though misspelled; a stem has lost its ending."""
        return _MISSPELLED_FROM - (self.ground.language in ("ru", "pl"))

    def _within(self, run: Run) -> Iterator[Named]:
        """A known name within a longer run; else its last word, if that is known."""
        places = [i for i, kind in enumerate(run.kinds) if kind is Kind.NAME]
        for size in range(min(len(places) - 1, _LONGEST), 1, -1):
            for first in range(len(places) - size + 1):
                if run.stems[first : first + size] in self.full:
                    yield self._named_run(run, places[first], places[first + size - 1] + 1)
                    return
        follows = run.tokens[0].opens or self.ground.language == "de"
        if follows and run.stems[-1] in self.parts:
            yield self._named_run(run, places[-1], places[-1] + 1)

    def _named_run(self, run: Run, start: int, end: int) -> Named:
        one = self._named(run.tokens[start:end], run.kinds[start:end])
        one.is_other, one.is_kin = is_other_name(run, self.text), is_after_kin(run)
        return one

    def _named(self, tokens: list[Token], kinds: list[Kind]) -> Named:
        words = [t for t, kind in zip(tokens, kinds, strict=True) if kind is not Kind.PARTICLE]
        stems = tuple(stem(token.key, self.ground.language) for token in words)
        end = tokens[-1].end
        if kinds[-1] is Kind.INITIAL and self.text[end : end + 1] == ".":
            end += 1
        return Named(tokens[0].start, end, tuple(token.text for token in words), stems)

    def of_words(self, line: Line, taken: set[int]) -> Iterator[Named]:
        """Known parts which by their looks may be common words: Sikorski, who opens a sentence."""
        for place, token in enumerate(line.tokens):
            if not token.is_capital or token.start in taken:
                continue
            if stem(token.key, self.ground.language) not in self.parts:
                continue
            kinds = kinds_of(line.tokens[place : place + 2], self.ground)
            if kinds[0] is Kind.WORD and token.key not in self.ground.small:
                yield self._named([token], [Kind.NAME])

    def of_headline(self, line: Line) -> Iterator[Named]:
        """Names in a line of capitals: what the text beneath holds too, or what is surely one."""
        tokens, place = line.tokens, 0
        while place < len(tokens):
            size = self._longest_known(tokens, place) or self._surely(tokens, place)
            if not size and self._is_part(tokens[place]):
                size = 1
            if size:
                yield self._named(tokens[place : place + size], [Kind.NAME] * size)
            place += size or 1

    def _longest_known(self, tokens: list[Token], place: int) -> int:
        for size in range(min(_LONGEST, len(tokens) - place), 1, -1):
            words = tokens[place : place + size]
            stems = tuple(stem(token.key, self.ground.language) for token in words)
            if stems in self.full and all(token.gap.strip(" .") == "" for token in words[1:]):
                return size
        return 0

    def _surely(self, tokens: list[Token], place: int) -> int:
        """2 if two words here are both many people's names, and neither is anything else."""
        pair, language = tokens[place : place + 2], self.ground.language
        if len(pair) < 2 or pair[1].gap != " ":
            return 0
        kinds = kinds_of(pair, self.ground)
        after = kinds_of(tokens[place + 2 : place + 3], self.ground)
        if kinds != [Kind.NAME, Kind.NAME] or after == [Kind.BODY]:
            return 0
        likely = [
            given.is_common(t.text, language) or given.is_of_the_region(t.text, language)
            for t in pair
        ]
        return 2 * all(likely)

    def _is_part(self, token: Token) -> bool:
        if len(token.text) < 2 or token.key in OPENERS[self.ground.language]:
            return False
        known = stem(token.key, self.ground.language) in self.parts
        return known and token.is_capital and token.key not in self.ground.small


def _sounds_near(one: str, other: str) -> bool:
    pairs = product(readings(one)[:1], readings(other)[:1])
    return any(distance(a.stem, b.stem, _NEAR) < _NEAR for a, b in pairs)
