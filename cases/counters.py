"""The counters of the front page: how many, by which definition, on which day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from cases.choices import CaseStatus
from cases.models import Case, Source
from cases.timeline import HELD


@dataclass(frozen=True)
class Counter:
    """A number, what it counts, and the question that lists it."""

    number: int
    label: str
    definition: str
    address: str


@dataclass(frozen=True)
class Counters:
    """All counters, counted on one day; they count records, and estimate nothing."""

    day: date
    rows: list[Counter]


def counters(today: date) -> Counters:
    by_status = dict(
        Case.objects.published().order_by().values_list("status").annotate(Count("pk"))
    )
    people = Case.objects.published().aggregate(n=Count("person", distinct=True))["n"]
    dead = CaseStatus.DIED_IN_CUSTODY
    rows = [
        Counter(
            sum(by_status.values()),
            "cases",
            "Published lines of concern, each about one person.",
            "/cases/",
        ),
        Counter(people, "people with a case", "Counted once, however many cases they have.", ""),
        Counter(
            sum(by_status.get(status, 0) for status in HELD),
            "held, as last heard",
            "In custody, awaiting trial, serving a sentence, under house arrest or disappeared, by "
            "the last event known of each.",
            "/cases/?" + "&".join(f"status={status}" for status in HELD),
        ),
        Counter(
            by_status.get(dead, 0), "died in custody", dead.definition, f"/cases/?status={dead}"
        ),
        Counter(
            Source.objects.published().count(),
            "sources",
            "Articles, documents, testimonies and posts that the cases rest on.",
            "/sources/",
        ),
    ]
    return Counters(today, rows)
