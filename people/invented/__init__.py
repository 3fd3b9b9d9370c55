"""Invented people's names, in the mix of peoples, scripts and spellings that such a register has.

Common given names are drawn and put together by chance; whoever is found here by the name of a real
person is so by chance and means nobody. The letter tables are this package's own: what measures how
well names are found must not have been spelled by the tables that find them.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from people.invented import chinese_names
from people.invented.chance import Weighted
from people.invented.forms import PARTICLES, PATRONYMIC, Parts
from people.invented.given import FAMILIES, NAMES
from people.invented.sharing import Shared, Word
from people.invented.styles import STYLES

ETHNICITIES = Weighted.of(
    {"kazakh": 40, "uyghur": 34, "hui": 6, "han": 4, "kyrgyz": 9, "russian": 3, "tatar": 1.5}
    | {"uzbek": 2.5}
)
SHARING = 0.15
CHINESE = ("han", "hui")
_HOW_MANY = Weighted.of({1: 55, 2: 30, 3: 15})
_FIRST_YEAR, _LAST_YEAR, _USUAL_YEAR = 1930, 2008, 1980
_CAPITALS = 0.03


class Spelling(NamedTuple):
    """One spelling: its kind is a word of NameKind, its script an ISO 15924 code."""

    text: str
    script: str
    language: str
    kind: str


class Invented(NamedTuple):
    """A person who does not exist; the first spelling is the main one."""

    ethnicity: str
    sex: str
    birth_year: int
    spellings: tuple[Spelling, ...]


def people(number: int, seed: int, *, shared: Sequence[str] = ()) -> Iterator[Invented]:
    """So many people; fewer from the same seed are the first of them.

    15 in 100 bear a word of one of the shared names. Where too few do so by chance, because the
    names are common, others get one as given or family name.
    """
    chance = Random(seed)  # noqa: S311 - the same seed must give the same people
    pool = Shared(shared)
    bearers = 0
    for nth in range(1, number + 1):
        ethnicity = ETHNICITIES.draw(chance)
        one = _person(ethnicity, None, chance)
        if pool.knows(one.spellings[0].text):
            bearers += 1
        elif bearers < SHARING * nth and (word := pool.draw(ethnicity, chance)):
            one = _person(ethnicity, word, chance)
            bearers += 1
        yield one


def _person(ethnicity: str, word: Word | None, chance: Random) -> Invented:
    sex = (word and word.sex) or ("male" if chance.random() < 0.62 else "female")
    born = int(chance.triangular(_FIRST_YEAR, _LAST_YEAR + 1, _USUAL_YEAR))
    parts = name(ethnicity, sex, chance)
    if word:
        return Invented(ethnicity, sex, born, (_spelling(parts, chance, word),))
    return Invented(ethnicity, sex, born, spellings(parts, chance))


def name(ethnicity: str, sex: str, chance: Random, *, father: str = "", family: str = "") -> Parts:
    """The parts of a name; brothers and sisters are given their father's name and family's."""
    if ethnicity in CHINESE:
        return chinese_names.draw(ethnicity, sex, chance, family)
    women, men = NAMES[ethnicity]
    given = (women if sex == "female" else men).draw(chance)
    if not family:
        family = FAMILIES.get(ethnicity, men).draw(chance)
    father = father or men.draw(chance)
    if father == given:  # a son is seldom called after his living father
        father = men.draw(chance)
    return Parts(ethnicity, sex, given, father, family)


def spellings(parts: Parts, chance: Random) -> tuple[Spelling, ...]:
    """One to three spellings of one name, no two alike."""
    found = {}
    for _ in range(_HOW_MANY.draw(chance)):
        one = _spelling(parts, chance, None)
        found.setdefault(one.text, one)
    return tuple(found.values())


def _spelling(parts: Parts, chance: Random, word: Word | None) -> Spelling:
    if parts.ethnicity in CHINESE:
        return _chinese(parts, chance, word)
    styles = STYLES[parts.ethnicity]
    style = (styles.in_script[word.script] if word else styles.all).draw(chance)
    form = style.forms.draw(chance)
    words = [
        style.spell(one).lower() if one in PARTICLES else style.spell(one) for one in form(parts)
    ]
    kind = "patronymic_form" if form in PATRONYMIC else style.kind
    if word:
        words[word.place(words, chance)] = word.text
    return _joined(words, style.joint.draw(chance), style.script, style.language, kind, chance)


def _chinese(parts: Parts, chance: Random, word: Word | None) -> Spelling:
    script, way = chinese_names.WAYS.draw(chance)
    while word and script != word.script:
        script, way = chinese_names.WAYS.draw(chance)
    words, joint = chinese_names.write(parts, way)
    if word:
        words[word.place(words, chance)] = word.text
    kind = "official_document" if way == "pinyin" else "as_published"
    return _joined(words, joint, script, chinese_names.LANGUAGES[script], kind, chance)


def _joined(words, joint, script, language, kind, chance) -> Spelling:
    if script in ("Latn", "Cyrl") and chance.random() < _CAPITALS:
        words[0] = words[0].upper()
    return Spelling(joint.join(words), script, language, kind)
