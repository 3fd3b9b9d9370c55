"""Cyrillic spellings read as sounds: Kazakh, Kyrgyz, Uyghur, Uzbek, Tatar and Russian (pure).

Sources: the Kazakh alphabet of 1940, the Kyrgyz of 1940, the Uyghur Cyrillic of Kazakhstan, and
Russian as it writes the names of these peoples (BGN/PCGN tables for each).
"""

_LETTERS = {
    "а": "a", "ә": "A", "б": "b", "в": "v", "г": "g", "ғ": "G", "ґ": "g", "д": "d", "е": "4e",
    "ё": "4o", "є": "4e", "ж": "j", "җ": "j", "з": "z", "и": "i", "й": "y", "к": "k", "қ": "q",
    "ҡ": "q", "л": "l", "м": "m", "н": "n", "ң": "N", "ҥ": "N", "о": "o", "ө": "O", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "U", "ў": "o", "ф": "f", "х": "x",
    "ҳ": "h", "һ": "h", "ц": "ς", "ч": "c", "ҷ": "j", "ш": "S", "щ": "S", "ъ": "", "ы": "I",
    "і": "i", "ї": "yi", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ӣ": "i", "ӯ": "u",
}  # fmt: skip
_PAIRS = {"дж": "j", "нг": "n6", "ый": "I", "ий": "i", "ое": "oe", "ие": "ie", "ье": "4e"}


def read(word: str) -> str:
    """The sounds of a Cyrillic word."""
    word = word.lower()
    sounds, place = [], 0
    while place < len(word):
        pair = word[place : place + 2]
        if pair in _PAIRS:
            sounds.append(_PAIRS[pair])
            place += 2
            continue
        sounds.append(_LETTERS.get(word[place], ""))
        place += 1
    return "".join(sounds)
