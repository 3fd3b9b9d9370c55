"""How a name is put together: bare, with -ov, -uly or -ovich, surname first or last."""

from typing import NamedTuple

from people.invented.chance import Weighted


class Parts(NamedTuple):
    """What a name is made of, in inner letters; the family name is without its ending."""

    ethnicity: str
    sex: str
    given: str
    father: str
    family: str


def _slavic(word: str, female: bool) -> str:
    """Тоқай: Тоқаев, Тоқаева."""
    if word.endswith(("ов", "ев", "ёв", "ин")):
        return word + "а" * female
    if word[-1] in "йь":
        word, ending = word[:-1], "ев"
    elif word[-1] in "аәеиоөуұүыіяэ":
        ending = "ев"
    else:
        ending = "ов"
    return word + ending + "а" * female


def _patronymic(word: str, female: bool) -> str:
    """Қайрат: Қайратович, Қайратовна."""
    return _slavic(word, False) + ("на" if female else "ич")


def _uzbek(word: str, female: bool) -> str:
    return word + ("yev" if word[-1] in "aeiouõy" else "ov") + "a" * female


def _child(parts: Parts) -> str:
    female = parts.sex == "female"
    if parts.ethnicity == "uzbek":
        return "qizi" if female else "õĝli"
    if parts.ethnicity == "kyrgyz":
        return "кызы" if female else "уулу"
    return "қызы" if female else "ұлы"


def _ov(parts: Parts) -> str:
    ending = _uzbek if parts.ethnicity == "uzbek" else _slavic
    return ending(parts.family, parts.sex == "female")


def _ovich(parts: Parts) -> str:
    female = parts.sex == "female"
    if parts.ethnicity == "uzbek":
        return _uzbek(parts.father, False) + ("na" if female else "ič")
    return _patronymic(parts.father, female)


def bare(parts: Parts) -> tuple[str, ...]:
    return (parts.given, parts.father)


def bare_turned(parts: Parts) -> tuple[str, ...]:
    return (parts.father, parts.given)


def family_bare(parts: Parts) -> tuple[str, ...]:
    return (parts.given, parts.family)


def child_of(parts: Parts) -> tuple[str, ...]:
    return (parts.given, parts.father + _child(parts))


def child_of_apart(parts: Parts) -> tuple[str, ...]:
    return (parts.given, parts.father, _child(parts))


def ov(parts: Parts) -> tuple[str, ...]:
    return (parts.given, _ov(parts))


def ov_turned(parts: Parts) -> tuple[str, ...]:
    return (_ov(parts), parts.given)


def ov_ovich(parts: Parts) -> tuple[str, ...]:
    return (_ov(parts), parts.given, _ovich(parts))


def ovich_ov(parts: Parts) -> tuple[str, ...]:
    return (parts.given, _ovich(parts), _ov(parts))


def ov_child_of(parts: Parts) -> tuple[str, ...]:
    return (_ov(parts), parts.given, parts.father + _child(parts))


# "Son of" and "daughter of" as words of their own; they take no capital.
PARTICLES = {"ұлы", "қызы", "уулу", "кызы", "õĝli", "qizi"}
PATRONYMIC = {child_of, child_of_apart, ov_ovich, ovich_ov, ov_child_of}

# For each people, how often each form is met.
FORMS = {
    "kazakh": Weighted.of(
        {bare: 34, ov: 22, child_of: 13, ov_ovich: 7, ov_turned: 6, bare_turned: 5}
        | {family_bare: 6, ov_child_of: 4, ovich_ov: 2, child_of_apart: 1}
    ),
    "kyrgyz": Weighted.of(
        {ov: 44, ov_turned: 16, ov_ovich: 12, child_of_apart: 9, bare: 9, ovich_ov: 3}
        | {child_of: 2, family_bare: 5}
    ),
    "uyghur": Weighted.of({bare: 94, bare_turned: 6}),
    "russian": Weighted.of({ov: 58, ov_ovich: 16, ov_turned: 20, ovich_ov: 6}),
    "tatar": Weighted.of({ov: 60, ov_ovich: 14, ov_turned: 20, ovich_ov: 6}),
    "uzbek": Weighted.of({ov: 58, bare: 16, ov_turned: 14, child_of_apart: 7, ov_ovich: 5}),
}
# In Arabic letters, in Han and in its pinyin nobody writes -ov.
FORMS_BARE = Weighted.of({bare: 88, bare_turned: 12})
