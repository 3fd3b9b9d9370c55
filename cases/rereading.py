"""Finding a passage of one kept copy again in a newer one, and saying honestly how (pure)."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

from rapidfuzz.distance import LCSseq

from cases import anchors
from cases.anchors import Anchor
from cases.outcomes import TraceOutcome

# A word; where words are written without spaces, a sign.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
# A passage of fewer words says too little to be known again without what surrounds it.
ENOUGH = 5
# No longer passage is sought in other words, and no more places are looked at.
MOST_WORDS = 4_000
MOST_PLACES = 1_000
CANDIDATES = 5
# Signs that may stand beside the outer words of a passage and belong to it.
RIM = 5
# How much of the passage's words must be left, alone or among words that surrounded it before.
ALIKE, ALIKE_IN_PLACE = 0.6, 0.3
SURROUNDED = 0.5


@dataclass(frozen=True)
class Reread:
    """What became of a passage; where it now stands, unless it is lost."""

    outcome: str
    anchor: Anchor | None = None


LOST = Reread(TraceOutcome.LOST)


class Newer:
    """A newer text, taken apart into words once, however many passages are sought in it."""

    def __init__(self, text: str):
        self.text = text

    @cached_property
    def marks(self) -> list[re.Match]:
        return list(WORD.finditer(self.text))

    @cached_property
    def words(self) -> list[str]:
        return [mark[0].casefold() for mark in self.marks]


def reread(newer: Newer, old: Anchor) -> Reread:
    """Look for the passage in another text: at its place, elsewhere, in other words."""
    text = newer.text
    if _whole(old) in text:
        return _told(old, _nearest(text, old))
    if len(words_of(old.quote)) >= ENOUGH:
        places = list(islice(anchors.places(text, old.quote), MOST_PLACES))
        if places:
            best = max(places, key=lambda one: (_shared(one, old), -abs(one.start - old.start)))
            return _told(old, best)
    found = _reworded(newer, old)
    return _told(old, found) if found else LOST


def _told(old: Anchor, found: Anchor) -> Reread:
    same = anchors.find(found.quote, old.quote)
    if same is None or same.quote != found.quote:
        return Reread(TraceOutcome.REWORDED, found)
    is_there = (found.start, found.quote) == (old.start, old.quote)
    return Reread(TraceOutcome.SAME if is_there else TraceOutcome.MOVED, found)


# Word for word


def _whole(old: Anchor) -> str:
    return f"{old.prefix}{old.quote}{old.suffix}"


def _nearest(text: str, old: Anchor) -> Anchor:
    """Of the places where it stands with all that surrounds it, the one nearest to the old."""
    whole, place = _whole(old), old.start - len(old.prefix)
    before = text.rfind(whole, 0, max(0, place) + len(whole))
    after = text.find(whole, max(0, place))
    start = min((one for one in (before, after) if one >= 0), key=lambda one: abs(one - place))
    start += len(old.prefix)
    return anchors.at(text, start, start + len(old.quote))


def _shared(found: Anchor, old: Anchor) -> int:
    """How many signs beside the passage are as they were."""
    before = zip(reversed(found.prefix), reversed(old.prefix), strict=False)
    return _run(before) + _run(zip(found.suffix, old.suffix, strict=False))


def _run(pairs: Iterator[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


# In other words


@dataclass(frozen=True)
class _Sought:
    """The words of a passage amid those around it: it begins at `start` and ends before `end`."""

    words: list[str]
    start: int
    end: int

    @classmethod
    def of(cls, old: Anchor) -> "_Sought":
        # A word at the rim of what surrounds the passage may be cut in two.
        before = words_of(old.prefix)[1 if old.start > len(old.prefix) else 0 :]
        after = words_of(old.suffix)[: -1 if len(old.suffix) == anchors.CONTEXT else None]
        words = words_of(old.quote)
        return cls([*before, *words, *after], len(before), len(before) + len(words))

    @property
    def length(self) -> int:
        return self.end - self.start


def _reworded(newer: Newer, old: Anchor) -> Anchor | None:
    sought = _Sought.of(old)
    if not sought.length or len(sought.words) > MOST_WORDS:
        return None
    marks, words = newer.marks, newer.words
    found = [_aligned(sought, words, start) for start in _likeliest(sought.words, words)]
    alike, first, last = max((one for one in found if one), default=(0.0, 0, 0))
    if not alike:
        return None
    return _with_signs(newer.text, old.quote, marks[first].start(), marks[last].end())


def _with_signs(text: str, quote: str, start: int, end: int) -> Anchor:
    """Between these words; with the signs beside them where the passage itself has them."""
    begin = max(0, start - RIM)
    same = anchors.find(text[begin : end + RIM], quote)
    if same:
        return anchors.at(text, begin + same.start, begin + same.end)
    return anchors.at(text, start, end)


def _likeliest(sought: list[str], words: list[str]) -> list[int]:
    """Where stretches begin that hold most of the words sought, the rare ones above all."""
    wanted, length = set(sought), len(sought)
    often = Counter(word for word in words if word in wanted)
    sums = [0.0, *accumulate(1 / often[word] if word in wanted else 0.0 for word in words)]
    starts = range(max(0, len(words) - length) + 1)

    def held(start: int) -> float:
        return sums[min(len(words), start + length)] - sums[start]

    peaks = [max(starts[one : one + length], key=held) for one in starts[::length]]
    found: list[int] = []
    for start in sorted(peaks, key=held, reverse=True):
        if all(abs(start - one) >= length for one in found):
            found.append(start)
        if len(found) == CANDIDATES:
            break
    return found


def _aligned(sought: _Sought, words: list[str], start: int) -> tuple[float, int, int] | None:
    """How alike the passage near this place is, with its first and last word; None if it is not."""
    around = max(ENOUGH, len(sought.words) // 2)
    begin = max(0, start - around)
    near = words[begin : start + len(sought.words) + around]
    pairs = _together(sought, near)
    inside = [there for here, there in pairs if sought.start <= here < sought.end]
    first, last = _bounds(sought, pairs, inside, len(near))
    if last < first:
        return None
    alike = 2 * len(inside) / (sought.length + last - first + 1)
    beside = len(sought.words) - sought.length
    surrounded = (len(pairs) - len(inside)) / beside if beside else 0.0
    if not _is_it(alike, surrounded, len(inside), len(pairs)):
        return None
    return alike + surrounded, begin + first, begin + last


def _is_it(alike: float, surrounded: float, inside: int, together: int) -> bool:
    if together < ENOUGH:
        return False
    if alike >= ALIKE and inside >= ENOUGH:
        return True
    return alike >= ALIKE_IN_PLACE and surrounded >= SURROUNDED


def _together(sought: _Sought, words: list[str]) -> list[tuple[int, int]]:
    """Which word sought answers to which; a stray one, far from the rest, does not count."""
    blocks = LCSseq.opcodes(sought.words, words)
    pairs = [
        (block.src_start + step, block.dest_start + step)
        for block in blocks
        if block.tag == "equal"
        for step in range(block.src_end - block.src_start)
    ]
    begin, score, top, best = 0, 0.0, 0.0, slice(0, 0)
    for number, pair in enumerate(pairs):
        last = pairs[max(begin, number - 1)]
        score -= max(0, max(pair[0] - last[0], pair[1] - last[1]) - 1) / 2
        if score <= 0:
            begin, score = number, 0.0
        score += 1
        if score > top:
            top, best = score, slice(begin, number + 1)
    return pairs[best]


def _bounds(sought: _Sought, pairs: list, inside: list[int], length: int) -> tuple[int, int]:
    """The first and last word of the passage as it now is.

    Where its own first word is gone, it begins behind the last word before it that is still there.
    """
    there = dict(pairs)
    own = [here for here, _ in pairs if sought.start <= here < sought.end]
    first, last = (inside[0], inside[-1]) if inside else (1, 0)
    most = 2 * sought.length + ENOUGH
    before, after = there.get(sought.start - 1), there.get(sought.end)
    if before is not None and sought.start not in there and last - before <= most:
        first = before + 1
    if after is not None and sought.end - 1 not in there and after - first <= most:
        last = after - 1
    elif own and sought.end == len(sought.words):
        # Nothing stood behind it: as many words as are gone at its end.
        last = min(last + sought.end - 1 - own[-1], length - 1)
    return first, last


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, in order."""
    return [mark[0].casefold() for mark in WORD.finditer(text)]
