"""Invented names in Arabic letters: Uyghur as it is written today, Kazakh in töte script."""

from functools import lru_cache

from people.invented.letters import letters

_UYGHUR = letters(
    """a:ا e:ە b:ب p:پ t:ت j:ج č:چ x:خ d:د r:ر z:ز ž:ژ s:س š:ش ğ:غ f:ف q:ق k:ك g:گ ñ:ڭ l:ل m:م n:ن
    h:ھ o:و u:ۇ ö:ۆ ü:ۈ w:ۋ é:ې i:ى y:ي ':ئ"""
)
_KAZAKH = letters(
    """а:ا ә:ا б:ب в:ۆ г:گ ғ:ع д:د е:ە ё:يو ж:ج з:ز и:ي й:ي к:ك қ:ق л:ل м:م н:ن ң:ڭ о:و ө:و п:پ
    р:ر с:س т:ت у:ۋ ұ:ۇ ү:ۇ ф:ف х:ح һ:ھ ц:تس ч:چ ш:ش щ:شش ы:ى і:ى э:ە ю:يۋ я:يا ь: ъ:"""
)
_VOWELS = "aeéioöuü"
_SOFT = set("әөүі")
_SOFTENED_ALREADY = set("екг")


@lru_cache(maxsize=200_000)
def uyghur(word: str) -> str:
    """A word of inner letters; a vowel that opens it, or follows a vowel, stands on a hamza."""
    done = []
    before = "a"
    for letter in word:
        hamza = "ئ" if letter in _VOWELS and before in _VOWELS else ""
        done.append(hamza + _UYGHUR.get(letter, letter))
        before = letter
    return "".join(done)


@lru_cache(maxsize=200_000)
def kazakh(word: str) -> str:
    """A Cyrillic word in töte script; a soft one opens with a hamza unless its letters say so."""
    soft = _SOFT & set(word) and not _SOFTENED_ALREADY & set(word)
    return ("ٴ" if soft else "") + "".join([_KAZAKH.get(letter, letter) for letter in word])
