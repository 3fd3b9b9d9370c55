"""To whom it happened: the people that the words of an event belong to (pure)."""

import re
from dataclasses import dataclass

from cases.reading.article import Span
from cases.reading.chains import NAME, NOBODY, PRONOUN, Reference, chained
from cases.reading.lexicon import AFTER, EITHER, NOUN, OBJECT, PARTICIPLE, SPEAKER, SUBJECT, Lexicon

_FIRST_WORD = re.compile(r"\w+(?:-\w+)?")
_BREAK = re.compile(
    r"[;:.!?]|\b(?:who|which|that|after|because|while|when|before)\b", re.IGNORECASE
)
_NEAR = 60
_RELATIVE = re.compile(r"(?:\s*\([^()]*\))?,?\s*$")
_BESIDE = re.compile(
    r"(?:\s*\([^()]*\)|,\s*(?:aged\s)?\d{1,3}\b)?,?\s*(?:an?\s(?:[\w-]+\s){1,4})?"
    r"(?:(?:then|later|first|also)\s)?$"
)
_APPOSED = re.compile(r",\s+(?:an? |the |another )?(?:[\w-]+\s+){0,3}")
_AND = re.compile(r"(?:\b(?:and|or|but|then)|,)\s+(?:\w+\s+)?$")
_PASSIVE_AND = re.compile(r"\b(?:was|were|been|being|is|are)\b[^.;:]{0,80}$")
_NAMED_NEXT = re.compile(r"(?:,|:| —| -| –| \()? $|: $")
_TOGETHER = re.compile(
    r"\b(?:(?:together|along) with|вместе с|zusammen mit|sammen med|junto (?:con|a)|wraz z|razem z)"
    r"\s+(?:[^\W\d][\w’'-]*\s+){0,4}$",
    re.IGNORECASE,
)
# "X says that a tenth were interned": not X.
_OF_OTHERS = re.compile(
    r"\bthat\s+(?:an?|the|no|some|most|many|all|at least|about|more|over|up to|\d[\d,.]*|half)\s"
    r"|\b(?:said|says|added|noted)\s+(?:some|most|many|several|at least|about|more than|over|up to"
    r"|dozens|hundreds|thousands|\d[\d,.]*)\s",
    re.IGNORECASE,
)
_TO_OBJECT = re.compile(r"\s*(?:[\w’'-]+\s+){0,6}$")


@dataclass(frozen=True)
class Scene:
    """A sentence with who is in it."""

    text: str
    sentence: Span
    references: list[Reference]
    chains: dict[int, tuple[int, ...]]
    lexicon: Lexicon

    @classmethod
    def of(cls, text: str, sentence: Span, references: list[Reference], lexicon: Lexicon):
        return cls(text, sentence, references, chained(text, references), lexicon)

    def before(self, at: int) -> str:
        return self.text[max(self.sentence.start, at - 200) : at]

    def people(self, place: int) -> tuple[int, ...]:
        """Who is meant there: all who are told in one breath, or named right after the word."""
        one = self.references[place]
        if one.how == NOBODY and not one.people and place + 1 < len(self.references):
            other = self.references[place + 1]
            gap = self.text[one.span.end : other.span.start]
            if other.how == NAME and not other.is_owner and _NAMED_NEXT.fullmatch(gap):
                return self.people(place + 1)
        return self.chains.get(place, one.people)


def victims(scene: Scene, trigger: Span, frame: str, previous: tuple[int, ...]) -> tuple[int, ...]:
    """Whom the event befell; `previous` are those of the event told just before in the sentence."""
    found = {
        PARTICIPLE: _of_participle,
        SUBJECT: _subject,
        OBJECT: _object,
        NOUN: _of_noun,
        EITHER: _nearest,
        SPEAKER: _speaker,
        AFTER: lambda scene, trigger, previous: _after(scene, trigger),
    }[frame](scene, trigger, previous)
    is_joined = found and frame in (PARTICIPLE, OBJECT, SUBJECT)
    return tuple(dict.fromkeys((*found, *_companions(scene, trigger)))) if is_joined else found


def _companions(scene: Scene, trigger: Span) -> tuple[int, ...]:
    """ "Was detained together with X and Y"."""
    for place, one in enumerate(scene.references):
        if one.span.start < trigger.end or one.how != NAME or one.is_owner:
            continue
        gap = scene.text[trigger.end : one.span.start]
        if len(gap) < 120 and _TOGETHER.search(gap) and not re.search(r"[.;:]", gap):
            return scene.people(place)
    return ()


def _of_participle(scene: Scene, trigger: Span, previous) -> tuple[int, ...]:
    if scene.lexicon.compiled["passive"].search(scene.before(trigger.start)):
        return _subject(scene, trigger, previous)
    if _AND.search(scene.before(trigger.start)):
        found = _object(scene, trigger, ()) or previous
        if found or not _PASSIVE_AND.search(scene.before(trigger.start)):
            return found or _beside(scene, trigger)
        return _subject(scene, trigger, previous)
    found = _object(scene, trigger, previous)
    return found or _beside(scene, trigger) or ()


def _beside(scene: Scene, trigger: Span) -> tuple[int, ...]:
    """The name right before: "X, detained in May," and, in headlines, "X Detained In May"."""
    for place, one in _backwards(scene, trigger.start):
        gap = scene.text[one.span.end : trigger.start]
        if one.how == NAME and not one.is_owner and _BESIDE.fullmatch(gap):
            return scene.people(place)
        if not (one.how != NAME and place and _is_what(scene, place, gap)):
            break
    return ()


def _is_what(scene: Scene, place: int, gap: str) -> bool:
    """Is it what the name before it is: "X, a reporter charged with"?"""
    one, other = scene.references[place], scene.references[place - 1]
    between = scene.text[other.span.end : one.span.start]
    return gap == " " and other.how == NAME and bool(_APPOSED.fullmatch(between))


def _subject(scene: Scene, trigger: Span, previous) -> tuple[int, ...]:
    for place, one in _backwards(scene, trigger.start):
        gap = scene.text[one.span.end : trigger.start]
        if one.is_owner or _is_passed_over(scene, place, gap):
            continue
        if (
            one.how == NAME
            and _OF_OTHERS.search(gap)
            and scene.lexicon.compiled["says"].search(gap)
        ):
            return ()
        return scene.people(place)
    return previous


def _is_passed_over(scene: Scene, place: int, gap: str) -> bool:
    """ "By X", "with X": X is not the subject. "The imam, X" is told by the name."""
    one = scene.references[place]
    if one.how == NOBODY and _is_beside_a_name(scene, place):
        return True
    return one.is_oblique and not _RELATIVE.fullmatch(gap)


def _is_beside_a_name(scene: Scene, place: int) -> bool:
    """Is it what the name before it is: "X, leader of the farmers,"?"""
    one = scene.references[place]
    for other in reversed(scene.references[:place]):
        if other.how == NAME and not other.is_owner:
            gap = scene.text[other.span.end : one.span.start]
            return bool(
                re.fullmatch(r",\s+(?:one of |a |an |the |another )?(?:[\w’'-]+\s+){0,5}", gap)
            )
    return False


def _object(scene: Scene, trigger: Span, previous) -> tuple[int, ...]:
    word = _FIRST_WORD.match(scene.text, trigger.start)
    end = word.end() if word else trigger.end
    for place, one in enumerate(scene.references):
        if one.span.start < end:
            continue
        gap = scene.text[end : one.span.start]
        if len(gap) > _NEAR or not _TO_OBJECT.fullmatch(gap) or _BREAK.search(gap):
            return ()
        if re.search(r"\b(?:by|in|at|on|for|with|from|and)\b", gap):
            return ()
        if one.is_owner and one.how == PRONOUN:
            continue
        if one.is_owner:
            continue
        return scene.people(place)
    return ()


def _of_noun(scene: Scene, trigger: Span, previous) -> tuple[int, ...]:
    """ "X's arrest", "his arrest", "the arrest of X"."""
    for _, one in _backwards(scene, trigger.start):
        gap = scene.text[one.span.end : trigger.start]
        if one.is_owner and re.fullmatch(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}", gap):
            return one.people
        break
    for place, one in enumerate(scene.references):
        if one.span.start >= trigger.end:
            gap = scene.text[trigger.end : one.span.start]
            if scene.lexicon.compiled["of"].fullmatch(gap) and not one.is_owner:
                return scene.people(place)
            break
    return ()


def _nearest(scene: Scene, trigger: Span, previous) -> tuple[int, ...]:
    """Before the words or after them; after, where the one before only says so."""
    before, after = _subject(scene, trigger, ()), _after(scene, trigger)
    if after and not before and _is_only_told_by(scene, trigger):
        return previous
    if not (before and after):
        return before or after or previous
    gap = scene.text[_end_before(scene, trigger) : trigger.start]
    is_apart = "," in gap or scene.lexicon.compiled["says"].search(gap)
    return after if is_apart and _is_close(scene, trigger) else before


def _is_only_told_by(scene: Scene, trigger: Span) -> bool:
    """ "Both were let go, said X": who comes after the words only tells of it."""
    starts = [one.span.start for one in scene.references if one.span.start >= trigger.end]
    gap = scene.text[trigger.end : min(starts, default=trigger.end)]
    return bool(scene.lexicon.compiled["says"].search(gap))


def _end_before(scene: Scene, trigger: Span) -> int:
    return next((one.span.end for _, one in _backwards(scene, trigger.start)), trigger.start)


def _is_close(scene: Scene, trigger: Span) -> bool:
    starts = [one.span.start for one in scene.references if one.span.start >= trigger.end]
    gap = scene.text[trigger.end : starts[0]] if starts else ""
    return bool(starts) and len(gap) < 40 and "," not in gap


def _after(scene: Scene, trigger: Span) -> tuple[int, ...]:
    for place, one in enumerate(scene.references):
        if one.span.start >= trigger.end and not one.is_owner:
            gap = scene.text[trigger.end : one.span.start]
            return () if len(gap) > 90 or re.search(r"[;:.]", gap) else scene.people(place)
    return ()


def _speaker(scene: Scene, trigger: Span, previous) -> tuple[int, ...]:
    for place, one in _backwards(scene, trigger.start):
        gap = scene.text[one.span.end : trigger.start]
        is_plain = one.how != NOBODY and not one.is_owner and len(gap) < 40
        return scene.references[place].people if is_plain else ()
    return ()


def _backwards(scene: Scene, before: int):
    for place in range(len(scene.references) - 1, -1, -1):
        if scene.references[place].span.end <= before:
            yield place, scene.references[place]
