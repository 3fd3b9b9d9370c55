"""What an article says happened: found sentence by sentence, each told once (pure)."""

import re
from dataclasses import dataclass, replace

from cases.choices import EventKind
from cases.reading.article import Happening, Span, When
from cases.reading.dating import Anchor, dated
from cases.reading.lengths import Length, length_in
from cases.reading.lexicon import NOUN, SPEAKER, Trigger
from cases.reading.spots import SpotMap
from cases.reading.victims import Scene, victims
from cases.reading.when import Time, times

_CLAUSE = re.compile(
    r"[;:]|,? (?:but|although|though|while|но|aber|sondern|pero|men|ale) ", re.IGNORECASE
)
_WITH_LENGTH = {
    EventKind.SENTENCING,
    EventKind.INTERNMENT,
    EventKind.DETENTION,
    EventKind.IMPRISONMENT,
}
_OF_CUSTODY = {EventKind.SENTENCING, EventKind.INTERNMENT, EventKind.DETENTION, EventKind.ARREST}
_IN_CUSTODY = re.compile(
    r"\b(?:in|while in|in (?:police|chinese|state)) (?:custody|detention|prison|jail|an? (?:[\w-]+ )?camp)"
    r"|penitentiary|behind bars|в (?:тюрьме|лагере|колонии|заключении|сизо)|im gefängnis|in haft"
    r"|i fengsel|en prisión|bajo custodia|w więzieniu|w areszcie|w obozie\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"\s*(?:caption|photo|image|picture|file photo)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """One telling of an event, before tellings of the same event are made one."""

    kind: str
    people: tuple[int, ...]
    trigger: Span
    passage: Span
    is_noun: bool
    when: When | None = None
    place: int | None = None
    facility: int | None = None
    length: Length | None = None
    is_caption: bool = False

    @property
    def weight(self) -> int:
        """How much it tells; of several tellings of one event the weightiest is proposed."""
        details = [self.when, self.length, self.place is not None or self.facility is not None]
        return 2 * sum(map(bool, details)) - 3 * self.is_noun - 6 * self.is_caption


def tellings(scene: Scene, passage: Span, spots: SpotMap, anchor: Anchor) -> list[Told]:
    """The events that one sentence tells."""
    text, sentence = scene.text, scene.sentence
    found = list(scene.lexicon.telling.finditer(text, sentence.start, sentence.end))
    if not found:
        return []
    timed = times(text, sentence)
    told: list[Told] = []
    previous: tuple[int, ...] = ()
    for place, match in enumerate(found):
        trigger = scene.lexicon.trigger(match)
        span = Span(*match.span())
        if is_unreal(scene, span, trigger):
            continue
        people = victims(scene, span, trigger.frame, previous)
        if not people:
            previous = () if trigger.frame != NOUN else previous
            continue
        one = Told(_kind(trigger, text, sentence), people, span, passage, trigger.frame == NOUN)
        told.append(_detailed(one, scene, _reach(found, place, sentence), timed, spots, anchor))
        previous = people if trigger.frame != SPEAKER else previous
    return told


def _kind(trigger: Trigger, text: str, sentence: Span) -> str:
    if trigger.kind == EventKind.DEATH and _IN_CUSTODY.search(text, sentence.start, sentence.end):
        return EventKind.DEATH_IN_CUSTODY.value
    return str(trigger.kind)


def _reach(found: list[re.Match[str]], place: int, sentence: Span) -> Span:
    """From this event's words to those of the next event in the sentence."""
    following = [one.start() for one in found[place + 1 :] if one.start() > found[place].end() + 1]
    return Span(found[place].start(), following[0] if following else sentence.end)


def _detailed(
    told: Told, scene: Scene, reach: Span, timed: list[Time], spots: SpotMap, anchor
) -> Told:
    text = scene.text
    length = length_in(text, reach.start, reach.end) if told.kind in _WITH_LENGTH else None
    place, facility = _where(reach, scene.sentence, spots)
    return replace(
        told,
        when=_when(told, reach, scene, timed, anchor),
        length=length,
        place=place,
        facility=facility,
        is_caption=bool(_CAPTION.match(text, told.passage.start)),
    )


def _when(told: Told, reach: Span, scene: Scene, timed: list[Time], anchor: Anchor) -> When | None:
    """The time told after the event's words and before the next event, else before them."""
    after = [one for one in timed if reach.start <= one.span.start < reach.end]
    before = [one for one in timed if one.span.end <= reach.start]
    for one in [*after, *reversed(before[-1:])]:
        if _is_of_speech(scene, one, told):
            continue
        if when := dated(one.parts, anchor):
            return when
    return None


def _is_of_speech(scene: Scene, time: Time, told: Told) -> bool:
    """Is it the time of saying so: "he was arrested, she said on Thursday"?"""
    if told.kind in (EventKind.STATEMENT, EventKind.PRESS_CONFERENCE):
        return False
    if time.span.start >= told.trigger.end:
        between = scene.text[told.trigger.end : time.span.start]
        return bool(scene.lexicon.compiled["says"].search(between[-40:]))
    before = scene.text[max(scene.sentence.start, time.span.start - 40) : time.span.start]
    between = scene.text[time.span.end : told.trigger.start]
    return bool(scene.lexicon.compiled["says"].search(before) and "that" in between)


def _where(reach: Span, sentence: Span, spots: SpotMap) -> tuple[int | None, int | None]:
    place = facility = None
    for start, end in ((reach.start, reach.end), (sentence.start, reach.start)):
        for _, _, number in spots.within(start, end):
            if spots.spots[number].kind:
                facility = number if facility is None else facility
            elif place is None:
                place = number
        if place is not None:
            break
    return place, facility


def is_unreal(scene: Scene, span: Span, trigger: Trigger) -> bool:
    """Is it feared, demanded, denied, possible rather than told as having happened?"""
    before = _CLAUSE.split(scene.before(span.start))[-1]
    patterns = scene.lexicon.compiled
    near = " ".join(before.split()[-4:]) + " "
    if patterns["unreal_near"].search(near) and not scene.text[
        span.start : span.end
    ].lower().startswith("will"):
        return True
    far = patterns["unreal"].search(before[-120:])
    return bool(far)


def happenings(told: list[Told]) -> tuple[Happening, ...]:
    """Each event once, in the order of the text."""
    kept = _without_repeats(told)
    return tuple(_happening(one) for one in sorted(kept, key=lambda one: one.trigger.start))


def _happening(told: Told) -> Happening:
    length = told.length or Length("", None)
    return Happening(
        kind=told.kind,
        people=told.people,
        trigger=told.trigger,
        passage=told.passage,
        when=told.when,
        place=told.place,
        facility=told.facility,
        length=length.iso,
        months=length.months,
    )


def _without_repeats(told: list[Told]) -> list[Told]:
    kept: list[Told] = []
    for one in sorted(told, key=lambda one: -one.weight):
        new = tuple(
            person
            for person in one.people
            if not any(_is_same(one, other) for other in kept if person in other.people)
        )
        if new:
            kept.append(replace(one, people=new))
    return kept


def _is_same(one: Told, other: Told) -> bool:
    """Is it the same event told again, and no second one?"""
    if _family(one.kind) != _family(other.kind):
        return False
    if one.is_noun or other.is_noun or one.kind == EventKind.STATEMENT:
        return True
    if one.kind != other.kind and one.passage == other.passage and not _differ(one, other):
        return one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end
    return not _differ(one, other)


def _differ(one: Told, other: Told) -> bool:
    if one.length and other.length and one.length != other.length:
        return True
    if not (one.when and other.when):
        return False
    too_early = one.when.latest and other.when.earliest and one.when.latest < other.when.earliest
    too_late = other.when.latest and one.when.earliest and other.when.latest < one.when.earliest
    return bool(too_early or too_late)


def _family(kind: str) -> str:
    return {
        EventKind.DEATH_IN_CUSTODY.value: EventKind.DEATH.value,
        EventKind.PICKET.value: EventKind.DEMONSTRATION.value,
    }.get(kind, kind)
