"""How alike two spellings are: small comparisons, each with its weight and a sentence (pure)."""

from dataclasses import dataclass, field

from people.names.compare import Pairing, align, heft, not_there
from people.names.marks import marked as _
from people.names.objections import Objection, exactness, objections
from people.names.parse import INITIAL, PATRONYMIC, TITLE, Word, parse

# From here on two spellings are proposed as one person: "likely", and "very likely".
# Both were set on labelled spellings: docs/decisions tells how.
LIKELY = 0.81
VERY_LIKELY = 0.85
LEAST_HEFT, MOST_HEFT = 2.5, 10.0


@dataclass(frozen=True)
class Comparison:
    """One small comparison: its name, what it adds to the score, and why.

    told: the sentence in English, a pattern for `words`; pages tell it in their own language.
    """

    name: str
    points: float
    told: str
    words: dict[str, object] = field(default_factory=dict, hash=False)

    @property
    def sentence(self) -> str:
        """Why, in English."""
        return self.told % self.words if self.words else self.told


@dataclass(frozen=True)
class Likeness:
    """How alike two spellings are, from 0 to 1, and the comparisons that say so."""

    score: float
    comparisons: tuple[Comparison, ...] = ()

    @property
    def tier(self) -> str:
        """'very likely', 'likely', or '' below the threshold at which we propose anybody."""
        if self.score >= VERY_LIKELY:
            return "very likely"
        return "likely" if self.score >= LIKELY else ""


def compare(one: str, other: str) -> Likeness:
    """The likeness of two spellings, in whatever scripts; the reasons that weigh most first."""
    found = align(one, other)
    full = _full(one, other) / exactness(one, other)
    told = [
        *(_heard(pairing, full) for pairing in found.pairings),
        *(_alone(word, full) for word in found.alone),
        *(_against(objection, full) for objection in objections(one, other)),
    ]
    told.sort(key=lambda comparison: comparison.points)
    return Likeness(score(one, other), tuple(told))


def score(one: str, other: str) -> float:
    """The likeness alone, without its reasons."""
    cost = align(one, other).cost + sum(found.cost for found in objections(one, other))
    return max(0.0, 1.0 - cost * exactness(one, other) / _full(one, other))


def furthest(one: str, other: str) -> float:
    """How far apart the two words are that answer to each other least, as a share of the lesser."""
    return max(map(_share, align(one, other).pairings), default=0.0)


def is_reordered(one: str, other: str) -> bool:
    """Whether the words stand in another order, and nothing tells which is the surname."""
    return align(one, other).is_reordered


def is_each_more(one: str, other: str) -> bool:
    """Whether each of the two has a word that nothing in the other answers to."""
    alone = [word for word in align(one, other).alone if word.part not in (TITLE, INITIAL)]
    return all(any(word in alone for word in parse(name)) for name in (one, other))


def _share(pairing: Pairing) -> float:
    return pairing.cost / max(min(heft(pairing.one), heft(pairing.other)), 1.0)


def _full(one: str, other: str) -> float:
    """What the shorter name has to say; a long one is forgiven no more than a usual one."""
    hefts = (sum(map(heft, parse(name))) for name in (one, other))
    return min(max(min(hefts), LEAST_HEFT), MOST_HEFT)


def _against(objection: Objection, full: float) -> Comparison:
    points = round(-objection.cost / full, 3)
    return Comparison(objection.name, points, objection.told, objection.words)


def _heard(pairing: Pairing, full: float) -> Comparison:
    """What one pair of words says."""
    one, other, cost, share = pairing.one.text, pairing.other.text, pairing.cost, _share(pairing)
    words = {"one": one, "other": other}
    if one.lower() == other.lower():
        told = _BOTH[pairing.is_glued]
    else:
        told = next(told[pairing.is_glued] for most, *told in _HOW_ALIKE if share <= most)
    return Comparison("sound", round(-cost / full, 3), told, words)


# Of each pair the second is said where one of the two is written in two words.
_BOTH = (
    _("Both hold “%(one)s”."),
    _("Both hold “%(one)s”. One of them is written in two words."),
)
_HOW_ALIKE = (
    (
        0.02,
        _("“%(one)s” and “%(other)s” sound the same."),
        _("“%(one)s” and “%(other)s” sound the same. One of them is written in two words."),
    ),
    (
        0.12,
        _("“%(one)s” and “%(other)s” sound nearly the same."),
        _("“%(one)s” and “%(other)s” sound nearly the same. One of them is written in two words."),
    ),
    (
        0.3,
        _("“%(one)s” and “%(other)s” sound alike."),
        _("“%(one)s” and “%(other)s” sound alike. One of them is written in two words."),
    ),
    (
        float("inf"),
        _("“%(one)s” and “%(other)s” sound different."),
        _("“%(one)s” and “%(other)s” sound different. One of them is written in two words."),
    ),
)
_SAID_OF_PART = {
    PATRONYMIC: _("“%(word)s”, a father's name, stands in one of the two only."),
    TITLE: _("“%(word)s”, a form of address, stands in one of the two only."),
    INITIAL: _("“%(word)s”, an initial, stands in one of the two only."),
}
_SAID_OF_OTHERS = _("“%(word)s” stands in one of the two only.")


def _alone(word: Word, full: float) -> Comparison:
    """What a word says that nothing answers to."""
    told = _SAID_OF_PART.get(word.part, _SAID_OF_OTHERS)
    return Comparison("alone", round(-not_there(word) / full, 3), told, {"word": word.text})
