"""Folding text so that spellings that differ in case or accents compare as equal (pure)."""

import re
import unicodedata

# Letters that carry no combining mark to strip, and the plain letter they fold to.
LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "ё": "е",
    }
)
# Apostrophes and modifier letters that spellings put in or leave out at will.
SILENT = re.compile("[\u0027\u02b9-\u02bf\u02c8\u2018\u2019\u201b\u0060\u00b4\u0640]")
# Scripts that run from right to left.
RIGHT_TO_LEFT = ("Arab",)
NOT_WORDS = re.compile(r"[\W_]+")
# What XML has no way to write.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and punctuation; words parted by one space."""
    text = unicodedata.normalize("NFKD", SILENT.sub("", text).casefold())
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = unicodedata.normalize("NFC", text).translate(LETTERS)
    return NOT_WORDS.sub(" ", text).strip()


def one_line(text: str) -> str:
    """What was typed, in one line, without what no database takes."""
    return " ".join(text.replace("\0", " ").split())


def for_xml(text: str) -> str:
    """The text without the few signs that no XML may hold."""
    return NOT_XML.sub("", text)


def words(text: str) -> list[str]:
    """The folded words of a text, each once, in order."""
    return list(dict.fromkeys(fold(text).split()))


def script(text: str) -> str:
    """The script of most letters, as ISO 15924 names it: Latn, Cyrl, Arab or Hani, else ''."""
    counts: dict[str, int] = {}
    for letter in text:
        name = unicodedata.name(letter, "")
        for start, code in SCRIPTS.items():
            if name.startswith(start):
                counts[code] = counts.get(code, 0) + 1
    return max(counts, key=counts.get) if counts else ""


SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "CJK": "Hani"}


def language_and_direction(words: str, language: str = "") -> tuple[str, str]:
    """What the attributes `lang` and `dir` of a text say."""
    written = script(words)
    tag = language or (f"und-{written}" if written else "und")
    return tag, "rtl" if written in RIGHT_TO_LEFT else "ltr"
