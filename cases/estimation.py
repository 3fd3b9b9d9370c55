"""A table for multiple-systems estimation: who was documented by which list.

A row is one person with a case of their own. A list is a publisher: `in_…` is 1 where a source that
goes back to it supports one of the person's cases. What only repeats another source counts for
that one's publisher, so that lists are as independent as the register knows. Who is on no list is
in no row: how many those are is what is to be estimated.
"""

import datetime
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from cases.choices import Stance
from cases.models import Case as CaseOfPerson
from cases.models import Citation, Organization, Participation, Source
from cases.person_columns import PERSON_ROW
from config.records.columns import Column, dated, rows, seen
from people.choices import PersonKind
from people.models import Person

MOST_LISTS = 20
LISTS = 8
WHO, STAMP = ("id", "link"), ("version", "as_of")
STRATA = """
    sex birth_year ethnicity occupation_group citizenship home_id home cases statuses
    deprived_on_edtf deprived_on_earliest deprived_on_latest"""


def lists(user, most: int = LISTS) -> list[Organization]:
    """The publishers that most sources go back to."""
    found = Source.objects.visible_to(user).annotate(list=_list(Source, user))
    counted = found.order_by().values("list").exclude(list=None).annotate(number=Count("pk"))
    first = counted.order_by("-number", "list").values_list("list", flat=True)[:most]
    by_key = Organization.objects.visible_to(user).in_bulk(list(first))
    return sorted(by_key.values(), key=lambda one: one.public_id)


def columns(named: list[Organization]) -> tuple[Column, ...]:
    """Who, on which lists, in which strata, of which version and day."""
    of_person = {column.name: column for column in PERSON_ROW}
    return (
        *(of_person[name] for name in WHO),
        *(Column(name_of(one), f"1 if on the list of {one.name}.", kind="number") for one in named),
        Column("in_other", "1 if on a list without a column, or one not told.", kind="number"),
        *(of_person[name] for name in (*STRATA.split(), *STAMP)),
    )


def name_of(one: Organization) -> str:
    """The column of a list."""
    return f"in_{one.public_id.replace('-', '')}"


def people(user) -> QuerySet:
    """Those with a row, in the order of their ids: one named person each, on a list or more."""
    cases = CaseOfPerson.objects.visible_to(user).filter(person=OuterRef("pk"), source_count__gt=0)
    named = Person.objects.visible_to(user).filter(kind=PersonKind.INDIVIDUAL)
    return named.filter(Exists(cases)).order_by("public_id")


def listed(user, named: list[Organization], day: datetime.date | None = None) -> "Listed":
    """The rows of the table, for whoever writes files; of that day, if one is said."""
    of_person = {column.name: column for column in PERSON_ROW}
    who, strata = WHO, (*STRATA.split(), *STAMP)
    lists_of = Column("lists", "Keys of lists.", expression=_lists_of)
    asked = (*(of_person[n] for n in who), lists_of, *(of_person[n] for n in strata))
    asked = dated(asked, day) if day else asked
    return Listed(rows(people(user), asked, user), [one.pk for one in named])


@dataclass
class Listed:
    """People with their lists, told apart into a column for each: found once for each person.

    It stands for a queryset where a statement is written.
    """

    people: QuerySet
    keys: list[int]

    @property
    def query(self) -> "Listed":
        return self

    @property
    def annotation_select(self) -> dict:
        """What kinds of values the columns hold."""
        values = list(self.people.query.annotation_select.values())
        flags = [Value(0, IntegerField())] * (len(self.keys) + 1)
        at = len(WHO)
        return dict(enumerate([*values[:at], *flags, *values[at + 1 :]]))

    def sql_with_params(self) -> tuple[str, tuple]:
        """The question, around that for people: keys are our own numbers."""
        inner, params = self.people.query.sql_with_params()
        number = len(self.people.query.annotation_select)
        at = len(WHO)
        cells = [f"p{one}" for one in range(number)]
        cells[at : at + 1] = self._flags(cells[at])
        names = ", ".join(f"p{one}" for one in range(number))
        # The limit keeps PostgreSQL from looking for the lists again in every column.
        fenced = f"({inner} LIMIT (SELECT 9223372036854775807)) AS people ({names})"
        return f"SELECT {', '.join(cells)} FROM {fenced}", params  # noqa: S608

    def _flags(self, lists_of: str) -> list[str]:
        keys = f"ARRAY[{', '.join(map(str, self.keys))}]::bigint[]"
        rest = f"SELECT FROM unnest({lists_of}) AS one WHERE one IS NULL OR one <> ALL ({keys})"
        there = [f"{key} = ANY ({lists_of})" for key in self.keys]
        other = f"cardinality({lists_of}) = 0 OR EXISTS ({rest})"
        return [f"CASE WHEN {rule} THEN 1 ELSE 0 END" for rule in (*there, other)]


def _lists_of(user) -> ArraySubquery:
    """The lists that the outer person is on, as this reader sees them; NULL for one not told."""
    visible = Citation.objects.visible_to(user).filter(stance=Stance.SUPPORTS).order_by()
    found = visible.filter(_among(_evidence(user))).annotate(list=_list(Citation, user, "source__"))
    return ArraySubquery(found.values("list").distinct())


def _among(keys: QuerySet) -> Func:
    """That a row is one of these. Said so, they are found first, and all else beside them."""
    return Func(
        F("pk"),
        ArraySubquery(keys),
        template="%(expressions)s)",
        arg_joiner=" = ANY(",
        output_field=BooleanField(),
    )


def _evidence(user) -> QuerySet:
    """Citations of the outer person's cases, each way by its own index."""
    person = OuterRef(OuterRef("pk"))
    shared = Participation.objects.visible_to(user).filter(case__person=OuterRef(person))
    ways = (
        {"case__person": person},
        {"event__case__person": person},
        {"event__in": shared.values("event")},
        {"participation__case__person": person},
        {"person": person},
        {"person_name__person": person},
    )
    first, *others = (Citation.objects.filter(**way).order_by().values("pk") for way in ways)
    return first.union(*others, all=True)


def _list(model, user, path: str = "") -> Case:
    """The publisher of the source that a source goes back to; of its own, if no other is seen."""
    goes_back = Source.visible(user, f"{path}origin__") & Q(**{f"{path}origin__isnull": False})
    return Case(
        When(goes_back, then=seen(model, f"{path}origin__publisher__id", user)),
        default=seen(model, f"{path}publisher__id", user),
    )
