"""What authorities do about people, and others ask of them; told only where it is plain (pure).

In English alone: officials meet or travel, an authority answers or stays silent, somebody asks
for a release, news of a death is confirmed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cases.choices import EventKind as E
from cases.reading.article import Happening, Role, Someone, Span, When
from cases.reading.chains import NAME, NOBODY, Reference
from cases.reading.dating import dated
from cases.reading.occurring import where
from cases.reading.tellings import Teller
from cases.reading.victims import Scene
from cases.reading.when import times
from config.records.dates import PartialDate, narrow

_MET = re.compile(r"\b(?:met|meets|held talks|was receiving|received|is meeting)\b", re.IGNORECASE)
_WENT = re.compile(
    r"\b(?:made a (?:trip|visit) to|paid a visit to|travell?ed to|visited|arrived in)\b",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(?:no comment from|(?:were|was) not answered|did not (?:respond|reply|answer)"
    r"|(?:declined|refused) to comment|(?:have|has|had) not (?:responded|replied|commented)"
    r"|(?:had |have |has )?ignored (?:the )?(?:demands|requests|appeals))\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\b(?:authorit\w+|police|ministry|consulate|embassy|government|officials?|prison|court)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:demand(?:s|ed)?|requests?|appeals?|appealed|asked|urged|called) [^.;]{0,80}?"
    r"\b(?:release|free|let)\b(?: of)?",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(r"\b(?:confirmed|disclosed|revealed|made public)\b", re.IGNORECASE)
_NEWS = re.compile(r"\b(?:death|died|arrest|detention|sentence|imprisonment)\b", re.IGNORECASE)
_HELD = {E.ARREST, E.DETENTION, E.SENTENCING, E.DEATH_IN_CUSTODY, E.DEATH, E.INTERNMENT}


@dataclass(frozen=True)
class Dealer:
    """Takes the scenes in their order, once the people's roles and the events are known."""

    people: tuple[Someone, ...]
    events: tuple[Happening, ...]
    teller: Teller

    def dealings(self, played: list[tuple[Scene, Span]]) -> Iterator[Happening]:
        seen: set[tuple[str, tuple[int, ...]]] = set()
        for scene, passage in played:
            for one in self._of_scene(scene, passage):
                key = (one.kind, one.people)
                if one.people and key not in seen:
                    seen.add(key)
                    yield one

    def _of_scene(self, scene: Scene, passage: Span) -> Iterator[Happening]:
        start, end = scene.sentence.start, scene.sentence.end
        for kind, pattern, whose in (
            (E.OFFICIAL_MEETING, _MET, self._who_met),
            (E.OFFICIAL_VISIT, _WENT, self._who_went),
            (E.AUTHORITY_RESPONSE, _SILENT, self._whose_answer),
            (E.INTERVENTION, _ASKED, self._who_is_asked_for),
            (E.DISCLOSURE, _CONFIRMED, self._whose_news),
        ):
            if match := pattern.search(scene.text, start, end):
                span = Span(*match.span())
                yield self._happening(kind, whose(scene, span), scene, span, passage)

    def _happening(self, kind, people, scene: Scene, span: Span, passage: Span) -> Happening:
        reach = Span(span.start, scene.sentence.end)
        place, facility = where(reach, reach, self.teller.spots)
        when = None if kind == E.INTERVENTION else self._when(scene, span)
        return Happening(kind.value, people, span, passage, when, place, facility)

    def _when(self, scene: Scene, span: Span) -> When | None:
        for one in times(scene.text, Span(span.end, scene.sentence.end)):
            before = scene.text[max(span.end, one.span.start - 12) : one.span.start]
            if not re.search(r"\b(?:after|before)\b", before):
                return dated(one.parts, self.teller.anchor)
        return None

    def _official(self, one: Reference | None) -> tuple[int, ...]:
        people = one.people if one and one.how == NAME and not one.is_owner else ()
        return tuple(who for who in people if self.people[who].role == Role.OFFICIAL)

    def _beside(self, scene: Scene, span: Span) -> tuple[Reference | None, Reference | None]:
        """Who is named last before the words, and first after them."""
        named = [one for one in scene.references if one.how == NAME]
        before = [one for one in named if span.start - 60 < one.span.end <= span.start]
        after = [one for one in named if span.end <= one.span.start < span.end + 60]
        return (before or [None])[-1], (after or [None])[0]

    def _who_met(self, scene: Scene, span: Span) -> tuple[int, ...]:
        before, after = (self._official(one) for one in self._beside(scene, span))
        return (*before, *after) if before and after and before != after else ()

    def _who_went(self, scene: Scene, span: Span) -> tuple[int, ...]:
        return self._official(self._beside(scene, span)[0])

    def _whose_answer(self, scene: Scene, span: Span) -> tuple[int, ...]:
        """Of whom the events told last before: their case is what nobody answers about."""
        if not _AUTHORITY.search(scene.sentence.of(scene.text)):
            return ()
        if asked := _ASKED.search(scene.text, span.start, scene.sentence.end):
            return self._who_is_asked_for(scene, Span(*asked.span()))
        before = [
            one for one in self.events if one.kind in _HELD and one.trigger.start < span.start
        ]
        is_near = before and span.start - before[-1].passage.end < 400
        return before[-1].people if is_near else ()

    def _who_is_asked_for(self, scene: Scene, span: Span) -> tuple[int, ...]:
        for one in scene.references:
            if one.span.start >= span.end:
                is_next = one.span.start - span.end <= 2 and one.how != NOBODY
                return self._held(one.people) if is_next and not one.is_owner else ()
        return ()

    def _whose_news(self, scene: Scene, span: Span) -> tuple[int, ...]:
        news = _NEWS.search(scene.text, scene.sentence.start, span.start)
        if not news or not self._when(scene, span):
            return ()
        owners = [one for one in scene.references if one.is_owner and one.span.end < news.start()]
        return self._held(owners[-1].people) if owners else ()

    def _held(self, people: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(who for who in people if self.people[who].role == Role.DETAINED)


def bounded(event: Happening, dealt: list[Happening]) -> Happening:
    """Who is confirmed dead on 9 March did not die later."""
    if event.kind not in (E.DEATH, E.DEATH_IN_CUSTODY) or event.when is None:
        return event
    for one in dealt:
        is_news = one.kind == E.DISCLOSURE and set(event.people) & set(one.people)
        if is_news and one.when and one.when.latest:
            return _not_after(event, one.when)
    return event


def _not_after(event: Happening, news: When) -> Happening:
    when = event.when
    if not (when.earliest and when.latest and when.earliest <= news.latest < when.latest):
        return event
    partial = PartialDate(when.written, when.edtf, when.earliest, when.latest)
    return replace(event, when=replace(when, latest=narrow(partial, None, news.latest).latest))
