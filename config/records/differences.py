"""What became of the rows of a table from one file to the next: added, changed, gone.

Both files are in the order of their ids, so that a row of each is all that is held at a time.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ADDED, CHANGED, GONE = "added", "changed", "gone"
# Says of what day the file is, and not what became of the record.
OF_THE_FILE = "as_of"
LONGEST_CELL = 1 << 30


class NotInOrder(Exception):
    """A file whose rows are not in the order of their ids cannot be compared."""


@dataclass(frozen=True)
class Row:
    """A row of a table: its id, its version, all its cells, and those that are compared."""

    id: str
    version: str
    cells: list[str]
    told: list[str]


@dataclass(frozen=True)
class Difference:
    """What became of one row."""

    change: str
    before: Row | None
    now: Row | None

    @property
    def id(self) -> str:
        return (self.now or self.before).id


def heading_of(path: Path) -> list[str]:
    """The names of a file's columns; none of a file that is not there."""
    if not path.is_file():
        return []
    with _opened(path) as file:
        return next(csv.reader(file), [])


def differences(old: Path, new: Path) -> Iterator[Difference]:
    """Each row that differs. If the columns differ, so does every row."""
    is_same_shape = heading_of(old) == heading_of(new)
    before, now = rows_of(old), rows_of(new)
    one, other = next(before, None), next(now, None)
    while one or other:
        if other is None or (one and one.id < other.id):
            yield Difference(GONE, one, None)
            one = next(before, None)
        elif one is None or other.id < one.id:
            yield Difference(ADDED, None, other)
            other = next(now, None)
        else:
            if not is_same_shape or one.told != other.told:
                yield Difference(CHANGED, one, other)
            one, other = next(before, None), next(now, None)


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a file, one at a time; none of a file that is not there."""
    heading = heading_of(path)
    if not heading:
        return
    key, version, day = (heading.index(name) for name in ("id", "version", OF_THE_FILE))
    last = ""
    with _opened(path) as file:
        lines = csv.reader(file)
        next(lines)
        for cells in lines:
            if cells[key] <= last:
                raise NotInOrder(f"{path.name} is not in the order of its ids.")
            last = cells[key]
            yield Row(last, cells[version], cells, cells[:day] + cells[day + 1 :])


def _opened(path: Path):
    csv.field_size_limit(LONGEST_CELL)
    return open(path, encoding="utf-8-sig", newline="")
