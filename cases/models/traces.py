"""Traces: what became of a citation's passage in each newer kept copy of its source."""

from collections.abc import Iterable

from django.db import models, transaction
from django.db.models import CheckConstraint, Exists, F, OuterRef, Q, Subquery, UniqueConstraint

from cases.anchors import Anchor
from cases.models.citations import Citation
from cases.models.snapshots import Snapshot
from cases.outcomes import TraceOutcome
from cases.rereading import Newer, Reread, reread
from config.records.constraints import both_or_neither, implies
from config.records.notices import ROW_MOVES

AT_ONCE = 500


class TraceQuerySet(models.QuerySet):
    def visible_to(self, user) -> "TraceQuerySet":
        """A trace is seen with its citation."""
        return self.filter(Citation.visible(user, "citation__"))

    def newest(self) -> "TraceQuerySet":
        """Of each citation the trace in the newest copy."""
        newer = self.model.objects.filter(
            citation=OuterRef("citation"), snapshot__gt=OuterRef("snapshot")
        )
        return self.exclude(Exists(newer))

    def follow(self, **citations) -> int:
        """Look for passages in the newer copies where nobody has yet; how many were looked for.

        citations: which, as a filter takes it: of one source, one citation, or all.
        """
        waiting = self.model.waiting(**citations)
        texts = Snapshot.objects.filter(pk__in={snapshot for _, snapshot in waiting})
        for snapshot in texts.only("text").iterator(chunk_size=1):
            cited = [citation for citation, newer in waiting if newer == snapshot.pk]
            self._follow(snapshot, Citation.objects.filter(pk__in=cited))
        return len(waiting)

    def _follow(self, snapshot: Snapshot, citations: Iterable[Citation]) -> None:
        newer = Newer(snapshot.text)
        traces = [self.model.of(one, snapshot, reread(newer, anchor(one))) for one in citations]
        with transaction.atomic():
            self.bulk_create(traces, ignore_conflicts=True)


def anchor(citation: Citation) -> Anchor:
    """Where the passage stands in the copy that it is cited from."""
    return Anchor(citation.quote, citation.start, citation.end, citation.prefix, citation.suffix)


class Trace(models.Model):
    """A citation stays bound to the copy it was taken from; this tells what a newer copy says.

    It is worked out when a copy is kept, and by `compare_copies`. The database drops it when the
    passage of its citation is changed. The new words are for staff: nobody has reviewed them.
    """

    PUBLIC_FIELDS = ("citation", "snapshot", "outcome")
    STAFF_FIELDS = ("id", "start", "end", "words")

    citation = models.ForeignKey(
        Citation, models.CASCADE, related_name="traces", help_text="Public."
    )
    snapshot = models.ForeignKey(
        Snapshot, models.PROTECT, related_name="traces", help_text="Public. The newer copy."
    )
    outcome = models.CharField(max_length=12, choices=TraceOutcome.choices, help_text="Public.")
    start = models.PositiveIntegerField(null=True, help_text="Only staff read this.")
    end = models.PositiveIntegerField(null=True, help_text="Only staff read this.")
    words = models.TextField(
        blank=True, help_text="Only staff read this. The passage as it now reads, if reworded."
    )

    objects = TraceQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        triggers = [ROW_MOVES]
        constraints = [
            UniqueConstraint(fields=["citation", "snapshot"], name="trace_once"),
            CheckConstraint(
                name="trace_outcome",
                condition=Q(outcome__in=TraceOutcome.values),
                violation_error_message="A passage is the same, moved, reworded or lost.",
            ),
            both_or_neither("trace_span", "start", "end", "Give both start and end."),
            CheckConstraint(
                name="trace_lost_has_no_place",
                condition=Q(outcome=TraceOutcome.LOST, start__isnull=True)
                | (~Q(outcome=TraceOutcome.LOST) & Q(start__isnull=False)),
                violation_error_message="A passage has a place unless it is lost.",
            ),
            implies(
                "trace_words",
                ~Q(words=""),
                Q(outcome=TraceOutcome.REWORDED),
                "Only a passage in other words has new words.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.citation} in {self.snapshot}"

    @classmethod
    def of(cls, citation: Citation, snapshot: Snapshot, found: Reread) -> "Trace":
        trace = cls(citation=citation, snapshot=snapshot, outcome=found.outcome)
        if found.anchor:
            trace.start, trace.end = found.anchor.start, found.anchor.end
        if found.outcome == TraceOutcome.REWORDED:
            trace.words = found.anchor.quote
        return trace

    @classmethod
    def waiting(cls, **citations) -> list[tuple[int, int]]:
        """Citations with each newer copy in which nobody has looked for their passage."""
        pairs = cls._pairs(**citations).order_by("newer", "pk")
        return list(pairs.values_list("pk", "newer"))

    @classmethod
    def sources_waiting(cls) -> set[int]:
        """The sources that have such citations."""
        return set(cls._pairs().order_by().values_list("source", flat=True))

    @classmethod
    def _pairs(cls, **citations) -> models.QuerySet:
        pairs = Citation.objects.filter(start__isnull=False, **citations).annotate(
            newer=F("source__snapshots")
        )
        looked = cls.objects.filter(citation=OuterRef("pk"), snapshot=OuterRef("newer"))
        return pairs.filter(newer__gt=F("snapshot")).exclude(Exists(looked))


def newest_trace(column: str) -> Subquery:
    """A column of the trace in the newest copy, beside a citation."""
    found = Trace.objects.filter(citation=OuterRef("pk")).order_by("-snapshot_id")
    return Subquery(found.values(column)[:1])
