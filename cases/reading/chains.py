"""Words that stand for people, and who is told of in one breath: A, B and C (pure)."""

import re
from dataclasses import dataclass

from cases.reading.article import Span
from people.choices import Sex

NAME, PRONOUN, KIN, NOBODY = "name", "pronoun", "kin", "nobody"

_CHAIN = re.compile(
    r"(?:\s*,)?(?:(?<=,)\s*(?:aged )?\d{1,3}\b\s*,?|\s*\(\d{1,3}\)\s*,?)?"
    r"(?:\s*\([^()]{0,60}\))?\s*(?P<sign>,|;|/|&)?\s*"
    r"(?:(?P<word>and|or|as well as|und|sowie|y|e|i|oraz|og|и|а также|или)\s+)?"
    r"(?:(?:professor|dr|mr|mrs|ms|his|her)\.?\s+"
    r"|(?:(?:former|fellow|rights|human|opposition|civil|retired|popular|prominent|local)\s+){0,2}"
    r"(?:imam|activist|poet|writer|singer|lawyer|journalist|blogger|farmer|teacher|scholar|artist"
    r"|linguist|publisher|businessman|trader|politician|historian|editor|doctor|student|lawmaker"
    r"|defender|reporter|professor|musician|herder|campaigner)s?\s+"
    r"|(?:(?:the|a|an|another|one|two|three|four|five|six|\d+|other"
    r"|fellow)\s+){1,3}(?:[\w’'-]+\s+){0,2})?",
    re.IGNORECASE,
)


_ALIAS = re.compile(r"^\s*\([^()]{0,80}\)")


@dataclass(frozen=True)
class Reference:
    """Words that stand for people; `people` is empty where they stand for somebody unnamed."""

    span: Span
    people: tuple[int, ...]
    how: str
    is_owner: bool = False  # "X's", "his": names whose something it is
    is_oblique: bool = False  # after a preposition: "by X", "with X"
    sex: Sex | str = ""  # of somebody unnamed, as far as the word tells


def chained(text: str, found: list[Reference]) -> dict[int, tuple[int, ...]]:
    """For each name's place in the list, all who are told in one breath with it: A, B and C."""
    return {
        place: tuple(dict.fromkeys(person for one in run for person in found[one].people))
        for place, run in runs(text, found).items()
    }


def runs(text: str, found: list[Reference]) -> dict[int, tuple[int, ...]]:
    """For each name's place in the list, the places of all that are told in one breath with it."""
    chains: dict[int, tuple[int, ...]] = {}
    run: list[int] = []
    has_and = False
    for place, one in enumerate(found):
        if one.how == PRONOUN or (not one.people and not run):
            continue
        if run and _is_alias(text, found[run[-1]], one):
            continue
        sign = _joint(text, found[run[-1]], one) if run else None
        if not one.people and sign != "and":
            continue
        if sign is None:
            _close(chains, found, run, has_and)
            run, has_and = [], False
        has_and = has_and or sign == "and"
        run.append(place)
    _close(chains, found, run, has_and)
    return chains


def _is_alias(text: str, one: Reference, other: Reference) -> bool:
    """ "X (also known as Y)": the same person under another name."""
    if not one.people or one.people != other.people or other.how != NAME:
        return False
    return "(" in text[one.span.end : other.span.start]


def _joint(text: str, one: Reference, other: Reference) -> str | None:
    """How the second goes on from the first: "and", ",", "" for the same person; else None."""
    gap = _ALIAS.sub("", text[one.span.end : other.span.start])
    if one.how == KIN and one.people == other.people and len(gap) < 60:
        return ""
    match = _CHAIN.fullmatch(gap) if len(gap) < 100 else None
    if not match or not (match["word"] or "," in gap or match["sign"]):
        return None
    return "and" if match["word"] else ","


def _close(chains: dict, found: list[Reference], run: list[int], has_and: bool) -> None:
    is_list = has_and or len({found[place].people for place in run} - {()}) > 2
    chains.update({place: tuple(run) if is_list else (place,) for place in run})
