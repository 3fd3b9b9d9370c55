"""Latin spellings read as sounds: press, scholarly, Turkish, German, Uyghur, Kazakh (pure).

Sources: BGN/PCGN 1979 Kazakh and 1994 Russian, ISO 9:1995, the Kazakh Latin alphabets of 2017 to
2021, Uyghur Latin (ULY) and the Uyghur New Script (UYY), the Turkish alphabet, Duden for German.
"""

import re
import unicodedata
from functools import lru_cache

# Letters with a mark of their own, before marks are dropped.
_MARKED = {
    "ş": "S", "š": "S", "ś": "S", "ç": "c", "č": "c", "ć": "c", "ž": "j", "ź": "j", "ż": "j",
    "ğ": "G", "ǵ": "G", "ģ": "G", "ƣ": "G", "ı": "I", "ə": "A", "ä": "A", "ǝ": "A", "á": "A",
    "æ": "A", "ö": "O", "ó": "O", "ø": "O", "ɵ": "O", "ü": "U", "ú": "U", "ű": "U", "ý": "5Y",
    "ñ": "N", "ń": "N", "ŋ": "N", "ⱨ": "h", "ⱪ": "q", "ħ": "h", "ḥ": "h", "ḫ": "x", "ẋ": "x",
    "ß": "s", "þ": "t", "ð": "d", "đ": "d", "ł": "l", "ň": "n", "ř": "r", "ť": "t", "ď": "d",
    "ẑ": "j", "ĝ": "j", "ŝ": "S", "ĥ": "x", "ṣ": "s", "ṭ": "t", "ḍ": "d", "ẓ": "z", "ŭ": "u",
}  # fmt: skip
# Longest first. What no line tells is read as the letter itself.
_LETTERS = {
    "shch": "S", "tsch": "c", "dsch": "j", "sch": "S", "dzh": "j", "zh": "j", "dj": "j",
    "sh": "S", "ch": "c", "kh": "x", "gh": "G", "ph": "f", "ck": "k", "ts": "ς", "tz": "ς",
    "tzh": "tj", "tsh": "tS", "tch": "c", "ng": "n6", "ngh": "nG", "oo": "o", "ou": "u",
    "čch": "c", "cch": "ς", "kch": "k", "cs": "c", "iy": "i", "yy": "I", "ij": "i", "yi": "Y",
    "ye": "4e", "yo": "yo", "yu": "yu", "ya": "ya", "je": "4e", "x": "X", "y": "Y", "j": "J",
    "c": "C", "w": "w", "v": "v", "Z": "Z", "ï": "i", "ë": "e",
}  # fmt: skip
_PATTERN = re.compile("|".join(sorted([*_MARKED, *_LETTERS], key=len, reverse=True)) + "|.")
# A word that shows that it is spelled the German way; there an s between vowels may be a z.
_GERMAN = re.compile(r"(?:jew|ow|ew)a?$|(?:ow|ew)(?:itsch|na)$|tsch|dsch")
_SOFT = re.compile(r"(?<=[aeiouyäöü])s(?=[aeiouyäöü])")
_PLAIN = set("abdefghiklmnopqrstuvwz")


def read(word: str) -> str:
    """The sounds of a Latin word."""
    word = unicodedata.normalize("NFC", word.lower())
    if _GERMAN.search(word):
        word = _SOFT.sub("Z", word)
    return "".join(_sound(match.group()) for match in _PATTERN.finditer(word))


@lru_cache(maxsize=5_000)
def _sound(letters: str) -> str:
    found = _MARKED.get(letters) or _LETTERS.get(letters)
    if found:
        return found
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFD", letters)
        if not unicodedata.combining(letter)
    )
    return _LETTERS.get(plain, plain if plain in _PLAIN else "")


def plain(word: str) -> str:
    """The word in the 26 letters, lower case: how pinyin is written without its tones."""
    marks = unicodedata.normalize("NFD", word.lower().replace("ü", "v"))
    return "".join(letter for letter in marks if "a" <= letter <= "z")
