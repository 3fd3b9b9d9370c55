"""How well a case is supported: verification and counts of sources, from its citations (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.choices import OrganizationKind, Reliability, SourceKind, Stance, Verification

PAPERS = (SourceKind.COURT_DOCUMENT, SourceKind.OFFICIAL_NOTICE, SourceKind.LEAKED_FILE)
AUTHORITIES = (
    OrganizationKind.POLICE,
    OrganizationKind.COURT,
    OrganizationKind.MINISTRY,
    OrganizationKind.GOVERNMENT,
    OrganizationKind.PARTY,
)
RELIABLE = (Reliability.HIGHLY_RELIABLE, Reliability.LIKELY_RELIABLE)


@dataclass(frozen=True)
class CitationFact:
    """One citation. `origin` is the source that the cited one goes back to, itself if none.

    `event` is the key of the event it speaks of, None for the case as a whole; `is_deciding` says
    that it speaks of the case itself rather than of the person.
    """

    source: int
    origin: int
    stance: str = Stance.SUPPORTS
    event: int | None = None
    is_deciding: bool = False
    source_kind: str = ""
    is_seen: bool = True
    publisher_kind: str = ""
    reliability: str = ""
    published: date | None = None

    @property
    def supports(self) -> bool:
        return self.stance == Stance.SUPPORTS

    @property
    def is_reliable(self) -> bool:
        return self.reliability in RELIABLE


@dataclass(frozen=True)
class Weight:
    verification: str = Verification.UNVERIFIED
    sources: int = 0
    origins: int = 0
    citations: int = 0
    last_source: int | None = None


def weigh(
    citations: Iterable[CitationFact], status_events: set[int | None], is_acknowledged: bool
) -> Weight:
    """How well the citations support a case whose status rests on `status_events`."""
    facts = list(citations)
    supporting = [fact for fact in facts if fact.supports]
    return Weight(
        verification=_verification(facts, supporting, status_events, is_acknowledged),
        sources=len({fact.source for fact in supporting}),
        origins=len({fact.origin for fact in supporting}),
        citations=len(facts),
        last_source=_last_source(supporting, status_events),
    )


def _verification(facts, supporting, status_events, is_acknowledged) -> str:
    if any(not fact.supports and _decides(fact, status_events) for fact in facts):
        return Verification.DISPUTED
    if not supporting:
        return Verification.UNVERIFIED
    if is_acknowledged or any(f.publisher_kind in AUTHORITIES for f in supporting):
        return Verification.CONFIRMED
    if any(fact.source_kind in PAPERS and fact.is_seen for fact in supporting):
        return Verification.DOCUMENTED
    if len({fact.origin for fact in supporting}) > 1:
        return Verification.INDEPENDENT
    if len({fact.source for fact in supporting}) > 1:
        return Verification.SAME_ORIGIN
    return Verification.SINGLE_SOURCE


def _decides(fact: CitationFact, status_events: set[int | None]) -> bool:
    return fact.event in status_events if fact.event else fact.is_deciding


def _last_source(supporting: list[CitationFact], status_events: set[int | None]) -> int | None:
    """The most recent source that supports the status as it is."""
    dated = [f for f in supporting if f.published and f.event and f.event in status_events]
    return max(dated, key=lambda f: (f.published, -f.source)).source if dated else None
