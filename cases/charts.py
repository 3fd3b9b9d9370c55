"""Charts of the cases that a question finds: each bar has its number and leads to its cases."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from cases import counting
from cases.choices import CaseStatus, ReasonGroup
from config.records.drawing import band, share
from config.records.filters import RecordFilter, filled_in
from config.records.maps import Point, drawn
from config.records.remembered import once_made, while_unchanged
from people.choices import PlaceLevel
from people.models import Place

MOST = 12  # bars of a chart of places; the rest are one bar
MANY = 20_000  # cases; the charts of more take longer than a reader waits
TOO_MANY = 300_000  # cases; nor does anybody wait who is signed in, for whom nothing is remembered
# Within how many degrees a place of each level may be: its point is somewhere inside it.
WITHIN = {PlaceLevel.COUNTRY: 4.0, PlaceLevel.REGION: 1.0, PlaceLevel.PREFECTURE: 0.5}


@dataclass(frozen=True)
class Bar:
    """One row of a chart: what, how many, drawn, and the question that finds those."""

    label: str
    number: int
    drawn: SafeString
    address: str = ""
    is_missing: bool = False


@dataclass(frozen=True)
class Chart:
    """A table with a bar in each row."""

    name: str
    title: str
    definition: str
    bars: list[Bar]


@dataclass(frozen=True)
class Year:
    """A row of the table of who was held: on its first day, at least and at most."""

    day: date
    low: int
    high: int


@dataclass(frozen=True)
class HeldChart:
    """The band of who was held, and the same in a table."""

    drawn: SafeString
    first: date
    last: date
    years: list[Year]
    undated: int
    highest: int


@dataclass(frozen=True)
class Map:
    """A drawn map, and how many cases are told of without a place that it could show."""

    drawn: SafeString | str
    title: str


class Charts:
    """All charts of some cases, made at once; `data` is the question that they follow."""

    def __init__(self, cases: QuerySet, user, data: QueryDict, today: date):
        self.data = filled_in(data)
        self.day = today
        self._places = {place.pk: place for place in Place.objects.visible_to(user)}
        statuses = counting.by_status(cases)
        self.total = sum(statuses.values())
        region_of = counting.regions(self._places.values())
        self._told = counting.by_event(cases, user, region_of)
        self.held = self._band(counting.held(cases, today))
        self.bars = [self._statuses(statuses), self._reasons(), self._regions()]
        self.map = self._map()

    def _statuses(self, counts: dict[str, int]) -> Chart:
        rows = [(str(one.label), counts[one], one) for one in CaseStatus if counts.get(one)]
        about = gettext("By the last event known of each case; every case is in one bar.")
        return self._chart("status", gettext("Status now"), about, rows, 0)

    def _reasons(self) -> Chart:
        counts = self._told.reasons
        rows = [(str(one.label), counts[one], one) for one in ReasonGroup if counts.get(one)]
        about = gettext(
            "As the authorities give it or the sources presume it; a case may have several."
        )
        missing = self.total - self._told.with_reason
        return self._chart("reason", gettext("Reason"), about, rows, missing)

    def _regions(self) -> Chart:
        found = [(self._places[key], number) for key, number in self._told.regions.items()]
        found.sort(key=lambda one: (-one[1], one[0].name))
        rows = [(place.name, number, place.public_id) for place, number in found[:MOST]]
        about = gettext("Where an event of the case happened; a case may be in several.")
        if len(found) > MOST:
            about += " " + gettext("The %(most)s largest of %(all)s are shown.") % {
                "most": MOST,
                "all": len(found),
            }
        missing = self.total - self._told.with_place
        return self._chart("place", gettext("Place"), about, rows, missing)

    def _chart(self, name: str, title: str, about: str, rows: list, missing: int) -> Chart:
        rows = sorted(rows, key=lambda row: -row[1])
        most = max([number for _, number, _ in rows] + [missing], default=0)
        bars = [
            Bar(label, number, share(number, most), self.address(name, value))
            for label, number, value in rows
        ]
        if missing:
            left = share(missing, most, "none")
            bars.append(Bar(gettext("no source says"), missing, left, is_missing=True))
        return Chart(name, title, about, bars)

    def address(self, name: str, value: str) -> str:
        """The list of the cases that a bar counts: this question and one filter more."""
        data = self.data.copy()
        for left_out in ("order", "page"):
            data.pop(left_out, None)
        data.setlist(name, [value])
        return f"{reverse('cases')}?{data.urlencode()}"

    def _band(self, held: counting.Held) -> HeldChart:
        title = gettext(
            "Held on the first day of each quarter, from %(first)s to %(last)s; at the end at "
            "least %(low)s and at most %(high)s. The table says the same."
        ) % {
            "first": held.days[0].year,
            "last": held.days[-1].year,
            "low": held.low[-1],
            "high": held.high[-1],
        }
        rows = zip(held.days, held.low, held.high, strict=True)
        years = [Year(*row) for row in rows if row[0].month == 1]
        shape = band(held.low, held.high, title)
        return HeldChart(
            shape, held.days[0], held.days[-1], years, held.undated, max(held.high, default=0)
        )

    def _map(self) -> Map:
        told = [(self._places[key], number) for key, number in self._told.places.items()]
        title = gettext(
            "Map of %(number)s places where events of these cases happened; most of them in: "
            "%(names)s. The chart of places says how many."
        ) % {"number": len(told), "names": ", ".join(one.label for one in self.bars[-1].bars[:3])}
        return Map(drawn(points(told), title), title)


def points(places: Iterable[tuple[Place, int]]) -> list[Point]:
    """Places that have a point on earth, drawn no nearer than their level."""
    return [
        Point(float(place.latitude), float(place.longitude), number, WITHIN.get(place.level, 0.0))
        for place, number in places
        if place.latitude is not None
    ]


def charts_of(filterset: RecordFilter, user, today: date) -> Charts | None:
    """Of a question that can be answered. A visitor's are remembered while nothing changes.

    Of so many cases that nobody would wait there are none until they were drawn beside the pages,
    and none at all for who is signed in.
    """

    def make() -> Charts:
        return Charts(filterset.qs, user, filterset.data, today)

    if user is not None and user.is_authenticated:
        return make() if filterset.count <= TOO_MANY else None
    key = ("charts", _question(filterset), today)
    remember = while_unchanged if filterset.count <= MANY else once_made
    return remember(key, make)


def _question(filterset: RecordFilter) -> str:
    data = filled_in(filterset.data)
    return "&".join(sorted(f"{name}={value}" for name in data for value in data.getlist(name)))
