"""Dates of invented events: known to the day, to the month, roughly, or not at all."""

from datetime import date
from functools import lru_cache
from random import Random
from typing import NamedTuple

from cases.synthetic.sheets import NULL
from config.records import dates
from config.records.choices import Basis
from people.invented.chance import Weighted

MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
_SEASONS = ("winter", "spring", "spring", "summer", "summer", "autumn", "autumn")
_RUSSIAN = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)


# Nothing invented happens, and nothing is published, after it; records are entered later.
LAST_MONTH = 2024 * 12 + 11


class Told(NamedTuple):
    """A date as a source tells it: its five columns for COPY, and its bounds."""

    written: str
    columns: str
    earliest: date | None
    latest: date | None


NEVER = Told("", f"\t\t{NULL}\t{NULL}\t", None, None)


@lru_cache(maxsize=100_000)
def told(written: str, basis: str = Basis.STATED.value) -> Told:
    """What was written, read as a worker's words are."""
    read = dates.understand(written)
    first, last = (NULL if day is None else day.isoformat() for day in (read.earliest, read.latest))
    columns = f"{written}\t{read.edtf}\t{first}\t{last}\t{basis}"
    return Told(written, columns, read.earliest, read.latest)


def on(day: date) -> Told:
    return told(f"{day.day} {MONTHS[day.month - 1]} {day.year}")


# How a date is written, given year and month from 0; and how often.
_WAYS = Weighted.of(
    {
        "{day} {month} {year}": 44,
        "{month} {year}": 26,
        "{year}": 12,
        "about {year}": 4,
        "{season} {year}": 3,
        "early {year}": 2,
        "late {month} {year}": 2,
        "{russian} {year}": 2,
        "before {after}": 1,
        "{year} or {after}": 1,
        "": 3,
    }
)
_BASES = Weighted.of(
    {Basis.STATED: 86, Basis.PARTLY_STATED: 8, Basis.DERIVED: 4, Basis.INFERRED: 2}
)


def draw(chance: Random, months: int) -> Told:
    """A date in the month that is so many months after the year 0, or in the last one."""
    way = _WAYS.draw(chance)
    if not way:
        return NEVER
    year, month = divmod(min(months, LAST_MONTH), 12)
    written = way.format(
        day=int(chance.random() * 28) + 1,
        month=MONTHS[month],
        year=year,
        season=_SEASONS[month // 2],
        russian=_RUSSIAN[month],
        after=year + 1,
    )
    return told(written, _BASES.draw(chance).value)


def birth(chance: Random, year: int) -> Told:
    luck = chance.random()
    if luck < 0.14:
        return NEVER
    if luck < 0.26:
        day = date(year, int(chance.random() * 12) + 1, int(chance.random() * 28) + 1)
        return on(day)
    return told(f"about {year}" if luck < 0.3 else f"{year}")
