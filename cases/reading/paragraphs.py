"""A text in paragraphs and sentences, each as a stretch of the text (pure)."""

import re
from collections.abc import Iterator

from cases.reading.article import Span
from cases.reading.months import MONTHS, any_of

LONGEST = 1500  # characters of a sentence; nobody writes longer ones
_END = re.compile(r"[.!?…。]+[\"”’»)\]]*\s+")
_OPENING = "\"“„«'‘([—–- "
_MONTH = re.compile(rf"(?:{any_of(MONTHS)})\b", re.IGNORECASE)
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|gen|col|lt|rev|hon|sr|jr|vs|etc|cf|fig|approx|inc|ltd|gov|sen"
    r"|rep|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|hr|fr|bzw|ca|usw|vgl|geb|nr|bl|dvs|ev|sra"
    r"|dra|dña|ul|tzw|np|im|г|гг|им|ул|стр|тыс|млн|см|др|пр|проф|акад)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)


def paragraphs(text: str) -> list[Span]:
    """Every line that holds more than spaces, whole."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of a paragraph, one after the other, without the spaces between them."""
    ends = [*_ends(text, paragraph), paragraph.end]
    starts = [paragraph.start, *ends[:-1]]
    spans = (_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True))
    return [part for span in spans if span.start < span.end for part in _bounded(span)]


def _bounded(span: Span) -> Iterator[Span]:
    """A sentence of any length in parts of a length that sentences have."""
    for start in range(span.start, span.end, LONGEST):
        yield Span(start, min(start + LONGEST, span.end))


def _ends(text: str, paragraph: Span) -> Iterator[int]:
    for mark in _END.finditer(text, paragraph.start, paragraph.end):
        opening = mark.end()
        while opening < paragraph.end and text[opening] in _OPENING:
            opening += 1
        following = text[opening : opening + 1]
        if text[mark.start() - 1 : mark.start()].isdigit() and _MONTH.match(text, opening):
            continue  # 10. März
        is_short = _SHORT.search(text, max(paragraph.start, mark.start() - 8), mark.start() + 1)
        if following and not following.islower() and not (is_short and mark[0][0] == "."):
            yield mark.end()


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
