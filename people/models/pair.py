"""Pairs of people who may be one: told once, whichever of the two comes first."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from config.records.pairs import PairQuerySet
from people.models.person import Person


class Pair(models.Model):
    """Two people. Nothing about a pair is public: it would tell of people who are hidden."""

    PUBLIC_FIELDS: tuple[str, ...] = ()

    one = models.ForeignKey(
        Person, models.CASCADE, related_name="%(class)s_first", help_text="Only staff read this."
    )
    other = models.ForeignKey(
        Person, models.CASCADE, related_name="%(class)s_second", help_text="Only staff read this."
    )

    objects = PairQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ()
        constraints = [
            UniqueConstraint(
                fields=["one", "other"],
                name="%(class)s_once",
                violation_error_message="There is an entry for these two already.",
            ),
            CheckConstraint(
                name="%(class)s_in_order",
                condition=Q(one__lt=F("other")),
                violation_error_message="A pair is of two people, the older entry first.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"
