"""The public columns of people with what their cases tell: one flat row for each person."""

from dataclasses import replace

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from cases.choices import CaseStatus, Verification
from cases.models import Case
from config.records.columns import (
    CHANGED,
    NOT_APPLICABLE,
    Column,
    basic,
    date_columns_of,
    seen,
)
from people.columns import BASIC_OF_PERSON, PERSON_COLUMNS

FIRST_LOSS = "deprived_event__occurred"


def _cases(user):
    """The cases of the outer row's person that this reader may see."""
    return Case.objects.visible_to(user).filter(person=OuterRef("pk")).order_by()


def _number(user):
    counted = _cases(user).values("person").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def _all(field: str):
    """Every value of a field among these cases, each once, in order."""

    def expression(user):
        return ArraySubquery(_cases(user).order_by(field).values(field).distinct())

    return expression


def _of_first(path: str):
    """A value of the case whose first loss of liberty this reader sees to be the earliest."""

    def expression(user):
        days = (seen(Case, f"{FIRST_LOSS}_{end}", user) for end in ("earliest", "latest"))
        by_time = _cases(user).annotate(first_day=Coalesce(*days))
        ordered = by_time.order_by(F("first_day").asc(nulls_last=True), "pk")
        return Subquery(ordered.values_list(seen(Case, path, user))[:1])

    return expression


def _first_loss() -> tuple[Column, ...]:
    about = "First loss of liberty in any of the cases"
    return tuple(
        replace(one, path="", expression=_of_first(one.path), kind=one.kind_in(Case))
        for one in date_columns_of("deprived_on", FIRST_LOSS, about, NOT_APPLICABLE)
    )


_CASES_OF_PERSON = (
    Column("cases", "Number of cases of the person.", "", _number, kind="number"),
    Column("case_ids", "Ids of those cases.", "", _all("public_id"), kind="list"),
    Column(
        "statuses",
        "Status of each case, each once.",
        "",
        _all("status"),
        CaseStatus,
        kind="list",
    ),
    Column(
        "verifications",
        "How well each case is supported, each once.",
        "",
        _all("verification"),
        Verification,
        kind="list",
    ),
    *_first_loss(),
)
PERSON_ROW = basic(
    f"{BASIC_OF_PERSON} cases statuses deprived_on_edtf",
    (*PERSON_COLUMNS[: -len(CHANGED)], *_CASES_OF_PERSON, *CHANGED),
)
