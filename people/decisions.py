"""What becomes of each field and each relation of a person when two are merged: one table (pure).

A field or relation that is not here makes every merge refuse, and a test fail.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from config.records.choices import DefinedChoices
from people.choices import RelationshipKind

# Who somebody is once the two are one: the absorbed person's key becomes the kept one's.
Alias = Callable[[int | None], int | None]


class FieldRule(DefinedChoices):
    OWN = "own", "Stays that of the older entry.", "kept"
    MADE = "made", "The database makes it from the rest.", "made from the rest"
    REVIEW = (
        "review",
        "Published if either is; a withdrawn entry is not merged with a published one.",
        "by state",
    )
    STRICTER = "stricter", "The stricter of the two.", "the stricter"
    CHOSEN = (
        "chosen",
        "What only one says is kept; where they differ, you choose. Beside a published entry, an "
        "unpublished one changes nothing that readers see.",
        "chosen",
    )
    JOINED = "joined", "Both, one after the other, with what was not chosen.", "both"


FIELDS = {
    "id": FieldRule.OWN,
    "public_id": FieldRule.OWN,
    "entered_by": FieldRule.OWN,
    "entered_at": FieldRule.OWN,
    "merged_into": FieldRule.OWN,
    "updated_at": FieldRule.MADE,
    "name_full": FieldRule.MADE,
    "name_shown": FieldRule.MADE,
    "state": FieldRule.REVIEW,
    "submitted_by": FieldRule.REVIEW,
    "submitted_at": FieldRule.REVIEW,
    "published_by": FieldRule.REVIEW,
    "published_at": FieldRule.REVIEW,
    "secrecy": FieldRule.STRICTER,
    "embargoed_until": FieldRule.STRICTER,
    "was_public": FieldRule.OWN,
    "sent_back_to": FieldRule.OWN,
    "sent_back_why": FieldRule.OWN,
    "name_display": FieldRule.STRICTER,
    "noindex": FieldRule.STRICTER,
    "ground": FieldRule.STRICTER,
    "ground_note": FieldRule.CHOSEN,
    "kind": FieldRule.CHOSEN,
    "described_as": FieldRule.CHOSEN,
    "count_text": FieldRule.CHOSEN,
    "sex": FieldRule.CHOSEN,
    "ethnicity": FieldRule.CHOSEN,
    "citizenship": FieldRule.CHOSEN,
    "birthplace": FieldRule.CHOSEN,
    "home": FieldRule.CHOSEN,
    "occupation_group": FieldRule.CHOSEN,
    "occupation": FieldRule.CHOSEN,
    "biography": FieldRule.CHOSEN,
    "birth_written": FieldRule.CHOSEN,
    "birth_edtf": FieldRule.CHOSEN,
    "birth_earliest": FieldRule.CHOSEN,
    "birth_latest": FieldRule.CHOSEN,
    "birth_basis": FieldRule.CHOSEN,
    "religion": FieldRule.CHOSEN,
    "birth_secrecy": FieldRule.STRICTER,
    "birthplace_secrecy": FieldRule.STRICTER,
    "home_secrecy": FieldRule.STRICTER,
    "religion_secrecy": FieldRule.STRICTER,
    "staff_note": FieldRule.JOINED,
}
# Chosen as one: the five columns of a date.
_BIRTH = (name for name in FIELDS if name.startswith("birth_") and name != "birth_secrecy")
TOGETHER = {"birth": tuple(_BIRTH)}
# Readers learn nothing from these, so an unpublished entry may fill them.
STAFF_ONLY = ("religion", "ground_note")
# Where they differ, both can be kept, one after the other.
BOTH = ("biography",)


@dataclass(frozen=True)
class Moves:
    """Rows that point to the absorbed person point to the kept one from now on.

    links: the foreign keys to a person.
    key: what two rows have in common that say the same; None for a row that would say nothing.
      The absorbed person's row is then set aside: it stays with that person, seen by nobody.
    said: the public columns that such a row says besides; the one that stays takes them over.
    apart: a link; of two rows that differ in it, both stay.
    main: a flag that one row of a person has.
    followers: foreign keys to such a row; they follow to the one that stays.
    within: foreign keys to such a row that are a part of it; they stay with it.
    in_order: of a pair of people the one entered first stands first.
    """

    links: tuple[str, ...]
    key: Callable[[Any, Alias], Hashable] | None = None
    keyed_by: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    apart: str = ""
    main: str = ""
    followers: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    in_order: bool = False


@dataclass(frozen=True)
class Stays:
    """Rows that go on pointing to whom they point to."""

    links: tuple[str, ...]


def _spelling(name: Any, alias: Alias) -> Hashable:
    return name.text


def _bond(tie: Any, alias: Alias) -> Hashable:
    """A parent seen from the other side is a child; a tie between the two says nothing any more."""
    ends = frozenset((alias(tie.from_person_id), alias(tie.to_person_id)))
    kind = RelationshipKind(tie.kind)
    return (ends, min(kind.value, kind.inverse.value)) if len(ends) == 2 else None


def _part(part: Any, alias: Alias) -> Hashable:
    return part.event_id, part.role


def _pair(judgement: Any, alias: Alias) -> Hashable:
    """What was decided about two who are one now says nothing any more."""
    ends = frozenset((alias(judgement.one_id), alias(judgement.other_id)))
    return ends if len(ends) == 2 else None


# In this order: a part in an event has to find its case with the same person already.
RELATIONS: dict[str, Moves | Stays] = {
    "cases.Case": Moves(("person",)),
    "people.PersonName": Moves(
        ("person",),
        key=_spelling,
        keyed_by=("text",),
        said=("kind", "script", "language"),
        main="is_primary",
        followers=("cases.Citation.person_name",),
        within=("people.NameWord.name",),
    ),
    "people.Relationship": Moves(
        ("from_person", "to_person"),
        key=_bond,
        keyed_by=("kind",),
        said=("stated_as",),
        followers=("cases.Citation.relationship",),
    ),
    "cases.Participation": Moves(
        ("person",),
        key=_part,
        keyed_by=("event", "role"),
        said=("case",),
        apart="case",
        followers=("cases.Citation.participation",),
    ),
    "cases.Citation": Moves(("person", "told_by")),
    "cases.Attachment": Moves(("person",)),
    "cases.Source": Moves(("informant",)),
    "people.Person": Moves(("merged_into",)),
    "people.Identifier": Moves(("person",)),
    "people.Contact": Moves(("person",)),
    "people.Consent": Moves(("person",)),
    "people.Judgement": Moves(("one", "other"), key=_pair, in_order=True),
    "people.Proposal": Stays(("one", "other")),
    "people.Merge": Stays(("kept", "absorbed")),
    "people.Change": Stays(("old", "new")),
}


def links_decided() -> set[str]:
    """Every foreign key to a person that has a decision, as app.Model.field."""
    return {f"{label}.{link}" for label, rule in RELATIONS.items() for link in rule.links}
