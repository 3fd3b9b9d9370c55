"""The words of a name: parted, in one script each, without look-alike letters (pure)."""

import re
import unicodedata
from functools import lru_cache

LATIN, CYRILLIC, ARABIC, HAN = "Latn", "Cyrl", "Arab", "Hani"

# Letters of one script that look like those of another: Unicode's confusables, of those that
# stand in names here. Each is read in the script of the letters around it.
_LATIN_LOOKS = "aceopxyiABCEHIKMOPTXjsh"
_CYRILLIC_LOOKS = "асеорхуіАВСЕНІКМОРТХјѕһ"
_TO_CYRILLIC = str.maketrans(_LATIN_LOOKS, _CYRILLIC_LOOKS)
_TO_LATIN = str.maketrans(_CYRILLIC_LOOKS, _LATIN_LOOKS)

# An apostrophe joins: the capital after it opens no new word.
_APOSTROPHE = re.compile(
    "['`\u00b4\u02b9-\u02bf\u02c8\u02ca\u02cb\u2018-\u201b\u2032\u0640\uff07]+(\\w?)"
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_RANGES = (
    (0x41, 0x24F, LATIN),
    (0x250, 0x2AF, LATIN),
    (0x1E00, 0x1EFF, LATIN),
    (0x2C60, 0x2C7F, LATIN),
    (0x400, 0x52F, CYRILLIC),
    (0x600, 0x77F, ARABIC),
    (0x8A0, 0x8FF, ARABIC),
    (0xFB50, 0xFDFF, ARABIC),
    (0xFE70, 0xFEFF, ARABIC),
    (0x3400, 0x9FFF, HAN),
    (0x20000, 0x323AF, HAN),
)
# A small letter, then a capital: two words that were run together, as in "ArmanTuleshovich".
_JOINED = re.compile(
    r"[^\W\d_]{2,}[-\u2010-\u2015][^\W\d_]{2,}|[A-ZА-ЯЁ]?[a-zа-яё]+[A-ZА-ЯЁ][a-zа-яё]+"
)
_MAY_JOIN = re.compile(r"[-\u2010-\u2015]|[a-zа-яё][A-ZА-ЯЁ]")
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0653-\u0655]+[^\W\d_]*)*")
_CAMEL = re.compile(r"(?<=[a-zа-яёәғқңөұүһі])(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі])")


def script_of(word: str) -> str:
    """The script of most letters, as ISO 15924 names it: Latn, Cyrl, Arab or Hani, else ''."""
    found = [script for script in map(_script_of_letter, word) if script]
    return max(dict.fromkeys(found), key=found.count) if found else ""


@lru_cache(maxsize=5_000)
def _script_of_letter(letter: str) -> str:
    number = ord(letter)
    if not letter.isalpha():
        return ""
    return next((script for low, high, script in _RANGES if low <= number <= high), "")


@lru_cache(maxsize=64)
def _cleaned(text: str) -> str:
    """In one form, without what nobody sees and without apostrophes."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return _APOSTROPHE.sub(lambda match: match[1].lower(), text)


def joined(text: str) -> list[str]:
    """Two words that a hyphen or a capital in the middle joins, as one, in lower case."""
    text = _cleaned(text)
    if not _MAY_JOIN.search(text):
        return []
    wholes = [re.sub(r"[-\u2010-\u2015]", "", one) for one in _JOINED.findall(text)]
    return [one.lower() for one in wholes if script_of(one) in (LATIN, CYRILLIC)]


def words(text: str) -> list[str]:
    """The words of a name as they are written, capitals kept; each word in one script.

    Apostrophes and marks that nobody sees are dropped; every other sign parts words, as does a
    change of script or a capital in the middle. Han characters stay together.
    """
    return [part for word in _WORD.findall(_cleaned(text)) for part in _parted(word)]


@lru_cache(maxsize=50_000)
def _parted(word: str) -> list[str]:
    return [part for whole in _one_script(word) for part in _CAMEL.split(whole)]


def _one_script(word: str) -> list[str]:
    """The word whole, look-alikes put right, or its parts where two scripts meet."""
    scripts = {_script_of_letter(letter) for letter in word} - {""}
    if scripts == {LATIN, CYRILLIC}:
        return [_without_looks(word)]
    if len(scripts) < 2:
        return [word] if scripts else []
    parts = re.findall(
        r"[\u3400-\u9fff\U00020000-\U000323af]+|[^\u3400-\u9fff\U00020000-\U000323af]+", word
    )
    return [part for part in parts if script_of(part)]


def _without_looks(word: str) -> str:
    """Letters that only look like their neighbours become what they look like."""
    as_cyrillic, as_latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    if {_script_of_letter(letter) for letter in as_cyrillic} == {CYRILLIC}:
        return as_cyrillic
    if {_script_of_letter(letter) for letter in as_latin} == {LATIN}:
        return as_latin
    return word
