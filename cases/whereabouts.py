"""Where the facilities of a list are: drawn on a map no nearer than is known, and told by place."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from cases.charts import WITHIN
from cases.choices import CoordinatePrecision as Precision
from config.records.maps import Point, drawn
from people.models import Place

# Within how many degrees a point of each precision may be.
AS_PRECISE = {Precision.SETTLEMENT: 0.1, Precision.COUNTY: 0.5, Precision.REGION: 1.0}
LISTED = 20


@dataclass(frozen=True)
class Whereabouts:
    """A map, the places with most facilities, and how many facilities have no point at all."""

    drawn: SafeString | str
    places: list[tuple[Place, int]]
    nowhere: int


def whereabouts(facilities: QuerySet, user) -> Whereabouts:
    """Of a facility without a point of its own, that of its place, if the reader may see it."""
    columns = ("latitude", "longitude", "precision", "place")
    rows = list(facilities.order_by().values_list(*columns))
    keys = {place for *_, place in rows if place}
    places = {one.pk: one for one in Place.objects.visible_to(user).filter(pk__in=keys)}
    points = [_point(*row[:3], places.get(row[3])) for row in rows]
    known = [point for point in points if point]
    counts = Counter(key for *_, key in rows if key in places)
    most = sorted(counts.items(), key=lambda one: (-one[1], places[one[0]].name))[:LISTED]
    title = ngettext(
        "Map of %(number)s facility. The list of places says where it is.",
        "Map of %(number)s facilities. The list of places says where most of them are.",
        len(known),
    ) % {"number": len(known)}
    listed = [(places[key], number) for key, number in most]
    return Whereabouts(drawn(known, title), listed, len(points) - len(known))


def _point(latitude, longitude, precision: str, place: Place | None) -> Point | None:
    if latitude is not None:
        return Point(float(latitude), float(longitude), 1, AS_PRECISE.get(precision, 0.0))
    if place and place.latitude is not None:
        within = WITHIN.get(place.level, 0.1)
        return Point(float(place.latitude), float(place.longitude), 1, within)
    return None
