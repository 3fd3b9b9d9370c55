"""Labelled articles, read from JSON Lines: who is in them, why, what happened to them (pure)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cases.reading.article import Article, Role, Span
from config.records.dates import from_edtf
from config.records.dates_edtf import DateNotUnderstood
from people.evaluation.labelled import Unreadable, name_of, records, word

Made = TypeVar("Made")

# What the labels call the reasons for which somebody is in an article.
ROLES = {
    **{role.value: role for role in Role},
    "detained_relative": Role.DETAINED,
    "relative_other": Role.RELATIVE,
}


@dataclass(frozen=True)
class Event:
    """What happened to somebody: the label's word, its EDTF ("" if none is told), the paragraph."""

    kind: str
    date: str
    passage: Span


@dataclass(frozen=True)
class Person:
    """Somebody in an article. key: one for each real person across all articles."""

    key: str
    canonical: str
    role: Role
    mentions: tuple[Span, ...]
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Labelled:
    """An article with all that is in it. kind: how its text came about."""

    key: str
    kind: str
    article: Article
    people: tuple[Person, ...]

    def surfaces(self, person: Person) -> set[str]:
        """The forms in which the article names somebody."""
        return {person.canonical, *(span.of(self.article.text) for span in person.mentions)}


def read_articles(path: Path) -> list[Labelled]:
    articles = list(records(path, _labelled))
    known: set[str] = set()
    for one in articles:
        if one.key in known:
            raise Unreadable(f"{path.name} has the article {one.key} twice.")
        known.add(one.key)
    return articles


def _labelled(found: dict) -> Labelled:
    text = found.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("“text” should be the text of the article.")
    language = _or_empty(found, "language")
    article = Article(text, _or_empty(found, "title"), language, _date(found))
    people = tuple(_each(found, "persons", lambda one: _person(one, text)))
    if len({person.key for person in people}) < len(people):
        raise ValueError("somebody has two entries in “persons”.")
    return Labelled(word(found, "id"), _or_empty(found, "text_kind"), article, people)


def _person(found: dict, text: str) -> Person:
    mentions = tuple(_each(found, "mentions", lambda one: _span(one, text)))
    role = word(found, "role")
    if role not in ROLES:
        raise ValueError(f"“role” should be one of {', '.join(ROLES)}.")
    events = tuple(_each(found, "events", lambda one: _event(one, text)))
    canonical = name_of(found, "canonical")
    return Person(word(found, "person_id"), canonical, ROLES[role], mentions, events)


def _event(found: dict, text: str) -> Event:
    passage = found.get("passage")
    if not isinstance(passage, dict):
        raise ValueError("“passage” of an event should be an object.")
    return Event(word(found, "type"), _date(found), _span(passage, text))


def _span(found: dict, text: str) -> Span:
    start, end = found.get("start"), found.get("end")
    if not (type(start) is type(end) is int and 0 <= start < end <= len(text)):
        raise ValueError("“start” and “end” should be offsets into the text.")
    span = Span(start, end)
    surface = found.get("surface")
    if surface is not None and surface != span.of(text):
        raise ValueError(f"at {start} to {end} the text does not say what “surface” does.")
    return span


def _date(found: dict) -> str:
    written = _or_empty(found, "date").strip()
    try:
        return from_edtf(written).edtf if written else ""
    except DateNotUnderstood:
        raise ValueError("“date” should be EDTF, such as 2018-03.") from None


def _or_empty(found: dict, key: str) -> str:
    given = found.get(key)
    if given is not None and not isinstance(given, str):
        raise ValueError(f"“{key}” should be text.")
    return given or ""


def _each(found: dict, key: str, make: Callable[[dict], Made]) -> list[Made]:
    given = found.get(key)
    if given is None:
        return []
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise ValueError(f"“{key}” should be a list of objects.")
    return [make(one) for one in given]
