"""Tombstones: ids of what was erased for good. They say that it was, and nothing else."""

import pgtrigger
from django.db import models
from django.utils import timezone

from config.records.notices import ROW_MOVES


class TombstoneQuerySet(models.QuerySet):
    def told(self) -> "TombstoneQuerySet":
        """Those of what readers have known: the public list, and what no release holds any more."""
        return self.filter(was_public=True)

    def is_told(self, public_id: str) -> bool:
        return self.told().filter(public_id=public_id).exists()


class Tombstone(models.Model):
    """The id of a record that was erased. It is never given out again.

    Of a record that was never public nobody is told: its id answers as one that never was.
    """

    PUBLIC_FIELDS = ("public_id", "erased_on")
    STAFF_FIELDS = ("id", "was_public")

    public_id = models.CharField("id", max_length=12, unique=True, help_text="Public.")
    erased_on = models.DateField(default=timezone.localdate, help_text="Public.")
    was_public = models.BooleanField(help_text="Only staff read this. Readers have known it.")

    objects = TombstoneQuerySet.as_manager()

    class Meta:
        ordering = ["erased_on", "public_id"]
        default_permissions = ()
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            ROW_MOVES,
        ]

    def __str__(self) -> str:
        return self.public_id


NEVER_AGAIN = pgtrigger.Trigger(
    name="never_again",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=pgtrigger.Func(
        """
        IF EXISTS (SELECT FROM records_tombstone WHERE public_id = NEW.public_id) THEN
            RAISE EXCEPTION 'rule: This id belonged to a record that was erased.'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
        """
    ),
)
