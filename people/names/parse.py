"""A name taken apart: its words, which of them carry it, which say little (pure)."""

from collections.abc import Container
from dataclasses import dataclass, replace
from functools import lru_cache

from people.names import scripts
from people.names.readings import Reading, joined, readings
from people.names.surnames import CHINESE, CHINESE_SYLLABLES

MOST_WORDS = 8
LONGEST_WORD = 40

INITIAL, TITLE, PATRONYMIC, PLAIN = "initial", "title", "patronymic", "plain"

# Words that come and go around a name: forms of address, offices, degrees.
_TITLES = set(
    "mr mrs ms miss dr prof professor sir haji hajim hajji haj qari qarim kari imam mullah molla "
    "damolla damollam akhun axun akhund akhunum hoja khoja eke ependi hanim xanim khanim ayim "
    "hajihan sheikh shaykh г гн гжа господин госпожа др проф хаджи ахун имам мулла мырза ханым "
    "先生 女士 教授 博士 阿吉 毛拉 阿訇 hezretlim hezret".split()
)
# Words of their own that turn the word before them into the father's name.
_CHILD_OF = set(
    "uly uulu oghli oghlı oglu oğlu ogli ogly ugli qizi qızı kyzy kizi qyzy gyzy ulu oglı uğli "
    "ұлы улы уулу қызы кызы углы оглы".split()
)


@dataclass(frozen=True)
class Word:
    """One word of a name: as written, how it may sound, and which part it plays."""

    text: str
    readings: tuple[Reading, ...]
    part: str = PLAIN

    def __hash__(self):
        return hash((self.text, self.part))

    @property
    def is_optional(self) -> bool:
        return self.part in (TITLE, PATRONYMIC)


@lru_cache(maxsize=20_000)
def parse(name: str) -> tuple[Word, ...]:
    """The words of a name in their order; at most MOST_WORDS of them."""
    found: list[Word] = []
    for text in _written(name):
        word = single(text) if len(text) <= LONGEST_WORD else Word(text, ())
        if found and text.lower() in _CHILD_OF:
            found[-1] = replace(found[-1], part=PATRONYMIC)
        elif len(found) < MOST_WORDS and word.readings:
            found.append(word)
    return tuple(found)


def texts(name: str, known: Container[str] = ()) -> list[str]:
    """The words of `parse` in lower case, told without hearing those that are known."""
    found: list[str] = []
    for text in _written(name):
        lower = text.lower()
        if len(found) == MOST_WORDS or (found and lower in _CHILD_OF):
            continue
        if lower in known or (len(text) <= LONGEST_WORD and single(lower).readings):
            found.append(lower)
    return found


def _written(name: str) -> list[str]:
    written = scripts.words(name)
    return _chinese_parts(written[0]) if len(written) == 1 else written


@lru_cache(maxsize=20_000)
def single(text: str) -> Word:
    """One word as it is written; one of which nothing can be heard has no readings."""
    heard = tuple(reading for reading in readings(text) if reading.sounds)
    if text.lower() in _TITLES:
        return Word(text, heard, TITLE)
    if len(text) == 1 and scripts.script_of(text) in (scripts.LATIN, scripts.CYRILLIC):
        return Word(text, heard, INITIAL)
    is_patronymic = any(reading.ending == "patronymic" for reading in heard)
    return Word(text, heard, PATRONYMIC if is_patronymic else PLAIN)


def _chinese_parts(word: str) -> list[str]:
    """Two to four Han characters that open with a Chinese surname: surname and given name."""
    if scripts.script_of(word) != scripts.HAN or not 2 <= len(word) <= 4:
        return [word]
    if len(word) > 2 and word[:2] in CHINESE:
        return [word[:2], word[2:]]
    return [word[:1], word[1:]] if word[:1] in CHINESE and len(word) < 4 else [word]


@lru_cache(maxsize=5_000)
def glued(one: Word, other: Word) -> Word:
    """Two words written as one."""
    pairs = (joined(a, b) for a in one.readings for b in other.readings)
    found = [pair for pair in pairs if pair is not None]
    return Word(f"{one.text} {other.text}", tuple(found), other.part)


@lru_cache(maxsize=10_000)
def is_chinese(name: str) -> bool:
    """Whether this reads as a Chinese name: two to four syllables, a Chinese surname at an end."""
    parts = [[r.syllables for r in w.readings if r.is_chinese] for w in parse(name)]
    if not 2 <= len(parts) <= 3 or not all(parts) or not 2 <= sum(len(p[0]) for p in parts) <= 4:
        return False
    return any("".join(ways) in CHINESE_SYLLABLES for ways in (*parts[0], *parts[-1]))
