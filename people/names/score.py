"""How alike two spellings are: a weighted list of small comparisons, each told in a sentence (pure)."""

from dataclasses import dataclass

from config.records import text

# At or above: proposed as the same person. The first is the tier "likely", the second "very likely".
LIKELY = 0.8
VERY_LIKELY = 0.9


@dataclass(frozen=True)
class Comparison:
    """One small comparison: what it is called, what it adds to the score, and why, in a sentence."""

    name: str
    points: float
    sentence: str


@dataclass(frozen=True)
class Likeness:
    """How alike two spellings are, from 0 to 1, and the comparisons that say so."""

    score: float
    comparisons: tuple[Comparison, ...] = ()

    @property
    def tier(self) -> str:
        """'very likely', 'likely', or '' below the threshold at which we propose anybody."""
        if self.score >= VERY_LIKELY:
            return "very likely"
        return "likely" if self.score >= LIKELY else ""


def compare(one: str, other: str) -> Likeness:
    """The likeness of two spellings, in whatever scripts."""
    left, right = set(text.words(one)), set(text.words(other))
    share = len(left & right) / max(len(left | right), 1)
    return Likeness(share, (Comparison("words", share, f"“{one}” and “{other}” share words."),))
