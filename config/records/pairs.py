"""Pairs of records of one kind: told once, whichever of the two comes first."""

from django.db import models
from django.db.models import Q

from config.records.models import Audience


def in_order(first: int, second: int) -> tuple[int, int]:
    """The primary keys of two records as a pair holds them, the older entry first."""
    return min(first, second), max(first, second)


class PairQuerySet(models.QuerySet):
    """Of a model whose `one` and `other` are two records of one kind."""

    def visible_to(self, user) -> "PairQuerySet":
        """For staff alone, and of pairs only those of which the user may see both records."""
        kind = self.model._meta.get_field("one").related_model
        if not Audience.of(user, kind).is_staff:
            return self.none()
        return self.filter(kind.visible(user, "one__"), kind.visible(user, "other__"))

    def of(self, record: int) -> "PairQuerySet":
        """Every pair that this record is in."""
        return self.filter(Q(one=record) | Q(other=record))

    def between(self, first: int, second: int) -> "PairQuerySet":
        """The pair of these two, if there is one."""
        one, other = in_order(first, second)
        return self.filter(one=one, other=other)

    def counterparts(self, record: int) -> set[int]:
        """The primary keys of all that are in a pair with this record."""
        pairs = self.of(record).values_list("one", "other")
        return {key for pair in pairs for key in pair} - {record}
