"""Names in other letters beside a name: "Ilham Tohti (伊力哈木·土赫提)" (pure)."""

import re
from collections.abc import Iterator

from cases.reading.naming.finding import Named
from people.names.scripts import script_of

_LONGEST = 160
_OPENS = re.compile(r"[\"'”»’]?,?\s?[(（\[]")
_CLOSES = re.compile(r"[)）\]\n]")
# Han characters, their words parted by a dot; Arabic letters, theirs by a space; words in Latin
# or Cyrillic letters, each with a capital.
_HAN = r"[\u3400-\u9fff]{2,12}(?:[\u00b7\u2022\u30fb\u2027][\u3400-\u9fff]+)*"
_ARABIC = r"[\u0620-\u06d5]+(?: [\u0620-\u06d5]+){0,5}"
_WORDS = r"[A-ZÀ-ÝА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]+(?:[ -][A-ZÀ-ÝА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]+){1,5}"
_NAME = re.compile(f"{_HAN}|{_ARABIC}|{_WORDS}")
_LANGUAGES = ("汉语", "中文", "维吾尔语", "又名", "哈萨克语")


def with_asides(found: list[Named], text: str) -> list[Named]:
    """The same, with the names in other letters that stand in brackets after each."""
    known = {one.start: one for one in found}
    for one in found:
        _note_second_name(one, known, text)
        for other in _beside(one, text):
            known.setdefault(other.start, other).is_other = True
    return sorted(known.values(), key=lambda one: one.start)


def _note_second_name(one: Named, known: dict[int, Named], text: str) -> None:
    """Marks a full name that is all that brackets right after a full name hold: it is the same."""
    opened = _OPENS.match(text, one.end)
    other = known.get(opened.end()) if opened else None
    if other and not (one.is_alone or other.is_alone):
        other.is_other |= bool(_CLOSES.match(text, other.end))


def _beside(one: Named, text: str) -> Iterator[Named]:
    opened = _OPENS.match(text, one.end)
    if not opened:
        return
    closed = _CLOSES.search(text, opened.end(), opened.end() + _LONGEST)
    if not closed:
        return
    own = script_of(one.words[0])
    for match in _NAME.finditer(text, opened.end(), closed.start()):
        written = match.group()
        if script_of(written) != own and written not in _LANGUAGES:
            yield Named(*match.span(), (written,), (written,), is_other=True)
