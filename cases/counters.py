"""The counters of the front page: how many, by which definition, on which day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext

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
    return Counters(today, [*_of_cases(by_status), _of_sources()])


def _of_cases(by_status: dict[str, int]) -> list[Counter]:
    cases, dead = reverse("cases"), CaseStatus.DIED_IN_CUSTODY
    people = Case.objects.published().aggregate(n=Count("person", distinct=True))["n"]
    return [
        Counter(
            sum(by_status.values()),
            gettext("cases"),
            gettext("Published lines of concern, each about one person."),
            cases,
        ),
        Counter(
            people,
            gettext("people with a case"),
            gettext("Counted once, however many cases they have."),
            "",
        ),
        Counter(
            sum(by_status.get(status, 0) for status in HELD),
            gettext("held, as last heard"),
            gettext(
                "In custody, awaiting trial, serving a sentence, under house arrest or "
                "disappeared, by the last event known of each."
            ),
            f"{cases}?" + "&".join(f"status={status}" for status in HELD),
        ),
        Counter(
            by_status.get(dead, 0),
            gettext("died in custody"),
            dead.definition,
            f"{cases}?status={dead}",
        ),
    ]


def _of_sources() -> Counter:
    return Counter(
        Source.objects.published().count(),
        gettext("sources"),
        gettext("Articles, documents, testimonies and posts that the cases rest on."),
        reverse("sources"),
    )
