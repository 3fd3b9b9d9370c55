"""Chinese names in the Hungarian transcription, as papers and encyclopedias print them (pure).

Source: the popular Hungarian transcription of Chinese in the rules of Hungarian orthography of the
Hungarian Academy of Sciences, syllable by syllable. It writes several sounds alike: cs stands for
zh, ch, j and q.
"""

from functools import lru_cache
from itertools import islice, product

from people.names.chinese import SYLLABLES, is_spoken

_INITIALS = {
    "b": "p", "p": "p", "m": "m", "f": "f", "d": "t", "t": "t", "n": "n", "l": "l", "g": "k",
    "k": "k", "h": "h", "j": "cs", "q": "cs", "x": "hsz", "zh": "cs", "ch": "cs", "sh": "s",
    "r": "zs", "z": "c", "c": "c", "s": "sz",
}  # fmt: skip
_FINALS = {
    "a": "a", "o": "o", "e": "ö", "i": "i", "u": "u", "v": "ü", "ai": "aj", "ei": "ej", "ao": "ao",
    "ou": "ou", "an": "an", "en": "en", "ang": "ang", "eng": "eng", "ong": "ung", "ia": "ia",
    "ie": "ie", "iao": "iao", "iu": "iu", "ian": "ien", "in": "in", "iang": "iang", "ing": "ing",
    "iong": "iung", "ua": "ua", "uo": "uo", "uai": "uaj", "ui": "uj", "uan": "uan", "un": "un",
    "uang": "uang", "ue": "üe",
}  # fmt: skip
_ALONE = {
    "ai": "aj", "an": "an", "ao": "ao", "wu": "vu", "wa": "va", "wei": "vej", "wen": "ven",
    "wang": "vang", "wan": "van", "ya": "ja", "yan": "jen", "yang": "jang", "yao": "jao",
    "ye": "je", "yi": "ji", "yin": "jin", "ying": "jing", "yong": "jung", "you": "ju", "yu": "jü",
    "yuan": "jüan", "yue": "jüe", "yun": "jün",
}  # fmt: skip
# Syllables that are not written as their sounds are.
_OWN = {"ge": "ko", "ke": "ko", "he": "ho", "zi": "ce", "ci": "ce", "si": "sze"}
_PALATAL = ("j", "q", "x")
# What no other spelling of these peoples' names has.
_MARKS = ("cs", "hsz", "zs", "sz")
_LONGEST, _MOST_WAYS, _MOST_WORD = 6, 4, 24


def _written() -> dict[str, list[str]]:
    """Every syllable as it is written, with the pinyin that it may stand for."""
    pairs = [(written, pinyin) for pinyin, written in (_ALONE | _OWN).items()]
    for initial, first in _INITIALS.items():
        for final, rest in _FINALS.items():
            pinyin = initial + final.replace("v", "u" if initial in _PALATAL else "v")
            if initial in _PALATAL and final in ("u", "uan", "un", "ue"):
                rest = "ü" + rest.removeprefix("u").removeprefix("ü")
            if pinyin in SYLLABLES and pinyin not in _OWN and is_spoken(pinyin):
                pairs.append((first + rest, pinyin))
    found: dict[str, list[str]] = {}
    for written, pinyin in pairs:
        if pinyin not in found.setdefault(written, []):
            found[written].append(pinyin)
    return found


_TABLE = _written()


def is_marked(word: str) -> bool:
    """Whether a word, in lower case, shows that it is in this transcription."""
    return any(mark in word for mark in _MARKS)


@lru_cache(maxsize=5_000)
def parted(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read a word as pinyin syllables: one that shows a mark, or a single syllable."""
    if not is_marked(word):
        return tuple((pinyin,) for pinyin in _TABLE.get(word, ()))
    written = _syllables(word) if len(word) <= _MOST_WORD else ()
    return tuple(islice(product(*(_TABLE[one] for one in written)), _MOST_WAYS)) if written else ()


def _syllables(word: str) -> tuple[str, ...]:
    """As they are written, longest first, stepping back where the rest does not come out."""
    for end in range(min(len(word), _LONGEST), 0, -1):
        if word[:end] in _TABLE:
            rest = _syllables(word[end:])
            if rest or end == len(word):
                return (word[:end], *rest)
    return ()
