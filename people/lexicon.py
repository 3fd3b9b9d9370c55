"""What this process knows of how the register's words are heard: it asks for what is new alone.

A search looks through some ten thousand ways of hearing. They are kept between searches, in arrays;
before each the database is asked what has been added under the keys that matter, so that a word is
found as soon as it is saved.
"""

from collections.abc import Iterable, Sequence
from threading import Lock

from django.db import connection

from people.models import Heard, NameIndex
from people.models.words import ask_index
from people.names.batch import Lexicon
from people.names.keys import forms
from people.names.readings import Reading

# Numbers that are kept, each of about eight bytes: when there are more, we begin anew.
MOST_KEPT = 6_000_000

_NEWER = """
    SELECT asked.key, newer.numbers
    FROM unnest(%s::int[], %s::int[]) AS asked(key, last)
    CROSS JOIN LATERAL (
        SELECT string_agg(int4send(held.heard_id), ''::bytea ORDER BY held.heard_id) AS numbers
        FROM people_heardkey held
        WHERE held.version = %s AND held.key = asked.key AND held.heard_id > asked.last
    ) AS newer
    WHERE newer.numbers IS NOT NULL
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

_kept: dict[tuple, Lexicon] = {}
_lock = Lock()


def near_words(questions: list[Question]) -> tuple[list[Costs], dict[int, int]]:
    """The words near each of some words, with their costs; and how many names hold each, about.

    A question is how a word is heard, the keys to look under, and the most that may be between.
    """
    near = _near(questions)
    every = list(set().union(*near))
    held: dict[int, list[int]] = {number: [] for number in every}
    sizes = {}
    for number, word, names in _rows(_WORDS, every) if every else []:
        held[number].append(word)
        sizes[word] = names
    return [_words(costs, held) for costs in near], sizes


def _words(costs: Costs, held: dict[int, list[int]]) -> Costs:
    """The words that are heard in these ways, each at its cheapest."""
    found: Costs = {}
    for number, cost in costs.items():
        for word in held[number]:
            found[word] = min(cost, found.get(word, cost))
    return found


def _near(questions: list[Question]) -> list[Costs]:
    """The ways of hearing near each word."""
    index = ask_index()
    with _lock:
        lexicon = _lexicon(index)
        _refresh(lexicon, index, set().union(*(keys for _, keys, _ in questions)))
        groups = [lexicon.under(keys) for _, keys, _ in questions]
        for numbers in groups:
            _complete(lexicon, numbers)
        return [
            lexicon.near(forms(readings), numbers, most)
            for (readings, _, most), numbers in zip(questions, groups, strict=True)
        ]


def _lexicon(index: NameIndex) -> Lexicon:
    """The one of this index, which another database or one that was built anew does not share."""
    key = (connection.settings_dict["NAME"], index.version, index.started_at)
    if key not in _kept or len(_kept[key]) > MOST_KEPT:
        _kept.clear()
        first = Heard.objects.filter(version=index.version).order_by("pk").values_list("pk")
        _kept[key] = Lexicon(*(first.first() or [1]))
    return _kept[key]


def _refresh(lexicon: Lexicon, index: NameIndex, keys: Iterable[int]) -> None:
    """Ask what has been added under these keys."""
    asked = [(key, lexicon.last(key)) for key in keys]
    if asked:
        columns = [list(column) for column in zip(*asked, strict=True)]
        for key, numbers in _rows(_NEWER, *columns, index.version):
            lexicon.put(key, bytes(numbers))


def _complete(lexicon: Lexicon, numbers) -> None:
    """Ask what the forms say of which we know the number alone."""
    if unknown := lexicon.unknown(numbers):
        ((found, stems, sounds, bits),) = _rows(_SAYS, unknown)
        if found:
            lexicon.learn(found, stems.split(), sounds.split(), bits)


def _rows(statement: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
