"""The codebook: every column, filter and word of the public data explained, read from the code."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from config.records.choices import DefinedChoices
from config.records.columns import NOT_APPLICABLE, NOT_STATED
from config.records.nouns import Noun

MISSING = {
    NOT_STATED: "No source says it.",
    NOT_APPLICABLE: "The question does not arise, such as the day of release of somebody held.",
    "[withheld]": "Known, and kept from everybody but staff.",
}
KINDS = {
    "word": "one of a list of words",
    "words": "words of a list, joined by '; ' in CSV",
    "list": "texts, joined by '; ' in CSV",
}


@dataclass(frozen=True)
class ColumnEntry:
    """One column as a reader of the codebook needs it."""

    name: str
    about: str
    kind: str
    vocabulary: str
    missing: str
    standard: str


@dataclass(frozen=True)
class FilterEntry:
    """One filter: its name in an address, what it asks, and which values it takes."""

    name: str
    label: str
    help: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """One list of words, each a row of (value, label, definition)."""

    name: str
    about: str
    words: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Chapter:
    """What the codebook says of one noun."""

    noun: Noun
    columns: list[ColumnEntry]
    filters: list[FilterEntry]


def chapters(nouns: Iterable[Noun]) -> list[Chapter]:
    """A chapter for each noun."""
    return [Chapter(noun, _columns(noun), _filters(noun)) for noun in nouns]


def vocabularies(nouns: Iterable[Noun]) -> list[Vocabulary]:
    """Every list of words that a column is coded in, each once, by name."""
    lists = {column.choices for noun in nouns for column in noun.columns if column.choices}
    return [
        Vocabulary(words.__name__, _about(words), words.definitions())
        for words in sorted(lists, key=lambda words: words.__name__)
    ]


def _columns(noun: Noun) -> list[ColumnEntry]:
    return [
        ColumnEntry(
            column.name,
            column.about,
            KINDS.get(column.kind_in(noun.model), column.kind_in(noun.model)),
            column.choices.__name__ if column.choices else "",
            column.missing,
            column.standard,
        )
        for column in (*noun.columns, *noun.filterset.TOLD)
    ]


def _filters(noun: Noun) -> list[FilterEntry]:
    return [
        FilterEntry(name, _label(one, name), one.extra.get("help_text") or "", _values(one))
        for name, one in noun.filterset.get_filters().items()
    ]


def _label(one: Any, name: str) -> str:
    return str(one.label or name.replace("_", " "))


def _values(one: Any) -> tuple[str, ...]:
    choices = getattr(one.field, "choices", ())
    return tuple(str(value) for value, _ in choices if value)


def _about(words: type[DefinedChoices]) -> str:
    """The first sentence of the list's own docstring, if it has one."""
    own = vars(words).get("__doc__") or ""
    return " ".join(own.split()) if own and "Choices" not in own else ""
