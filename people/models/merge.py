"""Merges: two entries that turned out to be one person, and what it takes to part them again."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils import timezone

from config.records.constraints import both_or_neither, implies
from config.records.models import Audience, random_id
from config.records.notices import ROW_MOVES
from people.choices import ChangeKind
from people.models.person import Person


class MergeQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MergeQuerySet":
        """For staff, merges whose people they may see, or could before these were merged."""
        if not Audience.of(user, Person).is_staff:
            return self.none()
        return self.filter(Person.answered(user, "kept__"), Person.answered(user, "absorbed__"))

    def standing(self) -> "MergeQuerySet":
        return self.filter(undone_at__isnull=True)


class Merge(models.Model):
    """One person was absorbed by another: who did it, when, why, and every row as it was before.

    The absorbed person's own row stays, seen by nobody (`Person.merged_into`); its address answers
    with the kept one's. Only `people.actions` writes here.
    """

    STAFF_FIELDS = (
        "id",
        "kept",
        "absorbed",
        "by",
        "at",
        "why",
        "undone_by",
        "undone_at",
        "undone_why",
        "before",
        "conflicts",
    )
    PUBLIC_FIELDS: tuple[str, ...] = ()

    kept = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    absorbed = models.ForeignKey(Person, models.PROTECT, related_name="merges_as_absorbed")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    why = models.TextField(help_text="Only staff read this.")
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)
    undone_why = models.TextField(blank=True, help_text="Only staff read this.")
    before = models.JSONField(
        help_text="Only staff read this. Which columns of which rows changed, from what to what."
    )
    conflicts = models.JSONField(
        default=list, help_text="Only staff read this. What could not be taken back as it was."
    )

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        constraints = [
            CheckConstraint(
                name="merge_of_two",
                condition=~Q(kept=F("absorbed")),
                violation_error_message="A merge takes two people.",
            ),
            CheckConstraint(
                name="merge_why", condition=~Q(why=""), violation_error_message="Give a reason."
            ),
            both_or_neither(
                "merge_undone", "undone_by", "undone_at", "An undoing has a person and a time."
            ),
            implies(
                "merge_undone_why",
                Q(undone_at__isnull=False),
                ~Q(undone_why=""),
                "Give a reason.",
            ),
            models.UniqueConstraint(
                fields=["absorbed"],
                condition=Q(undone_at__isnull=True),
                name="merge_once",
                violation_error_message="This person was merged into another already.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="keep", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="undone_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__undone_at__isnull=False),
            ),
            pgtrigger.Protect(
                name="as_it_was",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("kept", "absorbed", "by", "at", "why", "before"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.absorbed} into {self.kept}"


class ChangeQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ChangeQuerySet":
        """Changes of whose both ends the user sees the page that answers there today."""
        return self.filter(self.model.visible(user))

    def published(self) -> "ChangeQuerySet":
        return self.visible_to(None)


class Change(models.Model):
    """One line of the public table of changes: an address was merged into another, or parted again.

    A line is written only where readers saw both, and hides with either of them.
    """

    PUBLIC_FIELDS = ("public_id", "kind", "old", "new", "at")
    STAFF_FIELDS = ("id",)

    public_id = models.CharField("id", max_length=12, unique=True, help_text="Public. Random.")
    kind = models.CharField(max_length=12, choices=ChangeKind.choices, help_text="Public.")
    old = models.ForeignKey(
        Person, models.PROTECT, related_name="+", help_text="Public. Whose address was merged."
    )
    new = models.ForeignKey(
        Person, models.PROTECT, related_name="+", help_text="Public. Who answers, or answered."
    )
    at = models.DateTimeField(default=timezone.now, help_text="Public.")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        indexes = [models.Index(fields=["at", "id"], name="change_by_time")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            ROW_MOVES,
        ]

    def __str__(self) -> str:
        return self.public_id

    def save(self, *args, **kwargs):
        self.public_id = self.public_id or random_id("M")
        super().save(*args, **kwargs)

    @classmethod
    def visible(cls, user, prefix: str = "") -> Q:
        return Person.answered(user, f"{prefix}old__") & Person.answered(user, f"{prefix}new__")
