"""Chinese names in the Czech transcription, as Central European papers print them (pure).

Source: the standard Czech transcription of Chinese by Oldřich Švarný, syllable by syllable.
"""

from people.names.chinese import SYLLABLES

_INITIALS = {
    "b": "p", "p": "pch", "m": "m", "f": "f", "d": "t", "t": "tch", "n": "n", "l": "l", "g": "k",
    "k": "kch", "h": "ch", "j": "ť", "q": "čch", "x": "s", "zh": "č", "ch": "čch", "sh": "š",
    "r": "ž", "z": "c", "c": "cch", "s": "s",
}  # fmt: skip
_FINALS = {
    "a": "a", "o": "o", "e": "e", "i": "i", "u": "u", "ai": "aj", "ei": "ej", "ao": "ao",
    "ou": "ou", "an": "an", "en": "en", "ang": "ang", "eng": "eng", "ong": "ung", "ia": "ia",
    "ie": "ie", "iao": "iao", "iu": "iou", "ian": "ien", "in": "in", "iang": "iang", "ing": "ing",
    "iong": "iung", "ua": "ua", "uo": "uo", "uai": "uaj", "ui": "uej", "uan": "uan", "un": "un",
    "uang": "uang",
}  # fmt: skip
_ALONE = {
    "ai": "aj", "an": "an", "ao": "ao", "wu": "wu", "wei": "wej", "wen": "wen", "wang": "wang",
    "wan": "wan", "ya": "ja", "yan": "jen", "yang": "jang", "yao": "jao", "ye": "jie", "yi": "i",
    "yin": "jin", "ying": "jing", "yong": "jung", "you": "jou", "yu": "jü", "yuan": "jüan",
}  # fmt: skip
# What no other spelling of these peoples' names has.
_MARKS = ("č", "š", "ž", "ť", "ň", "cch", "kch", "tch", "pch")

_TABLE = {written: pinyin for pinyin, written in _ALONE.items()}
_TABLE |= {
    first + rest: initial + final
    for initial, first in reversed(_INITIALS.items())
    for final, rest in _FINALS.items()
    if initial + final in SYLLABLES
}


def is_marked(word: str) -> bool:
    """Whether a word, in lower case, shows that it is in this transcription."""
    return any(mark in word for mark in _MARKS)


def parted(word: str) -> tuple[str, ...]:
    """The pinyin syllables of a word that shows a Czech mark, else none."""
    if not is_marked(word):
        return ()
    found, start = [], 0
    while start < len(word):
        ends = range(min(len(word), start + 7), start, -1)
        end = next((end for end in ends if word[start:end] in _TABLE), None)
        if end is None:
            return ()
        found.append(_TABLE[word[start:end]])
        start = end
    return tuple(found)
