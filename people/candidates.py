"""Names that may be meant by a query: found in the name index by words that sound near."""

from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from django.db import connection

from config.records.choices import Secrecy
from config.records.models import Audience
from people.lexicon import Question, near_words
from people.models import PersonName
from people.names.compare import heft
from people.names.keys import close_keys, far_keys
from people.names.parse import Word, glued

MOST = 100  # names that one way of looking brings
FEW = 40  # names that one word of the query brings alone
CLOSE = 0.6  # the most that such a word may cost
# A word is near if it costs no more than this share of what the query's word says, and a little.
NEAR_SHARE, NEAR_LEAST = 0.28, 0.3
# What it costs, at the least, that only one word of the query is known to be in the name.
ONE_WORD = 1.5

_TOGETHER = """
    SELECT held.name, min(held.cost + other.cost) AS cost
    FROM (
        SELECT held.name_id AS name, near.cost, unnest(held.others) AS beside
        FROM unnest(%s::int[], %s::float[]) AS near(word, cost)
        JOIN people_nameword held ON held.word_id = near.word
        WHERE held.audience <= %s OR held.name_id = ANY(%s::bigint[])
    ) AS held
    JOIN unnest(%s::int[], %s::float[]) AS other(word, cost) ON other.word = held.beside
    WHERE held.beside = ANY(%s::int[])  -- cheaper than the join, and leaves little for it
    GROUP BY held.name ORDER BY cost, held.name LIMIT %s
"""
_ALONE = """
    SELECT held.name_id, min(near.cost) + %s AS cost
    FROM unnest(%s::int[], %s::float[]) AS near(word, cost)
    JOIN people_nameword held ON held.word_id = near.word
    WHERE held.audience <= %s OR held.name_id = ANY(%s::bigint[])
    GROUP BY held.name_id ORDER BY cost, held.name_id LIMIT %s
"""
Costs = dict[int, float]  # id of a word, or primary key of a name → cost


class Nearby:
    """The names near a query, in the order of what they can cost at the least.

    Which names come, and in which order, depends on nothing that `user` may not see.
    """

    def __init__(
        self, words: tuple[Word, ...], seen: tuple[int, list[int]], near: list[Costs], sizes: Costs
    ):
        self.words, self.seen = words, seen
        self.slots = [(word, frozenset([i])) for i, word in enumerate(words)]
        self.near, self.sizes = near, dict(sizes)

    @classmethod
    def each(cls, queries: Sequence[tuple[Word, ...]], user) -> list["Nearby"]:
        """Those of several queries, for whose words the register is asked at once."""
        seen = (audience(user), _out_of_embargo(user))
        every = [word for words in queries for word in words]
        near, sizes = near_words(_questions([(one, close_keys(one.readings)) for one in every]))
        found = iter(near)
        return [cls(words, seen, list(islice(found, len(words))), sizes) for words in queries]

    def widen(self) -> None:
        """Forgive one consonant more in each word, and take neighbours for one word."""
        neighbours = _neighbours(self.words)
        asked = [(word, far_keys(word.readings)) for word in self.words]
        asked += [(whole, close_keys(whole.readings)) for whole, _ in neighbours]
        found = self._near(asked)
        for known, more in zip(self.near, found, strict=False):
            _keep(known, more.items())
        self.slots += neighbours
        self.near += found[len(self.words) :]

    def together(self) -> list[tuple[int, float]]:
        """Names that hold words near two of the query's; of a query of one word, near that."""
        if len(self.words) == 1:
            return self._alone(0.0, self.near[0])
        costs: Costs = {}
        rarest = sorted(range(len(self.slots)), key=lambda i: self._size(self.near[i]))
        for nth, i in enumerate(rarest):
            others = self._beside(i, rarest[nth + 1 :])
            if self.near[i] and others:
                near, beside = _columns(self.near[i]), _columns(others)
                columns = (*near, *self.seen, *beside, beside[0], MOST)
                _keep(costs, _rows(_TOGETHER, *columns))
        return _cheapest(costs)

    def alone(self) -> list[tuple[int, float]]:
        """The nearest names that hold a word close to one of the query's, or near two as one."""
        costs: Costs = {}
        for words in self.near[: len(self.words)]:
            close = {word: cost for word, cost in words.items() if cost <= CLOSE}
            _keep(costs, self._alone(ONE_WORD, close, FEW))
        if len(self.words) == 2:
            whole = glued(*self.words)
            (words,) = self._near([(whole, close_keys(whole.readings))])
            _keep(costs, self._alone(0.0, words))
        return _cheapest(costs)

    def _alone(self, cost: float, words: Costs, most: int = MOST) -> list[tuple[int, float]]:
        return _rows(_ALONE, cost, *_columns(words), *self.seen, most) if words else []

    def _near(self, asked: list[tuple[Word, set[int]]]) -> list[Costs]:
        """For each word, given with its keys, the register's words that sound near it."""
        found, sizes = near_words(_questions(asked))
        self.sizes |= sizes
        return found

    def _size(self, words: Costs) -> int:
        """How many names hold one of these words, about."""
        return sum(self.sizes.get(word, 1) for word in words)

    def _beside(self, i: int, slots: list[int]) -> Costs:
        """The words near any of these parts of the query that lies outside slot i."""
        found: Costs = {}
        for j in slots:
            if not self.slots[j][1] & self.slots[i][1]:
                _keep(found, self.near[j].items())
        return found


def _questions(asked: list[tuple[Word, set[int]]]) -> list[Question]:
    """Each word with its keys, and how far from it a word may be and still be near."""
    return [(word.readings, keys, NEAR_SHARE * heft(word) + NEAR_LEAST) for word, keys in asked]


def audience(user) -> int:
    """The most hidden names that this user may find: see `NameWord.audience`."""
    seen = Audience.of(user, PersonName)
    if seen.is_staff:
        return 3 if Secrecy.SEALED in seen.levels else 2
    return 1 if Secrecy.REGISTERED in seen.levels else 0


def _out_of_embargo(user) -> list[int]:
    """Names that this user may find although the index holds them to be for staff still."""
    if Audience.of(user, PersonName).is_staff:
        return []
    ended = PersonName.objects.visible_to(user).out_of_embargo()
    return list(ended.order_by().values_list("pk", flat=True))


def _neighbours(words: tuple[Word, ...]) -> list[tuple[Word, frozenset[int]]]:
    """Neighbours as one word beside others, each with the places of the query that it covers."""
    if len(words) < 3:
        return []
    both = [
        (glued(*pair), frozenset([i, i + 1]))
        for i, pair in enumerate(pairwise(words))
        if not any(word.is_optional for word in pair)
    ]
    return [slot for slot in both if slot[0].readings]


def _columns(words: Costs) -> tuple[list[int], list[float]]:
    return list(words), list(words.values())


def _cheapest(costs: Costs) -> list[tuple[int, float]]:
    return sorted(costs.items(), key=lambda item: (item[1], item[0]))


def _keep(costs: Costs, rows: Iterable[tuple[int, float]]) -> None:
    """Note what is cheaper than what is known."""
    for number, cost in rows:
        costs[number] = min(cost, costs.get(number, cost))


def _rows(statement: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
