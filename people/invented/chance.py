"""Drawing by weight from a seeded source, so that the same seed gives the same people."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate
from random import Random


class Weighted:
    """Things to draw from, each as often as its weight says."""

    def __init__(self, things: Sequence, weights: Iterable[float]):
        self.things = list(things)
        total = list(accumulate(weights))
        self.steps = [step / total[-1] for step in total[:-1]]

    @classmethod
    def by_rank(cls, things: Sequence, slope: float = 0.8, level: int = 3) -> "Weighted":
        """As names are in life: the first is common, each later one rarer (Zipf).

        level: the higher, the less the first few stand out.
        """
        return cls(things, [(rank + level) ** -slope for rank in range(len(things))])

    @classmethod
    def of(cls, weights: dict) -> "Weighted":
        return cls(list(weights), weights.values())

    def draw(self, chance: Random):
        return self.things[bisect(self.steps, chance.random())]
