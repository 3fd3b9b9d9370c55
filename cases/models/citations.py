"""Citations: which source says what about which record, in which passage."""

from functools import reduce
from operator import or_

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from cases import anchors
from cases.choices import Stance
from cases.models.case import Case
from cases.models.events import Event, Participation
from cases.models.evidence import Evidence, EvidenceQuerySet
from cases.models.facilities import Facility
from cases.models.rules import CITATION_UNSETTLES, QUOTE_IS_THERE, TRACES_FALL
from cases.models.snapshots import Snapshot
from cases.models.sources import Source
from config.records.constraints import both_or_neither, exactly_one, implies
from config.records.history import tracked
from config.records.models import Record, touched
from people.models import Person, PersonName, Relationship
from people.models.rules import not_of_merged

TARGETS = ("case", "event", "person", "person_name", "relationship", "participation", "facility")
# Nobody's article is told whole; as long as what a reader needs to check a fact.
LONGEST_QUOTE = 2_000
WORDS = (
    "field",
    "says",
    "stance",
    "quote",
    "start",
    "end",
    "prefix",
    "suffix",
    "page",
    "timecode",
    "translation",
)


def _target(model: type[models.Model]) -> models.ForeignKey:
    return models.ForeignKey(
        model,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        help_text="Public. What the source speaks of; exactly one.",
    )


def cites_field(record: Record, field: str) -> bool:
    """Whether a public field of this name exists, or a partial date whose columns are public."""
    return field in record.PUBLIC_FIELDS or f"{field}_edtf" in record.PUBLIC_FIELDS


class CitationQuerySet(EvidenceQuerySet):
    def visible_of(self, user, *targets: str) -> "CitationQuerySet":
        """Those of `visible_to` that speak of these kinds of record.

        Each speaks of one record, so that no other kind could hide it. The fewer tables are joined,
        the sooner the database has a plan, which takes it longer than to follow the plan.
        """
        kinds = reduce(or_, (Q(**{f"{name}__isnull": False}) for name in targets))
        return self.filter(kinds, self.model.visible(user, through=(*targets, "source")))


@tracked()
class Citation(Evidence):
    """One source's word on one record, or on one of its fields, with the passage.

    The record holds the value we prefer; citations hold what each source says, so that accounts
    that differ stand side by side. `start` and `end` count code points of the kept copy's text.
    """

    ID_PREFIX = "Q"
    VISIBLE_THROUGH = (*TARGETS, "source")
    PUBLIC_FIELDS = (*TARGETS, "source", "snapshot", "told_by", *WORDS)

    objects = CitationQuerySet.as_manager()

    case = _target(Case)
    event = _target(Event)
    person = _target(Person)
    person_name = _target(PersonName)
    relationship = _target(Relationship)
    participation = _target(Participation)
    facility = _target(Facility)
    field = models.CharField(
        max_length=40,
        blank=True,
        help_text="Public. Which of its fields; empty for the record as a whole.",
    )
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="citations", help_text="Public."
    )
    snapshot = models.ForeignKey(
        Snapshot,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        help_text="Public. The kept copy that the passage is in.",
    )
    says = models.CharField(
        "what it says", max_length=300, blank=True, help_text="Public. In short: '14 years'."
    )
    stance = models.CharField(
        max_length=12, choices=Stance.choices, default=Stance.SUPPORTS, help_text="Public."
    )
    quote = models.TextField("passage", blank=True, help_text="Public. Word for word.")
    start = models.PositiveIntegerField(null=True, blank=True, help_text="Public.")
    end = models.PositiveIntegerField(null=True, blank=True, help_text="Public.")
    prefix = models.CharField(
        max_length=60, blank=True, editable=False, help_text="Public. The words before."
    )
    suffix = models.CharField(
        max_length=60, blank=True, editable=False, help_text="Public. The words after."
    )
    page = models.CharField(max_length=20, blank=True, help_text="Public.")
    timecode = models.CharField(max_length=20, blank=True, help_text="Public. 00:12:30.")
    translation = models.TextField(blank=True, help_text="Public. Of the passage, our own.")
    told_by = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="told",
        help_text="Public. Who told the source, where the source itself says so in public.",
    )

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            exactly_one(
                "citation_of_one", list(TARGETS), "A citation speaks of exactly one record."
            ),
            both_or_neither("citation_span", "start", "end", "Give both start and end."),
            CheckConstraint(
                name="citation_span_in_order",
                condition=Q(start__isnull=True) | Q(start__lt=F("end")),
                violation_error_message="A passage ends after it starts.",
            ),
            implies(
                "citation_span_quoted",
                Q(start__isnull=False),
                Q(snapshot__isnull=False) & ~Q(quote=""),
                "A place in the text needs the kept copy and the passage.",
            ),
            implies(
                "citation_quote_placed",
                Q(snapshot__isnull=False) & ~Q(quote=""),
                Q(start__isnull=False),
                "The kept copy does not hold this passage.",
            ),
            CheckConstraint(
                name="citation_quote_is_a_passage",
                condition=LessThanOrEqual(Length("quote"), LONGEST_QUOTE),
                violation_error_message=(
                    f"A passage has up to {LONGEST_QUOTE:,} characters. An article belongs to its "
                    "author: cite sentence by sentence."
                ),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            CITATION_UNSETTLES,
            QUOTE_IS_THERE,
            TRACES_FALL,
            not_of_merged("person_id", "told_by_id"),
            touched(
                *(f"{name}_id" for name in (*TARGETS, "source", "snapshot", "told_by")), *WORDS
            ),
        ]

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        if self.start is not None and not kwargs.get("update_fields"):
            apps.get_model("cases", "Trace").objects.follow(pk=self.pk)

    def clean(self):
        super().clean()
        self._check_field()
        self._place_quote()

    def _check_field(self) -> None:
        chosen = next((getattr(self, n) for n in TARGETS if getattr(self, f"{n}_id")), None)
        if self.field and chosen and not cites_field(chosen, self.field):
            message = f"A {chosen._meta.verbose_name} has no public field '{self.field}'."
            raise ValidationError({"field": message})

    def _place_quote(self) -> None:
        """Find the passage in the kept copy, if the source has one, and take its exact words."""
        if not self.quote or not self.source_id:
            self.start = self.end = None
            self.prefix = self.suffix = ""
            return
        self.snapshot = self.snapshot or self.source.snapshots.first()
        if self.snapshot is None:
            return
        anchor = anchors.find(self.snapshot.text, self.quote, self.start or 0)
        if anchor is None:
            message = "The kept copy of this source does not hold this passage."
            raise ValidationError({"quote": message})
        self.quote, self.start, self.end = anchor.quote, anchor.start, anchor.end
        self.prefix, self.suffix = anchor.prefix, anchor.suffix

    @property
    def target(self) -> Record:
        """The record it speaks of."""
        return next(getattr(self, name) for name in TARGETS if getattr(self, f"{name}_id"))
