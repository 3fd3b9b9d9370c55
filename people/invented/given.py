"""Given and family names drawn as they are common, whole, made of two parts, or rare.

The Kazakh ones are as common as the Bureau of National Statistics of Kazakhstan counts them
(docs/decisions tells). Of the Kyrgyz, who name in the same way, no count was found: they are drawn
alike from their own, shorter lists. Nor was one of the Uyghur.
"""

from collections.abc import Sequence
from random import Random
from zlib import crc32

from people.invented import kazakh, kyrgyz, neighbours, uyghur
from people.invented.chance import Weighted
from people.invented.letters import inner


class Given:
    """The given names of one people and sex: a list, and compounds for a share of the bearers.

    slope, level: how the list falls off, as `Weighted.by_rank` takes them. rare: the share of the
    bearers whose name hardly anybody else bears: any name or stem, with any ending.
    """

    def __init__(
        self,
        whole: Sequence[str],
        stems: Sequence[str] = (),
        tails: Sequence[str] = (),
        share: float = 0.0,
        also: tuple[Sequence[str], Sequence[str], float] | None = None,
        *,
        slope: float = 0.8,
        level: int = 3,
        rare: float = 0.0,
    ):
        self.whole = Weighted.by_rank([inner(one) for one in whole], slope, level)
        self.stems = Weighted.by_rank([inner(one) for one in stems or whole], 0.6)
        self.tails = Weighted.by_rank([inner(one) for one in tails or whole], 0.7)
        self.share = share
        self.other = Given(whole, also[0], also[1], 1.0) if also else None
        self.other_share = also[2] if also else 0.0
        self.rare = rare
        self.anything = list(dict.fromkeys([*self.whole.things, *self.stems.things]))

    def draw(self, chance: Random) -> str:
        luck = chance.random()
        if luck < self.other_share:
            return self.other.draw(chance)
        if luck < self.other_share + self.share:
            return self._compound(self.stems.draw(chance), self.tails.draw(chance), chance)
        if luck < self.other_share + self.share + self.rare:
            return self._compound(
                _any(self.anything, chance), _any(self.tails.things, chance), chance
            )
        return self.whole.draw(chance)

    def _compound(self, stem: str, tail: str, chance: Random) -> str:
        if stem.endswith(tail) or tail == stem:
            return self.whole.draw(chance)
        return stem + (tail[1:] if stem[-1] == tail[0] else tail)


def _any(things: Sequence[str], chance: Random) -> str:
    return things[int(chance.random() * len(things))]


def _scattered(common: Sequence[str], every: Sequence[str]) -> list[str]:
    """The common names first, then the others in an order that has nothing to do with letters."""
    others = sorted(set(every) - set(common), key=lambda one: crc32(one.encode()))
    return [*common, *others]


_KYRGYZ_MEN = _scattered(kyrgyz.COMMON_MEN, kyrgyz.MEN)

# How many bear a name that is not among the common ones, by the labelled people (decision 69).
RARE = {"kazakh": 0.3, "uyghur": 0.2, "kyrgyz": 0.4}

# By people, for women and men: (women, men).
NAMES = {
    "kazakh": (
        Given(
            kazakh.WOMEN,
            kazakh.FEMALE_STEMS,
            kazakh.FEMALE_TAILS,
            0.3,
            slope=0.6,
            level=6,
            rare=RARE["kazakh"],
        ),
        Given(
            kazakh.MEN,
            kazakh.STEMS,
            kazakh.MALE_TAILS,
            0.25,
            also=([*kazakh.STEMS, *kazakh.MEN[:200]], ("бек", "жан", "хан", "ғали", "бай"), 0.05),
            level=6,
            rare=RARE["kazakh"],
        ),
    ),
    "uyghur": (
        Given(
            uyghur.WOMEN,
            uyghur.FEMALE_STEMS,
            uyghur.FEMALE_TAILS,
            0.16,
            also=(uyghur.WOMEN, ("gül", "xan", "nisa", "ay"), 0.064),
            slope=0.95,
            rare=RARE["uyghur"],
        ),
        Given(
            uyghur.MEN,
            uyghur.STEMS,
            uyghur.MALE_TAILS,
            0.192,
            also=(("Abdu", "Abdu", "Ab", "Abdul"), uyghur.SERVANT_OF, 0.064),
            slope=0.95,
            rare=RARE["uyghur"],
        ),
    ),
    "kyrgyz": (
        Given(
            _scattered(kyrgyz.COMMON_WOMEN, kyrgyz.WOMEN),
            kyrgyz.FEMALE_STEMS,
            kyrgyz.FEMALE_TAILS,
            0.2,
            slope=0.6,
            level=6,
            rare=RARE["kyrgyz"],
        ),
        Given(_KYRGYZ_MEN, kyrgyz.STEMS, kyrgyz.MALE_TAILS, 0.2, level=6, rare=RARE["kyrgyz"]),
    ),
    "russian": (Given(neighbours.RUSSIAN_WOMEN), Given(neighbours.RUSSIAN_MEN)),
    "tatar": (Given(neighbours.TATAR_WOMEN), Given(neighbours.TATAR_MEN)),
    "uzbek": (
        Given(neighbours.UZBEK_WOMEN),
        Given(neighbours.UZBEK_MEN, neighbours.UZBEK_STEMS, neighbours.UZBEK_TAILS, 0.3),
    ),
}

# Families are called after many grandfathers: no family name is as common as a given name.
FAMILIES = {
    "kazakh": Given(
        list(dict.fromkeys([*kazakh.FAMILIES, *kazakh.MEN])),
        kazakh.STEMS,
        kazakh.MALE_TAILS,
        0.3,
        slope=0.5,
        rare=RARE["kazakh"],
    ),
    "kyrgyz": Given(
        _KYRGYZ_MEN, kyrgyz.STEMS, kyrgyz.MALE_TAILS, 0.2, slope=0.5, rare=RARE["kyrgyz"]
    ),
    "russian": Given(neighbours.RUSSIAN_FAMILIES),
}
