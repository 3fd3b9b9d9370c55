"""What a time in an article means, seen from the day of its publication (pure)."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.reading.article import When
from config.records.choices import Basis
from config.records.dates import DateNotUnderstood, PartialDate, from_edtf, narrow, understand


@dataclass(frozen=True)
class Anchor:
    """The publication, as far as it is known: its first and last possible day."""

    earliest: date | None = None
    latest: date | None = None

    @classmethod
    def of(cls, published: str) -> "Anchor":
        try:
            partial = from_edtf(published) if published else None
        except DateNotUnderstood:
            partial = None
        if partial is None or partial.earliest is None or partial.latest is None:
            return cls()
        return cls(partial.earliest, partial.latest)

    @property
    def year(self) -> int | None:
        is_known = self.latest and self.earliest and self.latest.year == self.earliest.year
        return self.latest.year if is_known else None

    @property
    def month(self) -> int | None:
        is_known = self.year and self.latest.month == self.earliest.month
        return self.latest.month if is_known else None

    @property
    def day(self) -> date | None:
        return self.latest if self.latest and self.latest == self.earliest else None


@dataclass(frozen=True)
class Parts:
    """A time as the text has it, taken apart. `shift`: how many units before the publication."""

    written: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""  # early, mid, late
    lead: str = ""  # since, until
    unit: str = ""  # year, month, week, day: told from the publication
    shift: int = 0
    weekday: int | None = None
    which: str = ""  # last, this, next
    season: int | None = None
    years_ago: int | None = None  # "July last year": one


def dated(parts: Parts, anchor: Anchor) -> When | None:
    """The date that the parts give, None if they give none without a day or year of our making."""
    try:
        return _dated(parts, anchor)
    except (DateNotUnderstood, ValueError, OverflowError):
        return None


def _dated(parts: Parts, anchor: Anchor) -> When | None:
    if parts.unit and parts.unit != "same":
        return _told_from_publication(parts, anchor)
    if parts.weekday is not None:
        return _weekday(parts, anchor)
    if parts.season:
        return _season(parts, anchor)
    year, basis = parts.year, Basis.STATED
    if year is None:
        year, basis = _year_of(parts, anchor), Basis.PARTLY_STATED
    edtf = "-".join(
        [f"{year:04}" if year else "XXXX"]
        + [f"{number:02}" for number in (parts.month, parts.day) if number]
    )
    return _when(parts, edtf, basis, anchor)


def _season(parts: Parts, anchor: Anchor) -> When | None:
    year = parts.year or (anchor.year if parts.which == "this" else None)
    year = year or (anchor.year - 1 if parts.which == "last" and anchor.year else None)
    if year is None:
        return None
    basis = Basis.STATED if parts.year else Basis.DERIVED
    return _when(parts, f"{year:04}-{parts.season}", basis, anchor)


def _year_of(parts: Parts, anchor: Anchor) -> int | None:
    """The year meant by a day or month without one: the last before the publication."""
    if parts.years_ago is not None:
        return anchor.year - parts.years_ago if anchor.year else None
    if anchor.latest is None or anchor.month is None:
        return None  # of a year alone, nobody knows whether the day was before or after
    start = date(anchor.latest.year, parts.month or 1, min(parts.day or 1, 28))
    year = anchor.latest.year
    if parts.lead == "until":
        is_past = (start.month, parts.day or 31) < (anchor.earliest.month, anchor.earliest.day)
        return year + 1 if is_past else year
    months_ago = anchor.latest.month - start.month
    if parts.which == "last" and 0 <= months_ago <= 1:
        return year - 1  # "last February", said in March, is not the month before
    return year - 1 if start > anchor.latest else year


def _told_from_publication(parts: Parts, anchor: Anchor) -> When | None:
    if parts.unit == "year":
        if anchor.year is None:
            return None
        return _when(parts, f"{anchor.year - parts.shift:04}", Basis.DERIVED, anchor)
    if parts.unit == "month":
        if anchor.month is None:
            return None
        months = anchor.year * 12 + anchor.month - 1 - parts.shift
        return _when(parts, f"{months // 12:04}-{months % 12 + 1:02}", Basis.DERIVED, anchor)
    if anchor.day is None:
        return None
    days = parts.shift * (7 if parts.unit == "week" else 1)
    day = anchor.day - timedelta(days=days)
    if parts.unit == "day":
        return _when(parts, day.isoformat(), Basis.DERIVED, anchor)
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    return _when(parts, f"{monday}/{sunday}", Basis.DERIVED, anchor)


def _weekday(parts: Parts, anchor: Anchor) -> When | None:
    if anchor.day is None:
        return None
    back = (anchor.day.weekday() - parts.weekday) % 7
    if back == 0 and parts.which == "last":
        back = 7
    return _when(parts, (anchor.day - timedelta(days=back)).isoformat(), Basis.DERIVED, anchor)


def _when(parts: Parts, edtf: str, basis: Basis, anchor: Anchor) -> When:
    if parts.lead == "since":
        return _as_when(parts, from_edtf(f"{edtf}/.."), basis)
    if parts.lead == "until":
        return _as_when(parts, from_edtf(f"../{edtf}"), basis)
    partial = from_edtf(edtf)
    if parts.part and "/" not in edtf and "X" not in edtf:
        partial = understand(f"{parts.part} {edtf}")
    return _as_when(parts, _not_after(partial, anchor.latest), basis)


def _not_after(partial: PartialDate, latest: date | None) -> PartialDate:
    """What has happened happened before it was told of."""
    if latest is None or partial.latest is None or partial.latest <= latest:
        return partial
    try:
        return narrow(partial, None, latest)
    except DateNotUnderstood:
        return partial


def _as_when(parts: Parts, partial: PartialDate, basis: Basis) -> When:
    return When(parts.written, partial.edtf, partial.earliest, partial.latest, basis.value)
