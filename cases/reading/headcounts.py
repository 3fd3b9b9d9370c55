"""People whom a text counts and does not name: three activists, two women (pure)."""

import re

from cases.reading.article import Span
from cases.reading.months import NUMBERS, any_of
from cases.reading.victims import Scene

_N = any_of(word for word in NUMBERS if len(word) > 2)
_COUNT = rf"(?P<count>\d{{1,2}}|{_N})"
_AFTER = re.compile(
    rf"\s+(?:(?:by|of)\s+)?(?:the\s+|at least\s+)?{_COUNT}\s+(?:[\w-]+\s+){{0,3}}[\w-]+",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?:^|\W){_COUNT}\s+(?:[\w-]+\s+){{0,4}}[\w-]*\s*$", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\w+")
_NOT_PEOPLE = re.compile(
    r"\b(?:years?|months?|days?|weeks?|hours?|times?|of them)\b", re.IGNORECASE
)


def headcount(scene: Scene, trigger: Span) -> int:
    """How many people the event befell, if they are counted right beside its words; else 0."""
    word = _FIRST_WORD.match(scene.text, trigger.start)
    after = _AFTER.match(scene.text, word.end() if word else trigger.end, scene.sentence.end)
    match = after or _BEFORE.search(scene.before(trigger.start))
    if not match or _NOT_PEOPLE.search(match[0]):
        return 0
    count = match["count"]
    return int(count) if count.isdigit() else NUMBERS[count.lower()]
