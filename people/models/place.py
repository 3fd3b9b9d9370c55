"""Places, from a country down to a street corner."""

from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import CheckConstraint, F, Q

from config.records import text
from config.records.constraints import both_or_neither
from config.records.history import tracked
from config.records.models import Record, RecordQuerySet, touched
from people.choices import PlaceLevel
from people.models.rules import AREA, AREA_FOLLOWS

SHOWN = ("name", "other_names", "level", "parent_id", "latitude", "longitude")


class PlaceQuerySet(RecordQuerySet):
    def called(self, names: Iterable[str]) -> "PlaceQuerySet":
        """Places of which one name is one of these, however capitalised and accented."""
        keys = {text.fold(name) for name in names} - {""}
        return self.filter(search_keys__overlap=sorted(keys)) if keys else self.none()

    def inside(self, places: Iterable[int]) -> set[int]:
        """Primary keys of these places and of all of this set that lie in them."""
        found = edge = set(places)
        while edge:
            edge = set(self.filter(parent__in=edge).values_list("pk", flat=True)) - found
            found = found | edge
        return found

    def bulk_create(self, objs, *args, **kwargs):
        for place in objs:
            place.prepare()
        return super().bulk_create(objs, *args, **kwargs)


@tracked(exclude=("search_keys", "area"))
class Place(Record):
    """A place that events, facilities and people refer to; it lies inside its parent."""

    ID_PREFIX = "L"
    PUBLIC_FIELDS = ("name", "other_names", "level", "parent", "latitude", "longitude")
    STAFF_FIELDS = (*Record.STAFF_FIELDS, "search_keys", "area")

    name = models.CharField(max_length=200, help_text="Public.")
    other_names = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Public. Other spellings and names, parted by commas.",
    )
    level = models.CharField(max_length=12, choices=PlaceLevel.choices, help_text="Public.")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="Public. The place that this one lies in.",
    )
    latitude = models.DecimalField(
        max_digits=8, decimal_places=5, null=True, blank=True, help_text="Public. Degrees, WGS 84."
    )
    longitude = models.DecimalField(
        max_digits=8, decimal_places=5, null=True, blank=True, help_text="Public. Degrees, WGS 84."
    )
    search_keys = ArrayField(models.TextField(), default=list, editable=False)
    # Kept by the database: the county that this place is or lies in; else the city, else wider.
    area = models.ForeignKey(
        "self", models.SET_NULL, null=True, editable=False, related_name="+", db_index=False
    )

    objects = PlaceQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["name", "id"]
        indexes = [GinIndex(fields=["search_keys"], name="place_keys")]
        constraints = [
            *Record.Meta.constraints,
            both_or_neither(
                "place_point", "latitude", "longitude", "Give both latitude and longitude."
            ),
            CheckConstraint(
                name="place_on_earth",
                condition=Q(latitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message="Latitude is -90 to 90, longitude -180 to 180.",
            ),
            CheckConstraint(
                name="place_not_in_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="A place does not lie in itself.",
            ),
        ]
        triggers = [*Record.Meta.triggers, touched(*SHOWN), AREA, AREA_FOLLOWS]

    def prepare(self) -> None:
        """Fill in what follows from the names: one key for each, folded; and the id."""
        keys = (text.fold(name) for name in (self.name, *self.other_names))
        self.search_keys = sorted({key for key in keys if key})
        self.public_id = self.public_id or self.free_id()

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **kwargs)
