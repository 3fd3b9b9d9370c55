"""A picture drawn anew, and why one is refused (no Django)."""

from dataclasses import dataclass

LARGEST = 20 * 1024 * 1024
# Of one picture; a file of a few bytes may say that it has any number of points.
MOST_POINTS = 50_000_000
# Points of the longer side: enough to read a page of paper; and beside the words of a page.
SIDE, SMALL_SIDE = 2000, 480


class NotDrawn(Exception):
    """A file of which no picture is made. The message is for the worker."""


@dataclass(frozen=True)
class Drawn:
    """A JPEG that holds points and nothing else, and the same smaller."""

    content: bytes
    small: bytes
    width: int
    height: int


def fitted(width: int, height: int, side: int) -> tuple[int, int]:
    """The measures in the same proportion, where neither side is longer than `side`."""
    longer = max(width, height)
    if longer <= side:
        return width, height
    return max(1, round(width * side / longer)), max(1, round(height * side / longer))
