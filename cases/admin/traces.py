"""What became of passages in newer kept copies: filters of lists, and tables on two pages."""

from django.contrib import admin
from django.urls import reverse

from cases.models import Source, Trace
from cases.outcomes import TraceOutcome

TOLD = (TraceOutcome.LOST, TraceOutcome.REWORDED)
MOST = 100
OUTCOMES = [(outcome.value, outcome.label) for outcome in TraceOutcome]


def newest_traces(user):
    """What became of each passage that this user may see, in the newest copy of its source."""
    return Trace.objects.visible_to(user).newest()


class PassageNow(admin.SimpleListFilter):
    """Citations by what became of their passage."""

    title = "passage in the newest copy"
    parameter_name = "passage"

    def lookups(self, request, model_admin):
        return OUTCOMES

    def queryset(self, request, queryset):
        if self.value() not in TraceOutcome.values:
            return queryset
        found = newest_traces(request.user).filter(outcome=self.value())
        return queryset.filter(pk__in=found.values("citation"))


class PassagesNow(admin.SimpleListFilter):
    """Sources by what became of any of their passages."""

    title = "a passage in the newest copy"
    parameter_name = "passages"

    def lookups(self, request, model_admin):
        return [one for one in OUTCOMES if one[0] in TOLD]

    def queryset(self, request, queryset):
        if self.value() not in TOLD:
            return queryset
        found = newest_traces(request.user).filter(outcome=self.value())
        return queryset.filter(pk__in=found.values("citation__source"))


def to_look_at(source: Source, user) -> list[dict]:
    """The passages of a source that its newest copy does not hold letter for letter."""
    found = newest_traces(user).filter(citation__source=source, outcome__in=TOLD)
    found = found.select_related("citation", "snapshot").defer("snapshot__text")
    return [_row(trace) for trace in found.order_by("outcome", "citation_id")[:MOST]]


def of_citation(citation, user) -> list[dict]:
    """What every newer copy says, the newest first."""
    found = Trace.objects.visible_to(user).filter(citation=citation)
    found = found.select_related("citation", "snapshot").defer("snapshot__text")
    return [_row(trace) for trace in found.order_by("-snapshot_id")[:MOST]]


def _row(trace: Trace) -> dict:
    citation = trace.citation
    return {
        "trace": trace,
        "citation": citation,
        "address": reverse("admin:cases_citation_change", args=[citation.pk]),
        "copy": reverse("admin:cases_snapshot_change", args=[trace.snapshot_id]),
    }
