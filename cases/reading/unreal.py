"""What is feared, demanded, denied or planned has not happened (pure)."""

import re

from cases.reading.article import Span
from cases.reading.lexicon import SPEAKER, Trigger
from cases.reading.victims import Scene

_CLAUSE = re.compile(
    r"[;:]|,? (?:but|although|though|while|но|aber|sondern|pero|men|ale) ", re.IGNORECASE
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
    far = patterns["unreal"].search(before[-120:])
    return bool(far)
