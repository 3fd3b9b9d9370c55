"""Which word of one name answers to which of another, and how far apart they are (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from people.names.distance import FAR, distance, weight
from people.names.parse import INITIAL, PATRONYMIC, PLAIN, TITLE, Word, glued, parse
from people.names.readings import Reading, without_tail
from people.names.sounds import SUBSTITUTE

# All costs are in units of one wrong consonant.
BARE_ENDING = 0.15  # -uly or -ov on one side only
OTHER_ENDING = 0.1  # -uly here and -ovich there
SECOND_READING = 0.13  # a Latin word heard as pinyin, a Cyrillic one as Palladius
TAIL_DROPPED = 0.5
INITIAL_ONLY = 0.35
GLUED = 0.15
GLUED_LEEWAY = 2.5  # what says so much more or less than two words is not the two as one
CONTRADICTED = 1.2  # each name has a word that the other has not
HARDLY_ANSWERED = 0.8  # of two words or more, one at the most is answered
NO_ANSWER = 3.2  # two words as far apart as this are better left alone
OTHER_PART = 0.8  # the father's name answers to another word, though both names tell the father's
ONE_ANSWERED = 0.5  # a name of one word answers to one of several
# Characters leave open how a name of another language sounds, and so little is asked of a word in
# letters beside them. Two names in characters leave the same open: what differs weighs more.
BOTH_HAN = 1.5
NOT_THERE = {PATRONYMIC: 0.25, TITLE: 0.08, INITIAL: 0.3}
PLAIN_NOT_THERE = 1.0


@dataclass(frozen=True)
class Pairing:
    """One word, or two that are glued, of each name, and how far apart they sound."""

    one: Word
    other: Word
    cost: float
    is_glued: bool = False


@dataclass(frozen=True)
class Alignment:
    """The cheapest way to lay one name beside another.

    alone: the words that nothing answers to. is_reordered: the words stand in another order.
    """

    cost: float
    pairings: tuple[Pairing, ...] = ()
    alone: tuple[Word, ...] = ()
    is_reordered: bool = False


@lru_cache(maxsize=50_000)
def between(one: Word, other: Word) -> float:
    """How far apart two words are, by the best of their readings; NO_ANSWER at the most."""
    if one.part == INITIAL or other.part == INITIAL:
        return _initial(one, other)
    best = NO_ANSWER
    for x in one.readings:
        for y in other.readings:
            extra = 0.0
            if x.is_chinese != y.is_chinese:
                second = one if x.is_chinese else other
                extra = SECOND_READING if len(second.readings) > 1 else 0.0
            best = min(best, _heard(x, y, best) + extra)
    return best


def _apart(one: Word, other: Word) -> float:
    """The same between two words of names that are laid beside each other."""
    cost = between(one, other)
    are_han = cost and _is_han(one) and _is_han(other)
    return min(cost * BOTH_HAN, NO_ANSWER) if are_han else cost


def _is_han(word: Word) -> bool:
    """Whether it is heard by syllables alone, as no word in letters is."""
    return len(word.readings) == 1 and word.readings[0].is_chinese


def _heard(x: Reading, y: Reading, most: float) -> float:
    best = distance(x.stem, y.stem, most)
    if x.ending != y.ending:
        best += OTHER_ENDING if x.ending and y.ending else BARE_ENDING
        if x.is_chinese or y.is_chinese:
            # By syllables nobody can tell an ending from the rest of a name.
            best = min(best, distance(x.sounds, y.sounds, most))
    return min(best, _without_tail(x.stem, y.stem))


def _without_tail(one: str, other: str) -> float:
    """The cost if the longer is the shorter with a tail such as -bek or -jan."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if not 2 <= len(longer) - len(shorter) <= 4 or len(shorter) < 3:
        return FAR
    stem = without_tail(longer)
    if stem == longer or without_tail(shorter) != shorter:
        return FAR
    cost = distance(stem, shorter, TAIL_DROPPED)
    return cost + TAIL_DROPPED if cost < TAIL_DROPPED else FAR


def _initial(one: Word, other: Word) -> float:
    """An initial answers to a word that begins with its sound."""
    firsts = [(x.sounds[:1], y.sounds[:1]) for x in one.readings for y in other.readings]
    return INITIAL_ONLY if any(SUBSTITUTE[a][b] < 0.2 for a, b in firsts) else FAR


@lru_cache(maxsize=20_000)
def heft(word: Word) -> float:
    """How much a word says: what its best reading would cost if it were not there."""
    return min((weight(reading.stem) for reading in word.readings), default=0.0)


def not_there(word: Word) -> float:
    """What it costs that a word of one name is missing from the other."""
    return NOT_THERE.get(word.part, PLAIN_NOT_THERE)


@lru_cache(maxsize=4_000)
def align(one: str, other: str) -> Alignment:
    """The cheapest alignment of two names."""
    return _Aligner(parse(one), parse(other)).best()


class _Aligner:
    """Tries every pairing of words, two neighbours as one included; at most 8 words a side."""

    def __init__(self, left: tuple[Word, ...], right: tuple[Word, ...]):
        self.left, self.right = left, right
        content = [sum(word.part != TITLE for word in side) for side in (left, right)]
        self.hardly = HARDLY_ANSWERED if min(content) > 1 else ONE_ANSWERED * (max(content) > 1)
        self.steps = self._steps()
        self.missing = [not_there(word) for word in left]
        self.missing_right = [not_there(word) for word in right]
        self.known: dict[tuple[int, int, int], tuple[float, tuple | None]] = {}

    def best(self) -> Alignment:
        if not self.left or not self.right:
            return Alignment(FAR, alone=(*self.left, *self.right))
        cost, _ = self._from(0, 0, 0)
        steps = list(self._path())
        taken = sum(step.uses for step in steps)
        paired = {place for step in steps for place in range(step.start, step.start + step.rows)}
        alone = [word for i, word in enumerate(self.left) if i not in paired]
        alone += [word for j, word in enumerate(self.right) if not taken >> j & 1]
        order = [step.uses for step in steps]
        pairings = tuple(step.pairing for step in steps)
        return Alignment(cost, pairings, tuple(alone), order != sorted(order))

    def _path(self) -> Iterator["_Step"]:
        """The steps of the cheapest way."""
        place = taken = lonely = 0
        while place < len(self.left):
            step = self._from(place, taken, lonely)[1]
            if step is None:
                lonely |= _BITS.get(self.left[place].part, 0)
                place += 1
            else:
                yield step
                place, taken = place + step.rows, taken | step.uses

    def _from(self, place: int, taken: int, lonely: int) -> tuple[float, "_Step | None"]:
        """The least cost of the words from `place` on, and the first step of that way.

        taken: the bits of the words of the right that are used up. lonely: the bits of the kinds
        of word on the left that nothing answers to.
        """
        key = (place, taken, lonely)
        found = self.known.get(key)
        if found is not None:
            return found
        if place == len(self.left):
            found = self._rest(taken, lonely), None
        else:
            alone = lonely | _BITS.get(self.left[place].part, 0)
            least, first = self.missing[place] + self._from(place + 1, taken, alone)[0], None
            for step in self.steps[place]:
                if not taken & step.uses and step.pairing.cost < least:
                    rest = self._from(place + step.rows, taken | step.uses, lonely)[0]
                    if step.pairing.cost + rest < least:
                        least, first = step.pairing.cost + rest, step
            found = least, first
        self.known[key] = found
        return found

    def _rest(self, taken: int, lonely: int) -> float:
        """What the words of the right side cost that nothing answers to."""
        cost, parts = 0.0, 0
        for j, word in enumerate(self.right):
            if not taken >> j & 1:
                cost += self.missing_right[j]
                parts |= _BITS.get(word.part, 0)
        if lonely & parts:
            cost += CONTRADICTED
        return cost + (self.hardly if taken.bit_count() < 2 else 0.0)

    def _steps(self) -> list[list["_Step"]]:
        """For each word of the left what may answer to it."""
        both = (self.left, self.right)
        fathers = all(any(word.part == PATRONYMIC for word in side) for side in both)
        # Names of as many words are never told apart by where they are parted.
        may_glue = len(self.left) != len(self.right)
        found: list[list[_Step]] = []
        for i, word in enumerate(self.left):
            steps = []
            for j, other in enumerate(self.right):
                extra = OTHER_PART if fathers and _is_fathers(word) != _is_fathers(other) else 0.0
                cost = _apart(word, other) + extra
                steps.append(_Step(Pairing(word, other, cost), i, 1, 1 << j))
                if may_glue:
                    steps += self._glued(i, j)
            found.append([step for step in steps if step.pairing.cost < NO_ANSWER])
        return found

    def _glued(self, i: int, j: int) -> Iterator["_Step"]:
        word, other = self.left[i], self.right[j]
        if i + 1 < len(self.left) and _may_be(word, self.left[i + 1], other):
            whole = glued(word, self.left[i + 1])
            cost = _apart(whole, other) + _gluing(whole, other)
            yield _Step(Pairing(whole, other, cost, True), i, 2, 1 << j)
        if j + 1 < len(self.right) and _may_be(other, self.right[j + 1], word):
            whole = glued(other, self.right[j + 1])
            cost = _apart(word, whole) + _gluing(whole, word)
            yield _Step(Pairing(word, whole, cost, True), i, 1, 3 << j)


class _Step(NamedTuple):
    """A pairing: where it starts on the left, how many words it takes there, which on the right."""

    pairing: Pairing
    start: int
    rows: int
    uses: int


_BITS = {PLAIN: 1, PATRONYMIC: 2}


def _gluing(whole: Word, other: Word) -> float:
    """What it costs that one side parts what the other joins: nothing in a name by syllables."""
    by_syllables = all(any(r.is_chinese for r in word.readings) for word in (whole, other))
    return 0.0 if by_syllables else GLUED


def _may_be(one: Word, next_one: Word, whole: Word) -> bool:
    """Whether two words say about as much as one that may be both."""
    return abs(heft(one) + heft(next_one) - heft(whole)) < GLUED_LEEWAY


def _is_fathers(word: Word) -> bool:
    return word.part == PATRONYMIC
