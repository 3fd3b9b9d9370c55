"""A text in paragraphs, each cut where something found in it begins or ends (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Mark:
    """A stretch that is marked, and what for. Of those that overlap the lowest rank shows."""

    start: int
    end: int
    key: int
    kind: str
    rank: int = 0
    address: str = ""


@dataclass(frozen=True)
class Piece:
    """Some words that stand under one mark, or under none."""

    words: str
    start: int
    mark: Mark | None = None

    @property
    def is_first(self) -> bool:
        """Whether the mark begins here: only there it has an address."""
        return self.mark is not None and self.mark.start == self.start


@dataclass(frozen=True)
class Paragraph:
    start: int
    pieces: Sequence[Piece]


def paragraphs(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Paragraph]:
    """The stretch of the text from `start` to `end`, blank lines left out."""
    coming = sorted(marks, key=lambda mark: -mark.start)
    found, at, touching = [], start, []
    for line in text[start:end].split("\n"):
        stop = at + len(line)
        while coming and coming[-1].start < stop:
            touching.append(coming.pop())
        touching = [mark for mark in touching if mark.end > at]
        if line.strip():
            found.append(Paragraph(at, _pieces(text, at, stop, touching)))
        at = stop + 1
    return found


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[Piece]:
    cuts = {start, end}
    for mark in marks:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    ordered = sorted(cuts)
    return [Piece(text[one:next_], one, _over(one, marks)) for one, next_ in pairwise(ordered)]


def _over(place: int, marks: Sequence[Mark]) -> Mark | None:
    over = [mark for mark in marks if mark.start <= place < mark.end]
    return min(over, key=lambda mark: (mark.rank, mark.start), default=None)
