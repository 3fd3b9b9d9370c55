"""Intake: what was found in a kept copy that somebody reads, and what was decided about it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, UniqueConstraint
from django.utils import timezone

from cases.decisions import Decision, SuggestionKind
from cases.models.snapshots import Snapshot
from cases.models.sources import Source
from config.records.constraints import both_or_neither, implies
from config.records.models import Audience


class IntakeQuerySet(models.QuerySet):
    def visible_to(self, user) -> "IntakeQuerySet":
        """For staff alone, with the source whose copy is read."""
        if not Audience.of(user, Source).is_staff:
            return self.none()
        return self.filter(Source.visible(user, "snapshot__source__"))

    def unfinished(self) -> "IntakeQuerySet":
        """Where something is still to be decided, or the text is not read to its end."""
        waits = Suggestion.objects.filter(intake=models.OuterRef("pk"), decision=Decision.OPEN)
        return self.filter(models.Exists(waits) | Q(is_read=False))


class Intake(models.Model):
    """The reading of one kept copy. Who takes something in locks its row first."""

    PUBLIC_FIELDS: tuple[str, ...] = ()
    STAFF_FIELDS = ("id", "snapshot", "begun_by", "begun_at", "rules", "read_to", "is_read")

    snapshot = models.OneToOneField(
        Snapshot, models.PROTECT, related_name="intake", help_text="Only staff read this."
    )
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        help_text="Only staff read this.",
    )
    begun_at = models.DateTimeField(default=timezone.now, help_text="Only staff read this.")
    rules = models.PositiveIntegerField(
        help_text="Only staff read this. The version of the rules that it was read by."
    )
    read_to = models.PositiveIntegerField(
        default=0, help_text="Only staff read this. How many signs of the text are read."
    )
    is_read = models.BooleanField(
        default=False, help_text="Only staff read this. Whether all of the text is read."
    )

    objects = IntakeQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"reading of {self.snapshot}"


class Suggestion(models.Model):
    """Something found in a kept copy that may be entered: a person, a place, a tie, an event.

    It is decided about once, and what was entered for it is named by public id; so that nothing
    that it holds is lost when two people are merged, nor tells of whom not everybody may see.
    """

    PUBLIC_FIELDS: tuple[str, ...] = ()
    STAFF_FIELDS = (
        "id",
        "intake",
        "key",
        "kind",
        "position",
        "what",
        "looked_up",
        "decision",
        "decided_by",
        "decided_at",
        "led_to",
    )

    intake = models.ForeignKey(
        Intake, models.CASCADE, related_name="suggestions", help_text="Only staff read this."
    )
    key = models.CharField(
        max_length=80, help_text="Only staff read this. What it is and where: person:496-511."
    )
    kind = models.CharField(
        max_length=10, choices=SuggestionKind.choices, help_text="Only staff read this."
    )
    position = models.PositiveIntegerField(
        help_text="Only staff read this. Where the text first tells of it."
    )
    what = models.JSONField(help_text="Only staff read this. What was found, with its passages.")
    looked_up = models.JSONField(
        default=dict,
        help_text="Only staff read this. Who in the register may be meant, for each audience.",
    )
    decision = models.CharField(
        max_length=10,
        choices=Decision.choices,
        default=Decision.OPEN,
        help_text="Only staff read this.",
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="Only staff read this.",
    )
    decided_at = models.DateTimeField(null=True, help_text="Only staff read this.")
    led_to = ArrayField(
        models.CharField(max_length=12),
        default=list,
        help_text="Only staff read this. The ids of what was entered for it.",
    )

    class Meta:
        ordering = ["position", "id"]
        default_permissions = ()
        constraints = [
            UniqueConstraint(
                fields=["intake", "key"],
                name="suggestion_once",
                violation_error_message="This was found already.",
            ),
            both_or_neither(
                "suggestion_decided",
                "decided_by",
                "decided_at",
                "A decision has a person and a time.",
            ),
            implies(
                "suggestion_signed",
                ~Q(decision=Decision.OPEN),
                Q(decided_by__isnull=False),
                "A decision has a person and a time.",
            ),
            implies(
                "suggestion_led_nowhere",
                ~Q(led_to=[]),
                Q(decision=Decision.ACCEPTED),
                "Only what was accepted leads to records.",
            ),
        ]

    def __str__(self) -> str:
        return f"suggestion {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.decision == Decision.OPEN

    @property
    def spans(self) -> list[list[int]]:
        """Where the text tells of it."""
        return self.what.get("mentions") or [self.what["trigger"]]

    def leads_to(self, prefix: str) -> str:
        """The id of the record of this kind that was entered for it; empty if none."""
        return next((one for one in self.led_to if one.startswith(f"{prefix}-")), "")
