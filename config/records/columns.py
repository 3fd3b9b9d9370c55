"""Columns: what a cell of a download or a table holds, where it comes from and what it means.

A column's path is followed in the database. Wherever it leads through a record that the reader
may not see, the cell is empty: that is done here, for every door at once.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db.models import Case, DateField, F, Func, Model, QuerySet, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, Greatest
from django.utils import timezone
from django.utils.translation import gettext

from config.records.choices import Basis, DefinedChoices
from config.records.paths import fact_along, seen

NOT_STATED = "not_stated"
NOT_APPLICABLE = "not_applicable"
# Said whether or not there is anything to tell.
WITHHELD = "withheld"

KINDS = {
    "ArrayField": "list",
    "BooleanField": "yes or no",
    "DateField": "day",
    "DateTimeField": "time",
    "DecimalField": "number",
    "PositiveIntegerField": "number",
}


@dataclass(frozen=True)
class Column:
    """One column of the register's public data.

    name: the heading, the same in every file and in the API's codebook.
    about: one sentence for the codebook.
    path: where the value is, as the ORM follows it; or `expression`, which makes one for a user.
    choices: the words it is coded in, if any.
    missing: what an empty cell of text says; numbers and days are left empty instead.
    standard: the norm that the value follows, if any.
    kind: what the cell holds, where the path does not tell: as kind_in tells.
    refers: the table whose id it holds, if it is the key to another record.
    is_basic: whether it is among the few that most readers want.
    pattern, of: `about` in two parts, where many columns differ in the second alone.
    """

    name: str
    about: str
    path: str = ""
    expression: Callable[[Any], Combinable] | None = None
    choices: type[DefinedChoices] | None = None
    missing: str = ""
    standard: str = ""
    kind: str = ""
    is_basic: bool = False
    refers: str = ""
    pattern: str = ""
    of: str = ""

    @property
    def explained(self) -> str:
        """`about` in the language at hand."""
        if self.pattern:
            return gettext(self.pattern) % {"date": gettext(self.of)}
        return gettext(self.about)

    def value(self, model: type[Model], user) -> Combinable:
        """The database expression of the cell, blank where this reader may not look."""
        if self.expression:
            return self.expression(user)
        value, step = seen(model, self.path, user), fact_along(model, self.path)
        if step is None or not self.missing:
            return value
        told = step.shown(user, roughly=bool(step.fact.rough_path))
        return Case(When(told, then=value), default=Value(WITHHELD)) if told else value

    def kind_in(self, model: type[Model]) -> str:
        """What the cell holds: word, words, text, number, day, time, yes or no, list."""
        if self.choices:
            return "words" if self.kind == "list" else "word"
        if self.kind or not self.path:
            return self.kind or "text"
        for step in self.path.split("__"):
            field = model._meta.get_field(step)
            model = field.related_model or model
        return KINDS.get(field.get_internal_type(), "text")

    def cell(self, value: Any) -> Any:
        """What the file says for a value from the database."""
        return self.missing if value in (None, "") and self.missing else value


# What each of the five columns of a date holds, and the norm that it follows.
OF_DATE = {
    "written": ("%(date)s, as it was written.", ""),
    "edtf": ("%(date)s, with no more precision than is known.", "EDTF (ISO 8601-2)"),
    "earliest": ("%(date)s: first possible day; empty if unknown.", "ISO 8601"),
    "latest": ("%(date)s: last possible day; empty if unknown.", "ISO 8601"),
    "basis": ("%(date)s: how we come to it.", ""),
}


def date_columns_of(
    name: str, path: str, about: str, missing: str = NOT_STATED
) -> tuple[Column, ...]:
    """The five columns of a partial date, whose name ends the path: `died_event__occurred`."""
    return tuple(
        Column(
            f"{name}_{part}",
            pattern % {"date": about},
            f"{path}_{part}",
            choices=Basis if part == "basis" else None,
            missing="" if part in ("earliest", "latest") else missing,
            standard=standard,
            pattern=pattern,
            of=about,
        )
        for part, (pattern, standard) in OF_DATE.items()
    )


def rows(queryset: QuerySet, columns: Iterable[Column], user) -> QuerySet:
    """The queryset as tuples, one value a column, in order."""
    return queryset.values_list(*(column.value(queryset.model, user) for column in columns))


def basic(names: str, columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns, those of these names marked as the basic ones."""
    wanted, found = set(names.split()), tuple(columns)
    unknown = wanted - {column.name for column in found}
    if unknown:
        raise ValueError(f"There is no column {', '.join(sorted(unknown))}.")
    return tuple(replace(column, is_basic=column.name in wanted) for column in found)


def link(noun: str, path: str = "public_id", about: str = "") -> Column:
    """The permanent address of a record's page."""
    return Column(
        "link",
        about or "Permanent address of the record's page.",
        expression=lambda user: Concat(Value(f"{settings.SITE_URL}/{noun}/"), F(path), Value("/")),
    )


def version(*paths: str) -> Column:
    """When the record itself last changed, to the instant: the name of what stands in its row."""
    return Column(
        "version",
        "Version of the record: the instant of its last public change, in UTC. With the id it "
        "names what a file says.",
        expression=lambda user: Func(
            Greatest(*map(F, paths)) if len(paths) > 1 else F(paths[0]),
            template="to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYYMMDD\"T\"HH24MISSUS\"Z\"')",
            output_field=TextField(),
        ),
        standard="ISO 8601",
    )


AS_OF = Column(
    "as_of",
    "The day, in UTC, on which the row was taken from the register.",
    expression=lambda user: Value(timezone.localdate(), DateField()),
    standard="ISO 8601",
    kind="day",
)


def dated(columns: Iterable[Column], day: datetime.date) -> tuple[Column, ...]:
    """The same columns, their rows said to be of this day: for a copy that can be made again."""
    of_day = replace(AS_OF, expression=lambda user: Value(day, DateField()))
    return tuple(of_day if column.name == AS_OF.name else column for column in columns)


def stamped(*paths: str) -> tuple[Column, Column]:
    """The last two columns of every row: the record's version and the day of the file."""
    return version(*paths), AS_OF


CHANGED = (
    Column("published_at", "When the record was published.", "published_at", standard="ISO 8601"),
    Column(
        "updated_at", "When anything public in it last changed.", "updated_at", standard="ISO 8601"
    ),
    *stamped("updated_at"),
)
