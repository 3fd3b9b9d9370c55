"""Public ids that look as random as any, and are the same for the same seed (pure)."""

from random import Random

from config.records.models import ID_LETTERS

_BITS = 30  # six letters of 32
_ALL = (1 << _BITS) - 1
_HALF = _BITS // 2
_THREE = [
    "".join(abc) for abc in ((a, b, c) for a in ID_LETTERS for b in ID_LETTERS for c in ID_LETTERS)
]


class Ids:
    """The public id of each number; no two numbers have the same one."""

    def __init__(self, prefix: str, seed: int):
        chance = Random(f"{prefix} {seed}")  # noqa: S311 - the same seed must give the same ids
        self.prefix = prefix
        self.steps = [chance.getrandbits(_BITS) | 1 for _ in range(2)]
        self.start = chance.getrandbits(_BITS)

    def __call__(self, number: int) -> str:
        # Each step can be undone, so that what differs before it differs after it.
        first, second = self.steps
        mixed = (number * first + self.start) & _ALL
        mixed = ((mixed ^ mixed >> _HALF) * second) & _ALL
        mixed ^= mixed >> _HALF
        return f"{self.prefix}-{_THREE[mixed >> _HALF]}{_THREE[mixed & (1 << _HALF) - 1]}"
