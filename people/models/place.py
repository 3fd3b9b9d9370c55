"""Places, from a country down to a street corner."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Q

from config.records.constraints import both_or_neither
from config.records.history import tracked
from config.records.models import Record, touched
from people.choices import PlaceLevel

SHOWN = ("name", "other_names", "level", "parent_id", "latitude", "longitude")


@tracked()
class Place(Record):
    """A place that events, facilities and people refer to; it lies inside its parent."""

    ID_PREFIX = "L"
    PUBLIC_FIELDS = ("name", "other_names", "level", "parent", "latitude", "longitude")

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

    class Meta(Record.Meta):
        ordering = ["name", "id"]
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
        triggers = [*Record.Meta.triggers, touched(*SHOWN)]
