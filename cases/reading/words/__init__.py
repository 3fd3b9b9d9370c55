"""What each language lends to the reading: verbs, pronouns, words of kin, titles (pure)."""

from cases.reading.lexicon import Lexicon
from cases.reading.words.english import ENGLISH
from cases.reading.words.german import GERMAN
from cases.reading.words.norwegian import NORWEGIAN
from cases.reading.words.polish import POLISH
from cases.reading.words.russian import RUSSIAN
from cases.reading.words.spanish import SPANISH

_LEXICONS = {
    "en": ENGLISH,
    "ru": RUSSIAN,
    "de": GERMAN,
    "no": NORWEGIAN,
    "nb": NORWEGIAN,
    "nn": NORWEGIAN,
    "es": SPANISH,
    "pl": POLISH,
}
# Words so common that a paragraph can hardly do without them, and that tell the languages apart.
_COMMON = {
    "en": {"the", "and", "of", "was", "that", "with", "his", "her", "were"},
    "ru": {"в", "и", "на", "что", "не", "с", "по", "был", "его"},
    "de": {"der", "die", "und", "das", "den", "wurde", "ist", "nicht", "mit"},
    "no": {"og", "det", "er", "på", "ikke", "ble", "av", "til", "har"},
    "es": {"el", "la", "los", "y", "que", "fue", "una", "del", "por"},
    "pl": {"w", "i", "na", "że", "się", "został", "nie", "z", "jest"},
}
_LOOK_AT = 4000  # characters; more would not change the answer


def lexicon_for(language: str, text: str) -> Lexicon:
    """The words to read a text by: of its language if we have them, else of what it looks like."""
    known = _LEXICONS.get(language.lower().replace("_", "-").split("-")[0])
    return known or _LEXICONS[_looks_like(text)]


def _looks_like(text: str) -> str:
    words = text[:_LOOK_AT].lower().split()
    counts = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    return max(counts, key=counts.__getitem__)
