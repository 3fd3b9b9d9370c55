"""What a record has that may turn out to be the same as another: who answers in its place."""

from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.db.models.functions import Coalesce

from config.records.models import Record, RecordQuerySet
from people.models.rules import KEEP_MERGED, MERGED_STAYS, not_of_merged


class MergeableQuerySet(RecordQuerySet):
    def known_as(self, public_id: str) -> "MergeableQuerySet":
        """The record that has this id, or answers for it since two were merged."""
        named = self.model._base_manager.filter(public_id=public_id.strip().upper())
        return self.filter(pk__in=named.values(answers=Coalesce("merged_into_id", "pk")))


class Mergeable(Record):
    """A record that may be merged into another of its kind.

    Its row then stays as it was, with what says the same as something the other has. Nobody sees
    it any more, staff included, and its address answers with the other's. `merged_into` always
    names who answers today: whoever is merged on takes along what was merged into them.
    """

    STAFF_FIELDS = (*Record.STAFF_FIELDS, "merged_into")
    RULES = (
        CheckConstraint(
            name="%(class)s_not_merged_into_itself",
            condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            violation_error_message="Nobody is merged into themselves.",
        ),
    )
    TRIGGERS = (KEEP_MERGED, MERGED_STAYS, not_of_merged("merged_into_id"))

    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="absorbed",
        help_text="Only staff read this. Who this turned out to be.",
    )

    class Meta(Record.Meta):
        abstract = True

    @classmethod
    def visible(cls, user, prefix: str = "") -> Q:
        """As every record; nobody sees who was merged, nor what is seen only through them."""
        return super().visible(user, prefix) & Q(**{f"{prefix}merged_into__isnull": True})

    @classmethod
    def _open_to_all(cls, prefix: str) -> Q:
        return super()._open_to_all(prefix) & Q(**{f"{prefix}merged_into__isnull": True})

    @classmethod
    def answered(cls, user, prefix: str = "") -> Q:
        """As `visible`, and of who was merged: it was seen itself, and who answers for it is."""
        stands = Q(**{f"{prefix}merged_into__isnull": True})
        answers = cls.visible(user, f"{prefix}merged_into__")
        return super().visible(user, prefix) & (stands | answers)


def embargo_index(name: str) -> models.Index:
    """Finds the few that are, or were lately, under an embargo."""
    condition = Q(embargoed_until__isnull=False)
    return models.Index(fields=["embargoed_until"], condition=condition, name=name)
