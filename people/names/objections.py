"""What speaks against two names being one, beyond how their words sound (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from people.names import czech, hungarian
from people.names.compare import Alignment, align
from people.names.marks import marked as _
from people.names.parse import Word, is_chinese, parse

# All costs are in units of one wrong consonant.
ORDER = 0.5
ORDER_MARKED = 0.1  # where an ending or capitals tell which word is the surname
OTHER_ROLE = 1.0
OTHER_SEX = 1.0
OTHER_SYLLABLES = 0.4
# Between Chinese names each syllable is exact: a difference weighs so many times as much.
EXACT = 2.0


@dataclass(frozen=True)
class Objection:
    """One thing that speaks against: what it is called, what it costs, and a sentence's pattern."""

    name: str
    cost: float
    told: str
    words: dict[str, str] = field(default_factory=dict, hash=False)


def exactness(one: str, other: str) -> float:
    """How many times as much a difference weighs between these two names."""
    return EXACT if is_chinese(one) and is_chinese(other) else 1.0


@lru_cache(maxsize=4_000)
def objections(one: str, other: str) -> tuple[Objection, ...]:
    """Everything that speaks against these two names being one."""
    found = align(one, other)
    return (
        *_order(found, (*parse(one), *parse(other))),
        *_roles(found),
        *_sexes(parse(one), parse(other)),
        *(_syllables(found) if exactness(one, other) == EXACT else ()),
    )


def _order(found: Alignment, words: tuple[Word, ...]) -> Iterator[Objection]:
    if found.is_reordered:
        cost = ORDER_MARKED if any(map(_is_marked, words)) else ORDER
        yield Objection("order", cost, _("The words stand in another order."))


def _is_marked(word: Word) -> bool:
    """Whether the word shows that it is a surname or the father's name."""
    if len(word.text) > 2 and word.text.isupper() and word.text != word.text.lower():
        return True
    return _has_ending(word)


def _has_ending(word: Word) -> bool:
    return any(reading.ending for reading in word.readings)


def _roles(found: Alignment) -> Iterator[Objection]:
    """Marat Asqarov is not Asqar Maratov."""
    ways = {(_has_ending(pair.one), _has_ending(pair.other)) for pair in found.pairings}
    if {(True, False), (False, True)} <= ways:
        told = _("What is the family's or the father's name in one is the given name in the other.")
        yield Objection("role", OTHER_ROLE, told)


def _sexes(left: tuple[Word, ...], right: tuple[Word, ...]) -> Iterator[Objection]:
    """An ending may tell a man from a woman, as -ov and -ova do."""
    one, other = ({r.sex for word in side for r in word.readings} - {""} for side in (left, right))
    if one and other and not one & other:
        told = _("One has the ending of a man's name, the other that of a woman's.")
        yield Objection("sex", OTHER_SEX, told)


def _syllables(found: Alignment) -> Iterator[Objection]:
    """Pinyin and Palladius tell syllables apart, but for a last -n and -ng.

    The Czech and the Hungarian transcriptions do not.
    """
    if any(_is_vague(word) for pair in found.pairings for word in (pair.one, pair.other)):
        return
    for pair in found.pairings:
        one, other = (_spoken(word) for word in (pair.one, pair.other))
        if one != other:
            words = {"one": pair.one.text, "other": pair.other.text}
            told = _("“%(one)s” and “%(other)s” are other syllables.")
            yield Objection("syllables", OTHER_SYLLABLES, told, words)


def _is_vague(word: Word) -> bool:
    text = word.text.lower()
    return czech.is_marked(text) or hungarian.is_marked(text)


def _spoken(word: Word) -> str:
    syllables = next((r.syllables for r in word.readings if r.is_chinese), ())
    return "".join(syllables).replace("ng", "n")
