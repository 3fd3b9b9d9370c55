"""Pairs of people who may be one: told once, whichever of the two comes first."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from config.records.models import Audience
from people.models.person import Person


def in_order(first: int, second: int) -> tuple[int, int]:
    """The primary keys of two people as a pair holds them, the older entry first."""
    return min(first, second), max(first, second)


class PairQuerySet(models.QuerySet):
    def visible_to(self, user) -> "PairQuerySet":
        """For staff alone, and of pairs only those of which the user may see both people."""
        if not Audience.of(user, Person).is_staff:
            return self.none()
        return self.filter(Person.visible(user, "one__"), Person.visible(user, "other__"))

    def of(self, person: int) -> "PairQuerySet":
        """Every pair that this person is in."""
        return self.filter(Q(one=person) | Q(other=person))

    def between(self, first: int, second: int) -> "PairQuerySet":
        """The pair of these two, if there is one."""
        one, other = in_order(first, second)
        return self.filter(one=one, other=other)

    def counterparts(self, person: int) -> set[int]:
        """The primary keys of everybody who is in a pair with this person."""
        return {key for pair in self.of(person).values_list("one", "other") for key in pair} - {
            person
        }


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
