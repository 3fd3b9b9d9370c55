"""Cells that the database writes are, byte for byte, those that Python would write."""

import io
import random
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import openpyxl
import pytest
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BooleanField,
    Case,
    DateField,
    DateTimeField,
    DecimalField,
    IntegerField,
    TextField,
    UUIDField,
    Value,
    When,
)
from django.http import QueryDict

from cases.nouns import NOUNS
from config.records.cells import kind_of
from config.records.columns import Column, rows
from config.records.exports import FORMATS
from people.models import Place
from tests import factories, register
from tests.written import WRITERS, xlsx_of

pytestmark = pytest.mark.django_db
KINDS = pytest.mark.parametrize("kind", WRITERS)

ALMATY = timezone(timedelta(hours=5, minutes=30))
TEXTS = [
    "",
    None,
    " ",
    "x",
    '"',
    '""',
    ',"."\n',
    '","."\n',
    '."\n,"."\n',
    ".",
    "\\.",
    "\\N",
    "\\u001f",
    "a\\tb",
    "NULL",
    "null",
    "% %s %(x)s %%",
    "'quoted'",
    "$1 $$ E'\\x01'",
    "a,b",
    "a;b; c",
    "line\nnext",
    "line\r\nnext",
    "line\rnext",
    "\x01\x02\x1f\x7f\x08\x0c",
    "\u2028\u2029\u0085\ufeff\u200f",
    "Әлия Сейіт",
    "王明，𠮷",
    "مەمەت ئەلى",
    "🙂👩‍👧",
    "</script>&amp;",
    "x" * 200_000,
    *(f"{start}{rest}" for start in "=+-@\t\r\n '\"" for rest in ("1+1", '"a",b', "")),
]
LISTS = [
    None,
    [],
    [""],
    ["", "b"],
    ["=1", "b"],
    ["a, b", 'c"d"', "e; f"],
    ['x",', "y"],
    ["\\", "\n"],
]
VALUES = {
    "text": (TextField(), TEXTS),
    "list": (ArrayField(TextField()), LISTS),
    "truth": (BooleanField(), [None, True, False]),
    "number": (IntegerField(), [None, 0, -5, 168, 2**31 - 1]),
    "fraction": (
        DecimalField(max_digits=9, decimal_places=6),
        [None, *map(Decimal, "0 43 -43.5 81.123456 0.000001 0.0001 -0.5 179.999999 10".split())],
    ),
    "day": (DateField(), [None, date(2018, 3, 27), date(1, 1, 1), date(9999, 12, 31)]),
    "time": (
        DateTimeField(),
        [
            None,
            datetime(2018, 3, 27, 12, tzinfo=UTC),
            datetime(2018, 1, 1, 2, 0, 59, 999_999, tzinfo=ALMATY),
            datetime(999, 1, 1, tzinfo=UTC),
        ],
    ),
}


def column_of(name: str, values: list, field, missing: str = "") -> Column:
    """A column with these values in the first rows, and the first of them in all others."""
    places = Place.objects.order_by("pk").values_list("pk", flat=True)
    cells = [
        When(pk=pk, then=Value(value, output_field=field))
        for pk, value in zip(places, values, strict=False)
        if value is not None
    ]
    return Column(
        name,
        "Values.",
        expression=lambda user: Case(*cells, default=Value(None), output_field=field),
        missing=missing,
    )


def table(number: int, chance: random.Random) -> list[Column]:
    """Columns of every type, once with and once without a word for what is missing."""
    return [
        column_of(f"{name} “{missing}”", chance.choices(values, k=number), field, missing)
        for name, (field, values) in VALUES.items()
        for missing in ("", "not 'stated'", "-")
        if not (missing and name == "fraction")
    ]


@KINDS
def test_every_value_is_written_as_python_writes_it(kind):
    number = max(len(values) for _, values in VALUES.values())
    for _ in range(number):
        factories.place("somewhere")
    columns = [
        column_of(f"{name}{missing}", values, field, missing)
        for name, (field, values) in VALUES.items()
        for missing in ("", "-")
    ]
    found = rows(Place.objects.order_by("pk"), columns, None)

    written = b"".join(FORMATS[kind].write(columns, found))

    assert written == WRITERS[kind](columns, found)


@KINDS
@pytest.mark.parametrize("seed", range(3))
def test_rows_of_values_drawn_at_random_are_written_as_python_writes_them(kind, seed):
    for _ in range(20):
        factories.place("somewhere")
    columns = table(20, random.Random(seed))
    found = rows(Place.objects.order_by("-pk"), columns, None)

    written = b"".join(FORMATS[kind].write(columns, found))

    assert written == WRITERS[kind](columns, found)


@pytest.fixture(scope="module")
def varied(module_db):
    return register.varied()


@KINDS
@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.name)
def test_every_noun_is_written_as_python_writes_it(kind, varied, noun, contributor):
    for user in (None, contributor):
        columns, found = list(noun.columns), noun.model.objects.visible_to(user).order_by("-pk")

        written = b"".join(FORMATS[kind].write(columns, rows(found, columns, user)))

        assert written == WRITERS[kind](columns, rows(found, columns, user))
        assert len(written.splitlines()) > 1


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.name)
def test_every_noun_has_the_same_cells_in_a_workbook(varied, noun, contributor):
    for user in (None, contributor):
        columns, found = list(noun.columns), noun.model.objects.visible_to(user).order_by("-pk")

        file = b"".join(FORMATS["xlsx"].write(columns, rows(found, columns, user)))

        heading, *lines = openpyxl.load_workbook(io.BytesIO(file)).active.values
        assert list(heading) == [column.name for column in columns]
        assert list(map(list, lines)) == xlsx_of(columns, rows(found, columns, user)) != []


@KINDS
@pytest.mark.parametrize("noun", [one for one in NOUNS if one.filterset.TOLD], ids=lambda n: n.name)
def test_columns_that_answer_a_search_are_written_like_all_others(kind, varied, noun):
    asked = noun.filterset(QueryDict("q=qaliolla"), noun.model.objects.published())
    columns = [*noun.columns, *asked.told()]
    found = rows(asked.qs, columns, None)

    written = b"".join(FORMATS[kind].write(columns, found))

    assert written == WRITERS[kind](columns, found)
    assert b"why" in written


def test_a_type_that_nobody_has_said_how_to_write_is_an_error():
    with pytest.raises(TypeError, match="UUIDField"):
        kind_of(UUIDField())
