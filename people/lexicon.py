"""What this process knows of how the register's words are heard, kept from search to search.

A search looks through some ten thousand ways of hearing. They are kept in arrays; before each
search the database is asked for the highest numbers, and for what is new where those are higher
than ours. So a word is found as soon as it is saved. If they are lower, what we saw was taken back:
we begin anew.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from django.db import connection

from people.names.batch import Lexicon
from people.names.keys import Form, forms, keys_of
from people.names.readings import Reading

# Numbers that are kept, some ten bytes each, and words, some hundred; with more, we begin anew.
MOST_KEPT, MOST_WORDS = 5_000_000, 200_000
MOST_NEW = 20_000

_NEWEST = """
    SELECT coalesce((SELECT max(id) FROM people_heard), 0),
           coalesce((SELECT max(id) FROM people_word), 0), version, started_at
    FROM people_nameindex ORDER BY finished_at IS NOT NULL DESC, version DESC LIMIT 1
"""
_NEW_HEARD = "SELECT id, stem, sounds, bits FROM people_heard WHERE version = %s AND id > %s"
_NEW_WORDS = "SELECT heard_id, word_id FROM people_heardword WHERE word_id > %s"
_UNDER = """
    SELECT key, string_agg(int4send(heard_id), ''::bytea)
    FROM people_heardkey WHERE version = %s AND key = ANY(%s) GROUP BY key
"""
_SAYS = """
    SELECT array_agg(id), string_agg(stem, ' '), string_agg(sounds, ' '), array_agg(bits)
    FROM people_heard WHERE id = ANY(%s)
"""
_WORDS = """
    SELECT held.heard_id, word.id, word.names
    FROM people_heardword held JOIN people_word word ON word.id = held.word_id
    WHERE held.heard_id = ANY(%s)
"""
Question = tuple[Sequence[Reading], set[int], float]
Costs = dict[int, float]


class Newest(NamedTuple):
    """The highest numbers given to ways of hearing and to words, and the index they belong to."""

    heard: int
    word: int
    version: int
    started_at: datetime | None


class Kept:
    """What is kept of one index: ways of hearing, and the words that are heard so."""

    def __init__(self, newest: Newest):
        self.newest = newest
        self.lexicon = Lexicon()
        self.words: dict[int, tuple[int, ...]] = {}
        self.sizes: dict[int, int] = {}

    def is_of(self, newest: Newest) -> bool:
        """Whether this is of that index, not ahead of it, not far behind, and not too large."""
        ours = self.newest
        return (
            ours[2:] == newest[2:]
            and 0 <= newest.heard - ours.heard < MOST_NEW
            and 0 <= newest.word - ours.word < MOST_NEW
            and len(self.lexicon) < MOST_KEPT
            and len(self.words) < MOST_WORDS
        )

    def catch_up(self, newest: Newest) -> None:
        """Note what was added under keys and words that are known."""
        version, heard, word = self.newest.version, self.newest.heard, self.newest.word
        rows = _rows(_NEW_HEARD, version, heard) if newest.heard > heard else []
        for number, *form in rows:
            for key in keys_of(Form(*form)):
                self.lexicon.add(key, number)
        for number, new in _rows(_NEW_WORDS, word) if newest.word > word else []:
            if number in self.words:
                self.words[number] += (new,)
        self.newest = newest

    def near(self, questions: list[Question]) -> list[Costs]:
        """The ways of hearing near each word, with their costs."""
        self._look_under(set().union(*(keys for _, keys, _ in questions)))
        groups = [self.lexicon.under(keys) for _, keys, _ in questions]
        unknown = {one for numbers in groups for one in self.lexicon.unknown(numbers)}
        self._hear(sorted(unknown))
        return [
            self.lexicon.near(forms(readings), numbers, most)
            for (readings, _, most), numbers in zip(questions, groups, strict=True)
        ]

    def _look_under(self, keys: Iterable[int]) -> None:
        if new := [key for key in keys if key not in self.lexicon]:
            found = dict(_rows(_UNDER, self.newest.version, new))
            for key in new:
                self.lexicon.put(key, bytes(found.get(key, b"")))

    def _hear(self, numbers: list[int]) -> None:
        if numbers:
            ((found, stems, sounds, bits),) = _rows(_SAYS, numbers)
            self.lexicon.learn(found or [], (stems or "").split(), (sounds or "").split(), bits)
            self.lexicon.lose(set(numbers) - set(found or []))

    def heard_so(self, numbers: Iterable[int]) -> None:
        """Have the words at hand that are heard in these ways."""
        if new := [number for number in numbers if number not in self.words]:
            found: dict[int, tuple[int, ...]] = dict.fromkeys(new, ())
            for number, word, names in _rows(_WORDS, new):
                found[number] += (word,)
                self.sizes[word] = names
            self.words |= found

    def words_of(self, costs: Costs) -> Costs:
        """The words that are heard in these ways, each at its cheapest."""
        found: Costs = {}
        for number, cost in costs.items():
            for word in self.words[number]:
                found[word] = min(cost, found.get(word, cost))
        return found


_kept: dict[str, Kept] = {}
_lock = Lock()


def near_words(questions: list[Question]) -> tuple[list[Costs], dict[int, int]]:
    """The words near each of some words, with their costs; and how many names hold each, about.

    A question is how a word is heard, the keys to look under, and the most that may be between.
    """
    rows = _rows(_NEWEST)
    if not rows:
        return [{} for _ in questions], {}
    with _lock:
        kept = _up_to(Newest(*rows[0]))
        near = kept.near(questions)
        kept.heard_so(set().union(*near))
        found = [kept.words_of(costs) for costs in near]
        every = set().union(*found)
        return found, {word: kept.sizes.get(word, 1) for word in every}


def _up_to(newest: Newest) -> Kept:
    """What is kept of the index in use, brought in step. Another database has its own."""
    name = connection.settings_dict["NAME"]
    kept = _kept.get(name)
    if kept is None or not kept.is_of(newest):
        _kept.clear()
        kept = _kept[name] = Kept(newest)
    kept.catch_up(newest)
    return kept


def _rows(statement: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
