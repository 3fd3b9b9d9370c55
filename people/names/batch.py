"""One word against many at once: the costs of `compare`, computed in arrays (pure)."""

from collections.abc import Sequence

import numpy as np

from people.names.compare import BARE_ENDING, OTHER_ENDING, SECOND_READING, TAIL_DROPPED
from people.names.distance import FIRST, FIRST_FROM, LAST_CONSONANT, LAST_VOWEL
from people.names.keys import BY_SYLLABLES, FATHERS, SECOND, SURNAME, TAILLESS, Form
from people.names.sounds import GAPS, SOUNDS, SUBSTITUTE, VOWELS

LONGEST = 32  # sounds; what is longer is cut
_PAD = 0
_CODE = np.zeros(0x400, dtype=np.uint8)
_CODE[[ord(sound) for sound in SOUNDS]] = range(1, len(SOUNDS) + 1)
_GAP = np.array([0.0, *(GAPS[sound] for sound in SOUNDS)], dtype=np.float32)
_LAST = np.array(
    [1.0, *(LAST_VOWEL if sound in VOWELS else LAST_CONSONANT for sound in SOUNDS)],
    dtype=np.float32,
)
_ENDINGS = FATHERS | SURNAME
_FAR = 99.0
_SUBSTITUTE = np.full((len(SOUNDS) + 1, len(SOUNDS) + 1), _FAR, dtype=np.float32)
_SUBSTITUTE[1:, 1:] = [[SUBSTITUTE[one][other] for other in SOUNDS] for one in SOUNDS]


class Sounds:
    """Many strings of sounds, laid out for `distances`."""

    def __init__(self, strings: Sequence[str]):
        letters = np.array(strings, dtype=f"U{LONGEST}")
        width = max(letters.dtype.itemsize // 4, 1)
        codes = _CODE[letters.view(np.uint32).reshape(len(strings), width)]
        lengths = (codes != _PAD).sum(axis=1)
        self.codes = codes[:, : max(lengths.max(initial=0), 1)]
        gaps = _GAP[self.codes]
        rows = np.flatnonzero(lengths)
        last = lengths[rows] - 1
        gaps[rows, last] *= _LAST[self.codes[rows, last]]
        self.gaps_before = np.cumsum(gaps, axis=1)

    def distances(self, one: str) -> np.ndarray:
        """The distance of `one` from each string, as an array of floats."""
        one = one[:LONGEST]
        row = np.zeros((len(self.codes), self.codes.shape[1] + 1), dtype=np.float32)
        row[:, 1:] = self.gaps_before
        for place, sound in enumerate(one):
            code = _CODE[ord(sound)]
            out = _GAP[code] * (_LAST[code] if place == len(one) - 1 else 1.0)
            costs = _SUBSTITUTE[code][self.codes]
            if place == 0:
                first = costs[:, 0]
                costs[:, 0] = np.where(first > FIRST_FROM, first * FIRST, first)
            row = self._next(row, costs, out)
        return row[:, -1]

    def _next(self, row: np.ndarray, costs: np.ndarray, out: float) -> np.ndarray:
        """The next row of the dynamic programme: the running minimum stands for the inner loop."""
        best = np.minimum(row[:, :-1] + costs, row[:, 1:] + out) - self.gaps_before
        following = np.empty_like(row)
        following[:, 0] = row[:, 0] + out
        following[:, 1:] = best
        np.minimum.accumulate(following, axis=1, out=following)
        following[:, 1:] += self.gaps_before
        return following


def apart(
    asked: Sequence[Form], stems: Sequence[str], sounds: Sequence[str], bits: Sequence[int]
) -> np.ndarray:
    """How far apart a word is from each of many forms, by the best of its own forms.

    The same rules as `compare.between`, told by the bits of the forms.
    """
    held = np.array(bits, dtype=np.uint8)
    by_stem, by_sounds = Sounds(stems), Sounds(sounds)
    best = np.full(len(stems), _FAR, dtype=np.float32)
    for form in asked:
        cost = by_stem.distances(form.stem)
        other = (held & _ENDINGS) != (form.bits & _ENDINGS)
        if other.any():
            mismatch = np.where(
                (held & _ENDINGS != 0) & bool(form.bits & _ENDINGS), OTHER_ENDING, BARE_ENDING
            )
            whole = np.minimum(cost + mismatch, by_sounds.distances(form.sounds))
            cost = np.where(other, whole, cost)
        if form.bits & TAILLESS:
            cost = cost + TAIL_DROPPED
        best = np.minimum(best, cost + _second(form.bits, held))
    return best + np.where(held & TAILLESS, TAIL_DROPPED, 0.0)


def _second(bits: int, held: np.ndarray) -> np.ndarray:
    """What it costs that one word is heard by syllables, in a script that has letters, alone."""
    if bits & BY_SYLLABLES:
        return np.where(held & BY_SYLLABLES, 0.0, SECOND_READING if bits & SECOND else 0.0)
    return np.where((held & BY_SYLLABLES != 0) & (held & SECOND != 0), SECOND_READING, 0.0)
