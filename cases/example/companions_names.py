"""Names of people who do not exist: common given names, each with the name of a plant or a wind.

Nobody is called so on purpose: the second element is a word of nature, not a father's name.
"""

from typing import NamedTuple

from people.choices import Ethnicity, Sex

F, M = Sex.FEMALE, Sex.MALE


class Spelled(NamedTuple):
    """One word in four scripts; empty where it is not written so."""

    Latn: str
    Cyrl: str = ""
    Arab: str = ""
    Hani: str = ""


GIVEN = {
    Ethnicity.KAZAKH: [
        (F, Spelled("Aigerim", "Айгерім", "ايگەرىم", "阿依格丽姆")),
        (M, Spelled("Nurlan", "Нұрлан", "نۇرلان", "努尔兰")),
        (M, Spelled("Yerlan", "Ерлан", "ەرلان", "叶尔兰")),
        (F, Spelled("Saule", "Сәуле", "ساۋلە", "萨吾列")),
        (M, Spelled("Bolat", "Болат", "بولات", "波拉提")),
        (F, Spelled("Zhanar", "Жанар", "جانار", "加娜尔")),
    ],
    Ethnicity.UYGHUR: [
        (F, Spelled("Aygül", "Айгүл", "ئايگۈل", "阿依古丽")),
        (M, Spelled("Erkin", "Әркин", "ئەركىن", "艾尔肯")),
        (F, Spelled("Dilnur", "Дилнур", "دىلنۇر", "迪丽努尔")),
        (M, Spelled("Alim", "Алим", "ئالىم", "阿力木")),
        (F, Spelled("Rena", "Рәна", "رەنا", "热娜")),
        (M, Spelled("Perhat", "Пәрһат", "پەرھات", "帕尔哈提")),
    ],
    Ethnicity.KYRGYZ: [
        (M, Spelled("Azamat", "Азамат", "ازامات", "阿扎马特")),
        (F, Spelled("Cholpon", "Чолпон", "چولپون", "乔勒蓬")),
        (M, Spelled("Nurbek", "Нурбек", "نۇربەك", "努尔别克")),
        (F, Spelled("Aizat", "Айзат", "ايزات", "阿依扎提")),
    ],
    Ethnicity.HUI: [
        (M, Spelled("Shiquan", "", "", "石泉")),
        (F, Spelled("Yuqing", "", "", "雨晴")),
        (M, Spelled("Baishan", "", "", "柏山")),
        (F, Spelled("Xilan", "", "", "溪兰")),
    ],
}

NATURE = [
    Spelled("Bulaq", "Бұлақ", "بۇلاق", "布拉克"),
    Spelled("Tulpar", "Тұлпар", "تۇلپار", "吐勒帕尔"),
    Spelled("Chinar", "Чинар", "چىنار", "其那尔"),
    Spelled("Samal", "Самал", "سامال", "萨马勒"),
    Spelled("Buran", "Буран", "بۇران", "布兰"),
    Spelled("Terek", "Терек", "تېرەك", "铁列克"),
    Spelled("Qaraghai", "Қарағай", "قاراغاي", "喀拉盖"),
    Spelled("Archa", "Арча", "ئارچا", "阿尔恰"),
    Spelled("Quyash", "Қуяш", "قۇياش", "库亚什"),
    Spelled("Derya", "Дәрия", "دەريا", "达丽娅"),
    Spelled("Qaying", "Қайың", "قايىڭ", "卡英"),
]
HUI_NATURE = [
    Spelled("Yun", Hani="云"),
    Spelled("Song", Hani="松"),
    Spelled("Feng", Hani="枫"),
    Spelled("Xue", Hani="雪"),
    Spelled("He", Hani="禾"),
]

# Which scripts a person's names are known in, the first of them the main one.
SCRIPTS = (
    ("Latn",),
    ("Latn", "Cyrl"),
    ("Arab", "Latn"),
    ("Cyrl",),
    ("Latn", "Cyrl", "Arab", "Hani"),
    ("Hani", "Latn"),
    ("Cyrl", "Arab", "Latn"),
    ("Arab",),
    ("Latn", "Arab", "Hani"),
)
ETHNICITIES = (
    Ethnicity.UYGHUR,
    Ethnicity.KAZAKH,
    Ethnicity.UYGHUR,
    Ethnicity.KAZAKH,
    Ethnicity.KYRGYZ,
    Ethnicity.UYGHUR,
    Ethnicity.HUI,
    Ethnicity.KAZAKH,
)


def ethnicity(number: int) -> Ethnicity:
    return ETHNICITIES[number % len(ETHNICITIES)]


def sex(number: int) -> Sex:
    return _given(number)[0]


def spellings(number: int) -> dict[str, str]:
    """The names of an invented person, by script, the main one first."""
    given, second = _given(number)[1], _second(number)
    if ethnicity(number) == Ethnicity.HUI:
        family_first = {"Hani": second.Hani + given.Hani, "Latn": f"{second.Latn} {given.Latn}"}
        return family_first if number % 16 == 6 else {"Hani": family_first["Hani"]}
    joined = {"Latn": " ", "Cyrl": " ", "Arab": " ", "Hani": "·"}
    return {
        script: getattr(given, script) + joined[script] + getattr(second, script)
        for script in SCRIPTS[number % len(SCRIPTS)]
    }


def relative(number: int) -> tuple[Sex, str]:
    """Somebody of the family: another given name, the same second word."""
    choices = GIVEN[ethnicity(number)]
    person_sex, given = choices[(number // 8 + 3) % len(choices)]
    second = _second(number)
    if ethnicity(number) == Ethnicity.HUI:
        return person_sex, second.Hani + given.Hani
    return person_sex, f"{given.Latn} {second.Latn}"


def _given(number: int) -> tuple[Sex, Spelled]:
    choices = GIVEN[ethnicity(number)]
    return choices[(number // 8) % len(choices)]


def _second(number: int) -> Spelled:
    choices = HUI_NATURE if ethnicity(number) == Ethnicity.HUI else NATURE
    return choices[(number * 7 + number // 8) % len(choices)]
