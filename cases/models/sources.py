"""Sources and their kept copies: an article is one row, however many cases it supports."""

import hashlib

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Func, Q, Value
from django.utils import timezone

from cases.choices import Reliability, SourceKind
from cases.models.evidence import Evidence
from cases.models.facilities import Organization
from cases.models.rules import SOURCE_UNSETTLES
from config.records.date_columns import DateColumns, date_constraints, date_fields
from config.records.history import tracked
from config.records.models import Record, random_id, touched
from people.models import Person
from people.models.rules import not_of_merged

# Every copy that the Wayback Machine has of an address. A link for readers; nothing here asks it.
WAYBACK = "https://web.archive.org/web/2*/"


@tracked()
class Source(Evidence):
    """Where a fact comes from: an article, a document, a testimony, a post."""

    ID_PREFIX = "S"
    PUBLIC_FIELDS = (
        "kind",
        "title",
        "url",
        "archive_url",
        "publisher",
        "author",
        "language",
        "reliability",
        "origin",
        "cited_by",
        "is_seen",
        "about",
        *date_fields("published"),
    )
    STAFF_FIELDS = (
        *Record.STAFF_FIELDS,
        "canonical_url",
        "informant",
        "informant_connection",
        "informant_knows",
    )

    # Shown to readers
    kind = models.CharField(max_length=20, choices=SourceKind.choices, help_text="Public.")
    title = models.CharField(max_length=500, help_text="Public.")
    url = models.URLField("address", max_length=2000, blank=True, help_text="Public.")
    archive_url = models.URLField(
        "address in an archive",
        max_length=2000,
        blank=True,
        help_text="Public. Left empty, readers are led to what the Wayback Machine has of it.",
    )
    publisher = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
        help_text="Public.",
    )
    author = models.CharField(
        max_length=300, blank=True, help_text="Public. As stated; empty if not."
    )
    published = DateColumns("publication")
    language = models.CharField(max_length=20, blank=True, help_text="Public. A BCP 47 tag: en.")
    reliability = models.CharField(
        max_length=20,
        choices=Reliability.choices,
        default=Reliability.NOT_ASSESSED,
        help_text="Public.",
    )
    origin = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="repeated_by",
        help_text="Public. The source that this one repeats or rests on; the two count as one.",
    )
    cited_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cites",
        help_text="Public. Known to us only through this other source.",
    )
    is_seen = models.BooleanField(
        "seen by us",
        default=True,
        help_text="Public. Untick if we know of it only from another source.",
    )
    about = models.TextField(blank=True, help_text="Public. What it is, in our own words.")

    # Only staff see these
    canonical_url = models.URLField("canonical address", max_length=2000, blank=True)
    informant = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="testimonies",
        help_text="Only staff read this. Who told it.",
    )
    informant_connection = models.CharField(
        max_length=200, blank=True, help_text="Only staff read this. Who they are to the case."
    )
    informant_knows = models.CharField(
        "how the informant knows",
        max_length=200,
        blank=True,
        help_text="Only staff read this.",
    )

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            *date_constraints("source", "published"),
            CheckConstraint(
                name="source_not_its_own_origin",
                condition=(Q(origin__isnull=True) | ~Q(origin=F("id")))
                & (Q(cited_by__isnull=True) | ~Q(cited_by=F("id"))),
                violation_error_message="A source is not its own origin and does not cite itself.",
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            SOURCE_UNSETTLES,
            not_of_merged("informant_id"),
            touched(
                "kind",
                "title",
                "url",
                "archive_url",
                "publisher_id",
                "author",
                "language",
                "reliability",
                "origin_id",
                "cited_by_id",
                "is_seen",
                "about",
                *date_fields("published"),
            ),
        ]

    @property
    def archive_address(self) -> str:
        """Where an archive of others has it, or may have it; empty without an address."""
        if self.archive_url or not self.url.startswith(("http://", "https://")):
            return self.archive_url
        return f"{WAYBACK}{self.url}"


class Snapshot(models.Model):
    """A source's kept copy: what it said when we read it. Rows are added, never changed.

    Readers see its hash and the passages cited from it, not the text: that belongs to its author.
    """

    PUBLIC_FIELDS = ("public_id", "source", "kept_at", "text_sha256")
    STAFF_FIELDS = ("id", "kept_by", "text")

    public_id = models.CharField("id", max_length=12, unique=True, editable=False)
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="snapshots", help_text="Public."
    )
    kept_at = models.DateTimeField(default=timezone.now, editable=False, help_text="Public.")
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+"
    )
    text = models.TextField(
        max_length=1_000_000, help_text="Only staff read this. The text, pasted."
    )
    text_sha256 = models.CharField(max_length=64, editable=False, help_text="Public.")

    class Meta:
        ordering = ["-id"]
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
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.public_id

    def save(self, *args, **kwargs):
        self.public_id = self.public_id or random_id("K")
        self.text_sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        super().save(*args, **kwargs)
        apps.get_model("cases", "Trace").objects.follow(source=self.source_id)
