"""A name taken apart: its words, which of them carry it, which say little (pure)."""

from dataclasses import dataclass
from functools import lru_cache

from config.records import text as folding
from people.names import scripts
from people.names.readings import Reading, joined, readings
from people.names.surnames import CHINESE, CHINESE_SYLLABLES

MOST_WORDS = 8
LONGEST_WORD = 40

INITIAL, TITLE, PATRONYMIC, PLAIN = "initial", "title", "patronymic", "plain"

# Words that come and go around a name: forms of address, offices, degrees. Folded.
_TITLES = set(
    "mr mrs ms miss dr prof professor sir haji hajim hajji haj qari qarim kari imam mullah molla "
    "damolla damollam akhun axun akhund akhunum hoja khoja eke ependi hanim xanim khanim ayim "
    "hajihan sheikh shaykh г гн гжа господин госпожа др проф хаджи ахун имам мулла мырза ханым "
    "先生 女士 教授 博士 阿吉 毛拉 阿訇 hezretlim hezret".split()
)
# Words of their own that turn the word before them into the father's name. Folded.
_CHILD_OF = set(
    "uly uulu oghli oglu ogli ugli qizi kyzy kizi qyzy gyzy ulu oglı uğli ұлы улы уулу қызы кызы "
    "углы оглы ogly".split()
)


@dataclass(frozen=True)
class Word:
    """One word of a name: as written, how it may sound, and which part it plays."""

    text: str
    readings: tuple[Reading, ...]
    part: str = PLAIN

    @property
    def is_optional(self) -> bool:
        return self.part in (TITLE, PATRONYMIC)


@lru_cache(maxsize=20_000)
def parse(name: str) -> tuple[Word, ...]:
    """The words of a name in their order; at most MOST_WORDS of them."""
    written = scripts.words(name)
    if len(written) == 1:
        written = _chinese_parts(written[0])
    found: list[Word] = []
    for word in written:
        folded = folding.fold(word)
        if folded in _CHILD_OF and found:
            found[-1] = Word(found[-1].text, found[-1].readings, PATRONYMIC)
        elif len(found) < MOST_WORDS and len(word) <= LONGEST_WORD:
            found += _word(word, folded)
    return tuple(found)


def _word(word: str, folded: str) -> list[Word]:
    heard = readings(word)
    if not heard or not any(reading.sounds for reading in heard):
        return []
    if folded in _TITLES:
        return [Word(word, heard, TITLE)]
    if len(folded) == 1 and scripts.script_of(word) in (scripts.LATIN, scripts.CYRILLIC):
        return [Word(word, heard, INITIAL)]
    is_patronymic = any(reading.ending == "patronymic" for reading in heard)
    return [Word(word, heard, PATRONYMIC if is_patronymic else PLAIN)]


@lru_cache(maxsize=20_000)
def single(word: str) -> Word:
    """One word of the index, parsed already."""
    found = _word(word, folding.fold(word))
    return found[0] if found else Word(word, ())


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
    parts = [next((r.syllables for r in w.readings if r.is_chinese), ()) for w in parse(name)]
    if not 2 <= len(parts) <= 3 or not all(parts) or not 2 <= sum(map(len, parts)) <= 4:
        return False
    return any("".join(part) in CHINESE_SYLLABLES for part in (parts[0], parts[-1]))
