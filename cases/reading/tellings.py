"""What each sentence tells: an event, whom it befell, when, where, for how long (pure)."""

import re
from dataclasses import dataclass, field, replace

from cases.choices import EventKind
from cases.reading.article import Span, When
from cases.reading.chains import NAME, PRONOUN
from cases.reading.dating import Anchor
from cases.reading.gapping import others
from cases.reading.headcounts import headcount
from cases.reading.lengths import Length, length_in
from cases.reading.lexicon import NOUN, SPEAKER, Trigger
from cases.reading.months import NUMBERS, any_of
from cases.reading.occurring import Timed, where
from cases.reading.spots import SpotMap
from cases.reading.unreal import is_unreal
from cases.reading.victims import Scene, victims
from cases.reading.when import times

_WITH_LENGTH = {
    EventKind.SENTENCING,
    EventKind.INTERNMENT,
    EventKind.DETENTION,
    EventKind.IMPRISONMENT,
}
_IN_CUSTODY = re.compile(
    r"\b(?:in|while in|in (?:police|chinese|state)) (?:custody|detention|prison|jail)"
    r"|\bin an? (?:[\w-]+ )?(?:prison|jail|detention cent(?:er|re)|cell|police station)"
    r"|\bin an? (?:[\w-]+ )?camp|penitentiary|behind bars|im gefängnis|in haft|i fengsel"
    r"|в (?:тюрьме|лагере|колонии|заключении|сизо)|en prisión|bajo custodia"
    r"|w więzieniu|w areszcie|w obozie\b",
    re.IGNORECASE,
)
_GOT = re.compile(
    rf"(?:got|received|gets|was given|were given|given"
    r"|(?:jailed|imprisoned) for|sentenced to) (?P<number>\d{{1,2}}"
    rf"|{any_of(NUMBERS)})(?!\w)",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"jailed|imprisoned|detained|arrested|interned|incarcerated", re.IGNORECASE)
_SAID_OF = re.compile(r"(?:^|\b(?:the|an?|of|for|other|another|currently)\s)$", re.IGNORECASE)
_SOMEBODY = re.compile(r"an? \w", re.IGNORECASE)
_CAPTION = re.compile(r"\s*(?:caption|photo|image|picture|file photo)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """One telling of an event, before tellings of the same event are made one.

    `people` are empty where the text only counts them: "three activists"; `count` has how many.
    """

    kind: str
    people: tuple[int, ...]
    trigger: Span
    passage: Span
    is_weak: bool = False  # a noun or a state: believed only if no verb tells as much
    when: When | None = None
    place: int | None = None
    facility: int | None = None
    length: Length | None = None
    is_caption: bool = False
    is_unnamed: bool = False  # of somebody whom the lines after it name: "a Kazakh herder"
    count: int = 0

    @property
    def weight(self) -> int:
        """How much it tells; of several tellings of one event the weightiest is proposed."""
        details = [self.when, self.length, self.place is not None or self.facility is not None]
        is_day = bool(self.when and self.when.earliest == self.when.latest is not None)
        told = 2 * sum(map(bool, details)) + is_day + 2 * bool(self.length)
        return told - 3 * self.is_weak - 6 * self.is_caption - 4 * self.is_unnamed


@dataclass
class Teller:
    """Takes the scenes of one article in their order."""

    spots: SpotMap
    anchor: Anchor
    last: dict[int, When] = field(default_factory=dict)  # the last time of each person

    def tellings(self, scene: Scene, passage: Span) -> list[Told]:
        """The events that one sentence tells."""
        text, sentence = scene.text, scene.sentence
        found = list(scene.lexicon.telling.finditer(text, sentence.start, sentence.end))
        if not found:
            return []
        timed = Timed(scene, times(text, sentence), found[0].start(), self.anchor)
        told: list[Told] = []
        previous: tuple[int, ...] = ()
        for place, match in enumerate(found):
            reach = _reach(found, place, scene)
            one = self._telling(scene, passage, match, reach, previous, timed)
            if one is None:
                continue
            told.append(one)
            told += _others(one, scene)
            if scene.lexicon.trigger(match).frame not in (SPEAKER, NOUN):
                previous = one.people
        return told

    def _telling(self, scene, passage, match, reach, previous, timed) -> Told | None:
        trigger, span = scene.lexicon.trigger(match), Span(*match.span())
        if is_unreal(scene, span, trigger):
            return None
        people = victims(scene, span, trigger.frame, previous)
        count = 0 if people else headcount(scene, span)
        if not people and not count:
            return None
        kind = _kind(trigger, scene.text, scene.sentence)
        told = Told(kind, people, span, passage, _is_weak(trigger, scene, span), count=count)
        return self._detailed(told, scene, reach, timed)

    def _detailed(self, told: Told, scene: Scene, reach: Span, timed: Timed) -> Told:
        text = scene.text
        length = _length(told.kind, scene, reach)
        place, facility = where(reach, scene.sentence, self.spots)
        last = next((self.last[one] for one in told.people if one in self.last), None)
        when = timed.of(told.kind, told.trigger, reach, last)
        self.last |= dict.fromkeys(told.people if when else (), when)
        return replace(
            told,
            when=when,
            length=length,
            place=place,
            facility=facility,
            is_caption=bool(_CAPTION.match(text, told.passage.start)),
            is_unnamed=bool(_of_somebody(scene) & set(told.people)),
        )


def _others(told: Told, scene: Scene) -> list[Told]:
    """Whom the same words give a sentence of their own."""
    if told.kind != EventKind.SENTENCING or told.length is None:
        return []
    found = others(scene, told.trigger, told.length)
    return [
        replace(told, people=(person,), trigger=span, length=length)
        for person, span, length in found
        if person not in told.people
    ]


def _of_somebody(scene: Scene) -> set[int]:
    """Who is "a Kazakh herder" there, and not named."""
    named = {who for one in scene.references if one.how == NAME for who in one.people}
    somebody = {
        who
        for one in scene.references
        if one.how == PRONOUN and _SOMEBODY.match(scene.text, one.span.start)
        for who in one.people
    }
    return somebody - named


def _kind(trigger: Trigger, text: str, sentence: Span) -> str:
    if trigger.kind == EventKind.DEATH and _IN_CUSTODY.search(text, sentence.start, sentence.end):
        return EventKind.DEATH_IN_CUSTODY.value
    return str(trigger.kind)


def _length(kind: str, scene: Scene, reach: Span) -> Length | None:
    """After the event's words; right before them where the verb ends the sentence."""
    if kind not in _WITH_LENGTH:
        return None
    found = length_in(scene.text, reach.start, reach.end) or _of_years(scene, reach)
    if found or kind != EventKind.SENTENCING:
        return found
    return length_in(scene.text, max(scene.sentence.start, reach.start - 40), reach.start)


def _of_years(scene: Scene, reach: Span) -> Length | None:
    """ "Each got seven": years, since nothing else was told of before."""
    match = _GOT.match(scene.text, reach.start, reach.end)
    if not match:
        return None
    years = match["number"].lower()
    number = int(years) if years.isdigit() else NUMBERS[years]
    return Length(f"P{number}Y", 12 * number)


def _is_weak(trigger: Trigger, scene: Scene, span: Span) -> bool:
    """Also "the jailed blogger", which tells how it is."""
    before = scene.text[scene.sentence.start : span.start]
    is_said_of = _SAID_OF.search(before) and _ADJECTIVE.fullmatch(span.of(scene.text))
    return trigger.is_state or trigger.frame == NOUN or bool(is_said_of)


def _reach(found: list[re.Match[str]], place: int, scene: Scene) -> Span:
    """From this event's words to those of the next event in the sentence."""
    end = found[place].end() + 1
    for one in found[place + 1 :]:
        if one.start() > end and scene.lexicon.trigger(one).frame not in (NOUN, SPEAKER):
            return Span(found[place].start(), one.start())
    stop = scene.text.find(";", end, scene.sentence.end)
    return Span(found[place].start(), stop if stop >= 0 else scene.sentence.end)
