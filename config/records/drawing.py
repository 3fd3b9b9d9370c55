"""Drawings as SVG: bars, spans of time, bands; shapes alone, the words stand in the page (pure).

No drawing holds a style or a script: shapes have classes, and the style sheet has the last word.
Whoever shows a drawing says the same in a table beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDE = 1000  # the width of a drawing of time, in its own units
TALL = 24
MOST_TICKS = 14
EXACT = 9  # a known day is drawn as wide as this


def share(part: int, whole: int, kind: str = "sure") -> SafeString:
    """A bar as long as a part is of the whole."""
    length = round(100 * part / whole, 1) if whole else 0
    return format_html(
        '<svg aria-hidden="true"><rect class="{}" width="{}%" height="100%"/></svg>',
        kind,
        max(length, 0.5) if part else 0,
    )


@dataclass(frozen=True)
class Scale:
    """A stretch of whole years, from the first day of one to the last of another."""

    first: int
    last: int

    @classmethod
    def around(cls, days: Iterable[date | None]) -> "Scale | None":
        years = [day.year for day in days if day]
        return cls(min(years), max(years)) if years else None

    def at(self, day: date) -> int:
        """Where a day stands, from 0 to WIDE."""
        start, end = date(self.first, 1, 1), date(self.last, 12, 31)
        place = (day - start).days / max((end - start).days, 1)
        return round(WIDE * min(max(place, 0), 1))

    @property
    def ticks(self) -> list[int]:
        """Where years begin; every second, fifth, tenth … where there are many."""
        steps = (1, 2, 5, 10, 20, 50, 100)
        years = self.last - self.first + 1
        step = next((one for one in steps if years / one <= MOST_TICKS), steps[-1])
        begun = range(self.first + 1, self.last + 1)
        return [self.at(date(year, 1, 1)) for year in begun if year % step == 0]


def span(
    scale: Scale, first: date | None, last: date | None, until: date | None = None, vague=False
) -> SafeString:
    """Within which days it happened: a mark, a pale bar, or dots towards an end nobody states.

    `until` is the day by which it had ended, where it lasted; a day that is vague is drawn pale.
    """
    marks = [_tick(place) for place in scale.ticks]
    if until and (first or last):
        start = scale.at(first or last)
        marks.append(_box("sure", start, max(scale.at(until) - start, 1), 10, 4))
    marks += _marks(scale, first, last, "maybe" if vague else "sure")
    return format_html(
        '<svg aria-hidden="true" viewBox="0 0 {} {}" preserveAspectRatio="none">{}</svg>',
        WIDE,
        TALL,
        format_html_join("", "{}", ((mark,) for mark in marks)),
    )


def _marks(scale: Scale, first: date | None, last: date | None, kind: str) -> list[SafeString]:
    if first and last and first == last:
        return [_box(kind, min(scale.at(first), WIDE - EXACT), EXACT)]
    if first and last:
        start = scale.at(first)
        return [_box("maybe", start, max(scale.at(last) - start, EXACT))]
    if last:
        end = scale.at(last)
        return [_open(0, end), _box("maybe", max(end - EXACT, 0), EXACT)]
    if first:
        start = scale.at(first)
        return [_open(start, WIDE), _box("maybe", start, EXACT)]
    return []


def _box(kind: str, x: int, width: int, y: int = 4, height: int = 16) -> SafeString:
    return format_html(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>', kind, x, y, width, height
    )


def _open(start: int, end: int) -> SafeString:
    return format_html('<path class="open" d="M{} {}H{}"/>', start, TALL // 2, end)


def _tick(place: int) -> SafeString:
    return format_html('<path class="tick" d="M{} 0V{}"/>', place, TALL)


def band(low: Sequence[int], high: Sequence[int], title: str) -> SafeString:
    """At least and at most over time: a pale band between, full below the lower bound."""
    top, last = max(max(high, default=0), 1), max(len(high) - 1, 1)
    across = [round(WIDE * place / last) for place in range(len(high))]

    def line(values: Sequence[int]) -> str:
        heights = [round(300 - 296 * value / top) for value in values]
        return "L".join(f"{x} {y}" for x, y in zip(across, heights, strict=True))

    return format_html(
        '<svg role="img" aria-label="{}" viewBox="0 0 {} 300" preserveAspectRatio="none">'
        '<path class="maybe" d="M0 300L{}L{} 300Z"/><path class="edge" d="M{}"/>'
        '<path class="sure" d="M0 300L{}L{} 300Z"/></svg>',
        title,
        WIDE,
        line(high),
        WIDE,
        line(high),
        line(low),
        WIDE,
    )
