"""What a word in a text is: maybe part of a name, or an office, a place, a body (pure)."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cases.reading.naming import given
from cases.reading.naming.bodies import BODIES, PARTS, STEMS
from cases.reading.naming.lands import (
    is_of_the_calendar,
    is_people,
    is_place,
    is_surely_people,
)
from cases.reading.naming.openers import OPENERS
from cases.reading.naming.titles import ADDRESS, ROLE_STEMS, ROLES
from cases.reading.naming.tokens import CAPITALS, Token, is_foreign


class Kind(StrEnum):
    """What a word is taken for."""

    NAME = "name"
    INITIAL = "initial"
    PARTICLE = "particle"
    ROLE = "role"
    PEOPLE = "people"
    PLACE = "place"
    BODY = "body"
    PART = "part"
    WORD = "word"
    OTHER = "other"


PARTICLES = frozenset(
    "bin ibn ben bint binti al el ul ur von van der den de del da di do dos du la le ter av af "
    "abu аль эль ибн бин бен фон ван дер де ди да ад ас аш ат ар al- el-".split()
)
# Honours that stand within a name, after its first word.
HONOURS = frozenset(
    "haji hajim hajji haj qari qarim kari karim akhun akhund ahun axun hajim damolla damollam "
    "xelpet khan khanum hanim xanim sultan mirza shah beg bek imam hoja khoja хаджи кари хан "
    "султан мирза бек ахун имам".split()
)
CHILD_OF = frozenset(
    "uly uli ulı uulu kyzy qyzy qizi kizi oghli oghly oglu ogli ogly gyzy zade qızı оглы кызы "
    "улы уулу қызы ұлы гызы заде".split()
)
# A hyphen and one of these make an adjective of a name: "Almaty-based".
_JOINTS = re.compile(
    r"[-\u2010\u2011](?:based|born|led|language|style|funded|owned|run|backed|speaking|century|year|"
    r"old|wide|era|like|related|registered|trained|made|controlled|style|sponsored|ruled|linked|"
    r"occupied|held|area|bound|affiliated|basert|født|eid|støttede?|styrte?|based)$",
    re.IGNORECASE,
)
# How words end that are no names, where a sentence may have given them their capital.
_WORDY = {
    "en": "ing ly ed tion tions ment ments ness ers ors ist ists ship ships ity ities ous ful "
    "less ies able ible ism",
    "de": "ung ungs ungen heit heiten keit keiten schaft schaften tion tionen tät täten ismus "
    "ismen lich liche lichen isch ische ischen ischer ierte ierten nis nisse tum ling linge",
    "nb": "ende else elsen elser het heten heter ene inger ingen lig lige sjon sjonen isk iske",
    "es": "mente ción ciones dad dades ando iendo aba aban aron ieron ado ados ada adas ido idos "
    "ida idas ismo ario arios",
    "pl": "owano iono enie enia eniu anie ania aniu ość ości cja cje cji ący ąca ące ących ski "
    "ska skie skich skiego owy owa owe owych nych nego czny czna czne ali iły ało ęła ęli "
    "ował owała",
    "ru": "ть ться лся лась лось лись ого ему ные ный ная ное ных ние ния нию ость ости ция ции "
    "ций ески ские ских ство ства щие щих щий вший вшие вшая или али ели ыли ило ало ами "
    "ями",
}
_WORDY = {
    language: re.compile("(?:" + "|".join(ends.split()) + ")$") for language, ends in _WORDY.items()
}


# Ends of English nouns that hardly any surname has.
_NOUNS = re.compile(r".{3}(?:tions?|ness|ity|ities|ings|isms?|ships?)$")


@dataclass
class Ground:
    """What is known of a text before its words are judged: its language, its small words."""

    language: str
    small: frozenset[str]


def kind_of(token: Token, after: Token | None, ground: Ground) -> Kind:
    """What a word is taken for, given the word after it."""
    language = ground.language
    if is_foreign(token):
        return Kind.OTHER
    if not token.is_capital:
        return _small(token)
    if len(token.text) == 1:
        if after is not None and after.gap[:1] == ".":
            return Kind.INITIAL
        is_word = token.opens or token.key in OPENERS[language] | OPENERS["en"]
        return Kind.INITIAL if not is_word and _joined(after) else Kind.OTHER
    is_word = token.opens or (token.key in OPENERS[language] and token.case != CAPITALS)
    if token.key in PARTICLES and not is_word and _joined(after):
        return Kind.PARTICLE
    opens_name = _joined(after) and after.case == token.case
    if opens_name and _is_chinese(token, after, language):
        return Kind.NAME
    if token.case == CAPITALS and _is_short_form(token):
        return Kind.PART
    kind = _listed(token.key, token.text, language, token.opens)
    if kind is not None:
        follows = opens_name and _listed(after.key, after.text, language, False) is None
        bears = kind is not Kind.ROLE and follows
        return Kind.NAME if bears and given.is_common(token.text, language) else kind
    return _unlisted(token, ground)


def _is_likely(word: str, language: str) -> bool:
    return given.is_common(word, language) or given.is_of_the_region(word, language)


def closes_name(token: Token, before: Token, kind: Kind, ground: Ground) -> bool:
    """Whether a word with a name before it belongs to it though it means something else too.

    So "Uali Islam", "Qin Gang", "Eli Ahun Qarim".
    """
    language = ground.language
    if token.gap not in (" ", "\u00a0") or not token.is_capital:
        return False
    if _is_chinese(before, token, language):
        return True
    if kind is Kind.ROLE:
        return token.key in HONOURS and before.case == token.case
    if token.key in OPENERS[language] or kind not in (Kind.PLACE, Kind.PART, Kind.BODY):
        return False
    return _bears_anyhow(token.text, language) and _is_likely(before.text, language)


def _joined(after: Token | None) -> bool:
    return after is not None and after.is_capital and after.gap in (" ", "\u00a0", ". ", ".")


def _small(token: Token) -> Kind:
    if token.key in PARTICLES or token.text in CHILD_OF:
        return Kind.PARTICLE
    return Kind.OTHER


def _is_short_form(token: Token) -> bool:
    """Whether capitals alone are letters of a body, as AFP; long ones may be a surname."""
    vowels = sum(letter in "aeiouyäöüаеёиоуыэюяіұүө" for letter in token.text.lower())
    return len(token.text) < 4 or vowels == 0 or (len(token.text) < 5 and vowels < 2)


def _is_chinese(token: Token, after: Token, language: str) -> bool:
    """A Chinese surname, then a given name of one or two syllables that is no common word."""
    if not given.is_chinese_surname(token.text, language):
        return False
    count = given.syllables(given.bare(after.text, language))
    if not 1 <= count <= 2 or after.key in OPENERS[language]:
        return False
    listed = _listed(after.key, after.text, language, False)
    return listed is None or (listed is Kind.PLACE and token.key not in OPENERS[language])


def _bears_anyhow(text: str, language: str) -> bool:
    return given.is_common(text, language) or given.is_listed_there(text)


@lru_cache(maxsize=50_000)
def _listed(key: str, text: str, language: str, opens: bool) -> Kind | None:
    """What the lists say of a word with a capital."""
    # Where nouns are small within a sentence, a short word with a capital is no form of one.
    least = 2 if opens or language == "de" else _LONG
    if key in ROLES or key in ADDRESS or _has_stem(key, language, ROLE_STEMS, least):
        return Kind.ROLE
    if _JOINTS.search(text):
        return Kind.OTHER
    if is_people(key, language) and (is_surely_people(key) or not _bears_anyhow(text, language)):
        return Kind.PEOPLE
    if is_of_the_calendar(key, language):
        return Kind.OTHER if language in ("en", "de") else None
    if is_place(key, text, language):
        return Kind.PLACE
    if key in BODIES or _has_stem(key, language, STEMS, 3):
        return Kind.BODY
    if key in PARTS:
        return Kind.PART
    if key in OPENERS[language]:
        return Kind.OTHER
    # English names of bodies stand in Russian texts as they are.
    return Kind.OTHER if language == "ru" and key in OPENERS["en"] else None


def _unlisted(token: Token, ground: Ground) -> Kind:
    """A word with a capital that no list holds: a name, unless it shows to be a common word."""
    language = ground.language
    if given.is_common(token.text, language) or given.is_made_there(token.text, language):
        return Kind.NAME
    if token.key in ground.small:
        return Kind.WORD if token.opens or language == "de" else Kind.PART
    if language == "en" and _NOUNS.search(token.key):
        return Kind.WORD
    if (token.opens or language == "de") and _WORDY[language].search(token.text.lower()):
        return Kind.WORD
    return Kind.NAME


@lru_cache(maxsize=50_000)
def is_role(key: str, language: str) -> bool:
    """Whether a folded word is an office, a trade, kin or a form of address."""
    if key in ROLES or key in ADDRESS:
        return True
    return _has_stem(key, language, ROLE_STEMS, 2)


_LONG = 5
# Endings of case of short nouns; after longer stems any ending may stand.
_CASES = frozenset(
    "а ы у е и я ю ь ой ом ей ем ою ам ами ах ов ев ям ями ях a y e i u o om em owi ami ach ow "
    "ie ą ę s es en er n ern in innen r ene ne et t a as os".split()
) | {""}


def _has_stem(key: str, language: str, lists: dict[str, frozenset[str]], least: int) -> bool:
    """Whether the word is one of these, or a form of one; German puts them at a word's end."""
    stems = lists.get(language, frozenset())
    if any(key[:size] in stems and key[size:] in _CASES for size in range(least, len(key) + 1)):
        return True
    sizes = range(_LONG, len(key) + 1)
    if any(key[:size] in stems for size in sizes if len(key) - size <= 6):
        return True
    if language not in ("de", "nb"):
        return False
    return any(
        key[start : start + size] in stems
        for start in range(2, len(key) - _LONG + 1)
        for size in range(_LONG, len(key) - start + 1)
        if len(key) - start - size <= 4
    )
