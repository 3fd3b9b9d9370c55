"""What a source supports: the cases, and every fact with its passage."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from cases import shown
from cases.models import Case, Citation, Participation, Snapshot, Source
from cases.passages import Evidence, Passages
from config.records.models import Record

MOST = 500
# Each is seen only with the citation, so that it may be joined to it.
SUBJECTS = (
    "case__person",
    "event__case__person",
    "person",
    "person_name__person",
    "relationship__from_person",
    "participation__event__case__person",
    "facility",
)


@dataclass(frozen=True)
class Supported:
    """One record that the source speaks of, under its noun, and what is said of it."""

    noun: str
    record: Record
    evidence: Evidence


class Support:
    """Everything that rests on one source, as far as one reader may see it."""

    def __init__(self, source: Source, user):
        self.source, self.user = source, user
        cited = list(self._citations.select_related(*SUBJECTS)[: MOST + 1])
        self.has_more = len(cited) > MOST
        self.passages = Passages(cited[:MOST])
        self.passages.name(source)
        self.facts = [self._fact(*key, group) for key, group in _grouped(cited[:MOST]).items()]
        self.sources = self.passages.sources()

    @cached_property
    def resting(self) -> list[Source]:
        """The sources that rest on this one, or are known only through it."""
        near = Q(origin=self.source) | Q(cited_by=self.source)
        return list(shown.sources(self.user).filter(near).order_by("pk"))

    @cached_property
    def copies(self) -> list[Snapshot]:
        """The kept copies: when and which, never what they hold."""
        return list(self.source.snapshots.defer("text", "headers"))

    @property
    def _citations(self) -> QuerySet[Citation]:
        return shown.citations(self.user).filter(source__in=self._sources)

    @property
    def _sources(self) -> list[int]:
        """This source and those that rest on it."""
        return [self.source.pk, *(one.pk for one in self.resting)]

    @cached_property
    def cases(self) -> list[Case]:
        """The cases of which a passage speaks, or one of their events."""
        cited = Citation.objects.visible_to(self.user).filter(source__in=self._sources)
        events = cited.exclude(event=None).values("event")
        part = Q(event__in=events) | Q(
            pk__in=cited.exclude(participation=None).values("participation")
        )
        shared = Participation.objects.visible_to(self.user).filter(part).exclude(case=None)
        either = Q(pk__in=cited.exclude(case=None).values("case"))
        either |= Q(events__in=events) | Q(pk__in=shared.values("case"))
        found = Case.objects.visible_to(self.user).filter(either).values("pk")
        return list(shown.cases(self.user).filter(pk__in=found).order_by("-pk")[:MOST])

    def _fact(self, noun: str, record: Record, group: list[Citation]) -> Supported:
        return Supported(noun, record, self.passages.together(group))


def _grouped(citations: list[Citation]) -> dict[tuple[str, Record], list[Citation]]:
    found: dict[tuple[str, Record], list[Citation]] = {}
    for citation in citations:
        found.setdefault(_subject(citation), []).append(citation)
    return found


def _subject(citation: Citation) -> tuple[str, Record]:
    """The record with a page of its own that the citation speaks of."""
    target = citation.target
    return {
        "case": lambda: ("cases", target),
        "event": lambda: ("events", target),
        "participation": lambda: ("events", target.event),
        "person": lambda: ("people", target),
        "personname": lambda: ("people", target.person),
        "relationship": lambda: ("people", target.from_person),
        "facility": lambda: ("facilities", target),
    }[target._meta.model_name]()
