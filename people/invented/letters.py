"""Letter tables that spell a name in another alphabet, written for the invented names alone."""

import re
from functools import lru_cache

# Inside, one sound is one letter: these stand for what Latin alphabets write with two.
_ONE_LETTER = (
    ("sh", "š"), ("ch", "č"), ("gh", "ğ"), ("ng", "ñ"), ("zh", "ž"), ("o'", "õ"), ("g'", "ĝ"),
)  # fmt: skip


def inner(word: str) -> str:
    """A Latin name in lower case, one letter for each sound."""
    word = word.lower().replace("ngül", "n|gül")
    for two, one in _ONE_LETTER:
        word = word.replace(two, one)
    return word.replace("|", "")


def letters(rules: str) -> dict[str, str]:
    """'қ:k ғ:gh ь:' as a table."""
    return dict(rule.split(":") for rule in rules.split())


class Alphabet:
    """How one style writes each letter, what it writes at the beginning, what it repairs after."""

    def __init__(self, table: dict[str, str], first: dict[str, str], repairs: tuple):
        self.table = table
        self.first = first
        self.repairs = [(re.compile(pattern), instead) for pattern, instead in repairs]
        self.spell = lru_cache(maxsize=100_000)(self._spell)

    def _spell(self, word: str) -> str:
        """A word of lower-case inner letters in this alphabet, with a capital where it has them."""
        done = "".join([self.table.get(letter, letter) for letter in word])
        if word[0] in self.first:
            opening = self.table.get(word[0], word[0])
            done = self.first[word[0]] + done[len(opening) :]
        for pattern, instead in self.repairs:
            done = pattern.sub(instead, done)
        return done[:1].upper() + done[1:]


def alphabets(base: str, *changes: str, first: str = "", repairs=()) -> tuple[Alphabet, ...]:
    """The base table, and one more for each set of changes to it."""
    return tuple(
        Alphabet(letters(base) | letters(change), letters(first), tuple(repairs))
        for change in ("", *changes)
    )


# From Kazakh, Kyrgyz, Tatar and Russian Cyrillic

_PRESS = """
а:a ә:a б:b в:v г:g ғ:g д:d е:e ё:yo ж:zh җ:zh з:z и:i й:i к:k қ:k л:l м:m н:n ң:n о:o ө:o п:p
р:r с:s т:t у:u ұ:u ү:u ф:f х:kh һ:h ц:ts ч:ch ш:sh щ:shch ъ: ы:y і:i ь: э:e ю:yu я:ya
"""
KAZAKH_PRESS = alphabets(
    _PRESS,
    "й:y",
    "қ:q ғ:gh",
    "қ:q ғ:g й:y",
    "ж:j й:y",
    "ж:j қ:q ғ:gh ы:i",
    "ж:j қ:q",
    "ғ:gh ң:ng й:y",
    "ж:dzh й:y",
    "х:h қ:q й:y",
    "х:h ж:j ы:i й:y",
    "ә:ae ү:ue ө:oe қ:q ғ:gh",
    "ы:u қ:k",
    "ә:e ү:u й:y",
    first="е:ye",
    repairs=(("iy$|iy(?=[^aeiou])", "i"), ("eae", "ea")),
)
KAZAKH_PLAIN_E = alphabets(
    _PRESS, "қ:q ғ:gh", "ж:j қ:q", "й:y", "ж:j қ:q ғ:gh ң:ng х:x у:w й:y", "х:h й:y"
)
KAZAKH_SCHOLARLY = alphabets(
    """а:a ә:ä ғ:gh ж:zh й:y қ:q ң:ng ө:ö ұ:ū ү:ü х:kh һ:h ч:ch ш:sh щ:shch ы:y і:ī ц:ts у:u ю:yu
    я:ya б:b в:v г:g д:d е:e ё:yo з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t ф:f ъ: ь: э:e""",
    "ғ:ğ ж:j ң:ñ ұ:ū х:h ч:ç ш:ş щ:şç ы:y і:i й:i ю:iu я:ia",
    "ғ:ǵ ә:á ң:ń ө:ó ү:ý ұ:u у:ý ж:j х:h ы:y і:i й:ı и:ı ю:ıý я:ıa",
    "ғ:ğ ж:j ң:ñ ұ:u х:x ч:ç ш:ş ы:ı і:i й:y у:w ю:yw я:ya",
)
KAZAKH_TURKISH = alphabets(
    """
а:a ә:e б:b в:v г:g ғ:g д:d е:e ё:yo ж:j з:z и:i й:y к:k қ:k л:l м:m н:n ң:n о:o ө:ö п:p р:r с:s
т:t у:u ұ:u ү:ü ф:f х:h һ:h ц:ts ч:ç ш:ş щ:ş ъ: ы:ı і:i ь: э:e ю:yu я:ya
""",
    "ж:c ғ:ğ",
    "ә:a ж:c",
)
KAZAKH_GERMAN = alphabets(
    _PRESS + "ж:sch з:s й:i х:ch ц:z ч:tsch ш:sch щ:schtsch ы:y ю:ju я:ja в:w ё:jo",
    "ж:dsch й:j",
    first="е:je",
    repairs=(("aiew", "ajew"), ("eiew", "ejew")),
)
RUSSIAN_CYRILLIC = alphabets(
    "ә:а ғ:г қ:к ң:н ө:о ұ:у ү:у һ:х і:и җ:ж",
    "ә:а ғ:г қ:к ң:н ө:у ұ:у ү:ю һ:х і:и җ:дж",
    "ә:я ғ:г қ:к ң:н ө:о ұ:у ү:у һ:х і:ы җ:ж",
    "ж:дж ә:а ғ:г қ:к ң:нг ө:о ұ:у ү:у һ:г і:и",
    "ә:э ғ:г қ:к ң:н ө:е ұ:ы ү:у һ:х і:и җ:ж",
    first="ә:а",
    repairs=(("([жшчщ])ы", r"\1и"), ("й([аеиоуя])", r"й\1")),
)
AS_IT_IS = alphabets("")

# From Russian alone, and from Palladius' Cyrillic for Chinese

RUSSIAN_PRESS = alphabets(
    _PRESS + "й:y",
    "й:i",
    "й:j я:ja ю:ju х:h",
    first="е:ye",
    repairs=(("yy$", "y"), ("iy$", "y"), ("([aeiou])e([vr])", r"\1ye\2")),
)

# From Uyghur and Uzbek Latin, one letter for each sound

_UYGHUR_PRESS = """
e:e é:e ö:o ü:u x:h q:q ğ:gh ñ:ng š:sh č:ch ž:zh j:j w:w y:y õ:o ĝ:g ':
"""
UYGHUR_PRESS = alphabets(
    _UYGHUR_PRESS,
    "e:a x:kh",
    "x:kh w:v",
    "q:k ğ:g",
    "e:a q:k ğ:g w:v",
    "e:a",
    "x:kh q:k ğ:gh w:v",
    "é:i x:kh",
    "e:a é:i j:zh x:kh w:v",
    "ğ:g y:i",
    "ö:u ü:i e:a",
    "j:dj ö:eu ü:ou e:a ğ:g",
)
UYGHUR_ULY = alphabets("ğ:gh ñ:ng š:sh č:ch ž:zh", "é:ë ğ:gh ñ:ng š:sh č:ch ž:zh")
UYGHUR_UYY = alphabets("e:ə é:e x:h h:ⱨ q:ⱪ ğ:ƣ ñ:ng š:x č:q ž:ⱬ ö:ɵ ':")
UYGHUR_TURKISH = alphabets(
    "é:e x:h q:k ğ:g ñ:ng š:ş č:ç ž:j j:c w:v õ:ö ĝ:ğ ':",
    "e:a é:i x:h q:k ğ:ğ ñ:n š:ş č:ç ž:j j:c w:v õ:o ĝ:g ':",
)
UYGHUR_CYRILLIC = alphabets(
    """a:а e:ә b:б p:п t:т j:җ č:ч x:х d:д r:р z:з ž:ж s:с š:ш ğ:ғ f:ф q:қ k:к g:г ñ:ң l:л m:м
    n:н h:һ o:о u:у ö:ө ü:ү w:в é:е i:и y:й ':""",
    repairs=(("йа", "я"), ("йу", "ю")),
)
_UYGHUR_RUSSIAN = """
a:а e:а b:б p:п t:т j:дж č:ч x:х d:д r:р z:з ž:ж s:с š:ш ğ:г f:ф q:к k:к g:г ñ:нг l:л m:м n:н
h:х o:о u:у ö:о ü:у w:в é:е i:и y:й õ:у ĝ:г v:в ':
"""
UYGHUR_RUSSIAN = alphabets(
    _UYGHUR_RUSSIAN,
    "e:е j:ж",
    "e:э ü:ю h:г",
    "j:дж ö:у é:и",
    first="e:э é:э y:й",
    repairs=(("й[аэ]", "я"), ("йу", "ю"), ("йо", "ё"), ("йе", "е")),
)
UZBEK_LATIN = alphabets("õ:o‘ ĝ:g‘ š:sh č:ch", "õ:o' ĝ:g' š:sh č:ch", "õ:o ĝ:g š:sh č:ch x:kh q:k")
UZBEK_CYRILLIC = alphabets(
    _UYGHUR_RUSSIAN + "e:е j:ж h:х",
    _UYGHUR_RUSSIAN + "e:е j:ж h:ҳ õ:ў ĝ:ғ q:қ o:о",
    first="e:э",
    repairs=(("йа", "я"), ("йу", "ю"), ("йо", "ё"), ("йе", "е")),
)
