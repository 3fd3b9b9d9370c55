"""The forms a word takes: folded, and without the endings that a language's cases add (pure)."""

import re
from functools import lru_cache

from config.records.text import fold

# Endings of nouns and adjectives by case, the longest first, after each language's declensions.
_ENDINGS = {
    "ru": "ого его ому ему ыми ими ами ями ой ей ою ею ом ем ым им ую юю ая яя ый ий ые ие ых их "
    "ах ях ов ев а я у ю е ы и о ь й",
    "pl": "ymi imi ych ich iego iemu ego emu owie owi iem ami ach iej ej em om ow ym im ie ia "
    "iu a u y i e o",
    "de": "s",
    "nb": "s",
}
_ENDING = {
    language: re.compile("(?:" + "|".join(endings.split()) + ")$")
    for language, endings in _ENDINGS.items()
}
# A family name's -ov and -ev is no ending of case.
_KEPT = re.compile(r"(?:[оеё]в|[иы]н)$")
SHORTEST = 3
# With what a stem may end in one case and not in another: Китай, Китая.
_OPEN = {"ru": "аеёийоуыьэюя", "pl": "aeijouy"}


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """The word as lists hold it: lower case, no accents, no hyphens, no apostrophes."""
    return fold(word).replace(" ", "")


def _softened(key: str) -> str:
    """A Polish word with the consonant back that its locative softened: Poczobucie, Poczobut."""
    for soft, hard in (("dzie", "die"), ("cie", "tie"), ("rze", "re")):
        if key.endswith(soft) and len(key) > len(soft) + 2:
            return key.removesuffix(soft) + hard
    return key


@lru_cache(maxsize=50_000)
def stem(key: str, language: str) -> str:
    """A folded word without its ending of case, if enough is left of it."""
    pattern = _ENDING.get(language)
    if pattern is None or len(key) <= SHORTEST or (language == "ru" and _KEPT.search(key)):
        return key
    if language == "pl":
        key = _softened(key)
    found = pattern.search(key)
    if not found:
        return key
    start = max(found.start(), SHORTEST)
    rest = key[:start].rstrip(_OPEN.get(language, ""))
    return rest if len(rest) >= SHORTEST else key[:start]


def is_one_off(one: str, other: str) -> bool:
    """Whether one letter is missing, added or another."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return one == other
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, its = one[start:], other[start:]
    return rest[1:] == its[1:] or rest[1:] == its or rest == its[1:]
