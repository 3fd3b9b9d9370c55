"""One word against many at once: the costs of `compare`, computed in arrays (pure)."""

from collections.abc import Sequence

import numpy as np

from people.names.compare import BARE_ENDING, OTHER_ENDING, SECOND_READING, TAIL_DROPPED
from people.names.distance import FIRST, FIRST_FROM, LAST_CONSONANT, LAST_VOWEL
from people.names.keys import BY_SYLLABLES, FATHERS, SECOND, SURNAME, TAILLESS, Form
from people.names.sounds import GAPS, SOUNDS, SUBSTITUTE, VOWELS

LONGEST = 32  # sounds; what is longer is cut
LEEWAY = 0.6  # sounds that weigh otherwise are heard for one another
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
        letters = np.array(strings, dtype=np.str_) if strings else np.empty(0, dtype="U1")
        width = max(letters.dtype.itemsize // 4, 1)
        codes = _CODE[letters.view(np.uint32).reshape(len(strings), width)][:, :LONGEST]
        lengths = (codes != _PAD).sum(axis=1)
        gaps = _GAP[codes]
        rows = np.flatnonzero(lengths)
        gaps[rows, lengths[rows] - 1] *= _LAST[codes[rows, lengths[rows] - 1]]
        self.codes, self.gaps_before = codes, np.cumsum(gaps, axis=1)

    def within(self, one: str, most: float) -> np.ndarray:
        """The distance of `one` from each string, as an array of floats; _FAR where it is more.

        What has much more or much less to hear cannot be near, and is not looked at.
        """
        far = np.full(len(self.codes), _FAR, dtype=np.float32)
        if not len(self.codes):
            return far
        heard = sum(GAPS[sound] for sound in one)
        places = np.flatnonzero(np.abs(self.gaps_before[:, -1] - heard) < most + LEEWAY)
        far[places] = _distances(one[:LONGEST], self.codes[places], self.gaps_before[places])
        return far


def _distances(one: str, codes: np.ndarray, gaps_before: np.ndarray) -> np.ndarray:
    """The dynamic programme of `distance`, a row for all strings at once."""
    row = np.zeros((codes.shape[0], codes.shape[1] + 1), dtype=np.float32)
    row[:, 1:] = gaps_before
    for place, sound in enumerate(one):
        code = _CODE[ord(sound)]
        out = _GAP[code] * (_LAST[code] if place == len(one) - 1 else 1.0)
        costs = _SUBSTITUTE[code][codes]
        if place == 0:
            first = costs[:, 0]
            costs[:, 0] = np.where(first > FIRST_FROM, first * FIRST, first)
        row = _next(row, costs, out, gaps_before)
    return row[:, -1]


def _next(row: np.ndarray, costs: np.ndarray, out: float, gaps_before: np.ndarray) -> np.ndarray:
    """The next row: a running minimum stands for the inner loop."""
    following = np.empty_like(row)
    following[:, 0] = row[:, 0] + out
    best = following[:, 1:]
    np.add(row[:, :-1], costs, out=costs)
    np.minimum(costs, row[:, 1:] + out, out=best)
    best -= gaps_before
    np.minimum.accumulate(following, axis=1, out=following)
    best += gaps_before
    return following


def apart(
    asked: Sequence[Form],
    stems: Sequence[str],
    sounds: Sequence[str],
    bits: Sequence[int],
    most: float,
) -> np.ndarray:
    """How far apart a word is from each of many forms, by the best of its own; _FAR beyond `most`.

    The same rules as `compare.between`, told by the bits of the forms.
    """
    held = np.array(bits, dtype=np.uint8)
    by_stem = Sounds(stems)
    best = np.full(len(stems), _FAR, dtype=np.float32)
    for form in asked:
        cost = by_stem.within(form.stem, most)
        other = (held & _ENDINGS) != (form.bits & _ENDINGS)
        if other.any():
            cost = np.where(other, cost + _mismatch(form.bits, held), cost)
            # By syllables nobody can tell an ending from the rest of a name.
            by_syllables = other & ((held | form.bits) & BY_SYLLABLES != 0)
            places = np.flatnonzero(by_syllables)
            whole = Sounds([sounds[place] for place in places]).within(form.sounds, most)
            cost[places] = np.minimum(cost[places], whole)
        extra = TAIL_DROPPED if form.bits & TAILLESS else 0.0
        best = np.minimum(best, cost + _second(form.bits, held) + extra)
    return best + np.where(held & TAILLESS, TAIL_DROPPED, 0.0)


def _mismatch(bits: int, held: np.ndarray) -> np.ndarray:
    """What it costs that one word has an ending and the other another, or none."""
    both = (held & _ENDINGS != 0) & bool(bits & _ENDINGS)
    return np.where(both, OTHER_ENDING, BARE_ENDING)


def _second(bits: int, held: np.ndarray) -> np.ndarray:
    """What it costs that one word is heard by syllables, in a script that has letters, alone."""
    if bits & BY_SYLLABLES:
        return np.where(held & BY_SYLLABLES, 0.0, SECOND_READING if bits & SECOND else 0.0)
    return np.where((held & BY_SYLLABLES != 0) & (held & SECOND != 0), SECOND_READING, 0.0)
