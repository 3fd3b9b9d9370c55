"""The codebook: every column, filter and word of the public data explained, read from the code."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext

from config.records.choices import DefinedChoices
from config.records.columns import NOT_APPLICABLE, NOT_STATED, WITHHELD, Column
from config.records.nouns import Noun

MISSING = {
    NOT_STATED: "No source says it.",
    NOT_APPLICABLE: "The question does not arise, such as the day of release of somebody held.",
    WITHHELD: "Not for this reader, whether or not anything is known.",
    "[withheld]": "Of a name: known, and kept from everybody but staff.",
}
KINDS = {
    "word": "one of a list of words",
    "words": "words of a list, joined by '; ' in CSV",
    "list": "texts, joined by '; ' in CSV",
}
# What else a column may hold, each told in the language at hand.
PLAIN_KINDS = ("text", "number", "day", "time", "yes or no")
NO_STANDARD = "none"
PARTS_OF_A_DATE = re.compile("_(written|edtf|earliest|latest|basis)$")


@dataclass(frozen=True)
class ColumnEntry:
    """One column as a reader of the codebook needs it."""

    name: str
    about: str
    kind: str
    vocabulary: str
    missing: str
    standard: str
    refers: str
    is_basic: bool


@dataclass(frozen=True)
class FilterEntry:
    """One filter: its name in an address, what it asks, and which values it takes."""

    name: str
    label: str
    help: str
    values: tuple[str, ...]
    standard: str


@dataclass(frozen=True)
class Vocabulary:
    """One list of words, each a row of (value, label, definition)."""

    name: str
    about: str
    standard: str
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
    norms: dict[type[DefinedChoices], list[str]] = {}
    for noun in nouns:
        for column in (one for one in noun.columns if one.choices):
            norms.setdefault(column.choices, []).append(_standard(noun, column))
    return [
        Vocabulary(words.__name__, _about(words), _either(norms[words]), words.definitions())
        for words in sorted(norms, key=lambda words: words.__name__)
    ]


def _standard(noun: Noun, column: Column) -> str:
    """The norm that the value follows and those that the column maps to, or that there is none."""
    mapped = noun.standards.get(column.name)
    if mapped is None and not column.name.endswith("_basis"):
        mapped = noun.standards.get(PARTS_OF_A_DATE.sub("", column.name))
    norms = [norm for said in (column.standard, mapped) if said for norm in said.split("; ")]
    return "; ".join(dict.fromkeys(norms)) or NO_STANDARD


def _either(norms: list[str]) -> str:
    """Of the norms of columns coded in the same words, the first that is one."""
    return next((norm for norm in norms if norm != NO_STANDARD), NO_STANDARD)


def _columns(noun: Noun) -> list[ColumnEntry]:
    return [
        ColumnEntry(
            column.name,
            column.explained,
            _kind(column.kind_in(noun.model)),
            column.choices.__name__ if column.choices else "",
            column.missing,
            _standard(noun, column),
            column.refers,
            column.is_basic,
        )
        for column in (*noun.columns, *(noun.filterset.TOLD if noun.filterset else ()))
    ]


def _filters(noun: Noun) -> list[FilterEntry]:
    if noun.filterset is None:
        return []
    return [
        FilterEntry(
            name,
            _label(one, name),
            str(one.extra.get("help_text") or ""),
            _values(one),
            noun.standards.get(name, NO_STANDARD),
        )
        for name, one in noun.filterset.get_filters().items()
    ]


def _label(one: Any, name: str) -> str:
    return str(one.label or name.replace("_", " "))


def _kind(kind: str) -> str:
    return pgettext("kind of column", KINDS.get(kind, kind))


def missing() -> dict[str, str]:
    """What an empty answer says, in the language at hand."""
    return {word: gettext(about) for word, about in MISSING.items()}


def _values(one: Any) -> tuple[str, ...]:
    choices = getattr(one.field, "choices", ())
    return tuple(str(value) for value, _ in choices if value)


def _about(words: type[DefinedChoices]) -> str:
    about = plain_about(words)
    return gettext(about) if about else ""


def plain_about(words: type[DefinedChoices]) -> str:
    """The list's own docstring, in English, if it has one."""
    own = vars(words).get("__doc__") or ""
    return " ".join(own.split()) if own and "Choices" not in own else ""
