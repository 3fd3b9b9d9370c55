"""Maps as SVG, drawn here from outlines that ship with the register; no tiles, no host (pure).

The outlines are those of Natural Earth; `outlines.json` names its source. A point is drawn no more
precisely than it is known: whoever hands it over says how far off it may be.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import cos, radians, sqrt
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

OUTLINES = Path(__file__).with_name("outlines.json")
WIDE, TALLEST = 640, 480
LEAST = 6.0  # degrees that a map shows at least, so that one point is not drawn into a yard
NEAR = 3.6  # points of an outline that are nearer than this, in units of the drawing, are one
LARGEST = 20  # the radius of the greatest number
CELL = 18  # points of the map that are nearer than this are drawn as one

Line = list[tuple[float, float]]


@dataclass(frozen=True)
class Point:
    """Somewhere on earth, how much is there, and within how many degrees it is known."""

    latitude: float
    longitude: float
    number: int = 1
    within: float = 0.0

    @property
    def coarse(self) -> "Point":
        """The same, on a grid as wide as it is unsure of: nobody reads more out of the drawing."""
        if not self.within:
            return self
        latitude, longitude = (
            round(round(one / self.within) * self.within, 4)
            for one in (self.latitude, self.longitude)
        )
        return Point(latitude, longitude, self.number, self.within)


@cache
def outlines() -> dict[str, list[Line]]:
    """Coasts and borders as lists of degrees east and north."""
    kept = json.loads(OUTLINES.read_text())
    return {kind: [list(_degrees(line)) for line in kept[kind]] for kind in ("coasts", "borders")}


def _degrees(steps: list[int]) -> Iterator[tuple[float, float]]:
    east = north = 0
    for place in range(0, len(steps), 2):
        east, north = east + steps[place], north + steps[place + 1]
        yield east / 100, north / 100


@dataclass(frozen=True)
class Window:
    """The part of the earth that a map shows, and how it is laid out flat."""

    west: float
    east: float
    south: float
    north: float

    @classmethod
    def around(cls, points: list[Point]) -> "Window":
        """All points with some air around them, in a shape that fits the page."""
        west, east = (one(p.longitude for p in points) for one in (min, max))
        south, north = (one(p.latitude for p in points) for one in (min, max))
        air = max(LEAST - (east - west), 0.16 * (east - west), 2) / 2
        high = max(LEAST / 2 - (north - south), 0.16 * (north - south), 2) / 2
        window = cls(west - air, east + air, max(south - high, -85), min(north + high, 85))
        return window._broad()

    def _broad(self) -> "Window":
        """No higher than the page: what is too high gets air at its sides."""
        lacking = self.height / TALLEST - 1
        if lacking <= 0:
            return self
        air = (self.east - self.west) * lacking / 2
        return Window(self.west - air, self.east + air, self.south, self.north)

    @property
    def scale(self) -> float:
        return WIDE / (self.east - self.west)

    @property
    def flat(self) -> float:
        """How much longer a degree north is drawn than one east."""
        return 1 / max(cos(radians((self.south + self.north) / 2)), 0.2)

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self.scale * self.flat)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        x = (longitude - self.west) * self.scale
        return x, (self.north - latitude) * self.scale * self.flat

    def holds(self, longitude: float, latitude: float) -> bool:
        air = (self.east - self.west) * 0.1
        inside = self.west - air <= longitude <= self.east + air
        return inside and self.south - air <= latitude <= self.north + air


def drawn(points: Iterable[Point], title: str) -> SafeString | str:
    """The map of some points; nothing where there are none. `title` tells it in a sentence."""
    points = sorted((p.coarse for p in points), key=lambda p: (-p.within, -p.number))
    if not points:
        return ""
    window = Window.around(points)
    points = _gathered(window, points)
    most = max(point.number for point in points)
    return format_html(
        '<svg role="img" aria-label="{}" viewBox="0 0 {} {}"><path class="grid" d="{}"/>'
        '<path class="border" d="{}"/><path class="coast" d="{}"/>{}</svg>',
        title,
        WIDE,
        window.height,
        _grid(window),
        _lines(window, "borders"),
        _lines(window, "coasts"),
        format_html_join("", "{}", ((_circle(window, point, most),) for point in points)),
    )


def _gathered(window: Window, points: list[Point]) -> list[Point]:
    """Points that would lie on each other as one, where the greatest of them is."""
    cells: dict[tuple, Point] = {}
    for point in points:
        x, y = window.at(point.longitude, point.latitude)
        cell = (x // CELL, y // CELL, point.within)
        first = cells.get(cell)
        cells[cell] = replace(first, number=first.number + point.number) if first else point
    return list(cells.values())


def _circle(window: Window, point: Point, most: int) -> SafeString:
    """A circle whose area grows with the number; pale, and as wide as it is unsure, where it is."""
    x, y = window.at(point.longitude, point.latitude)
    radius = max(3.0, LARGEST * sqrt(point.number / most) if most > 1 else 5.0)
    unsure = point.within * window.scale / 2
    kind = mark_safe(' class="rough"') if point.within else ""
    wide = round(max(radius, unsure if point.within else 0), 1)
    return format_html('<circle{} cx="{}" cy="{}" r="{}"/>', kind, round(x), round(y), wide)


def _grid(window: Window) -> str:
    """A line every ten degrees, every two on a map of a small part."""
    step = 10 if window.east - window.west > 25 else 2
    across = range(int(window.west // step) * step + step, int(window.east) + 1, step)
    down = range(int(window.south // step) * step + step, int(window.north) + 1, step)
    upright = (f"M{round(window.at(one, 0)[0])} 0V{window.height}" for one in across)
    level = (f"M0 {round(window.at(0, one)[1])}H{WIDE}" for one in down)
    return "".join((*upright, *level))


@lru_cache(64)
def _lines(window: Window, kind: str) -> str:
    """The outlines inside the window, as far as the eye tells their points apart.

    Many questions are about one part of the earth; its coasts are the same for all of them.
    """
    return "".join(
        _path(window, part) for line in outlines()[kind] for part in _inside(window, line)
    )


def _inside(window: Window, line: Line) -> Iterator[Line]:
    part: Line = []
    for point in line:
        if window.holds(*point):
            part.append(point)
        elif part:
            yield [*part, point]
            part = []
    if len(part) > 1:
        yield part


def _path(window: Window, line: Line) -> str:
    """In whole steps from point to point, which takes the fewest letters."""
    told, here = "", None
    for place, point in enumerate(line):
        x, y = (round(one) for one in window.at(*point))
        if here is None:
            told = f"M{x} {y}l"
        elif place == len(line) - 1 or abs(x - here[0]) + abs(y - here[1]) > NEAR:
            told += f"{x - here[0]} {y - here[1]} "
        else:
            continue
        here = (x, y)
    return told.replace(" -", "-").rstrip(" l")
