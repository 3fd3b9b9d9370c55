"""Given names drawn as they are common, whole or made of two parts as these peoples make them."""

from collections.abc import Sequence
from random import Random

from people.invented import kazakh, kyrgyz, neighbours, uyghur
from people.invented.chance import Weighted
from people.invented.letters import inner


class Given:
    """The given names of one people and sex: a list, and compounds for a share of the bearers."""

    def __init__(
        self,
        whole: Sequence[str],
        stems: Sequence[str] = (),
        tails: Sequence[str] = (),
        share: float = 0.0,
        also: tuple[Sequence[str], Sequence[str], float] | None = None,
    ):
        self.whole = Weighted.by_rank([inner(one) for one in whole])
        self.stems = Weighted.by_rank([inner(one) for one in stems or whole], 0.6)
        self.tails = Weighted.by_rank([inner(one) for one in tails or whole], 0.7)
        self.share = share
        self.other = Given(whole, also[0], also[1], 1.0) if also else None
        self.other_share = also[2] if also else 0.0

    def draw(self, chance: Random) -> str:
        luck = chance.random()
        if luck < self.other_share:
            return self.other.draw(chance)
        if luck < self.other_share + self.share:
            return self._compound(chance)
        return self.whole.draw(chance)

    def _compound(self, chance: Random) -> str:
        stem, tail = self.stems.draw(chance), self.tails.draw(chance)
        if stem.endswith(tail) or tail == stem:
            return self.whole.draw(chance)
        return stem + (tail[1:] if stem[-1] == tail[0] else tail)


# By people, for women and men: (women, men).
NAMES = {
    "kazakh": (
        Given(kazakh.WOMEN, kazakh.FEMALE_STEMS, kazakh.FEMALE_TAILS, 0.3),
        Given(
            kazakh.MEN,
            kazakh.STEMS,
            kazakh.MALE_TAILS,
            0.25,
            also=([*kazakh.STEMS, *kazakh.MEN[:200]], ("бек", "жан", "хан", "ғали", "бай"), 0.1),
        ),
    ),
    "uyghur": (
        Given(
            uyghur.WOMEN,
            uyghur.FEMALE_STEMS,
            uyghur.FEMALE_TAILS,
            0.2,
            also=(uyghur.WOMEN, ("gül", "xan", "nisa", "ay"), 0.08),
        ),
        Given(
            uyghur.MEN,
            uyghur.STEMS,
            uyghur.MALE_TAILS,
            0.24,
            also=(("Abdu", "Abdu", "Ab", "Abdul"), uyghur.SERVANT_OF, 0.08),
        ),
    ),
    "kyrgyz": (
        Given(kyrgyz.WOMEN, kyrgyz.FEMALE_STEMS, kyrgyz.FEMALE_TAILS, 0.25),
        Given(kyrgyz.MEN, kyrgyz.STEMS, kyrgyz.MALE_TAILS, 0.35),
    ),
    "russian": (Given(neighbours.RUSSIAN_WOMEN), Given(neighbours.RUSSIAN_MEN)),
    "tatar": (Given(neighbours.TATAR_WOMEN), Given(neighbours.TATAR_MEN)),
    "uzbek": (
        Given(neighbours.UZBEK_WOMEN),
        Given(neighbours.UZBEK_MEN, neighbours.UZBEK_STEMS, neighbours.UZBEK_TAILS, 0.3),
    ),
}
