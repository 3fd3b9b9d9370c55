"""Sources: an article is one row, however many cases it supports."""

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.urls import reverse

from cases.canonical import canonical
from cases.choices import Reliability, SourceKind
from cases.models.evidence import Evidence, EvidenceQuerySet
from cases.models.facilities import Organization
from cases.models.rules import LINK_CHECK_FALLS, ORIGIN_IS_FIRST, SOURCE_UNSETTLES
from config.records.date_columns import DateColumns, date_constraints, date_fields
from config.records.history import tracked
from config.records.models import Record, touched
from people.models import Person
from people.models.rules import not_of_merged

# Every copy that the Wayback Machine has of an address. A link for readers; nothing here asks it.
WAYBACK = "https://web.archive.org/web/2*/"
LONGEST_ADDRESS = 2000


class SourceQuerySet(EvidenceQuerySet):
    def at(self, address: str) -> "SourceQuerySet":
        """Those of which this is an address, in whatever form."""
        folded = canonical(address)
        return self.filter(canonical_url=folded) if folded else self.none()


@tracked()
class Source(Evidence):
    """Where a fact comes from: an article, a document, a testimony, a post."""

    ID_PREFIX = "S"
    WAITS_WITH = ("citations",)
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
    url = models.URLField("address", max_length=LONGEST_ADDRESS, blank=True, help_text="Public.")
    archive_url = models.URLField(
        "address in an archive",
        max_length=LONGEST_ADDRESS,
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
    canonical_url = models.URLField(
        "canonical address",
        max_length=LONGEST_ADDRESS,
        blank=True,
        help_text="Only staff read this. All addresses of the article fold to it; left empty, it "
        "follows from the address.",
    )
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

    objects = SourceQuerySet.as_manager()

    class Meta(Record.Meta):
        indexes = [HashIndex(fields=["canonical_url"], name="source_canonical")]
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
            LINK_CHECK_FALLS,
            ORIGIN_IS_FIRST,
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

    def save(self, *args, **kwargs):
        folded = canonical(self.canonical_url or self.url)
        self.canonical_url = folded if len(folded) <= LONGEST_ADDRESS else ""
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.public_id])
