"""Invented people, a family at a time: who they are, what they are called, whose kin they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from cases.synthetic import days
from cases.synthetic.book import Book
from cases.synthetic.fates import FATES, OPEN, PARTS, Signature, Signing
from cases.synthetic.sheets import NULL
from cases.synthetic.world import Town, World
from config.records.choices import Secrecy, State
from people.choices import NameDisplay, OccupationGroup, PersonKind, RelationshipKind, Sex
from people.invented import ETHNICITIES, name, spellings
from people.invented.chance import Weighted
from people.invented.forms import Parts
from people.models.rules import WITHHELD

SIZES = Weighted.of({1: 46, 2: 24, 3: 15, 4: 9, 5: 4, 6: 2})
_DISPLAYS = Weighted.of({NameDisplay.FULL: 94, NameDisplay.INITIALS: 3, NameDisplay.WITHHELD: 3})
_KINDS = Weighted.of({PersonKind.INDIVIDUAL: 98, PersonKind.UNNAMED: 1.5, PersonKind.GROUP: 0.5})
_OCCUPATIONS = {
    OccupationGroup.RELIGIOUS: "imam",
    OccupationGroup.EDUCATION: "teacher",
    OccupationGroup.CULTURE: "writer",
    OccupationGroup.MEDIA: "journalist",
    OccupationGroup.LAW: "lawyer",
    OccupationGroup.HEALTH: "doctor",
    OccupationGroup.BUSINESS: "trader",
    OccupationGroup.GOVERNMENT: "official",
    OccupationGroup.FARMING: "herder",
    OccupationGroup.WORKER: "driver",
    OccupationGroup.ACTIVISM: "activist",
    OccupationGroup.STUDENT: "student",
    OccupationGroup.NONE: "retired",
}
_GROUPS = list(_OCCUPATIONS)
_BIOGRAPHY = "Invented: nobody real is meant."
_PARTS_OF_NAMES = re.compile(r"[\s·•・.-]+")
_LAST_BIRTH = 2008


@dataclass
class Member:
    """One of a family."""

    key: int
    sex: str
    born: int
    home: Town
    fate: tuple[State, Secrecy]
    display: str
    signature: Signature
    names: list[int] = field(default_factory=list)


def part_of(fate: tuple, chance: Random) -> tuple:
    """The fate of a record that belongs to one of this fate.

    What is withdrawn takes nothing along; what is seen only through it goes unseen all the same.
    """
    if fate == OPEN:
        return PARTS.draw(chance)
    return OPEN if fate[0] == State.WITHDRAWN else fate


def name_shown(display: str, state: str, described_as: str, names: list[tuple]) -> str:
    """As the database has it: the first name that the person's readers may see."""
    if display == NameDisplay.WITHHELD:
        return WITHHELD
    seen = (
        text
        for text, signature in names
        if signature.secrecy == Secrecy.PUBLIC
        and signature.state != State.WITHDRAWN
        and (signature.state == State.PUBLISHED or state != State.PUBLISHED)
    )
    shown = next(seen, None)
    if shown is None:
        return described_as or WITHHELD
    if display == NameDisplay.INITIALS:
        return " ".join(f"{part[0]}." for part in _PARTS_OF_NAMES.split(shown) if part)
    return shown


class Families:
    """Families one after another; every member and tie is written as it is made."""

    def __init__(self, book: Book, world: World, chance: Random):
        self.book, self.world, self.chance = book, world, chance

    def draw(self, most: int, signing: Signing) -> list[Member]:
        """A family of at most so many."""
        chance = self.chance
        size = min(SIZES.draw(chance), most)
        ethnicity = ETHNICITIES.draw(chance)
        home = self.world.home(ethnicity, chance)
        is_couple = size > 1 and chance.random() < 0.45
        kin = self._couple(ethnicity, size) if is_couple else self._siblings(ethnicity, size)
        members = [self._member(parts, born, home, signing) for parts, born in kin]
        self._tie(members, 2 if is_couple else 0, signing)
        return members

    def _siblings(self, ethnicity: str, size: int) -> Iterator[tuple[Parts, int]]:
        chance = self.chance
        eldest = name(ethnicity, self._sex(), chance)
        born = int(chance.triangular(1932, _LAST_BIRTH, 1976))
        yield eldest, born
        for _ in range(size - 1):
            born = min(born + 1 + int(chance.random() * 5), _LAST_BIRTH)
            yield self._child(eldest.father, eldest.family, ethnicity), born

    def _couple(self, ethnicity: str, size: int) -> Iterator[tuple[Parts, int]]:
        chance = self.chance
        born = int(chance.triangular(1932, 1986, 1962))
        husband = name(ethnicity, Sex.MALE.value, chance)
        yield husband, born
        yield name(ethnicity, Sex.FEMALE.value, chance), born + int(chance.random() * 6)
        for _ in range(size - 2):
            later = born + 22 + int(chance.random() * 14)
            child = self._child(husband.given, husband.family, ethnicity)
            yield child, min(later, _LAST_BIRTH)

    def _child(self, father: str, family: str, ethnicity: str) -> Parts:
        return name(ethnicity, self._sex(), self.chance, father=father, family=family)

    def _sex(self) -> str:
        return Sex.MALE.value if self.chance.random() < 0.66 else Sex.FEMALE.value

    def _member(self, parts: Parts, born: int, home: Town, signing: Signing) -> Member:
        chance = self.chance
        fate = FATES.draw(chance)
        display = _DISPLAYS.draw(chance).value
        key = self.book.people.reserve()
        member = Member(key, parts.sex, born, home, fate, display, signing(fate))
        kind = _KINDS.draw(chance)
        group = _GROUPS[int(chance.random() * len(_GROUPS))]
        described_as, names = "", []
        if kind == PersonKind.INDIVIDUAL:
            names = self._names(member, parts, signing)
        else:
            described_as = f"{_OCCUPATIONS[group]} from {home.name}, invented"
        self._write(member, parts, kind.value, group, described_as, names)
        return member

    def _names(self, member: Member, parts: Parts, signing: Signing) -> list[tuple]:
        found = []
        for spelling in spellings(parts, self.chance):
            fate = part_of(member.fate, self.chance)
            if not found and member.fate == OPEN:
                fate = OPEN  # the main name of somebody published is published
            signature = signing(fate)
            sheet = self.book.names
            key = sheet.add(
                sheet.reserve(),
                signature.columns,
                member.key,
                spelling.text,
                spelling.kind,
                spelling.script,
                spelling.language,
                "f" if found else "t",
            )
            member.names.append(key)
            found.append((spelling.text, signature))
        return found

    def _write(self, member, parts, kind, group, described_as, names) -> None:
        chance = self.chance
        best = next((text for text, signed in names if signed.secrecy != Secrecy.SEALED), None)
        elsewhere = self.world.home(parts.ethnicity, chance).key
        occupation = _OCCUPATIONS[group] if chance.random() < 0.6 else ""
        self.book.people.add(
            member.key,
            member.signature.columns,
            kind,
            member.display,
            name_shown(member.display, member.signature.state, described_as, names),
            best or described_as,
            described_as,
            "dozens" if kind == PersonKind.GROUP else "",
            parts.sex if chance.random() < 0.97 else "",
            parts.ethnicity if chance.random() < 0.92 else "",
            member.home.country if chance.random() < 0.7 else NULL,
            elsewhere if chance.random() < 0.4 else NULL,
            member.home.key if chance.random() < 0.85 else NULL,
            group.value if occupation else "",
            occupation,
            _BIOGRAPHY,
            days.birth(chance, member.born).columns,
        )

    def _tie(self, members: list[Member], parents: int, signing: Signing) -> None:
        """Everybody with everybody: the first are the parents of the others, or all siblings."""
        for place, one in enumerate(members):
            for other_place in range(place + 1, len(members)):
                kind = RelationshipKind.SIBLING
                if place < parents:
                    is_spouse = other_place < parents
                    kind = RelationshipKind.SPOUSE if is_spouse else RelationshipKind.PARENT
                other = members[other_place]
                both_open = one.fate == other.fate == OPEN
                fate = part_of(OPEN, self.chance) if both_open else (State.DRAFT, Secrecy.PUBLIC)
                sheet = self.book.ties
                sheet.add(sheet.reserve(), signing(fate).columns, one.key, other.key, kind.value)
