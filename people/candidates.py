"""Names that may be meant by a query: found in the name index by words that sound near."""

from collections.abc import Iterable
from itertools import chain, pairwise

from django.db import connection

from config.records.choices import Secrecy
from config.records.models import Audience
from people.models import PersonName
from people.models.words import ask_version
from people.names.batch import apart
from people.names.compare import heft
from people.names.keys import close_keys, far_keys, forms
from people.names.parse import Word, glued

MOST = 150  # names that one way of looking brings
RARE = 400  # names that the words near one word of the query may bring alone
# A word is near if it costs no more than this share of what the query's word says, and a little.
NEAR_SHARE, NEAR_LEAST = 0.28, 0.3
# What it costs, at the least, that only one word of the query is known to be in the name.
ONE_WORD = 1.5

_NEAR = """
    SELECT key, array_agg(word_id), string_agg(stem, ' '), string_agg(sounds, ' '), array_agg(bits)
    FROM people_wordkey WHERE version = %s AND key = ANY(%s) GROUP BY key
"""
_SIZES = "SELECT id, names FROM people_word WHERE id = ANY(%s)"
_TOGETHER = """
    SELECT held.name_id, min(near.cost + other.cost) AS cost
    FROM unnest(%s::int[], %s::float[]) AS near(word, cost)
    JOIN people_nameword held ON held.word_id = near.word
    CROSS JOIN LATERAL unnest(held.others) AS beside(word)
    JOIN unnest(%s::int[], %s::float[]) AS other(word, cost) ON other.word = beside.word
    WHERE held.audience <= %s
    GROUP BY held.name_id ORDER BY cost, held.name_id LIMIT %s
"""
_ALONE = """
    SELECT held.name_id, min(near.cost) + %s AS cost
    FROM unnest(%s::int[], %s::float[]) AS near(word, cost)
    JOIN people_nameword held ON held.word_id = near.word
    WHERE held.audience <= %s
    GROUP BY held.name_id ORDER BY cost, held.name_id LIMIT %s
"""
Costs = dict[int, float]  # id of a word, or primary key of a name → cost


def names_near(words: tuple[Word, ...], user, *, wide: bool) -> list[tuple[int, float]]:
    """Primary keys of names that may be meant, with the least that each can cost, cheapest first.

    wide: forgive one consonant more in each word. Which names come, and in which order, depends on
    nothing that `user` may not see.
    """
    slots = _slots(words)
    near = _near([word for word, _ in slots], wide)
    sizes = _sizes(near)
    rarest = sorted(range(len(slots)), key=lambda i: sum(sizes[word] for word in near[i]))
    level = audience(user)
    costs: Costs = {}
    for i in [i for i in rarest if near[i]][:3]:
        others = _beside(slots, near, i)
        if others:
            _keep(costs, _rows(_TOGETHER, *_columns(near[i]), *_columns(others), level, MOST))
    for i in range(len(words)):
        alone = near[i] if len(words) == 1 else _rare(near[i], sizes)
        cost = 0.0 if len(words) == 1 else ONE_WORD
        if alone:
            _keep(costs, _rows(_ALONE, cost, *_columns(alone), level, MOST))
    return sorted(costs.items(), key=lambda item: (item[1], item[0]))


def audience(user) -> int:
    """The most hidden names that this user may find: see `NameWord.audience`."""
    seen = Audience.of(user, PersonName)
    if seen.is_staff:
        return 3 if Secrecy.SEALED in seen.levels else 2
    return 1 if Secrecy.REGISTERED in seen.levels else 0


def _slots(words: tuple[Word, ...]) -> list[tuple[Word, frozenset[int]]]:
    """The query's words, then its neighbours as one word, each with the places it covers."""
    alone = [(word, frozenset([i])) for i, word in enumerate(words)]
    pairs = enumerate(pairwise(words))
    both = [(glued(one, other), frozenset([i, i + 1])) for i, (one, other) in pairs]
    return [*alone, *(slot for slot in both if slot[0].readings)]


def _near(words: list[Word], wide: bool) -> list[Costs]:
    """For each word of the query the register's words that sound near it."""
    asked = [_keys(word, wide) for word in words]
    rows = _rows(_NEAR, ask_version(), list(set().union(*asked)))
    held = {key: (ids, stems.split(), heard.split(), bits) for key, ids, stems, heard, bits in rows}
    pairs = zip(words, asked, strict=True)
    return [_close(word, [held[key] for key in keys if key in held]) for word, keys in pairs]


def _keys(word: Word, wide: bool) -> set[int]:
    close = close_keys(word.readings)
    return close | far_keys(word.readings) if wide else close


def _close(word: Word, held: list[tuple]) -> Costs:
    """Of the words held under some keys those that are near enough, each with its least cost."""
    if not held:
        return {}
    ids, stems, heard, bits = (
        list(chain.from_iterable(column)) for column in zip(*held, strict=True)
    )
    costs = apart(forms(word.readings), stems, heard, bits)
    found: Costs = {}
    for place in (costs < NEAR_SHARE * heft(word) + NEAR_LEAST).nonzero()[0]:
        _keep(found, [(ids[place], float(costs[place]))])
    return found


def _sizes(near: list[Costs]) -> dict[int, int]:
    """How many names hold each word, about."""
    return dict(_rows(_SIZES, list(set().union(*near))))


def _beside(slots: list, near: list[Costs], i: int) -> Costs:
    """The words near any part of the query that lies outside slot i."""
    found: Costs = {}
    for (_, places), words in zip(slots, near, strict=True):
        if not places & slots[i][1]:
            _keep(found, words.items())
    return found


def _rare(words: Costs, sizes: dict[int, int]) -> Costs:
    """The nearest of these words, as many as RARE names hold."""
    kept: Costs = {}
    held = 0
    for word in sorted(words, key=words.__getitem__):
        held += sizes.get(word, 1)
        if held > RARE:
            break
        kept[word] = words[word]
    return kept


def _columns(words: Costs) -> tuple[list[int], list[float]]:
    return list(words), list(words.values())


def _keep(costs: Costs, rows: Iterable[tuple[int, float]]) -> None:
    """Note what is cheaper than what is known."""
    for number, cost in rows:
        costs[number] = min(cost, costs.get(number, cost))


def _rows(statement: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
