"""Places that hold people, and the organizations that act, hold, publish and answer."""

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q
from django.urls import reverse

from cases.choices import CoordinatePrecision, EvidenceClass, FacilityKind, OrganizationKind
from cases.models.evidence import Evidence
from cases.models.rules import ORGANIZATION_UNSETTLES
from config.records.constraints import both_or_neither
from config.records.date_columns import DateColumns, date_constraints, date_fields
from config.records.history import tracked
from config.records.models import Record, touched
from people.models import Place


@tracked()
class Organization(Evidence):
    """A media outlet, police department, court, ministry, party, government, mission or group."""

    ID_PREFIX = "O"
    PUBLIC_FIELDS = ("name", "other_names", "kind", "place")

    name = models.CharField(max_length=200, help_text="Public.")
    other_names = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Public. Other names, parted by commas.",
    )
    kind = models.CharField(max_length=20, choices=OrganizationKind.choices, help_text="Public.")
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", help_text="Public."
    )

    class Meta(Record.Meta):
        ordering = ["name", "id"]
        triggers = [
            *Record.Meta.triggers,
            ORGANIZATION_UNSETTLES,
            touched("name", "other_names", "kind", "place_id"),
        ]


# Digits after the point of coordinates in degrees: a tenth of a degree is some 11 kilometres.
DIGITS = {
    CoordinatePrecision.BUILDING: 5,
    CoordinatePrecision.SETTLEMENT: 2,
    CoordinatePrecision.COUNTY: 1,
    CoordinatePrecision.REGION: 0,
}


@tracked()
class Facility(Record):
    """A place that holds people. Two unnamed facilities are never the same one."""

    ID_PREFIX = "F"
    PUBLIC_FIELDS = (
        "name",
        "is_named",
        "other_names",
        "kind",
        "place",
        "latitude",
        "longitude",
        "precision",
        "operator",
        "evidence",
        *date_fields("opened", "closed"),
    )

    name = models.CharField(
        max_length=200,
        help_text="Public. The name, or, if no source gives one, what to call it in our words.",
    )
    is_named = models.BooleanField(
        "has a name",
        default=True,
        help_text="Public. Untick if no source names it; it is then never taken for another.",
    )
    other_names = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Public. Other names, parted by commas.",
    )
    kind = models.CharField(
        max_length=30,
        choices=FacilityKind.choices,
        default=FacilityKind.UNKNOWN,
        help_text="Public.",
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="facilities", help_text="Public."
    )
    latitude = models.DecimalField(
        max_digits=8, decimal_places=5, null=True, blank=True, help_text="Public. Degrees, WGS 84."
    )
    longitude = models.DecimalField(
        max_digits=8, decimal_places=5, null=True, blank=True, help_text="Public. Degrees, WGS 84."
    )
    precision = models.CharField(
        "precision of the coordinates",
        max_length=12,
        choices=CoordinatePrecision.choices,
        blank=True,
        help_text="Public.",
    )
    operator = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="facilities",
        help_text="Public. Who runs it.",
    )
    evidence = models.CharField(
        "known from",
        max_length=24,
        choices=EvidenceClass.choices,
        blank=True,
        help_text="Public. What the knowledge of this place rests on.",
    )
    opened = DateColumns("opening")
    closed = DateColumns("closing")

    class Meta(Record.Meta):
        verbose_name_plural = "facilities"
        ordering = ["name", "id"]
        constraints = [
            *Record.Meta.constraints,
            *date_constraints("facility", "opened"),
            *date_constraints("facility", "closed"),
            both_or_neither(
                "facility_point", "latitude", "longitude", "Give both latitude and longitude."
            ),
            CheckConstraint(
                name="facility_on_earth",
                condition=Q(latitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message="Latitude is -90 to 90, longitude -180 to 180.",
            ),
            CheckConstraint(
                name="facility_precision",
                condition=Q(latitude__isnull=True) | ~Q(precision=""),
                violation_error_message="Say how precise the coordinates are.",
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            touched(
                "name",
                "is_named",
                "other_names",
                "kind",
                "place_id",
                "latitude",
                "longitude",
                "precision",
                "operator_id",
                "evidence",
                *date_fields("opened", "closed"),
            ),
        ]

    @property
    def point(self) -> tuple[Decimal, Decimal] | None:
        """Latitude and longitude as readers are told them: no nearer than is known."""
        if self.latitude is None:
            return None
        digits = DIGITS[self.precision]
        return round(self.latitude, digits), round(self.longitude, digits)

    def get_absolute_url(self) -> str:
        return reverse("facility", args=[self.public_id])
