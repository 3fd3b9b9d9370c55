"""The measures: ranks with ties, recall, precision, latency (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

# Scores closer than this are one score: a sum of the same numbers in another order.
SAME = 1e-9
NOT_FOUND = float("inf")


def rank(target: int, scores: Iterable[tuple[int, float]]) -> float:
    """The place of the target among (person, score) pairs; a tie counts half.

    A person who ties with one other shares places 1 and 2, so the rank is 1.5.
    """
    listed = dict(scores)
    if target not in listed:
        return NOT_FOUND
    own = listed.pop(target)
    better = sum(score > own + SAME for score in listed.values())
    equal = sum(abs(score - own) <= SAME for score in listed.values())
    return 1 + better + equal / 2


def is_within(place: float, first: int) -> bool:
    """Whether a rank is among the first so many.

    The half is for ties: whoever shares places 1 and 2 counts as found first, and in the same way
    whoever shares places 10 and 11 as found in the first ten.
    """
    return place <= first + 0.5


@dataclass
class Ranks:
    """The ranks at which people were found, and what is told of them."""

    ranks: list[float] = field(default_factory=list)

    def add(self, place: float) -> None:
        self.ranks.append(place)

    def recall(self, first: int) -> float | None:
        return share(sum(is_within(place, first) for place in self.ranks), len(self.ranks))

    def told(self) -> dict:
        return {
            "queries": len(self.ranks),
            "recall_at_1": self.recall(1),
            "recall_at_10": self.recall(10),
            "mrr": share(sum(1 / place for place in self.ranks), len(self.ranks)),
        }


@dataclass(frozen=True)
class Scored:
    """Scores of pairs: of one person's spellings, of pairs known to be different, of any two."""

    same: Sequence[float]
    negatives: Sequence[float]
    others: Sequence[float]

    def told(self, threshold: float) -> dict:
        """Precision and recall of proposing whatever scores so much or more.

        Precision is told against all pairs of different people, and against either kind alone.
        """
        same, negatives, others = (
            sum(score >= threshold for score in scores)
            for scores in (self.same, self.negatives, self.others)
        )
        return {
            "threshold": threshold,
            "precision": share(same, same + negatives + others),
            "recall": share(same, len(self.same)),
            "precision_against_negatives": share(same, same + negatives),
            "precision_against_others": share(same, same + others),
            "false_among_negatives": negatives,
            "false_among_others": others,
        }


def share(part: float, whole: int) -> float | None:
    """A ratio to four digits, None of nothing."""
    return round(part / whole, 4) if whole else None


def percentile(values: Sequence[float], percent: float) -> float | None:
    """The least value that so many percent of all values do not exceed."""
    if not values:
        return None
    place = -(-len(values) * percent // 100)
    return sorted(values)[max(int(place), 1) - 1]
