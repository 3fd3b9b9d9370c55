"""Names in other letters beside a name: "Ilham Tohti (伊力哈木·土赫提)" (pure)."""

import re
from collections.abc import Iterator

from cases.reading.naming.finding import Named
from people.names.scripts import ARABIC, CYRILLIC, HAN, LATIN, script_of

_LONGEST = 90
_OPENS = re.compile(r"[\"'”»’]?,?\s?[(（\[]")
_PART = re.compile(r"[^,;:/|、，；：\u2013\u2014]+")
_LETTERS = re.compile(r"[^\W\d_][^()（）]*[^\W\d_]|[^\W\d_]")
_MOST_WORDS = 6
_HAN_LABELS = ("汉语", "中文", "维吾尔语", "又名", "哈萨克语")


def with_asides(found: list[Named], text: str) -> list[Named]:
    """The same, with the names in other letters that stand in brackets after each."""
    starts = {one.start: one for one in found}
    more = []
    for one in found:
        for other in _beside(one, text):
            if other.start in starts:
                starts[other.start].is_other = True
            else:
                more.append(other)
    return sorted([*found, *more], key=lambda one: one.start)


def _beside(one: Named, text: str) -> Iterator[Named]:
    opened = _OPENS.match(text, one.end)
    if not opened:
        return
    end = next((i for i in range(opened.end(), min(len(text), opened.end() + _LONGEST))
                if text[i] in ")）]"), None)  # fmt: skip
    if end is None:
        return
    own = script_of(one.words[0])
    for part in _PART.finditer(text, opened.end(), end):
        letters = _LETTERS.search(text, part.start(), part.end())
        if letters and _is_name(letters.group(), own):
            yield Named(
                letters.start(), letters.end(), (letters.group(),), (letters.group(),), True
            )


def _is_name(written: str, own: str) -> bool:
    script = script_of(written)
    words = written.split()
    if script in ("", own) or len(words) > _MOST_WORDS or written in _HAN_LABELS:
        return False
    if any(script_of(word) not in (script, "") for word in words):
        return False
    if script in (HAN, ARABIC):
        return 2 <= len(written) <= 60
    return script in (LATIN, CYRILLIC) and len(words) > 1 and all(w[:1].isupper() for w in words)
