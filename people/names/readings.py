"""How one written word may sound: its readings, with what its endings say (pure)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from people.names import arabic, chinese, cyrillic, czech, hungarian, latin
from people.names.scripts import ARABIC, CYRILLIC, HAN, LATIN, script_of
from people.names.sounds import VOWELS

SHORTEST_STEM = 3


@dataclass(frozen=True)
class Reading:
    """One way to hear a word.

    sounds: the word in the alphabet of `sounds`. stem: the same without a patronymic or surname
    ending, or the same whole. ending: "patronymic", "surname" or "". syllables: those of pinyin,
    where the word is heard by them. sex: "female" or "male" where the ending tells it.
    """

    sounds: str
    stem: str
    ending: str = ""
    sex: str = ""
    syllables: tuple[str, ...] = ()

    def __hash__(self):
        return hash(self.sounds)

    @property
    def is_chinese(self) -> bool:
        return bool(self.syllables)


# Endings as they sound, the longest first. A stem that is left with a vowel had a glide.
_PATRONYMIC = re.compile(
    r"(?:[uUwo]lI|wlI|[uUwo]l[YIi1]|[uUo]*[Gg]l[uUIiY]|uulu|ulu|[qkx][IiYe1]+z[IiYe1]?|4?[oe]vi[cC]h?|[4y]?[oe]vn[ae]|"
    r"4?[oe]wi[cC]h?|4?[oe]wn[ae])$"
)
_SURNAME = re.compile(r"(?:4?[oeO][vwf]a?)$")
# Endings of a woman's name: -qyzy, -ovna, -ova.
_OF_WOMEN = re.compile(r"(?:[qkx][IiYe1]+z[IiYe1]?|[oe]vn[ae]|[oe]wn[ae]|[oeO][vwf]a)$")
_CASES = re.compile(r"(?:4?[oe]v(?:u|im|oy|4?e|I|Ih|Im))$")  # Russian cases of a surname


# What nobody hears: doubled letters, a glide beside its own vowel.
_TIDY = [
    (re.compile(written), heard)
    for written, heard in (
        (r"(?<=[^aAeiIoOuUYyw4])4(?=[eo])", ""),
        (r"e4e", "e"),
        (r"(?<=[iIY1])[yY](?=[aAeoOuU])", "4"),
        (r"(?<=[iI])[yY]+$", ""),
        (r"(?<=[uUoO])w(?=[aAeiI])", "5"),
        (r"(?<=[aAeoOuU])u(?=[aAeoOiI])|^[uU](?=[aAei])", "w"),
        (r"(?<=[iI])u(?=[aA])", "w"),
    )
]
_DOUBLED = re.compile(r"(.)\1+")
_CLOSING = re.compile(r"([rl])(?![aAeiIoOuU123Y45])")


def tidy(sounds: str) -> str:
    """Sounds without what nobody hears."""
    for written, heard in _TIDY:
        sounds = written.sub(heard, sounds)
    return settled(sounds)


def settled(sounds: str) -> str:
    """Doubled sounds once; r and l that close a syllable are marked: they are easily lost."""
    sounds = _DOUBLED.sub(r"\1", sounds)
    return _CLOSING.sub(lambda found: found[1].upper(), sounds)


def _stemmed(sounds: str) -> tuple[str, str, str]:
    """The stem, what kind of ending came off, and whose it is."""
    for kind, pattern in (("patronymic", _PATRONYMIC), ("surname", _SURNAME), ("surname", _CASES)):
        found = pattern.search(sounds)
        if found and found.start() >= SHORTEST_STEM:
            stem = sounds[: found.start()]
            stem += "4" if stem[-1] in VOWELS and kind == "surname" else ""
            return stem, kind, "female" if _OF_WOMEN.search(sounds) else "male"
    return sounds, "", ""


# Ends of given names that come and go: Akylbek is Akyl, Ulan is Ulanbek.
TAILS = ("bek", "Jan", "jan", "xan", "han", "guL", "gUL", "bay", "baY", "nuR", "θaN", "χan")


def without_tail(stem: str) -> str:
    """The stem without a tail that comes and goes, if enough is left."""
    for tail in TAILS:
        if stem.endswith(tail) and len(stem) >= SHORTEST_STEM + len(tail):
            return stem.removesuffix(tail)
    return stem


def _reading(sounds: str) -> Reading:
    sounds = tidy(sounds)
    return Reading(sounds, *_stemmed(sounds))


def _by_syllables(syllables: tuple[str, ...]) -> Reading:
    sounds = settled(chinese.sounds(syllables))
    return Reading(sounds, *_stemmed(sounds), syllables=syllables)


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Every way to hear this word; none for what is not written in a script that we read."""
    script = script_of(word)
    if script == HAN:
        return (_by_syllables(chinese.syllables_of(word)),)
    if script == ARABIC:
        return (_reading(arabic.read(word)),)
    if script == CYRILLIC:
        ways = [chinese.parted(word.lower(), palladius=True)]
        own = _reading(cyrillic.read(word))
    elif script == LATIN:
        lower = word.lower()
        pinyin = czech.parted(lower) or chinese.parted(latin.plain(word))
        is_spoken = pinyin and all(map(chinese.is_spoken, pinyin))
        ways = [pinyin] if is_spoken else [*hungarian.parted(lower), pinyin]
        own = _reading(latin.read(word))
    else:
        return ()
    heard = tuple(_by_syllables(syllables) for syllables in ways if syllables)
    return (own, *heard) if heard or own.sounds else ()


@lru_cache(maxsize=5_000)
def joined(one: Reading, other: Reading) -> Reading | None:
    """Two words heard as one; None where one is read by syllables and the other is not."""
    if one.is_chinese != other.is_chinese:
        return None
    if one.is_chinese:
        return _by_syllables(one.syllables + other.syllables)
    return _reading(one.sounds + other.sounds)
