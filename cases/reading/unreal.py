"""What is feared, demanded, denied or planned has not happened (pure)."""

import re

from cases.reading.article import Span
from cases.reading.lexicon import SPEAKER, Trigger
from cases.reading.victims import Scene

_CLAUSE = re.compile(
    r"[;:]|,? (?:but|although|though|while|но|aber|sondern|pero|men|ale) ", re.IGNORECASE
)

# A comma after a name, and then "who was" or a participle, up to the words of the event.
_ASIDE = re.compile(
    r"(?:,\s+(?:(?:\d{1,3}|an? (?:[\w’'-]+ ){1,3}),?\s+)?)?(?<=[ ,])"
    r"(?:(?:who|whom|котор\w+|der|die|som|que|quien|któr\w+)\s+(?:[\w’'-]+\s+){0,3})?$",
    re.IGNORECASE,
)


def is_unreal(scene: Scene, span: Span, trigger: Trigger) -> bool:
    """Is it feared, demanded, denied, possible rather than told as having happened?"""
    if trigger.frame == SPEAKER:
        return False
    before = _CLAUSE.split(scene.before(span.start))[-1]
    patterns = scene.lexicon.compiled
    near = " ".join(before.rsplit(",", 1)[-1].split()[-4:]) + " "
    if patterns["unreal_near"].search(near) and not scene.text[
        span.start : span.end
    ].lower().startswith("will"):
        return True
    far = list(patterns["unreal"].finditer(before[-120:]))
    return bool(far) and not _is_beside(scene, before[-120:][far[-1].end() :], span)


def _is_beside(scene: Scene, between: str, span: Span) -> bool:
    """ "They demand that X, who was sentenced to ten years, be freed": the sentence is real."""
    match = _ASIDE.search(between)
    if not match or not match[0].strip():
        return False
    at = span.start - len(between) + match.start()
    return any(0 <= at - one.span.end <= 1 for one in scene.references)
