"""What most careful workers would take: what is chosen before anybody decides (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cases.choices import EventKind as Kind
from cases.choices import ParticipationRole, ReleaseKind, ResponseKind, SentenceKind
from cases.decisions import LEAVE, NEW
from cases.reading.article import Role

VERY_LIKELY = "very likely"
# Who is in an article for their work alone, and enters the register only with what they did.
IN_PASSING = (Role.OFFICIAL, Role.JOURNALIST, Role.EXPERT)
# What the people of an event of these kinds are; in all others they are whom it happened to.
PARTS = {
    Kind.DEMONSTRATION: ParticipationRole.DEMONSTRATOR,
    Kind.PICKET: ParticipationRole.DEMONSTRATOR,
    Kind.PETITION: ParticipationRole.ADVOCATE,
    Kind.INTERVENTION: ParticipationRole.SPOKEN_FOR,
    Kind.PRESS_CONFERENCE: ParticipationRole.ADVOCATE,
    Kind.STATEMENT: ParticipationRole.INFORMANT,
    Kind.OFFICIAL_MEETING: ParticipationRole.OFFICIAL,
    Kind.OFFICIAL_VISIT: ParticipationRole.OFFICIAL,
}
# Of one person, an event in which they are this belongs to their case.
CONCERNED = (ParticipationRole.SUBJECT, ParticipationRole.SPOKEN_FOR)
# Without words of ours they tell nothing; entered only if somebody says so.
SAY_NOTHING = (Kind.STATEMENT,)
SENTENCES = (Kind.SENTENCING, Kind.SENTENCE_CHANGE)
RESPONSES = (
    (ResponseKind.NO_COMMENT, re.compile(r"\b(no comment|(declined|refused) to comment)\b", re.I)),
    (ResponseKind.NO_ANSWER, re.compile(r"\b(not answer(ed)?|not (respond|repl[yi])\w*)\b", re.I)),
    (ResponseKind.IGNORED, re.compile(r"\bignor(ed|es|ing)\b", re.I)),
)
NO_CHARGE = re.compile(r"\b(without (any )?charges?|no charges?)\b", re.I)
LENGTH = re.compile(r"P(\d+)([YMWD])")
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


@dataclass(frozen=True)
class Known:
    """Somebody in the register who may be meant: under which spelling, how surely, and why."""

    person: Any
    spelling: str
    score: float
    tier: str
    is_sure: bool
    why: str
    cases: Sequence[Any] = ()


def surely(known: Sequence[Known]) -> Known | None:
    """The one who is meant, where the register knows nobody else who may be."""
    return next((one for one in known if one.is_sure), None)


def default_who(row: Any, known: Sequence[Known], is_in_event: bool) -> str:
    """Empty where somebody is very likely and not sure, as of two namesakes: the worker says."""
    if one := surely(known):
        return one.person.public_id
    if any(one.tier == VERY_LIKELY for one in known):
        return ""
    in_passing = row.what["role"] in IN_PASSING and not is_in_event
    return LEAVE if in_passing else NEW


def default_case(row: Any, known: Sequence[Known], who: str, is_subject: bool) -> str:
    """A case for whom something was done to; the one that there is, if there is one."""
    if not (is_subject or row.what["role"] == Role.DETAINED):
        return ""
    cases = [case for one in known if one.person.public_id == who for case in one.cases]
    return cases[0].public_id if len(cases) == 1 else NEW


def default_place(row: Any, known: Sequence[Any], others: Sequence[Any]) -> str:
    """The one that is called so; of a facility, a new one of the kind that the text says.

    "The police department" is a second one only where the text has named no other before.
    """
    if len(known) == 1:
        return known[0].public_id
    kind = row.what["kind"]
    return "" if known or not kind or meant(row, others) != row else f"{NEW}:{kind}"


def meant(row: Any, others: Sequence[Any]) -> Any:
    """The facility that "the police department" stands for: the first other one of its kind."""
    alike = [one for one in others if one.what["kind"] == row.what["kind"] and one.pk != row.pk]
    alike = [one for one in alike if has_name(one.what["name"])] or alike[:1]
    is_short = row.what["kind"] and not has_name(row.what["name"])
    if not is_short or not alike or (not has_name(alike[0].what["name"]) and row.pk < alike[0].pk):
        return row
    return alike[0]


def has_name(words: str) -> bool:
    """ "A prison" is no name; "Prison No. 2" and "the Medeu department" are."""
    return any(sign.isupper() or sign.isdigit() for sign in words)


def default_event(known: Sequence[Any], when: dict) -> str:
    """The one that they are in at that time already; of both or of neither the time is known."""
    (one,) = known if len(known) == 1 else (None,)
    is_same = one is not None and bool(one.occurred) == bool(when.get("edtf"))
    return one.public_id if is_same else ""


def part_in(kind: str) -> str:
    return PARTS.get(Kind(kind), ParticipationRole.SUBJECT)


def sentence_kind(what: dict) -> str:
    if what["kind"] not in SENTENCES or not what.get("length"):
        return ""
    named = {"life": SentenceKind.LIFE, "death": SentenceKind.DEATH}
    return named.get(what["length"], SentenceKind.PRISON)


def release_kind(kind: str, passage: str) -> str:
    without = kind == Kind.RELEASE and NO_CHARGE.search(passage)
    return ReleaseKind.WITHOUT_CHARGE if without else ""


def response_kind(kind: str, passage: str) -> str:
    if kind != Kind.AUTHORITY_RESPONSE:
        return ""
    return next((word for word, said in RESPONSES if said.search(passage)), "")


def length_in_words(length: str) -> str:
    """P14Y as "14 years"; "life" and "death" as they are."""
    found = LENGTH.fullmatch(length or "")
    if not found:
        return length or ""
    number, unit = int(found[1]), UNITS[found[2]]
    return f"{number} {unit}{'' if number == 1 else 's'}"
