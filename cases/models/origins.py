"""Where sources come from: what finds those that repeat one another, and what staff found apart."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.db.models.expressions import RawSQL
from django.utils import timezone

from cases.models.snapshots import Snapshot
from cases.models.sources import Source
from cases.repeating import sketch
from config.records.history import tracked
from config.records.pairs import PairQuerySet

_SHARED = "cardinality(ARRAY(SELECT unnest(hashes) INTERSECT SELECT unnest(%s::bigint[])))"


class SketchQuerySet(models.QuerySet):
    def draw(self, snapshot: Snapshot) -> "Sketch":
        """Remember a kept copy by some of its runs of words."""
        return self.get_or_create(snapshot=snapshot, defaults={"hashes": sketch(snapshot.text)})[0]

    def draw_missing(self):
        """The same for every copy that has none yet, one after the other."""
        missing = Snapshot.objects.filter(sketch=None).order_by("pk")
        for key in list(missing.values_list("pk", flat=True)):
            yield self.draw(Snapshot.objects.only("text").get(pk=key))

    def near(self, hashes: list[int]) -> "SketchQuerySet":
        """Those with runs in common, the most first."""
        found = self.filter(hashes__overlap=hashes)
        shared = RawSQL(_SHARED, [hashes], output_field=models.IntegerField())  # noqa: S611 our own
        return found.annotate(shared=shared).order_by("-shared", "pk")


class Sketch(models.Model):
    """What a kept copy is found by among all others: hashes of a few runs of its words."""

    PUBLIC_FIELDS = ()
    STAFF_FIELDS = ("id", "snapshot", "hashes")

    snapshot = models.OneToOneField(
        Snapshot, models.CASCADE, related_name="sketch", help_text="Only staff read this."
    )
    hashes = ArrayField(models.BigIntegerField(), help_text="Only staff read this.")

    objects = SketchQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [GinIndex(fields=["hashes"], name="sketch_hashes")]

    def __str__(self) -> str:
        return f"sketch of {self.snapshot}"


@tracked()
class Independence(models.Model):
    """Two sources that looked like one origin and are not: who says so, when and why.

    Nobody is asked about the two again. Nothing about it is public: it may tell of a hidden source.
    """

    PUBLIC_FIELDS = ()
    STAFF_FIELDS = ("id", "one", "other", "why", "by", "at")

    one = models.ForeignKey(
        Source, models.CASCADE, related_name="+", help_text="Only staff read this."
    )
    other = models.ForeignKey(
        Source, models.CASCADE, related_name="+", help_text="Only staff read this."
    )
    why = models.CharField(
        max_length=1000, blank=True, help_text="Only staff read this. In a few words."
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        help_text="Only staff read this.",
    )
    at = models.DateTimeField(default=timezone.now, help_text="Only staff read this.")

    objects = PairQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            UniqueConstraint(fields=["one", "other"], name="independence_once"),
            CheckConstraint(
                name="independence_in_order",
                condition=Q(one__lt=F("other")),
                violation_error_message="A pair is of two sources, the older entry first.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"
