"""Erasures: who proposed to forget somebody for good, on what ground, and who else confirmed it."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils import timezone

from cases.choices import ErasureLaw
from config.records.constraints import both_or_neither


class Erasure(models.Model):
    """A proposal to erase a person or a case; once confirmed, the record that it was done.

    It names nobody: the id of what it is about is the id of a tombstone from then on.
    """

    PUBLIC_FIELDS: tuple[str, ...] = ()
    STAFF_FIELDS = (
        *("id", "public_id", "law", "why", "proposed_by", "proposed_at"),
        *("confirmed_by", "confirmed_at", "removed", "originals"),
    )

    public_id = models.CharField(
        "id", max_length=12, help_text="Only chiefs read this. The person or the case."
    )
    law = models.CharField(
        "legal basis",
        max_length=20,
        choices=ErasureLaw.choices,
        help_text="Only chiefs read this.",
    )
    why = models.CharField(
        "reason",
        max_length=500,
        help_text="Only chiefs read this. It is kept for good: no name, nothing about the person.",
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        help_text="Only chiefs read this.",
    )
    proposed_at = models.DateTimeField(default=timezone.now, help_text="Only chiefs read this.")
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="Only chiefs read this.",
    )
    confirmed_at = models.DateTimeField(null=True, help_text="Only chiefs read this.")
    removed = models.JSONField(
        default=dict, help_text="Only chiefs read this. How many rows of each kind."
    )
    originals = ArrayField(
        models.CharField(max_length=200),
        default=list,
        help_text="Only chiefs read this. Files that storage has still to let go of.",
    )

    class Meta:
        ordering = ["-id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            both_or_neither(
                "erasure_confirmed",
                "confirmed_by",
                "confirmed_at",
                "A confirmation has a person and a time.",
            ),
            CheckConstraint(
                name="erasure_two_people",
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")),
                violation_error_message=(
                    "Who confirms an erasure is somebody else than who proposed it."
                ),
            ),
            CheckConstraint(
                name="erasure_why", condition=~Q(why=""), violation_error_message="Give a reason."
            ),
            UniqueConstraint(
                fields=["public_id"],
                name="erasure_once",
                violation_error_message="This erasure is proposed already.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="keep_confirmed",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__confirmed_at__isnull=False),
            ),
            pgtrigger.Protect(
                name="confirmed_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.confirmed_at IS NOT NULL AND to_jsonb(OLD.*) - 'originals' "
                    "IS DISTINCT FROM to_jsonb(NEW.*) - 'originals'"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"erasure of {self.public_id}"
