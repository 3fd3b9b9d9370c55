"""What a language lends to the reading: its pronouns, words of kin, verbs, titles (pure)."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from cases.reading.article import Role
from people.choices import RelationshipKind, Sex

Kin = tuple[RelationshipKind, Sex | str]

# How the words that tell an event stand to the person whom it happened to.
PARTICIPLE = "participle"  # "was detained", "detained X", "X, detained in May": the context decides
SUBJECT = "subject"  # "X died"
OBJECT = "object"  # "took X away"
NOUN = "noun"  # "the arrest of X", "X's arrest"
EITHER = "either"  # the person stands nearest, before or after
SPEAKER = "speaker"  # "X told reporters", "said X"
AFTER = "after"  # "two of the detained are X and Y"

# What may stand between a preposition and a name: words in small letters, and titles.
_TITLE = (
    r"(?-i:[^\W\dA-ZА-ЯЁ][\w’'-]*|(?:Mr|Ms|Mrs|Dr|Sr|Sra)\.?|President|Professor|Imam|Herr|Frau)"
)


@dataclass(frozen=True)
class Trigger:
    """Words that tell an event: its EventKind, how they stand to the person, their pattern."""

    kind: str
    frame: str
    pattern: str
    is_state: bool = False  # tells how it is, not what happened: "is in prison"


@dataclass(frozen=True)
class Lexicon:
    """The words of one language; every pattern is written for text in small letters."""

    triggers: tuple[Trigger, ...]
    he: str
    she: str
    they: str
    his: str
    her: str
    their: str
    who: str
    whose: str
    kin: dict[str, Kin]
    kin_of: str  # what stands between a word of kin and the person: "of"
    people: str  # people without a name: "farmers", "a resident"
    prepositions: str
    passive: str  # forms of "to be" right before a participle
    unreal: str  # what makes an event a fear, a demand, a plan
    unreal_near: str  # the same, if it stands within three words
    and_: str
    says: str
    her_alone: str = r"(?!)"  # what follows where "her" is no possessive: "took her from"
    own: str = r"(?!)"  # whose of either sex: "su"
    the: str = r"(?!)"  # somebody told of before: "the pensioner"
    one: str = r"(?!)"  # somebody whom the next lines name: "a Kazakh woman"
    acts: str = r"(?!)"  # what activists do
    gatherings: str = r"(?!)"  # what people do together in the street
    roles: dict[Role, str] = field(default_factory=dict)
    female: str = r"(?!)"
    male: str = r"(?!)"

    @cached_property
    def referring(self) -> re.Pattern[str]:
        """Whatever may stand for a person, other than a name."""
        kin = "|".join(re.escape(word) for word in sorted(self.kin, key=len, reverse=True))
        return re.compile(
            rf"\b(?:(?P<one>{self.one})|(?P<the>{self.the})|(?:ex-)?(?P<kin>{kin})"
            rf"|(?P<own>{self.own})"
            rf"|(?P<his>{self.his})|(?P<her>{self.her})|(?P<their>{self.their})"
            rf"|(?P<he>{self.he})|(?P<she>{self.she})|(?P<they>{self.they})|(?P<who>{self.who})"
            rf"|(?P<people>{self.people}))\b",
            re.IGNORECASE,
        )

    @cached_property
    def telling(self) -> re.Pattern[str]:
        """Whatever may tell an event; the group's name gives the number of the trigger."""
        groups = "|".join(
            f"(?P<t{number}>{one.pattern})" for number, one in enumerate(self.triggers)
        )
        return re.compile(rf"\b(?:{groups})(?!\w)", re.IGNORECASE)

    def trigger(self, match: re.Match[str]) -> Trigger:
        return self.triggers[int((match.lastgroup or "t0")[1:])]

    @cached_property
    def compiled(self) -> dict[str, re.Pattern[str]]:
        names = ("passive", "unreal", "unreal_near", "says", "acts", "gatherings", "female", "male")
        names += ("her_alone",)
        found = {name: getattr(self, name) for name in names}
        found["oblique"] = rf"\b{self.prepositions}\s+(?:{_TITLE}\s+){{0,2}}$"
        found["kin_of"] = rf"\s+{self.kin_of}\s+" if self.kin_of else r"\s+"
        found["owners"] = (
            rf"\s+(?:(?P<his>{self.his})|(?P<her>{self.her})|(?P<their>{self.their}))\b"
        )
        found["of"] = rf"\s+(?:{self.kin_of}|against)\s+(?:[\w’'-]+\s+){{0,4}}|\s+"
        found["joint"] = rf",?\s+{self.and_}\s+"
        return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in found.items()}

    @cached_property
    def role_words(self) -> dict[Role, re.Pattern[str]]:
        return {
            role: re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE)
            for role, words in self.roles.items()
        }
