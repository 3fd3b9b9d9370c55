"""Arabic script read as sounds: Uyghur and Kazakh (töte), which write their vowels (pure).

Sources: the Uyghur alphabet of 1983 and the Kazakh töte jazu as revised in 1954. Where the two
differ, each has letters that the other lacks, so one table reads both. Arabic and Persian
spellings leave short vowels out: they are read as far as their letters go.
"""

import re
import unicodedata

_LETTERS = {
    "ا": "a", "أ": "a", "آ": "a", "إ": "i", "ە": "A", "ة": "A", "ب": "b", "پ": "p", "ت": "t",
    "ث": "s", "ج": "j", "چ": "c", "ح": "x", "خ": "x", "د": "d", "ذ": "z", "ر": "r", "ز": "z",
    "ژ": "j", "س": "s", "ش": "S", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "ع": "G", "غ": "G",
    "ف": "f", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ڭ": "N", "ل": "l", "م": "m", "ن": "n",
    "ھ": "h", "ه": "h", "و": "o", "ۇ": "u", "ۆ": "O", "ۈ": "U", "ۋ": "w", "ۅ": "O", "ۉ": "u",
    "ې": "e", "ى": "i", "ي": "y", "ی": "y", "ئ": "", "ؤ": "u", "ء": "", "ٵ": "A", "ٶ": "O",
    "ٷ": "U", "ٸ": "i",
}  # fmt: skip
_FRONT = str.maketrans("aouI", "AOUi")
_TOTE = re.compile("[ءعحٵٶٷٸ]")


def read(word: str) -> str:
    """The sounds of a word in Uyghur or Kazakh Arabic script."""
    word = unicodedata.normalize("NFKC", word)
    is_tote = bool(_TOTE.search(word)) and "ئ" not in word
    sounds = "".join(_LETTERS.get(letter, "") for letter in word)
    if not is_tote:
        return sounds
    sounds = sounds.replace("i", "I") if "ء" not in word else sounds.translate(_FRONT)
    # Töte writes one letter for й and for и.
    return re.sub("(?<=[^aAeiIoOuU])y|^y(?=[^aAeiIoOuU])", "i", sounds)
