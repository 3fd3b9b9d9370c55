"""Kept copies of sources: the original with its hash, and the text that passages are cited from."""

import hashlib
import re

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Func, Q, Value
from django.utils import timezone

from cases.choices import HowKept
from cases.extraction.found import LONGEST_TEXT
from cases.models.sources import LONGEST_ADDRESS, Source
from config.records.constraints import hashed, implies
from config.records.models import random_id
from config.records.notices import ROW_MOVES
from config.records.tombstones import NEVER_AGAIN

FETCHED = Q(how=HowKept.FETCHED)
NOTHING_FETCHED = Q(address_asked="", address_reached="", status__isnull=True, headers={})


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def words_sha256(text: str) -> str:
    """The hash of a text's words: the same whatever spaces and line breaks are between them."""
    return sha256(re.sub(r"\s+", " ", text).strip().encode())


class SnapshotQuerySet(models.QuerySet):
    def visible_to(self, user) -> "SnapshotQuerySet":
        """Those whose source this reader may see."""
        return self.filter(source__in=Source.objects.visible_to(user))

    def saying(self, text: str) -> "SnapshotQuerySet":
        """Those with this text, whatever the spaces between its words."""
        return self.filter(words_sha256=words_sha256(text))


class Snapshot(models.Model):
    """A source's kept copy: what it said when we read it. Rows are added, never changed, but by
    an erasure, which says so in the row.

    Readers see its hashes and the passages cited from it, not the text: that belongs to its author.
    The original lies in file storage; of a pasted text kept before there was one, it is the text.
    `cases.keeping.keep` is the verb that adds one.
    """

    PUBLIC_FIELDS = (
        *("public_id", "source", "kept_at", "how", "sha256", "text_sha256", "redacted_on"),
    )
    STAFF_FIELDS = (
        "id",
        "kept_by",
        "address_asked",
        "address_reached",
        "status",
        "headers",
        "size",
        "file",
        "text",
        "words_sha256",
    )

    # Shown to readers
    public_id = models.CharField("id", max_length=12, unique=True, editable=False)
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="snapshots", help_text="Public."
    )
    kept_at = models.DateTimeField(default=timezone.now, editable=False, help_text="Public.")
    how = models.CharField(
        "how it came",
        max_length=12,
        choices=HowKept.choices,
        default=HowKept.PASTED,
        editable=False,
        help_text="Public.",
    )
    sha256 = models.CharField(
        "SHA-256 of the original", max_length=64, editable=False, help_text="Public."
    )
    text_sha256 = models.CharField(
        "SHA-256 of the text", max_length=64, editable=False, help_text="Public."
    )

    redacted_on = models.DateField(
        null=True,
        editable=False,
        help_text="Public. When what it said of somebody erased was blanked in its text; the "
        "original is gone since, and the hash of the text is that of what is left.",
    )

    # Only staff see these
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+"
    )
    address_asked = models.CharField(
        max_length=LONGEST_ADDRESS, blank=True, editable=False, help_text="Only staff read this."
    )
    address_reached = models.CharField(
        max_length=LONGEST_ADDRESS,
        blank=True,
        editable=False,
        help_text="Only staff read this. Where redirects led.",
    )
    status = models.PositiveSmallIntegerField(
        "answer of the site",
        null=True,
        editable=False,
        help_text="Only staff read this. 200 is a page.",
    )
    headers = models.JSONField(
        "headers of the answer",
        default=dict,
        blank=True,
        editable=False,
        help_text="Only staff read this.",
    )
    size = models.PositiveIntegerField(
        "bytes of the original", editable=False, help_text="Only staff read this."
    )
    file = models.CharField(
        max_length=200,
        blank=True,
        editable=False,
        help_text="Only staff read this. Its name in the storage of originals.",
    )
    text = models.TextField(
        max_length=LONGEST_TEXT, help_text="Only staff read this. Passages are cited from it."
    )
    words_sha256 = models.CharField(
        "SHA-256 of the words",
        max_length=64,
        editable=False,
        help_text="Only staff read this. The same for any spaces and line breaks.",
    )

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["words_sha256"], name="snapshot_words")]
        constraints = [
            CheckConstraint(
                name="snapshot_hash",
                condition=Q(
                    text_sha256=Func(
                        Func(
                            Func(F("text"), Value("UTF8"), function="convert_to"),
                            function="sha256",
                        ),
                        Value("hex"),
                        function="encode",
                        output_field=models.CharField(),
                    )
                ),
                violation_error_message="The hash does not belong to the text.",
            ),
            hashed("snapshot_hash_of_original", "sha256"),
            hashed("snapshot_hash_of_words", "words_sha256"),
            implies(
                "snapshot_fetched",
                FETCHED,
                ~Q(address_asked="")
                & ~Q(address_reached="")
                & Q(status__isnull=False, status__range=(200, 299)),
                "What was fetched has the addresses asked and reached, and the answer.",
            ),
            implies(
                "snapshot_not_fetched",
                ~FETCHED,
                NOTHING_FETCHED,
                "Only what was fetched has addresses, an answer and headers.",
            ),
            implies(
                "snapshot_original",
                Q(file="", redacted_on__isnull=True),
                Q(how=HowKept.PASTED, sha256=F("text_sha256")),
                "Only a pasted text may be without a file; its text is then the original.",
            ),
            implies(
                "snapshot_redacted",
                Q(redacted_on__isnull=False),
                Q(file=""),
                "Of a redacted copy the original is gone.",
            ),
        ]
        triggers = [
            NEVER_AGAIN,
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            ROW_MOVES,
        ]

    def __str__(self) -> str:
        return self.public_id

    def save(self, *args, **kwargs):
        content = self.text.encode()
        self.public_id = self.public_id or random_id("K")
        self.text_sha256, self.words_sha256 = sha256(content), words_sha256(self.text)
        if not self.file:
            self.sha256, self.size = self.text_sha256, len(content)
        super().save(*args, **kwargs)
        apps.get_model("cases", "Sketch").objects.draw(self)
        apps.get_model("cases", "Trace").objects.follow(source=self.source_id)
