"""One word against many at once: the costs of `compare`, computed in arrays (pure)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

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
_FIRST_SUBSTITUTE = np.where(_SUBSTITUTE > FIRST_FROM, _SUBSTITUTE * FIRST, _SUBSTITUTE)
MANY = 256  # columns of which it is worth while to leave out the lost ones


class Sounds(NamedTuple):
    """Strings of sounds as numbers, a row each, and how much there is to hear in each."""

    codes: np.ndarray
    heard: np.ndarray

    @classmethod
    def of(cls, strings: Sequence[str]) -> "Sounds":
        letters = np.array(strings, dtype=f"U{LONGEST}")
        codes = _CODE[letters.view(np.uint32).reshape(len(strings), LONGEST)]
        return cls(codes, _GAP[codes].sum(axis=1))

    def take(self, places: np.ndarray) -> "Sounds":
        return Sounds(self.codes[places], self.heard[places])

    def within(self, one: str, most: float) -> np.ndarray:
        """The distance of `one` from each string; _FAR where it is more than `most`.

        What has much more or much less to hear cannot be near, and is not looked at.
        """
        far = np.full(len(self.codes), _FAR, dtype=np.float32)
        heard = sum(GAPS[sound] for sound in one)
        places = np.flatnonzero(np.abs(self.heard - heard) < most + LEEWAY)
        if len(places):
            _measure(one[:LONGEST], self.codes[places], most, places, far)
        return far


class Lexicon:
    """Forms of words, and which stand under which key, as far as anybody has asked for them.

    A form is a number; what a number says never changes.
    """

    def __init__(self):
        self._first, self._number = 0, 0
        self._places = np.full(0, _UNKNOWN, dtype=np.int32)
        self._stems = self._sounds = Sounds.of([])
        self._bits = np.zeros(0, dtype=np.uint8)
        self._under: dict[int, np.ndarray] = {}
        self._size = 0

    def __len__(self) -> int:
        """How many numbers are kept."""
        return self._size + len(self._places)

    def __contains__(self, key: int) -> bool:
        """Whether it is known what stands under this key."""
        return key in self._under

    def put(self, key: int, numbers: bytes) -> None:
        """Note what stands under a key: numbers of four bytes."""
        self._under[key] = np.frombuffer(numbers, dtype=">i4").astype(np.int32)
        self._size += len(self._under[key])

    def add(self, key: int, number: int) -> None:
        """Note what else stands under a key that is known."""
        if key in self._under:
            self._under[key] = np.append(self._under[key], np.int32(number))
            self._size += 1

    def under(self, keys: Iterable[int]) -> np.ndarray:
        """The forms that stand under any of these keys, each once."""
        numbers = np.concatenate([_NONE, *(self._under[key] for key in keys)])
        if not len(numbers):
            return numbers
        least = numbers.min()
        marks = np.zeros(numbers.max() - least + 1, dtype=bool)
        marks[numbers - least] = True
        return np.flatnonzero(marks).astype(np.int32) + least

    def unknown(self, numbers: np.ndarray) -> list[int]:
        """Those of these forms of which nobody has told yet whether they are and what they say."""
        return numbers[self._place(numbers) == _UNKNOWN].tolist()

    def lose(self, numbers: Iterable[int]) -> None:
        """Note that these forms are no more: they were taken back."""
        lost = np.array(list(numbers), dtype=np.int32)
        if len(lost):
            self._find_at(lost, np.full(len(lost), _LOST))

    def learn(self, numbers: list[int], stems: list[str], sounds: list[str], bits: list[int]):
        """Note what forms say."""
        if not numbers:
            return
        wanted = self._number + len(numbers)
        if wanted > len(self._bits):
            self._stems, self._sounds = (
                Sounds(*(_longer(column, 2 * wanted) for column in sounds))
                for sounds in (self._stems, self._sounds)
            )
            self._bits = _longer(self._bits, 2 * wanted)
        rows = slice(self._number, wanted)
        for held, given in ((self._stems, stems), (self._sounds, sounds)):
            held.codes[rows], held.heard[rows] = Sounds.of(given)
        self._bits[rows] = bits
        self._find_at(np.array(numbers, dtype=np.int32), np.arange(self._number, wanted))
        self._number = wanted

    def _find_at(self, numbers: np.ndarray, places: np.ndarray) -> None:
        """Note where forms are; the column begins at the lowest number that anybody asked for."""
        if not len(self._places):
            self._first = int(numbers.min())
        if before := max(self._first - int(numbers.min()), 0):
            self._first -= before
            self._places = np.concatenate([np.full(before, _UNKNOWN, np.int32), self._places])
        offsets = numbers - self._first
        if offsets.max() >= len(self._places):
            self._places = _longer(self._places, 3 * int(offsets.max()) // 2 + 1, _UNKNOWN)
        self._places[offsets] = places

    def near(self, asked: Sequence[Form], numbers: np.ndarray, most: float) -> dict[int, float]:
        """Of these forms those that cost less than `most`, each with what it costs."""
        places = self._place(numbers)
        numbers, places = numbers[places >= 0], places[places >= 0]
        stems, sounds = self._stems.take(places), self._sounds.take(places)
        costs = apart(asked, stems, sounds, self._bits[places], most)
        near = np.flatnonzero(costs < most)
        return dict(zip(numbers[near].tolist(), costs[near].tolist(), strict=True))

    def _place(self, numbers: np.ndarray) -> np.ndarray:
        offsets = numbers - self._first
        known = (offsets >= 0) & (offsets < len(self._places))
        places = np.full(len(numbers), _UNKNOWN, dtype=np.int32)
        places[known] = self._places[offsets[known]]
        return places


_UNKNOWN, _LOST = -1, -2
_NONE = np.zeros(0, dtype=np.int32)


def _longer(column: np.ndarray, length: int, value: int = 0) -> np.ndarray:
    longer = np.full((length, *column.shape[1:]), value, dtype=column.dtype)
    longer[: len(column)] = column
    return longer


def _measure(one: str, codes: np.ndarray, most: float, places: np.ndarray, far: np.ndarray):
    """The dynamic programme of `distance`, all rows at once; those that are lost are left out.

    A column is a row of codes, so that each step runs over memory in its order.
    """
    codes = np.ascontiguousarray(codes[:, : max(int((codes != _PAD).any(axis=0).sum()), 1)].T)
    gaps = _gaps(codes)
    row = np.zeros((len(codes) + 1, codes.shape[1]), dtype=np.float32)
    np.cumsum(gaps, axis=0, out=row[1:])
    for place, sound in enumerate(one):
        code = _CODE[ord(sound)]
        costs = (_FIRST_SUBSTITUTE if place == 0 else _SUBSTITUTE)[code][codes]
        if place == 0:
            costs[1:] = _SUBSTITUTE[code][codes[1:]]
        row = _next(row, costs, _GAP[code] * (_LAST[code] if place == len(one) - 1 else 1), gaps)
        if place % 2 and len(places) > MANY:
            alive = np.flatnonzero(row.min(axis=0) < most)
            row, codes, gaps, places = row[:, alive], codes[:, alive], gaps[:, alive], places[alive]
    far[places] = row[-1]


def _gaps(codes: np.ndarray) -> np.ndarray:
    """What each sound costs if it is left out; the last one costs less."""
    gaps = _GAP[codes]
    lasts = (codes != _PAD).sum(axis=0) - 1
    columns = np.flatnonzero(lasts >= 0)
    gaps[lasts[columns], columns] *= _LAST[codes[lasts[columns], columns]]
    return gaps


def _next(row: np.ndarray, costs: np.ndarray, out: float, gaps: np.ndarray) -> np.ndarray:
    """The next row of the programme."""
    following = np.empty_like(row)
    following[0] = row[0] + out
    np.add(row[:-1], costs, out=costs)
    np.minimum(costs, row[1:] + out, out=costs)
    for place, gap in enumerate(gaps):
        left = np.add(following[place], gap, out=following[place + 1])
        np.minimum(left, costs[place], out=left)
    return following


def apart(
    asked: Sequence[Form], stems: Sounds, sounds: Sounds, held: np.ndarray, most: float
) -> np.ndarray:
    """How far apart a word is from each of many forms, by the best of its own; _FAR beyond `most`.

    The same rules as `compare.between`, told by the bits of the forms.
    """
    best = np.full(len(held), _FAR, dtype=np.float32)
    for form in asked:
        cost = stems.within(form.stem, most)
        other = (held & _ENDINGS) != (form.bits & _ENDINGS)
        if other.any():
            cost = np.where(other, cost + _mismatch(form.bits, held), cost)
            # By syllables nobody can tell an ending from the rest of a name.
            by_syllables = other & ((held | form.bits) & BY_SYLLABLES != 0)
            places = np.flatnonzero(by_syllables)
            whole = sounds.take(places).within(form.sounds, most)
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
