"""Links: what the address of a source answered when it was last asked."""

from django.db import models
from django.db.models import CheckConstraint, F, Q

from cases.models.sources import LONGEST_ADDRESS, Source
from cases.outcomes import LinkOutcome
from config.records.constraints import in_order
from config.records.notices import ROW_MOVES


class LinkCheckQuerySet(models.QuerySet):
    def visible_to(self, user) -> "LinkCheckQuerySet":
        """Seen with its source."""
        return self.filter(Source.visible(user, "source__"))


class LinkCheck(models.Model):
    """What a source's address answers: as of when, and since when it has been so.

    One row a source, written by `check_links`. The database drops it when the address changes.
    """

    PUBLIC_FIELDS = ("source", "asked_at", "outcome", "since", "answered_at")
    STAFF_FIELDS = ("id", "status", "reached", "problem")

    source = models.OneToOneField(
        Source, models.CASCADE, related_name="link_check", help_text="Public."
    )
    asked_at = models.DateTimeField(help_text="Public. When last asked.")
    outcome = models.CharField(
        "link", max_length=12, choices=LinkOutcome.choices, help_text="Public."
    )
    since = models.DateTimeField(help_text="Public. When it was first found to be so.")
    answered_at = models.DateTimeField(
        null=True, help_text="Public. When it last showed a page; empty if never."
    )
    status = models.PositiveSmallIntegerField(
        null=True, help_text="Only staff read this. 200 is a page, 404 none."
    )
    reached = models.CharField(
        max_length=LONGEST_ADDRESS, blank=True, help_text="Only staff read this. Where it led."
    )
    problem = models.CharField(
        max_length=200, blank=True, help_text="Only staff read this. Why nothing was answered."
    )

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        triggers = [ROW_MOVES]
        indexes = [
            models.Index(fields=["asked_at"], name="link_asked"),
            models.Index(fields=["outcome"], name="link_outcome"),
        ]
        constraints = [
            CheckConstraint(
                name="link_outcome",
                condition=Q(outcome__in=LinkOutcome.values),
                violation_error_message="A link answers, moved, is gone, refuses us or is silent.",
            ),
            in_order(
                "link_since", "since", "asked_at", "It was found so before it was asked last."
            ),
            CheckConstraint(
                name="link_answered",
                condition=~Q(outcome=LinkOutcome.ANSWERS)
                | Q(answered_at__isnull=False, answered_at=F("asked_at")),
                violation_error_message="A link that answers did so when it was asked last.",
            ),
        ]

    def __str__(self) -> str:
        return f"link of {self.source}"

    def tell(self, outcome: str, *, at, status=None, reached: str = "", problem: str = "") -> None:
        """Take in what was found; `since` stays while the outcome does."""
        if self.pk is None or outcome != self.outcome:
            self.since = at
        if outcome == LinkOutcome.ANSWERS:
            self.answered_at = at
        self.asked_at, self.outcome, self.status = at, outcome, status
        self.reached, self.problem = reached[:LONGEST_ADDRESS], problem[:200]
        self.save()
