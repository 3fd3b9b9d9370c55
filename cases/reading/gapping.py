"""Sentences told without their verb: "sentenced A to 16 years and B to 14" (pure)."""

import re
from collections.abc import Iterator

from cases.reading.article import Span
from cases.reading.chains import NAME
from cases.reading.lengths import Length, length_in
from cases.reading.months import NUMBERS, any_of
from cases.reading.victims import Scene

_N = rf"(?:\d{{1,2}}|{any_of(word for word in NUMBERS if len(word) > 1)})"
_TO = r"(?:to|for|got|received|gets|was given|zu|til|a|na|к)"
_ITS_OWN = re.compile(
    rf"(?:,? (?:\(\d{{1,2}}\)|\d{{1,2}}),?)?,? (?:{_TO} )?(?P<number>{_N}|life)\b(?! (?:days"
    r"|hours))"
    r"(?! (?:others?|people|relatives|children|times|more))",
    re.IGNORECASE,
)
_LINKS = re.compile(r"(?:,|;|\band|\bwhile|\bund|\bи|\by|\bi|\bog)\s+(?:[^\W\d][\w’'-]*\s+){0,3}$")


def others(scene: Scene, trigger: Span, length: Length) -> Iterator[tuple[int, Span, Length]]:
    """Who else got how much, after the words that tell the first sentence; the words for it."""
    for one in scene.references:
        if one.how != NAME or one.is_owner or one.span.start < trigger.end:
            continue
        before = scene.text[trigger.end : one.span.start]
        match = _ITS_OWN.match(scene.text, one.span.end, scene.sentence.end)
        if match and _LINKS.search(before) and re.search(r"\d|year|life|" + _N, before):
            span = Span(one.span.start, match.end())
            yield one.people[0], span, _its_length(scene, match, length)


def _its_length(scene: Scene, match: re.Match[str], length: Length) -> Length:
    told = length_in(scene.text, match.start("number"), min(match.end() + 8, scene.sentence.end))
    if told:
        return told
    word = match["number"].lower()
    number = int(word) if word.isdigit() else NUMBERS[word]
    unit = "Y" if length.iso == "life" else length.iso[-1]
    return Length(f"P{number}{unit}", 12 * number if unit == "Y" else None)
