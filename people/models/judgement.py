"""Judgements: what staff decided about two people who may be one."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone

from config.records.constraints import implies
from config.records.history import tracked
from people.choices import Verdict
from people.models.pair import Pair


@tracked()
class Judgement(Pair):
    """Two people are the same, are different, or nobody can tell: who says so, when and why.

    There is one row for a pair. Whoever changes their mind changes it, and history keeps what was
    thought before. A pair that is judged is not asked about again, whatever the verdict.
    """

    STAFF_FIELDS = ("id", "one", "other", "verdict", "why", "by", "at")

    verdict = models.CharField(
        max_length=12, choices=Verdict.choices, help_text="Only staff read this."
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

    class Meta(Pair.Meta):
        constraints = [
            *Pair.Meta.constraints,
            CheckConstraint(
                name="judgement_verdict",
                condition=Q(verdict__in=Verdict.values),
                violation_error_message="A verdict is: same, different or unsure.",
            ),
            implies(
                "judgement_same_says_why",
                Q(verdict=Verdict.SAME),
                ~Q(why=""),
                "Say why they are the same person.",
            ),
        ]
