"""The ways in which each people's names are written: script, letters, joints, how often."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from people.invented import arabic, sinic
from people.invented import letters as spelt
from people.invented.chance import Weighted
from people.invented.forms import FORMS, FORMS_BARE

_SPACE = Weighted.of({" ": 1})
_DOT = Weighted.of({"·": 70, "•": 6, ".": 9, "・": 3, " ": 5, "-": 3, "": 4})
_PINYIN = Weighted.of({" ": 84, "·": 7, ".": 5, "-": 2, "": 2})


class Style(NamedTuple):
    """One way to write a name: each word goes through `spell`, `joint` stands between them."""

    script: str
    language: str
    spell: Callable[[str], str]
    forms: Weighted
    joint: Weighted
    kind: str = "as_published"


class Styles:
    """A people's styles by weight; those of one script on their own as well."""

    def __init__(self, weighed: list[tuple[float, Style]]):
        self.all = Weighted([style for _, style in weighed], [weight for weight, _ in weighed])
        self.in_script = {}
        for script in dict.fromkeys(style.script for _, style in weighed):
            some = [(weight, style) for weight, style in weighed if style.script == script]
            self.in_script[script] = Weighted([s for _, s in some], [w for w, _ in some])


def _lettered(weight, script, language, tables, ethnicity) -> list[tuple[float, Style]]:
    """One style for each alphabet; the first is the most usual."""
    shares = [1 / (place + 2) for place in range(len(tables))]
    return [
        (
            weight * share / sum(shares),
            Style(script, language, table.spell, FORMS[ethnicity], _SPACE),
        )
        for table, share in zip(tables, shares, strict=True)
    ]


def _han_word(word: str, habit: int, sounds: Callable[[str], str], write) -> str:
    return write(sounds(word), habit)


def _sinic(weight, script, sounds, write, joint, kind) -> list[tuple[float, Style]]:
    language = "zh" if script == "Hani" else "zh-Latn"
    return [
        (
            weight / 3,
            Style(
                script,
                language,
                partial(_han_word, habit=habit, sounds=sounds, write=write),
                FORMS_BARE,
                joint,
                kind,
            ),
        )
        for habit in range(3)
    ]


def _as_heard(word: str) -> str:
    return word


def _han_and_pinyin(han: float, pinyin: float, sounds) -> list[tuple[float, Style]]:
    return [
        *_sinic(han, "Hani", sounds, sinic.han, _DOT, "as_published"),
        *_sinic(pinyin, "Latn", sounds, sinic.pinyin, _PINYIN, "pinyin"),
    ]


def _arabic(weight, language, spell) -> list[tuple[float, Style]]:
    return [(weight, Style("Arab", language, spell, FORMS_BARE, _SPACE, "self_preferred"))]


_KAZAKH = [
    *_lettered(34, "Latn", "en", spelt.KAZAKH_PRESS, "kazakh"),
    *_lettered(9, "Latn", "en", spelt.KAZAKH_PLAIN_E, "kazakh"),
    *_lettered(8, "Latn", "kk-Latn", spelt.KAZAKH_SCHOLARLY, "kazakh"),
    *_lettered(3, "Latn", "tr", spelt.KAZAKH_TURKISH, "kazakh"),
    *_lettered(2, "Latn", "de", spelt.KAZAKH_GERMAN, "kazakh"),
    *_lettered(14, "Cyrl", "kk", spelt.AS_IT_IS, "kazakh"),
    *_lettered(14, "Cyrl", "ru", spelt.RUSSIAN_CYRILLIC, "kazakh"),
    *_arabic(4, "kk-Arab", arabic.kazakh),
    *_han_and_pinyin(8, 4, sinic.sounds),
]
_UYGHUR = [
    *_lettered(42, "Latn", "en", spelt.UYGHUR_PRESS, "uyghur"),
    *_lettered(11, "Latn", "ug-Latn", spelt.UYGHUR_ULY, "uyghur"),
    *_lettered(4, "Latn", "tr", spelt.UYGHUR_TURKISH, "uyghur"),
    *_lettered(1, "Latn", "ug-Latn", spelt.UYGHUR_UYY, "uyghur"),
    *_lettered(2, "Cyrl", "ug-Cyrl", spelt.UYGHUR_CYRILLIC, "uyghur"),
    *_lettered(5, "Cyrl", "ru", spelt.UYGHUR_RUSSIAN, "uyghur"),
    *_arabic(12, "ug-Arab", arabic.uyghur),
    *_han_and_pinyin(14, 9, _as_heard),
]
_KYRGYZ = [
    *_lettered(38, "Latn", "en", spelt.KAZAKH_PRESS, "kyrgyz"),
    *_lettered(2, "Latn", "tr", spelt.KAZAKH_TURKISH, "kyrgyz"),
    *_lettered(3, "Latn", "de", spelt.KAZAKH_GERMAN, "kyrgyz"),
    *_lettered(20, "Cyrl", "ky", spelt.AS_IT_IS, "kyrgyz"),
    *_lettered(27, "Cyrl", "ru", spelt.RUSSIAN_CYRILLIC, "kyrgyz"),
    *_arabic(3, "ky-Arab", arabic.kazakh),
    *_han_and_pinyin(4, 3, sinic.sounds),
]
_RUSSIAN = [
    *_lettered(58, "Cyrl", "ru", spelt.AS_IT_IS, "russian"),
    *_lettered(36, "Latn", "en", spelt.RUSSIAN_PRESS, "russian"),
    *_lettered(6, "Latn", "de", spelt.KAZAKH_GERMAN, "russian"),
]
_TATAR = [
    *_lettered(58, "Cyrl", "ru", spelt.AS_IT_IS, "tatar"),
    *_lettered(38, "Latn", "en", spelt.RUSSIAN_PRESS, "tatar"),
    *_lettered(4, "Latn", "tr", spelt.KAZAKH_TURKISH, "tatar"),
]
_UZBEK = [
    *_lettered(46, "Latn", "uz", spelt.UZBEK_LATIN, "uzbek"),
    *_lettered(50, "Cyrl", "ru", spelt.UZBEK_CYRILLIC, "uzbek"),
    *_lettered(4, "Latn", "tr", spelt.UYGHUR_TURKISH, "uzbek"),
]
STYLES = {
    "kazakh": Styles(_KAZAKH),
    "uyghur": Styles(_UYGHUR),
    "kyrgyz": Styles(_KYRGYZ),
    "russian": Styles(_RUSSIAN),
    "tatar": Styles(_TATAR),
    "uzbek": Styles(_UZBEK),
}
