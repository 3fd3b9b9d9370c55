"""What is read and what is found in it: an article, its people, ties, places and events (pure).

Offsets count code points of `Article.text`; the end is exclusive.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """Why somebody is in an article."""

    DETAINED = "detained"
    ACTIVIST = "activist"
    RELATIVE = "relative"
    OFFICIAL = "official"
    JOURNALIST = "journalist"
    EXPERT = "expert"
    OTHER = "other"


@dataclass(frozen=True)
class Article:
    """A text with what is known of it. `language`: a BCP 47 tag, empty if not known; `published`:
    the day of publication as EDTF, empty if not known. The title need not stand in the text."""

    text: str
    title: str = ""
    language: str = ""
    published: str = ""


@dataclass(frozen=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True)
class Tie:
    """Reads: this person is the `kind` (a RelationshipKind) of person number `of`."""

    kind: str
    of: int
    passage: Span
    why: str


@dataclass(frozen=True)
class Someone:
    """A person whom the article names, under the fullest form of the name that it holds.

    A mention is a full name, or a part of it that stands for the person; without title, honorific
    or possessive. `why` says in a sentence what speaks for the role.
    """

    name: str
    mentions: tuple[Span, ...]
    role: Role = Role.OTHER
    why: str = ""
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True)
class When:
    """A date as the text has it and as it is understood; a bound is None where unknown.

    `basis` is a `config.records.choices.Basis`.
    """

    written: str
    edtf: str
    earliest: date | None
    latest: date | None
    basis: str


@dataclass(frozen=True)
class Spot:
    """A place (`kind` empty) or a facility (`kind` a FacilityKind, or what else it is)."""

    name: str
    kind: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True)
class Happening:
    """An event of `kind` (an EventKind), told once for all the people it happened to.

    `people` are their numbers in `Reading.people`; `trigger` the words that tell it, `passage` the
    paragraph. `place` and `facility` are numbers in `Reading.spots`. `length` is ISO 8601 (P14Y),
    or "life" or "death"; `months` the same where it can be told in months.
    """

    kind: str
    people: tuple[int, ...]
    trigger: Span
    passage: Span
    when: When | None = None
    place: int | None = None
    facility: int | None = None
    length: str = ""
    months: int | None = None


@dataclass(frozen=True)
class Reading:
    """All that was found in one article."""

    people: tuple[Someone, ...] = ()
    spots: tuple[Spot, ...] = ()
    happenings: tuple[Happening, ...] = ()
