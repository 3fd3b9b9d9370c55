"""Chinese readings: Han characters, pinyin and Palladius Cyrillic, syllable by syllable (pure).

A Turkic name in Chinese is heard through syllables: 土赫提 is tu-he-ti, which stands for Tohti. So
each syllable is read for what it may stand for, with an optional vowel where Chinese needs one.
Sources: ISO 7098:2015 (pinyin), the Palladius system that Russian uses, and Xinhua's tables for
Uyghur and Kazakh names in Han characters (Names of the World's Peoples, 1993).
"""

import re
from functools import lru_cache

from pypinyin import lazy_pinyin

_INITIALS = {
    "b": "β", "p": "π", "m": "m", "f": "φ", "d": "δ", "t": "τ", "n": "ν", "l": "λ", "g": "γ",
    "k": "κ", "h": "χ", "j": "θ", "q": "ψ", "x": "ξ", "zh": "ζ", "ch": "c", "sh": "ʃ", "r": "ρ",
    "z": "ʒ", "c": "ς", "s": "σ",
}  # fmt: skip
_FINALS = {
    "a": "a", "o": "o", "e": "3", "i": "1", "u": "2", "v": "U", "ai": "A4", "ei": "e4",
    "ao": "a5", "ou": "o", "an": "an", "en": "3n", "ang": "aN", "eng": "3N", "ong": "oN",
    "ia": "4a", "ie": "4e", "iao": "4o5", "iu": "4u", "ian": "4an", "in": "in", "iang": "4aN",
    "ing": "iN", "iong": "4oN", "ua": "5a", "uo": "5o", "uai": "5A4", "ui": "5e4", "uan": "5an",
    "un": "un", "uang": "5aN", "ve": "Ue", "van": "5an", "vn": "un", "ue": "Ue",
}  # fmt: skip
_ALONE = {
    "a": "a", "o": "o", "e": "e", "er": "3ρ", "ai": "A4", "ei": "e4", "ao": "a5", "ou": "o",
    "an": "an", "en": "en", "ang": "aN", "yi": "i", "ya": "ya", "yo": "yo", "ye": "4e",
    "yao": "ya5", "you": "yo", "yan": "yan", "yin": "4in", "yang": "yaN", "ying": "4iN",
    "yong": "yoN", "yu": "4u", "yue": "4Ue", "yuan": "4u5an", "yun": "4un", "wu": "5u",
    "wa": "ωa", "wo": "ωo", "wai": "ωA4", "wei": "ωe4", "wan": "ωan", "wen": "ω3n",
    "wang": "ωaN", "weng": "ω3N",
}  # fmt: skip
_PALATAL = ("j", "q", "x")
_HISSED = (*_PALATAL, "z", "c", "s")
# Palladius writes initials and finals so; the soft sign tells -n from -ng.
_CYRILLIC_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г",
    "k": "к", "h": "х", "j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж",
    "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
_CYRILLIC_FINALS = {
    "a": "а", "o": "о", "e": "э", "i": "и", "u": "у", "v": "юй", "ai": "ай", "ei": "эй",
    "ao": "ао", "ou": "оу", "an": "ань", "en": "энь", "ang": "ан", "eng": "эн", "ong": "ун",
    "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь", "in": "инь", "iang": "ян",
    "ing": "ин", "iong": "юн", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй", "uan": "уань",
    "un": "унь", "uang": "уан", "ve": "юэ", "van": "юань", "vn": "юнь",
}  # fmt: skip
_CYRILLIC_ALONE = {
    "a": "а", "o": "о", "e": "э", "er": "эр", "ai": "ай", "ao": "ао", "ou": "оу", "an": "ань",
    "en": "энь", "ang": "ан", "yi": "и", "ya": "я", "ye": "е", "yao": "яо", "you": "ю",
    "yan": "янь", "yin": "инь", "yang": "ян", "ying": "ин", "yong": "юн", "yu": "юй",
    "yue": "юэ", "yuan": "юань", "yun": "юнь", "wu": "у", "wa": "ва", "wo": "во", "wai": "вай",
    "wei": "вэй", "wan": "вань", "wen": "вэнь", "wang": "ван", "weng": "вэн",
}  # fmt: skip
_SPECIAL = {"цзы": "zi", "цы": "ci", "сы": "si", "чжи": "zhi", "хуэй": "hui", "сюй": "xu"}
# Characters whose reading in transcribed names is not their usual one.
_IN_NAMES = {"卜": "bu", "都": "du", "什": "shi", "车": "che", "娜": "na", "茜": "xi", "柏": "bo"}
_UNSPOKEN = re.compile("(?:zh|ch|sh|[rzcs])i.")
LONGEST = 9  # syllables; nothing longer is a name


def _syllables() -> dict[str, str]:
    """Every pinyin syllable and its sounds."""
    made = dict(_ALONE)
    for initial, sound in _INITIALS.items():
        for final, rest in _FINALS.items():
            if initial in _PALATAL:
                written = final.replace("v", "u") if final[0] in "iv" else None
                rest = rest.removeprefix("4") if len(rest) > 2 else rest
            else:
                written = final if final != "v" or initial in ("n", "l") else None
            if written:
                made.setdefault(initial + written, sound + rest)
    return made


SYLLABLES = _syllables()


def is_spoken(syllable: str) -> bool:
    """Whether Chinese has this syllable: pinyin that is written freely holds others, such as to."""
    if syllable.endswith("o") and syllable[-2:-1] not in tuple("aeiuy"):
        return syllable[:-1] in ("", "b", "p", "m", "f", "w", "l")
    return not _UNSPOKEN.match(syllable)


def _palladius() -> dict[str, str]:
    made: dict[str, str] = {written: pinyin for pinyin, written in _CYRILLIC_ALONE.items()}
    for initial, letters in _CYRILLIC_INITIALS.items():
        for final, rest in _CYRILLIC_FINALS.items():
            if (final[0] in "iv") == (initial in _PALATAL) or initial not in _HISSED:
                pinyin = initial + (final.replace("v", "u") if initial in _PALATAL else final)
                made.setdefault(letters + rest, pinyin)
        if initial != "n" and initial not in _PALATAL:  # Bulgarian writes ъ for э
            made |= {letters + "ъ": initial + "e", letters + "ън": initial + "eng"}
    return made | _SPECIAL


PALLADIUS = {written: pinyin for written, pinyin in _palladius().items() if pinyin in SYLLABLES}


@lru_cache(maxsize=10_000)
def parted(word: str, palladius: bool = False) -> tuple[str, ...]:
    """The pinyin syllables that a Latin or Palladius word is made of, else none.

    Greedy from the left, longest first, stepping back where the rest does not come out.
    """
    table, longest = (PALLADIUS, 5) if palladius else (SYLLABLES, 6)
    if len(word) > 6 * LONGEST:
        return ()

    def rest(start: int) -> tuple[str, ...] | None:
        if start == len(word):
            return ()
        for end in range(min(len(word), start + longest), start, -1):
            if word[start:end] in table:
                after = rest(end)
                if after is not None:
                    return (table[word[start:end]] if palladius else word[start:end], *after)
        return None

    found = rest(0) or ()
    return found if len(found) <= LONGEST else ()


def syllables_of(characters: str) -> tuple[str, ...]:
    """The pinyin syllables of Han characters, without tones; what has none is left out."""
    read = lazy_pinyin(characters[: 2 * LONGEST], v_to_u=False, errors=list)
    pairs = zip(characters, read, strict=False)
    return tuple(_IN_NAMES.get(character, syllable) for character, syllable in pairs)


def sounds(syllables: tuple[str, ...]) -> str:
    """What these syllables may stand for."""
    return "".join(SYLLABLES.get(one, "") for one in syllables)
