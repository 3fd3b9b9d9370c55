"""The logbook: who took a file, or opened a sealed record or a message; no visitor is in it."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from config.records.choices import AccessKind
from config.records.constraints import implies

# A line is written once. That a file ended, and with how many rows, is added to it once.
WRITTEN_ONCE = pgtrigger.Trigger(
    name="written_once",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    func=pgtrigger.Func(
        """
        IF TG_OP = 'UPDATE' AND OLD.is_whole IS NULL AND OLD.what = 'download'
            AND to_jsonb(NEW) - ARRAY['rows', 'is_whole']
                = to_jsonb(OLD) - ARRAY['rows', 'is_whole']
        THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'rule: The logbook is never altered.' USING ERRCODE = 'check_violation';
        """
    ),
)


class Access(models.Model):
    """One file taken by somebody who is signed in, or one look at a sealed record or a message.

    It holds names of filters and never what was asked for; no word of a record, and of a sealed
    one its public id, which only those who may unseal are shown.
    """

    PUBLIC_FIELDS = ()
    STAFF_FIELDS = ("id", "at", "by", "what", "kind", "record", "form", "filters", "rows")
    STAFF_FIELDS += ("is_whole",)

    at = models.DateTimeField(default=timezone.now, help_text="Only auditors read this.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        help_text="Only auditors read this.",
    )
    what = models.CharField(
        max_length=12, choices=AccessKind.choices, help_text="Only auditors read this."
    )
    kind = models.CharField(
        "of what", max_length=60, help_text="Only auditors read this. The kind of record or file."
    )
    record = models.CharField(
        max_length=12, blank=True, help_text="Only who may unseal reads this. Which one, by its id."
    )
    form = models.CharField(
        "format", max_length=12, blank=True, help_text="Only auditors read this."
    )
    filters = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        help_text="Only auditors read this. Names of filters, never what was asked for.",
    )
    rows = models.BigIntegerField(
        null=True,
        help_text="Only auditors read this. Rows in the file; unknown if it broke off.",
    )
    is_whole = models.BooleanField(
        "came whole",
        null=True,
        help_text="Only auditors read this. Whether the file was taken to its end.",
    )

    class Meta:
        verbose_name = "line of the logbook"
        verbose_name_plural = "logbook"
        ordering = ["-id"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["by", "id"], name="access_by")]
        constraints = [
            implies(
                "access_rows_of_files",
                ~Q(what=AccessKind.DOWNLOAD),
                Q(rows__isnull=True, is_whole__isnull=True),
                "Only a file has rows.",
            )
        ]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"line {self.pk}"
