"""Words of known names that some invented people bear too, so that namesakes are in the way."""

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from config.records.text import fold
from people.invented.chinese import PINYIN
from people.invented.chinese_names import FAMILIES, write
from people.invented.forms import Parts

_JOINTS = re.compile(r"[\s·•・.．,，\-‧]+")
_SCRIPTS = (
    ("Hani", re.compile("[㐀-鿿]")),
    ("Arab", re.compile("[؀-ۿ]")),
    ("Cyrl", re.compile("[Ѐ-ӿ]")),
    ("Latn", re.compile("[A-Za-zÀ-ɏ]")),
)
_WOMANS = re.compile("(ova|eva|ina|ovna|evna|qyzy|kyzy|gyzy|ова|ева|овна|евна|қызы|кызы)$", re.I)
_MANS = re.compile("(ov|ev|ovich|evich|uly|ulı|ов|ев|ович|евич|ұлы|улы)$", re.I)
_CHINESE = ("han", "hui")
# Which scripts a people's names are written in here.
_WRITES = {
    "kazakh": {"Latn", "Cyrl", "Arab", "Hani"},
    "uyghur": {"Latn", "Cyrl", "Arab", "Hani"},
    "kyrgyz": {"Latn", "Cyrl", "Arab", "Hani"},
    "russian": {"Latn", "Cyrl"},
    "tatar": {"Latn", "Cyrl"},
    "uzbek": {"Latn", "Cyrl"},
    "han": {"Latn", "Cyrl", "Hani"},
    "hui": {"Latn", "Cyrl", "Hani"},
}


class Word(NamedTuple):
    """A word of a known name: its script, whom its ending fits, whether it closes a name."""

    text: str
    script: str
    sex: str
    is_family: bool

    def place(self, words: list[str], chance: Random) -> int:
        """Which word of an invented name gives way to it."""
        if self.is_family:
            return len(words) - 1
        return int(chance.random() * min(len(words), 2))


def _families() -> set[str]:
    """The Chinese family names in pinyin, Cyrillic and characters."""
    known = set()
    for one in {*FAMILIES["han"].things, *FAMILIES["hui"].things}:
        parts = Parts("han", "male", one, "", one)
        known |= {PINYIN[one], one, write(parts, "cyrillic")[0][0].lower()}
    return known


_CHINESE_FAMILIES = _families()


def _is_chinese(words: list[str]) -> bool:
    """By a short name that opens with a Chinese family name."""
    first = words[0].lower()
    if len(words) == 1:
        return 2 <= len(first) <= 3 and first[0] in _CHINESE_FAMILIES
    return len(words) == 2 and first in _CHINESE_FAMILIES


def _word(text: str) -> Word | None:
    script = next((name for name, letters in _SCRIPTS if letters.search(text)), "")
    if not script or (len(text) < 2 and script != "Hani"):
        return None
    text = text.capitalize() if text.isupper() or text.islower() else text
    sex = "female" if _WOMANS.search(text) else "male" if _MANS.search(text) else ""
    return Word(text, script, sex, bool(sex))


class Shared:
    """The words of known names, those of Chinese names apart."""

    def __init__(self, names: Sequence[str]):
        chinese, others = [], []
        for name in names:
            words = [one for one in _JOINTS.split(name.strip()) if one]
            if not words:
                continue
            if _is_chinese(words):
                chinese += words if len(words) > 1 else [words[0][0], words[0][1:]]
            else:
                others += words
        chinese = [word for word in map(_word, chinese) if word]
        others = [word for word in map(_word, others) if word]
        self.words = {
            people: [
                word
                for word in ((chinese or others) if people in _CHINESE else (others or chinese))
                if word.script in scripts
            ]
            for people, scripts in _WRITES.items()
        }

        self.folded = {folded for name in names for folded in fold(_JOINTS.sub(" ", name)).split()}

    def knows(self, spelling: str) -> bool:
        """Whether a word of this spelling is among them, however capitalised and accented."""
        return any(word in self.folded for word in fold(_JOINTS.sub(" ", spelling)).split())

    def draw(self, ethnicity: str, chance: Random) -> Word | None:
        words = self.words[ethnicity]
        return words[int(chance.random() * len(words))] if words else None
