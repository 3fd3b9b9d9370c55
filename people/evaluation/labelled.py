"""Labelled spellings, read from JSON Lines: people with all their names, pairs of others (pure)."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from config.records import text

SCRIPTS = ("Latn", "Cyrl", "Arab", "Hani")
LONGEST = 200

Read = TypeVar("Read")


class Unreadable(Exception):
    """A file that does not hold what it should; the sentence says where and what."""


@dataclass(frozen=True)
class Spelling:
    """One spelling of a name, and its script as ISO 15924 names it."""

    text: str
    script: str


@dataclass(frozen=True)
class Group:
    """One real person under several spellings, each seen somewhere."""

    key: str
    set: str
    ethnicity: str
    variants: tuple[Spelling, ...]

    @property
    def sets(self) -> tuple[str, str]:
        """The sets that this person counts in: "hr" and "hr/uyghur"."""
        return self.set, f"{self.set}/{self.ethnicity}"

    @property
    def spellings(self) -> list[str]:
        """Each spelling once, in order."""
        return list(dict.fromkeys(variant.text for variant in self.variants))

    def held(self, turn: int) -> Spelling:
        """The spelling that the register holds this time."""
        return self.variants[turn % len(self.variants)]

    def asked(self, turn: int) -> list[Spelling]:
        """The spellings to ask for: each but the one that is held, once."""
        once = {
            text: next(one for one in self.variants if one.text == text) for text in self.spellings
        }
        once.pop(self.held(turn).text)
        return list(once.values())


@dataclass(frozen=True)
class Pair:
    """Two spellings of which we know that they are two people's."""

    one: str
    other: str
    relation: str = ""


def read_groups(path: Path) -> list[Group]:
    groups = list(records(path, _group))
    known: set[str] = set()
    for group in groups:
        if group.key in known:
            raise Unreadable(f"{path.name} has the person {group.key} twice.")
        known.add(group.key)
    return groups


def read_pairs(path: Path) -> list[Pair]:
    return list(records(path, _pair))


def records(path: Path, make: Callable[[dict], Read]) -> Iterator[Read]:
    """What each line of a file of JSON Lines is, made by `make`; a ValueError tells its line."""
    number = 0
    for number, line in enumerate(_lines(path), start=1):
        try:
            yield make(_object(line))
        except ValueError as error:
            raise Unreadable(f"{path.name}, line {number}: {error}") from None
    if not number:
        raise Unreadable(f"{path.name} is empty.")


def _lines(path: Path) -> list[str]:
    try:
        # Not splitlines(): a name may hold a separator that it takes for the end of a line.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise Unreadable(f"{path.name} is not text in UTF-8.") from None
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def _object(line: str) -> dict:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ValueError("this is not an object in JSON.")
    return found


def _group(found: dict) -> Group:
    variants = found.get("variants")
    if not isinstance(variants, list) or not all(isinstance(one, dict) for one in variants):
        raise ValueError("“variants” should be a list of objects, each with a “name”.")
    if len(variants) < 2:
        raise ValueError("a person needs two spellings: one to hold, one to ask for.")
    key, kind, ethnicity = (word(found, name) for name in ("id", "set", "ethnicity"))
    return Group(key, kind, ethnicity, tuple(map(_spelling, variants)))


def _spelling(found: dict) -> Spelling:
    name = name_of(found, "name")
    script = found.get("script")
    return Spelling(name, script if script in SCRIPTS else text.script(name))


def _pair(found: dict) -> Pair:
    relation = found.get("relation")
    names = name_of(found, "name_a"), name_of(found, "name_b")
    return Pair(*names, relation if isinstance(relation, str) else "")


def word(found: dict, key: str) -> str:
    given = found.get(key)
    if not isinstance(given, str) or not given.strip():
        raise ValueError(f"“{key}” should be a word.")
    return given.strip()


def name_of(found: dict, key: str) -> str:
    """The name as the register would hold it: trimmed, single spaces."""
    name = found.get(key)
    trimmed = " ".join(name.split()) if isinstance(name, str) else ""
    if not trimmed or len(trimmed) > LONGEST or "\0" in trimmed:
        raise ValueError(f"“{key}” should be a name of 1 to {LONGEST} signs.")
    return trimmed
