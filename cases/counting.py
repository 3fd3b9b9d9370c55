"""What charts count of some cases, in few questions to the database: status, events, time held."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import Case as When_
from django.db.models import Count, DateField, F, Func, Q, QuerySet
from django.db.models import When as If
from django.db.models.functions import Coalesce, Least, TruncQuarter

from cases.choices import CaseStatus
from cases.models import Event, Participation
from cases.timeline import HELD
from people.choices import PlaceLevel
from people.models import Place

# Statuses whose last news is the last time at which somebody is known to have been held.
LAST_KNOWN = (*HELD, CaseStatus.SENTENCE_OVER_NO_NEWS, CaseStatus.WHEREABOUTS_UNKNOWN)
# Statuses of which nobody says when, or whether, they ended.
OPEN_ENDED = (*LAST_KNOWN, CaseStatus.UNKNOWN)


def by_status(cases: QuerySet) -> dict[str, int]:
    return dict(cases.order_by().values_list("status").annotate(Count("pk", distinct=True)))


@dataclass
class Told:
    """Of events: cases by reason, by place and by region; and how many have a reason, a place."""

    reasons: dict[str, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)
    regions: dict[int, int] = field(default_factory=dict)
    with_reason: int = 0
    with_place: int = 0


def regions(places: Iterable[Place]) -> dict[int, int]:
    """For each place the region that it lies in, else the largest visible place around it."""
    by_key = {place.pk: place for place in places}

    def up(place: Place) -> int:
        seen = set()
        while place.level not in (PlaceLevel.REGION, PlaceLevel.COUNTRY) and place.pk not in seen:
            seen.add(place.pk)
            place = by_key.get(place.parent_id, place)
        return place.pk

    return {key: up(place) for key, place in by_key.items()}


def by_event(cases: QuerySet, user, region_of: dict[int, int]) -> Told:
    """Counted in one question over the cases' events, their own and those they share."""
    chosen = cases.order_by().values("pk")
    events = Event.objects.visible_to(user).order_by()
    parts = Participation.objects.visible_to(user).order_by()
    columns = ("official_reason", "presumed_reason", "place_id")
    own = events.filter(_tells(), case__in=chosen).values_list("case_id", *columns)
    shared = parts.filter(_tells("event__"), case__in=chosen, event__in=events.values("pk"))
    shared = shared.values_list("case_id", *(f"event__{one}" for one in columns))
    told = Told()
    for kind, word, number in _rows(own.union(shared, all=True), region_of):
        _note(told, kind, word, number)
    return told


def _tells(prefix: str = "") -> Q:
    """Only events that say something of what is counted; they are the fewest."""
    silent = {f"{prefix}official_reason": "", f"{prefix}presumed_reason": ""}
    return Q(**{f"{prefix}place__isnull": False}) | ~Q(**silent)


def _note(told: Told, kind: str, word: str, number: int) -> None:
    if kind == "with a reason":
        told.with_reason = number
    elif kind == "with a place":
        told.with_place = number
    elif kind == "reason":
        told.reasons[word] = number
    else:
        into = told.places if kind == "place" else told.regions
        into[int(word)] = number


# The marked place takes a query that Django wrote; what readers ask stands among its parameters.
QUESTION = """
WITH told (of_case, official, presumed, place) AS MATERIALIZED (:told),
reasons AS (SELECT DISTINCT of_case, unnest(ARRAY[official, presumed]) AS reason FROM told),
places AS (
    SELECT DISTINCT told.of_case, known.place, known.region
    FROM told JOIN unnest(%s::bigint[], %s::bigint[]) AS known (place, region) USING (place)
)
SELECT 'reason', reason, count(*) FROM reasons WHERE reason <> '' GROUP BY reason
UNION ALL SELECT 'with a reason', '', count(DISTINCT of_case) FROM reasons WHERE reason <> ''
UNION ALL SELECT 'with a place', '', count(DISTINCT of_case) FROM places
UNION ALL SELECT 'place', place::text, count(*) FROM places GROUP BY place
UNION ALL SELECT 'region', region::text, count(DISTINCT of_case) FROM places GROUP BY region
"""


def _rows(told: QuerySet, region_of: dict[int, int]) -> list[tuple[str, str, int]]:
    sql, parameters = told.query.sql_with_params()
    known = [list(region_of), list(region_of.values())]
    with connection.cursor() as cursor:
        cursor.execute(QUESTION.replace(":told", sql), [*parameters, *known])
        return cursor.fetchall()


@dataclass(frozen=True)
class Held:
    """On the first day of each quarter: at least and at most how many were held."""

    days: list[date]
    low: list[int]
    high: list[int]
    undated: int  # cases of which no source says when the person was taken


FIRST_YEAR = 1990
YEARS = 12  # at least so far back


def held(cases: QuerySet, today: date) -> Held:
    """From the first loss of liberty to the last release or death; days between count as held."""
    counts: dict[tuple[str, date | None], int] = {}
    grouped = _bounds(cases).values_list("known", "until", "may", "may_until", "dated")
    undated = 0
    for known, until, may, may_until, dated, number in grouped.annotate(number=Count("pk")):
        if not dated:
            undated += number
            continue
        if known and until and known < until:
            _add(counts, "low", known, number)
            _add(counts, "low", until, -number)
        _add(counts, "high", may or date.min, number)
        if may_until:
            _add(counts, "high", may_until, -number)
    days = _days([day for _, day in counts], today)
    low, high = (_running(counts, name, days) for name in ("low", "high"))
    return Held(days, low, high, undated)


def _bounds(cases: QuerySet) -> QuerySet:
    """Per case the quarters from and until which the person was, or may have been, held."""
    came_out = ~Q(status__in=OPEN_ENDED)
    ended = Least("released_event__occurred_earliest", "died_event__occurred_earliest")
    over = Least("released_event__occurred_latest", "died_event__occurred_latest")
    last_known = If(Q(status__in=LAST_KNOWN), then=F("status_as_of__occurred_earliest"))
    out_at_last = Coalesce(over, "status_as_of__occurred_latest", output_field=DateField())
    return (
        cases.order_by()
        .annotate(
            known=_next_quarter(F("deprived_event__occurred_latest"), 1),
            until=_next_quarter(When_(last_known, If(came_out, then=ended)), 1),
            may=_next_quarter(F("deprived_event__occurred_earliest"), 1),
            may_until=_next_quarter(When_(If(came_out, then=out_at_last)), 0),
            dated=Q(deprived_event__occurred_earliest__isnull=False)
            | Q(deprived_event__occurred_latest__isnull=False),
        )
        .values("known", "until", "may", "may_until", "dated")
    )


def _next_quarter(day, back: int):
    """The first day of the quarter that a day begins, or of the next one; `back` 0: always next."""
    moved = Func(day, template=f"((%(expressions)s) - {back})", output_field=DateField())
    begun = TruncQuarter(moved, output_field=DateField())
    return Func(
        begun,
        template="((%(expressions)s) + interval '3 months')::date",
        output_field=DateField(),
    )


def _add(counts: dict, name: str, day: date | None, number: int) -> None:
    counts[name, day] = counts.get((name, day), 0) + number


def _days(found: list[date], today: date) -> list[date]:
    """The first days of quarters, from the first that counts to today."""
    first = min((day.year for day in found if day > date(FIRST_YEAR, 1, 1)), default=today.year)
    years = range(min(first, today.year - YEARS), today.year + 1)
    days = [date(year, month, 1) for year in years for month in (1, 4, 7, 10)]
    return [day for day in days if day <= today]


def _running(counts: dict, name: str, days: list[date]) -> list[int]:
    changes = sorted((day, number) for (which, day), number in counts.items() if which == name)
    total, place, found = 0, 0, []
    for day in days:
        while place < len(changes) and changes[place][0] <= day:
            total, place = total + changes[place][1], place + 1
        found.append(total)
    return found
