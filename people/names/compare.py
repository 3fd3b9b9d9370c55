"""Which word of one name answers to which of another, and how far apart they are (pure)."""

from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from people.names.distance import FAR, distance, weight
from people.names.parse import INITIAL, PATRONYMIC, PLAIN, TITLE, Word, glued, parse
from people.names.readings import Reading, without_tail
from people.names.sounds import SUBSTITUTE

# All costs are in units of one wrong consonant.
BARE_ENDING = 0.15  # -uly or -ov on one side only
OTHER_ENDING = 0.1  # -uly here and -ovich there
SECOND_READING = 0.1  # a Latin word heard as pinyin, a Cyrillic one as Palladius
TAIL_DROPPED = 0.5
INITIAL_ONLY = 0.35
GLUED = 0.15
CONTRADICTED = 1.2  # each name has a word that the other has not
HARDLY_ANSWERED = 0.8  # of two words or more, one at the most is answered
OTHER_PART = 0.8  # the father's name answers to another word, though both names tell the father's
ONE_ANSWERED = 0.5  # a name of one word answers to one of several
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


@lru_cache(maxsize=400_000)
def between(one: Word, other: Word) -> float:
    """How far apart two words are, by the best of their readings; FAR at the most."""
    return within(one, other, FAR)


def within(one: Word, other: Word, most: float) -> float:
    """The same, `most` where it is more; not remembered."""
    if one.part == INITIAL or other.part == INITIAL:
        return min(_initial(one, other), most)
    best = most
    for x in one.readings:
        for y in other.readings:
            extra = 0.0
            if x.is_chinese != y.is_chinese:
                second = one if x.is_chinese else other
                extra = SECOND_READING if len(second.readings) > 1 else 0.0
            best = min(best, _heard(x, y, best) + extra)
    return best


def _heard(x: Reading, y: Reading, most: float) -> float:
    if x.ending == y.ending:
        best = distance(x.stem, y.stem, most)
    else:
        mismatch = OTHER_ENDING if x.ending and y.ending else BARE_ENDING
        best = min(distance(x.sounds, y.sounds, most), distance(x.stem, y.stem, most) + mismatch)
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


@lru_cache(maxsize=100_000)
def heft(word: Word) -> float:
    """How much a word says: what its best reading would cost if it were not there."""
    return min((weight(reading.stem) for reading in word.readings), default=0.0)


def not_there(word: Word) -> float:
    """What it costs that a word of one name is missing from the other."""
    return NOT_THERE.get(word.part, PLAIN_NOT_THERE)


@lru_cache(maxsize=20_000)
def align(one: str, other: str) -> Alignment:
    """The cheapest alignment of two names."""
    return _Aligner(parse(one), parse(other)).best()


class _Aligner:
    """Tries every pairing of words, two neighbours as one included; at most 8 words a side."""

    def __init__(self, left: tuple[Word, ...], right: tuple[Word, ...]):
        self.left, self.right = left, right
        content = [sum(word.part != TITLE for word in side) for side in (left, right)]
        self.hardly = HARDLY_ANSWERED if min(content) > 1 else ONE_ANSWERED * (max(content) > 1)
        self.both_tell_fathers = all(
            any(word.part == PATRONYMIC for word in side) for side in (left, right)
        )
        # Names of as many words are never told apart by where they are parted.
        self.may_glue = len(left) != len(right)
        self.known: dict[tuple, tuple[float, tuple]] = {}

    def best(self) -> Alignment:
        if not self.left or not self.right:
            return Alignment(FAR, alone=(*self.left, *self.right))
        cost, steps = self._from(0, 0, frozenset())
        order = [columns[0] for _, _, columns in steps]
        paired = ({i for _, rows, _ in steps for i in rows}, {j for _, _, c in steps for j in c})
        sides = zip((self.left, self.right), paired, strict=True)
        alone = [word for side, used in sides for i, word in enumerate(side) if i not in used]
        pairings = tuple(step[0] for step in steps)
        return Alignment(cost, pairings, tuple(alone), order != sorted(order))

    def _from(self, place: int, taken: int, left_alone: frozenset[str]) -> tuple[float, tuple]:
        """The least cost of the words from `place` on, where the bits of `taken` are used up."""
        if place >= len(self.left):
            return self._rest(taken, left_alone), ()
        key = (place, taken, left_alone)
        if key not in self.known:
            self.known[key] = min(self._ways(*key), key=itemgetter(0))
        return self.known[key]

    def _rest(self, taken: int, left_alone: frozenset[str]) -> float:
        """What the words of the right side cost that nothing answers to."""
        alone = [word for j, word in enumerate(self.right) if not taken >> j & 1]
        cost = sum(map(not_there, alone))
        parts = {word.part for word in alone}
        if left_alone & parts & {PLAIN, PATRONYMIC}:
            cost += CONTRADICTED
        return cost + (self.hardly if taken.bit_count() < 2 else 0.0)

    def _ways(self, place: int, taken: int, left_alone: frozenset[str]):
        word = self.left[place]
        rest, steps = self._from(place + 1, taken, left_alone | {word.part})
        yield not_there(word) + rest, steps
        for j, other in enumerate(self.right):
            if taken >> j & 1:
                continue
            for pairing, rows, columns in self._pairings(place, word, j, other, taken):
                used = taken | sum(1 << column for column in columns)
                rest, steps = self._from(place + len(rows), used, left_alone)
                yield pairing.cost + rest, ((pairing, rows, columns), *steps)

    def _pairings(self, place: int, word: Word, j: int, other: Word, taken: int):
        cost = between(word, other)
        if self.both_tell_fathers and (word.part == PATRONYMIC) != (other.part == PATRONYMIC):
            cost += OTHER_PART
        yield Pairing(word, other, cost), (place,), (j,)
        if place + 1 < len(self.left) and self.may_glue:
            whole = glued(word, self.left[place + 1])
            cost = between(whole, other) + GLUED
            yield Pairing(whole, other, cost, True), (place, place + 1), (j,)
        if j + 1 < len(self.right) and self.may_glue and not taken >> (j + 1) & 1:
            whole = glued(other, self.right[j + 1])
            cost = between(word, whole) + GLUED
            yield Pairing(word, whole, cost, True), (place,), (j, j + 1)
