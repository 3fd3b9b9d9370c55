"""Why somebody is in an article: what is said of them, what befell them, what they do (pure)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cases.choices import EventKind as E
from cases.reading.article import Happening, Role, Someone
from cases.reading.cues import Cue, Named, acting, worded
from cases.reading.happenings import HOURS
from cases.reading.lexicon import Lexicon
from cases.reading.words.rulers import is_ruler

_HELD = {E.SENTENCING: 6.0, E.INTERNMENT: 6.0, E.DEATH_IN_CUSTODY: 6.0, E.DISAPPEARANCE: 5.0}
_HELD |= {E.TRANSFER: 4.0, E.IMPRISONMENT: 6.0, E.DETENTION: 5.0, E.ARREST: 5.0, E.RELEASE: 3.0}
_HELD |= {E.HOUSE_ARREST: 3.0, E.CHARGE: 2.5, E.TRIAL: 2.5, E.DEATH: 2.0}
_GRAVE = {E.SENTENCING, E.INTERNMENT, E.DEATH_IN_CUSTODY, E.DISAPPEARANCE, E.TRANSFER}
_PROTEST = {E.DEMONSTRATION, E.PICKET, E.HUNGER_STRIKE, E.PETITION, E.PRESS_CONFERENCE}
_NOT_FAMILY = {"lawyer", "client", "friend", "colleague", "teacher", "student", "fellow_detainee"}
_JUDGED = {E.SENTENCING, E.RELEASE}
_BRIEF = {E.RELEASE, E.HOUSE_ARREST, E.FINE}
_SUSPENDED = re.compile(
    r"\b(?:suspended|probation|restricted freedom|restriction of (?:freedom|liberty)"
    r"|условн\w+|bewährung|betinget|en suspenso|w zawieszeniu)\b",
    re.IGNORECASE,
)
_AROUND = 0.4
_LOOK_AT = 20  # mentions


@dataclass(frozen=True)
class Judge:
    """Weighs what the article says of one person after the other."""

    text: str
    lexicon: Lexicon
    lead: str  # the title and how the text starts: what the article is about

    def role(
        self,
        person: Someone,
        named: list[Named],
        befell: list[Happening],
        family: str,
    ) -> tuple[Role, str]:
        cues = [*worded(named, self.text, self.lexicon), *self._befallen(befell)]
        cues += acting(named, self.text, self.lexicon)
        cues += [Cue(Role.OTHER, 4.0, one.why) for one in person.ties if one.kind == "lawyer"]
        if is_ruler({person.name, *(one.span.of(self.text) for one in named)}):
            cues.append(Cue(Role.OFFICIAL, 5.0, "Known as one who rules or speaks for rulers."))
        around = list(self._around(named))
        if family and not cues and (gone := self._gone(named)):
            cues.append(Cue(Role.DETAINED, 3.0, gone))
        cues += _kin(family, cues, any(cue.role == Role.ACTIVIST for cue in around))
        cues = cues or around
        return _heaviest(self._weighed(cues, around, befell))

    def _befallen(self, befell: Iterable[Happening]) -> Iterable[Cue]:
        for event in befell:
            quote = " ".join(event.trigger.of(self.text).split())
            why = f"The text says “{quote}” of this person."
            if event.kind in _HELD:
                yield Cue(Role.DETAINED, _HELD[E(event.kind)], why)
            elif event.kind in _PROTEST:
                yield Cue(Role.ACTIVIST, 5, why)

    def _gone(self, named: list[Named]) -> str:
        """Somebody's kin of whom the same sentence goes on to tell of camps or prisons."""
        for one in named[:_LOOK_AT]:
            after = self.text[one.span.end : min(one.sentence.end, one.span.end + 150)]
            if match := self.lexicon.role_words[Role.DETAINED].search(after):
                return f"The text says “{match[0]}” of this person."
        return ""

    def _around(self, named: list[Named]) -> Iterable[Cue]:
        """Where nothing is said of the person: what sentence, paragraph and article are about."""
        if self.lexicon.compiled["gatherings"].search(self.lead):
            yield Cue(Role.ACTIVIST, _AROUND, "The article is about people who speak up.")
        for one in named[:_LOOK_AT]:
            is_listed = one.first != one.span.start or one.last != one.span.end
            for span in (one.sentence, one.paragraph):
                words = self.text[span.start : min(span.end, span.start + 2000)]
                if self.lexicon.compiled["acts"].search(words):
                    yield Cue(Role.ACTIVIST, _AROUND, "Named where the text tells of a protest.")
                elif is_listed and self.lexicon.role_words[Role.DETAINED].search(words):
                    yield Cue(Role.DETAINED, _AROUND, "Named where the text tells of detention.")
            if is_listed:
                yield Cue(Role.DETAINED, _AROUND / 2, "Named in a list of people.")

    def _weighed(self, cues: list[Cue], around: list[Cue], befell: list[Happening]) -> list[Cue]:
        """An activist held for hours, days, or in the own home, is in it as an activist."""
        kinds = {E(event.kind) for event in befell}
        if any(E(event.kind) in _GRAVE and not self._is_short(event) for event in befell):
            return cues
        is_short = any(map(self._is_short, befell))
        speaks = any(cue.role == Role.ACTIVIST and cue.weight >= 3 for cue in cues)
        is_judged = any(self._is_short(one) for one in befell if one.kind in _JUDGED)
        protests = is_judged and any(cue.role == Role.ACTIVIST for cue in around)
        if not ((kinds & _BRIEF or is_short) and (speaks or protests)):
            return cues
        return [cue for cue in (*cues, *around) if cue.role != Role.DETAINED]

    def _is_short(self, event: Happening) -> bool:
        """Hours or days, or a sentence that need not be served."""
        if event.kind == E.RELEASE:
            return bool(HOURS.search(event.passage.of(self.text)))
        around = self.text[max(0, event.trigger.start - 40) : event.trigger.end + 60]
        is_light = event.length.endswith("D") or _SUSPENDED.search(around)
        is_held = event.kind in (E.SENTENCING, E.DETENTION, E.ARREST)
        return is_held and bool(is_light)


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


def families(people: Iterable[Someone]) -> dict[int, str]:
    """Who is family of somebody in the article, with the sentence that says so."""
    found: dict[int, str] = {}
    for number, person in enumerate(people):
        for one in person.ties:
            if one.kind not in _NOT_FAMILY:
                found.setdefault(number, one.why)
                found.setdefault(one.of, one.why)
    return found


def _kin(family: str, cues: list[Cue], acts_around: bool) -> list[Cue]:
    if not family:
        return []
    speaks = any(cue.role == Role.ACTIVIST for cue in cues) or acts_around
    return [Cue(Role.ACTIVIST if speaks else Role.RELATIVE, 1.5, family)]
