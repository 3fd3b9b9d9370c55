"""Han and Hui people: a family name and one or two syllables, in three scripts."""

import re
from functools import lru_cache
from random import Random

from people.invented import chinese
from people.invented.chance import Weighted
from people.invented.forms import Parts

FAMILIES = {
    "han": Weighted.by_rank(chinese.HAN_FAMILIES.replace("\n", ""), 0.9),
    "hui": Weighted.by_rank(chinese.HUI_FAMILIES, 1.0),
}
_GIVEN = {
    "female": Weighted.by_rank(chinese.WOMEN_GIVEN.replace("\n", ""), 0.4),
    "male": Weighted.by_rank(chinese.MEN_GIVEN.replace("\n", ""), 0.4),
}
# Script and language of each way to write, and how often.
WAYS = Weighted.of(
    {("Latn", "pinyin"): 46, ("Latn", "turned"): 8, ("Latn", "apart"): 4, ("Latn", "hyphen"): 2}
    | {("Hani", "simplified"): 27, ("Hani", "traditional"): 5, ("Cyrl", "cyrillic"): 8}
)
LANGUAGES = {"Latn": "zh-Latn", "Hani": "zh", "Cyrl": "ru"}


def draw(ethnicity: str, sex: str, chance: Random, family: str = "") -> Parts:
    """A family name is inherited where one is given; the given name has two syllables mostly."""
    family = family or FAMILIES[ethnicity].draw(chance)
    given = _GIVEN[sex].draw(chance)
    if chance.random() < 0.78:
        given += _GIVEN[sex].draw(chance)
    return Parts(ethnicity, sex, given, "", family)


def write(parts: Parts, way: str) -> tuple[list[str], str]:
    """The words of a name in one of the ways, and what joins them."""
    family, given = parts.family, parts.given
    if way in ("simplified", "traditional"):
        return [_characters(family, way), _characters(given, way)], ""
    if way == "cyrillic":
        return [_palladius(family), _palladius(given)], " "
    sounds = [chinese.PINYIN[one] for one in given]
    first = chinese.PINYIN[family].replace("v", "u").capitalize()
    if way == "apart":
        return [first, *(one.capitalize() for one in sounds)], " "
    last = ("-" if way == "hyphen" else "").join(sounds).replace("v", "u").capitalize()
    return ([last, first] if way == "turned" else [first, last]), " "


def _characters(text: str, way: str) -> str:
    if way == "simplified":
        return text
    return "".join(chinese.TRADITIONAL.get(one, one) for one in text)


_OPENING = dict(
    one.split(":")
    for one in """zh:чж ch:ч sh:ш b:б p:п m:м f:ф d:д t:т n:н l:л g:г k:к h:х j:цз q:ц x:с r:ж z:цз
    c:ц s:с
    y: w: :""".split()
)
_REST = dict(
    one.split(":")
    for one in """
a:а o:о e:э i:и u:у v:юй ai:ай ei:эй ao:ао ou:оу an:ань en:энь ang:ан eng:эн ong:ун ia:я ie:е
iao:яо iu:ю ian:янь in:инь iang:ян ing:ин iong:юн ua:уа uo:о uai:уай ui:уй uan:уань un:унь
uang:уан ve:юэ
""".split()
)
_WHOLE = dict(
    one.split(":")
    for one in """
yi:и ya:я yao:яо you:ю yan:янь yin:инь yang:ян ying:ин yong:юн ye:е yu:юй yue:юэ yuan:юань
yun:юнь wu:у wa:ва wo:во wai:вай wei:вэй wan:вань wen:вэнь wang:ван ju:цзюй qu:цюй xu:сюй
juan:цзюань quan:цюань xuan:сюань xue:сюэ jun:цзюнь xun:сюнь zi:цзы si:сы hui:хуэй er:эр
""".split()
)


@lru_cache(maxsize=20_000)
def _palladius(characters: str) -> str:
    """Russian letters after Palladius: 晓天 is Сяотянь."""
    done = ""
    for one in characters:
        sound = chinese.PINYIN[one]
        opening, rest = re.fullmatch(r"([zcs]h|[bpmfdtnlgkhjqxrzcsyw]?)(.+)", sound).groups()
        next_one = _WHOLE.get(sound) or _OPENING[opening] + _REST[rest]
        apart = "ъ" if done.endswith("нь") and next_one[0] in "аеиоуэюя" else ""
        done += apart + next_one
    return done.capitalize()
