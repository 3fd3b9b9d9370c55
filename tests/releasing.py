"""Releases made in tests: of a small register, each of a day of its own."""

import csv
import datetime
from pathlib import Path

from cases.releasing import Asked, release
from config.records.releases import Release

FIRST, SECOND, THIRD = (datetime.date(2026, month, 1) for month in (1, 2, 3))


def released(folder: Path, day: datetime.date = FIRST, before: Release | None = None, **more):
    return release(folder, Asked(day, before, **more))


def contents(one: Release) -> dict[str, bytes]:
    """Every file of a release."""
    files = (path for path in one.folder.rglob("*") if path.is_file())
    return {path.relative_to(one.folder).as_posix(): path.read_bytes() for path in files}


def lines(one: Release, path: str) -> list[dict[str, str]]:
    with open(one.folder / path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def changes(one: Release, table: str) -> dict[str, str]:
    """What became of each id of a table."""
    said = lines(one, "changes.csv")
    return {each["id"]: each["change"] for each in said if each["table"] == table}


def removed(one: Release, table: str) -> dict[str, tuple[str, str, str]]:
    """What is gone from a table: how, into what, since when."""
    said = (each for each in lines(one, "removed.csv") if each["table"] == table)
    return {each["id"]: (each["change"], each["into"], each["gone_since"]) for each in said}
