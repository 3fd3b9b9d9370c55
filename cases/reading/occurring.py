"""Which time and which place of a sentence belong to an event (pure)."""

import re
from dataclasses import dataclass, replace

from cases.choices import EventKind
from cases.reading.article import Span, When
from cases.reading.dating import Anchor, dated
from cases.reading.spots import SpotMap
from cases.reading.victims import Scene
from cases.reading.when import Time

_LATER = re.compile(
    r"\b(?:later|after(?:wards)?|until|before|then|потом|затем|позже|später"
    r"|danach|senere|después|później)\b",
    re.IGNORECASE,
)
# "Who returned from Egypt in 2017 has died": the time is that of the return.
_OF_ANOTHER = re.compile(
    r"\b(?:who|which|whose|котор\w+|que|som|który|która)\s+(?:[\w’'-]+\s+){2,}$"
)
_SETS_OUT = re.compile(r"(?:[,;:—–(]|\b(?:and|but|that|и|но|что|und|y|og|i))\s+(?:\w{1,4}\s+)?$")
_WHEN = re.compile(r",? (?:when|als|da|cuando|kiedy|когда) (?:[\w’'-]+ ){1,5}", re.IGNORECASE)
_GO_ON = {EventKind.PICKET, EventKind.DEMONSTRATION}
_OF_SPEECH = {EventKind.STATEMENT, EventKind.PRESS_CONFERENCE}


@dataclass(frozen=True)
class Timed:
    """The times of a sentence; `first` is where its first event is told."""

    scene: Scene
    times: list[Time]
    first: int
    anchor: Anchor

    def of(self, kind: str, trigger: Span, reach: Span, last: When | None) -> When | None:
        """The time told after the event's words and before the next event, else before all."""
        after = [one for one in self.times if reach.start <= one.span.start < reach.end]
        before = [one for one in self.times if self._leads(one, trigger)][-1:]
        just = [one for one in self.times if self._is_when(one, trigger)]
        for one in [*just, *after, *before]:
            if kind in _OF_SPEECH and self._is_of_what_is_said(one, trigger):
                continue
            if kind not in _OF_SPEECH and self._is_of_speech(one, trigger):
                continue
            if when := last if one.parts.unit == "same" else self._dated(one, kind):
                return when
        return None

    def _dated(self, time: Time, kind: str) -> When | None:
        """Who is held since June was taken in June; who pickets since June goes on with it."""
        parts = time.parts
        if parts.lead == "since" and kind not in _GO_ON:
            parts = replace(parts, lead="")
        return dated(parts, self.anchor)

    def _is_when(self, time: Time, trigger: Span) -> bool:
        """ "Since March 10, when he was arrested"."""
        between = self.scene.text[time.span.end : trigger.start]
        return bool(_WHEN.fullmatch(between))

    def _leads(self, time: Time, trigger: Span) -> bool:
        """Does the sentence or clause set out with this time, or does it stand right before?"""
        if time.span.end > self.first:
            return False
        text, start = self.scene.text, self.scene.sentence.start
        before = text[max(start, time.span.start - 30) : time.span.start]
        between = text[time.span.end : trigger.start]
        if _LATER.search(between) or _OF_ANOTHER.search(text, start, time.span.start):
            return False
        return bool(_SETS_OUT.search(before)) or time.span.start - start < 15 or len(between) < 40

    def _is_of_what_is_said(self, time: Time, trigger: Span) -> bool:
        between = self.scene.text[trigger.end : time.span.start]
        return bool(re.search(r"\b(?:that|how|что|dass|que|at|że)\b|[\"“”«»,]", between))

    def _is_of_speech(self, time: Time, trigger: Span) -> bool:
        """Is it the time of saying so: "he was arrested, she said on Thursday"?"""
        text, says = self.scene.text, self.scene.lexicon.compiled["says"]
        if time.span.start >= trigger.end:
            return bool(says.search(text, max(trigger.end, time.span.start - 90), time.span.start))
        start = max(self.scene.sentence.start, time.span.start - 40)
        is_said = says.search(text, start, time.span.start)
        return bool(is_said and "that" in text[time.span.end : trigger.start])


def where(reach: Span, sentence: Span, spots: SpotMap) -> tuple[int | None, int | None]:
    """The place and the facility nearest after the event's words, else before them."""
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
