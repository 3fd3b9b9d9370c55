"""Measuring pages: each asked for many times, beside what its SQL takes, written by hand."""

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Max, QuerySet
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from cases import measuring_sql
from cases.columns import CASE_COLUMNS
from cases.measuring import in_ms
from cases.models import Case
from cases.nouns import NOUNS
from cases.person_columns import PERSON_ROW
from config.records.accounts.sessions import mark
from config.records.models import random_id
from config.records.nouns import Noun
from config.records.tallies import read_now
from people.models import Person, PersonName

ROUNDS, WARMING = 40, 3
ENOUGH = 12.0  # seconds given to one page, after which fewer rounds have to do
DEEP = 10_000
SEED = 6
VISITED = ("front", "cases", "cases, narrowed", "people", "case", "person")

TOLD = {
    "p50_ms": "p50, ms",
    "p95_ms": "p95, ms",
    "ratio_to_sql": "to its SQL",
    "queries": "queries",
    "p50_ms_4_clients": "p50 of 4",
    "p95_ms_4_clients": "p95 of 4",
    "kilobytes": "kB",
}

# What a reader may narrow the list by, as the page is asked and as SQL says it.
NARROWED = [
    {
        "status": ("serving_sentence", "c.status = 'serving_sentence'"),
        "sex": ("female", "p.sex = 'female'"),
    },
    {
        "kind": ("arrest", "c.kinds && '{arrest}'"),
        "ethnicity": ("uyghur", "p.ethnicity = 'uyghur'"),
    },
    {
        "reason": ("religious_practice", "c.reasons && '{religious_practice}'"),
        "verification": ("single_source", "c.verification = 'single_source'"),
    },
    {"kind": ("release", "c.kinds && '{release}'")},
]


@dataclass(frozen=True)
class Asked:
    """Addresses to ask for in turn, and for each the SQL of it, if any is laid beside."""

    addresses: list[str]
    beside: list[list[str]] = field(default_factory=list)
    by_staff: bool = False


def warm_up() -> dict:
    """Seconds in which each tally is read, as a process does once, beside its first pages."""
    return {noun.name: _read(noun) for noun in NOUNS if noun.filterset.TALLIED}


def _read(noun: Noun) -> float:
    everything = noun.model.objects.published()
    begun = perf_counter()
    read_now(noun.filterset(QueryDict(), queryset=everything, request=None).plan, None)
    return round(perf_counter() - begun, 2)


def pages() -> dict:
    """Every named page: half of the times and nearly all, against its SQL; how much it asks."""
    with _browsers() as (reader, chief):
        return {
            name: _measured(chief if asked.by_staff else reader, asked)
            for name, asked in _all().items()
        }


def visited() -> dict[str, list[str]]:
    """The pages that most visitors read, and the addresses at which they are asked for."""
    return {name: asked.addresses for name, asked in _all().items() if name in VISITED}


def search() -> dict:
    """The list of people, asked for by names that the register holds."""
    names = PersonName.objects.published()
    found = [name.text for name in _drawn(names, ROUNDS)]
    with _browsers() as (reader, _):
        times = [_timed(reader, "/people/", {"q": name}) for name in found]
    return in_ms(times)


def _all() -> dict[str, Asked]:
    cases, people = Case.objects.published(), Person.objects.published()
    sql = measuring_sql
    ten = [case.pk for case in _drawn(cases, 10)]
    named = [person.pk for person in _drawn(people, 10)]
    narrowed = [{name: rule for name, (_, rule) in one.items()} for one in NARROWED]
    questions = ["&".join(f"{name}={value}" for name, (value, _) in o.items()) for o in NARROWED]
    deep, below = _deep(cases, 25)
    return {
        "front": Asked(["/"], [sql.front()]),
        "cases": Asked(["/cases/"], [sql.case_list()]),
        "cases, narrowed": Asked(
            [f"/cases/?{one}" for one in questions], [sql.case_list(**one) for one in narrowed]
        ),
        "cases, page 10,000": Asked([f"/cases/?page={deep}"], [sql.case_list(after=below)]),
        "people": Asked(["/people/"], [sql.people_list()]),
        "API of cases": Asked(
            ["/api/v1/cases/"], [sql.api_list(Case, CASE_COLUMNS, _keys(cases, 50))]
        ),
        "API of cases, narrowed": Asked(
            [f"/api/v1/cases/?{one}" for one in questions],
            [_api_sql(cases, one) for one in narrowed],
        ),
        "API of cases, page 10,000": Asked([f"/api/v1/cases/?page={_deep(cases, 50)[0]}"]),
        "API of people": Asked(
            ["/api/v1/people/"], [sql.api_list(Person, PERSON_ROW, _keys(people, 50))]
        ),
        "case": Asked(
            [f"/cases/{case.public_id}/" for case in cases.filter(pk__in=ten).order_by("pk")],
            [sql.case(key) for key in sorted(ten)],
        ),
        "person": Asked(
            [f"/people/{one.public_id}/" for one in people.filter(pk__in=named).order_by("pk")],
            [sql.person(key) for key in sorted(named)],
        ),
        "admin, cases": Asked(["/admin/cases/case/"], [sql.admin_cases()], by_staff=True),
        "admin, people": Asked(["/admin/people/person/"], [sql.admin_people()], by_staff=True),
    }


def _api_sql(cases: QuerySet, rules: dict[str, str]) -> list[str]:
    rule = " AND ".join(rules.values())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT c.id {measuring_sql.CASES} AND {rule} ORDER BY 1 DESC LIMIT 50")
        keys = [key for (key,) in cursor.fetchall()]
    return measuring_sql.api_list(Case, CASE_COLUMNS, keys, rule=rule)


def _keys(found: QuerySet, number: int) -> list[int]:
    return list(found.order_by("-pk").values_list("pk", flat=True)[:number])


def _deep(found: QuerySet, size: int) -> tuple[int, int | None]:
    """The 10,000th page, or the last if there are fewer, and the key that it begins below."""
    page = max(1, min(DEEP, -(-found.count() // size)))
    skipped = (page - 1) * size
    keys = found.order_by("-pk").values_list("pk", flat=True)
    return page, (keys[skipped - 1] if skipped else None)


def _drawn(found: QuerySet, number: int) -> list:
    """Rows from all over the table, the same in every run."""
    chance = random.Random(SEED)  # noqa: S311
    last = found.aggregate(last=Max("pk"))["last"] or 0
    drawn = (
        found.filter(pk__gte=chance.randint(0, last)).order_by("pk").first() for _ in range(number)
    )
    return list({row.pk: row for row in drawn if row}.values())


@contextmanager
def _browsers() -> Iterator[tuple[Client, Client]]:
    """Of a reader, and of a chief who is there only meanwhile."""
    with transaction.atomic():
        chief = User(username=random_id("B"), is_staff=True, is_superuser=True)
        chief.set_unusable_password()
        chief.save()
        given = {"HTTP_HOST": settings.ALLOWED_HOSTS[0]}
        reader, signed_in = Client(**given), Client(**given)
        signed_in.force_login(chief)
        session = signed_in.session
        mark(session, with_factor=True)
        session.save()
        with override_settings(THROTTLES={}):
            yield reader, signed_in
        transaction.set_rollback(True)


def _measured(browser: Client, asked: Asked) -> dict:
    for address in (asked.addresses * WARMING)[: max(WARMING, len(asked.addresses))]:
        _timed(browser, address)
    times, sql = [], []
    begun = perf_counter()
    for number in range(ROUNDS):
        place = number % len(asked.addresses)
        times.append(_timed(browser, asked.addresses[place]))
        if asked.beside and number < ROUNDS // 4:
            sql.append(_sql(asked.beside[place]))
        if perf_counter() - begun > ENOUGH and number > 4:
            break
    told = in_ms(times)
    ratio = round(sum(times[: len(sql)]) / sum(sql), 2) if sum(sql) else None
    return told | {"ratio_to_sql": ratio, "queries": _queries(browser, asked.addresses[0])}


def _timed(browser: Client, address: str, asked: dict | None = None) -> float:
    """Seconds that an answer took, from the request to its last byte, without a socket."""
    begun = perf_counter()
    answer = browser.get(address, asked or {}, secure=settings.HTTPS)
    b"".join(answer.streaming_content) if answer.streaming else answer.content
    taken = perf_counter() - begun
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}.")
    return taken


def _sql(statements: Iterable[str]) -> float:
    begun = perf_counter()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
            cursor.fetchall()
    return perf_counter() - begun


def _queries(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as questions:
        _timed(browser, address)
    return len(questions)


def growth(report: dict, other: dict) -> dict[str, float]:
    """How many times as long each page takes as in the other report."""
    now, then = (
        {name: figures["p95_ms"] for name, figures in _lines(one).items() if "p95_ms" in figures}
        for one in (report, other)
    )
    return {name: round(now[name] / then[name], 2) for name in now if name in then}


def _lines(report: dict) -> dict[str, dict]:
    return report["pages"] | {"search of people": report["search"]}


def told(report: dict) -> list[str]:
    """The figures in lines, a page each."""
    lines = [" " * 28 + "".join(f"{title:>12}" for title in TOLD.values())]
    for name, figures in _lines(report).items():
        cells = (figures.get(key) for key in TOLD)
        lines.append(f"{name:28}" + "".join(" " * 12 if c is None else f"{c:>12,}" for c in cells))
    warmed = ", ".join(f"{noun} {took} s" for noun, took in report.get("warm_up_s", {}).items())
    return [*lines, f"tallies read in: {warmed}"] if warmed else lines
