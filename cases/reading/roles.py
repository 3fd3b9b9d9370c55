"""Why somebody is in an article: what is said of them, what befell them, what they do (pure)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cases.choices import EventKind as E
from cases.reading.article import Happening, Role, Someone, Span
from cases.reading.lexicon import Lexicon

_BEFORE = 70
_APPOSED = re.compile(
    r"(?:\s*\([^()]{0,40}\))?(?:,\s*\d{1,3})?,\s+(?!and\b|who said)(?P<what>[^,.;:]{3,90})"
)
_WHO_IS = re.compile(
    r"(?:\s*\([^()]{0,40}\))?,?\s+(?:who )?(?:is|was|ist|war|es|er|jest|—|–|-)\s+(?P<what>[^,.;:]{3,70})"
)
_BYLINE = re.compile(
    r"(?:^|\n|\.\s|\|)\s*(?:by|von|av|por|przez|автор:?|text:?|photos?:?|foto:?|фото:?)\s+$",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\((?:photo(?: by)?:?\s*)?$|photos? (?:by )?$|©\s*$", re.IGNORECASE)
_TITLE_GAP = re.compile(r"(?P<title>(?:[\w’'./-]+\s+){1,6}),?\s*$")
_BREAK = re.compile(r"[.;:!?,(]|\b(?:and|to|by|with|that|said|says|told|for|from|und|и|y|og|i)\b")

_WEIGHTS = {
    Role.DETAINED: 3.0,
    Role.OFFICIAL: 4.0,
    Role.ACTIVIST: 3.5,
    Role.JOURNALIST: 4.0,
    Role.EXPERT: 3.0,
    Role.OTHER: 3.2,
}
_HELD = {E.SENTENCING: 6.0, E.INTERNMENT: 6.0, E.DEATH_IN_CUSTODY: 6.0, E.DISAPPEARANCE: 5.0}
_HELD |= {E.TRANSFER: 4.0, E.IMPRISONMENT: 6.0, E.DETENTION: 5.0, E.ARREST: 5.0, E.RELEASE: 3.0}
_HELD |= {E.HOUSE_ARREST: 3.0, E.CHARGE: 2.5, E.TRIAL: 2.5, E.DEATH: 2.0}
_GRAVE = {E.SENTENCING, E.INTERNMENT, E.DEATH_IN_CUSTODY, E.DISAPPEARANCE, E.TRANSFER}
_PROTEST = {E.DEMONSTRATION, E.PICKET, E.HUNGER_STRIKE, E.PETITION, E.PRESS_CONFERENCE}


@dataclass(frozen=True)
class Cue:
    """What speaks for a role, how much, and the sentence that says so."""

    role: Role
    weight: float
    why: str


def role_of(
    number: int,
    person: Someone,
    text: str,
    lexicon: Lexicon,
    events: list[Happening],
    listed: bool,
) -> tuple[Role, str]:
    cues = [*_worded(person, text, lexicon), *_befallen(number, events, text)]
    cues += _speaking(person, text, lexicon, cues)
    if listed and not cues:
        cues.append(
            Cue(Role.DETAINED, 1, "Named in a list of people in an article about detention.")
        )
    cues += _kin(person, cues)
    return _heaviest(_weighed(cues, number, events))


def _heaviest(cues: list[Cue]) -> tuple[Role, str]:
    if not cues:
        return Role.OTHER, "The text says nothing of this person that tells a role."
    sums: dict[Role, float] = defaultdict(float)
    for role in Role:
        weights = sorted((cue.weight for cue in cues if cue.role == role), reverse=True)
        sums[role] = sum(weight / (place + 1) for place, weight in enumerate(weights))
    role = max(sums, key=sums.__getitem__)
    best = max((cue for cue in cues if cue.role == role), key=lambda cue: cue.weight)
    return role, best.why


def _worded(person: Someone, text: str, lexicon: Lexicon) -> Iterable[Cue]:
    """Titles before the name, and what stands beside it."""
    for mention in person.mentions:
        before = text[max(0, mention.start - _BEFORE) : mention.start].rsplit("\n", 1)[-1]
        if cue := _credited(before, text, mention):
            yield cue
        yield from _cues(_title(before), lexicon, 1.0)
        for pattern in (_APPOSED, _WHO_IS):
            if match := pattern.match(text, mention.end):
                yield from _cues(match["what"], lexicon, 0.9)


def _credited(before: str, text: str, mention: Span) -> Cue | None:
    closes = text[mention.end : mention.end + 1] in (")", "/")
    if _BYLINE.search(before) or (_CREDIT.search(before) and (closes or "hoto" in before.lower())):
        return Cue(Role.JOURNALIST, 8, "Named as the author of the text or of a picture.")
    return None


def _title(before: str) -> str:
    """The words right before a name, back to where something else begins."""
    if re.search(r"[,.;:]\s*$", before) and not re.search(
        r"\b(?:mr|dr|ms|mrs)\.\s*$", before, re.I
    ):
        match = re.search(
            r"(?:the|a|an|another|its|their)\s+(?P<what>[^,.;:]{3,60}),\s*$", before, re.I
        )
        return match["what"] if match else ""
    return _BREAK.split(before)[-1]


def _cues(words: str, lexicon: Lexicon, share: float) -> Iterable[Cue]:
    for role, pattern in lexicon.role_words.items():
        if match := pattern.search(words):
            yield Cue(role, _WEIGHTS[role] * share, f"The text says “{_short(match, words)}”.")


def _short(match: re.Match[str], words: str) -> str:
    return " ".join(words[max(0, match.start() - 20) : match.end() + 20].split())


def _befallen(number: int, events: list[Happening], text: str) -> Iterable[Cue]:
    for event in events:
        if number not in event.people:
            continue
        quote = " ".join(event.trigger.of(text).split())
        if event.kind in _HELD:
            yield Cue(
                Role.DETAINED, _HELD[E(event.kind)], f"The text says “{quote}” of this person."
            )
        elif event.kind in _PROTEST:
            yield Cue(Role.ACTIVIST, 5, f"The text says “{quote}” of this person.")


def _weighed(cues: list[Cue], number: int, events: list[Happening]) -> list[Cue]:
    """An activist who was held for hours and let go is in the article as an activist."""
    kinds = {E(event.kind) for event in events if number in event.people}
    is_brief = E.RELEASE in kinds and not kinds & _GRAVE
    if not is_brief or not any(cue.role == Role.ACTIVIST and cue.weight >= 3 for cue in cues):
        return cues
    return [cue for cue in cues if cue.role != Role.DETAINED]


def _speaking(person: Someone, text: str, lexicon: Lexicon, cues: list[Cue]) -> list[Cue]:
    says = lexicon.compiled["says"]
    for mention in person.mentions:
        after = text[mention.end : mention.end + 40].split("\n")[0]
        before = text[max(0, mention.start - 25) : mention.start].split("\n")[-1]
        told = says.match(after.lstrip(" ,")) or re.search(
            rf"{says.pattern}\s+(?:the\s+)?(?:\w+\s+)?$", before, re.I
        )
        if told:
            return [Cue(Role.ACTIVIST, 2.0, f"The text says “{told[0].strip()}” of this person.")]
    return []


def _kin(person: Someone, cues: list[Cue]) -> list[Cue]:
    family = [
        one for one in person.ties if one.kind not in ("lawyer", "client", "friend", "colleague")
    ]
    if not family:
        return []
    speaks = any(cue.role == Role.ACTIVIST for cue in cues)
    return [Cue(Role.ACTIVIST if speaks else Role.RELATIVE, 1.5, family[0].why)]
