"""On what the sources of a page agree, what only one of them tells, and where they differ."""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.passages import Accounts, Evidence, Passages
from config.records.models import Record


@dataclass(frozen=True)
class Told:
    """One thing that is told: what, and by the sources of which numbers and how many origins."""

    record: Record
    numbers: list[int]
    origins: int


@dataclass(frozen=True)
class Differing:
    """One thing on which accounts differ, and the record of the page that it is part of."""

    record: Record
    accounts: Accounts


class Agreement:
    """The evidence of a page, weighed: each record once."""

    def __init__(self, evidence: Iterable[tuple[Record, Evidence]], passages: Passages):
        evidence = list(evidence)
        told = [_told(record, found, passages) for record, found in evidence]
        self.agreed = [one for one in told if one.origins > 1]
        self.of_one_origin = [one for one in told if one.origins == 1 and len(one.numbers) > 1]
        self.single = [one for one in told if len(one.numbers) == 1]
        self.differing = [
            Differing(record, accounts) for record, found in evidence for accounts in found.accounts
        ]

    def __bool__(self) -> bool:
        return bool(self.agreed or self.of_one_origin or self.single or self.differing)


def _told(record: Record, evidence: Evidence, passages: Passages) -> Told:
    """Who supports it; whoever contradicts it does not."""
    saying = {one.number for one in evidence.passages if not one.contradicts}
    numbers = sorted(saying | set(evidence.numbers))
    return Told(record, numbers, passages.origins(numbers))
