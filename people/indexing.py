"""Building the name index in bulk, in steps that are kept: a build goes on where it ended."""

from collections.abc import Iterator
from io import StringIO

from django.db import connection, transaction
from django.utils import timezone

from people.models import NameIndex, NameWord, PersonName, Word, WordKey
from people.models.rules import AUDIENCE
from people.models.words import entries_of, words_of
from people.names.keys import VERSION

STEP = 10_000

_NAMES = f"""
    SELECT name.id, name.text, {AUDIENCE}
    FROM people_personname name JOIN people_person person ON person.id = name.person_id
    WHERE name.id > %s ORDER BY name.id LIMIT %s
"""  # noqa: S608 our own words


def build(*, anew: bool = False) -> None:
    """Index every name under the present rules; goes on where an earlier build ended.

    anew: forget first what was built under the present rules.
    """
    for _ in steps(anew=anew):
        pass


def steps(*, anew: bool = False) -> Iterator[int]:
    """The same in steps, each of which is kept; gives after each how many names it did.

    The index that is in use answers until this one is finished; older versions are then dropped.
    """
    if anew:
        forget(VERSION)
    index = NameIndex.objects.get_or_create(version=VERSION)[0]
    yield from _steps(index)
    _finish(index)


def number_of_steps(*, anew: bool = False) -> int:
    """How many steps the next build takes."""
    index = NameIndex.objects.filter(version=VERSION).first()
    upto = index.upto if index and not anew else 0
    return -(-PersonName.objects.filter(pk__gt=upto).count() // STEP)


def is_needed() -> bool:
    """Whether the index is not that of the present rules, or not finished."""
    return not NameIndex.objects.filter(version=VERSION, finished_at__isnull=False).exists()


def _steps(index: NameIndex) -> Iterator[int]:
    known = dict(Word.objects.filter(version=index.version).values_list("text", "pk"))
    while True:
        with transaction.atomic():
            names = _rows(_NAMES, [index.upto, STEP])
            if not names:
                return
            _index(index.version, names, known)
            index.upto = names[-1][0]
            index.save(update_fields=["upto"])
        yield len(names)


def _index(version: int, names: list[tuple[int, str, int]], known: dict[str, int]) -> None:
    """Add the words of these names: rows of primary key, text and audience."""
    held = [(name, words_of(text), audience) for name, text, audience in names]
    _add({word for _, words, _ in held for word in words}, version, known)
    NameWord.objects.filter(name__gte=names[0][0], name__lte=names[-1][0]).filter(
        word__version=version
    ).delete()
    rows = StringIO()
    for name, words, audience in held:
        numbers = [known[word] for word in words]
        for number in numbers:
            others = ",".join(str(other) for other in numbers if other != number)
            rows.write(f"{name}\t{number}\t{audience}\t{{{others}}}\n")
    _copy("people_nameword (name_id, word_id, audience, others)", rows)


def _add(words: set[str], version: int, known: dict[str, int]) -> None:
    """Add the words that are new, with their keys; `known` learns their ids."""
    new = sorted(words - known.keys())
    made = Word.objects.bulk_create(
        [Word(version=version, text=word) for word in new],
        update_conflicts=True,
        unique_fields=["version", "text"],
        update_fields=["text"],
    )
    known |= {word.text: word.pk for word in made}
    rows = StringIO()
    for word in made:
        for key, form in entries_of(word.text):
            rows.write(f"{version}\t{key}\t{word.pk}\t{form.stem}\t{form.sounds}\t{form.bits}\n")
    _copy("people_wordkey (version, key, word_id, stem, sounds, bits)", rows)


def _finish(index: NameIndex) -> None:
    with transaction.atomic():
        _count(index.version)
        index.finished_at = timezone.now()
        index.save(update_fields=["finished_at"])
    for older in NameIndex.objects.exclude(version=index.version):
        forget(older.version)
    with connection.cursor() as cursor:
        if not connection.in_atomic_block:
            cursor.execute("VACUUM ANALYZE people_nameword, people_wordkey, people_word")


def _count(version: int) -> None:
    """How many names hold each word: a search starts with the rarest."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE people_word SET names = held.names FROM (
                SELECT word_id, count(*) AS names FROM people_nameword GROUP BY word_id
            ) AS held
            WHERE held.word_id = people_word.id AND version = %s AND people_word.names <> held.names
            """,
            [version],
        )


def forget(version: int) -> None:
    """Drop a version of the index."""
    words = Word.objects.filter(version=version)
    with transaction.atomic():
        NameWord.objects.filter(word__in=words)._raw_delete("default")
        WordKey.objects.filter(version=version)._raw_delete("default")
        words._raw_delete("default")
        NameIndex.objects.filter(version=version).delete()


def _rows(statement: str, values: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _copy(table: str, rows: StringIO) -> None:
    rows.seek(0)
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {table} FROM STDIN", rows)
