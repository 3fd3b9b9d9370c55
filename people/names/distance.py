"""How far apart two strings of sounds are: the least cost of turning one into the other (pure)."""

from functools import lru_cache
from itertools import accumulate

from people.names.sounds import GAPS, SUBSTITUTE, VOWELS

FAR = 9.0
# The last sound is lost more easily than others: endings are cut, final vowels come and go.
LAST_VOWEL = 0.6
LAST_CONSONANT = 0.85
# The first sound is the surest: where another stands there, it is another name.
FIRST, FIRST_FROM = 1.6, 0.5
_FIRST_SUBSTITUTE = {
    one: {other: cost * (FIRST if cost > FIRST_FROM else 1.0) for other, cost in costs.items()}
    for one, costs in SUBSTITUTE.items()
}


@lru_cache(maxsize=20_000)
def distance(one: str, other: str, most: float = FAR) -> float:
    """The cost in units of one wrong consonant; `most` where it is more.

    Dynamic programming over the table of costs, row by row; gives up once a whole row is over.
    """
    if one == other:
        return 0.0
    gaps = _gaps(other)
    row = [0.0, *accumulate(gaps)]
    columns = range(len(other))
    for nth, (sound, out) in enumerate(zip(one, _gaps(one), strict=True)):
        costs = SUBSTITUTE[sound] if nth else _FIRST_SUBSTITUTE[sound]
        before = row[0]
        row[0] = left = least = before + out
        for place in columns:
            above = row[place + 1]
            best = before + (costs if nth or not place else SUBSTITUTE[sound])[other[place]]
            if above + out < best:
                best = above + out
            if left + gaps[place] < best:
                best = left + gaps[place]
            before = above
            row[place + 1] = left = best
            if best < least:
                least = best
        if least >= most:
            return most
    return min(row[-1], most)


@lru_cache(maxsize=20_000)
def _gaps(sounds: str) -> list[float]:
    """What each sound costs if it is left out."""
    gaps = [GAPS[sound] for sound in sounds]
    if gaps:
        gaps[-1] *= LAST_VOWEL if sounds[-1] in VOWELS else LAST_CONSONANT
    return gaps


@lru_cache(maxsize=20_000)
def weight(sounds: str) -> float:
    """How much there is to hear: what it costs to leave the whole out."""
    return sum(GAPS[sound] for sound in sounds)
