"""Building the name index in bulk, in steps that are kept: a build goes on where it ended."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction
from django.utils import timezone

from people.models import Heard, HeardKey, HeardWord, NameIndex, NameWord, PersonName, Word
from people.models.heard import add_words, copy
from people.models.rules import AUDIENCE
from people.models.words import words_of
from people.names.keys import VERSION, Form

STEP = 10_000
_TABLES = [one._meta.db_table for one in (NameWord, Word, Heard, HeardKey, HeardWord)]

_NAMES = f"""
    SELECT name.id, name.text, {AUDIENCE}
    FROM people_personname name JOIN people_person person ON person.id = name.person_id
    WHERE name.id > %s ORDER BY name.id LIMIT %s
"""  # noqa: S608 our own words

_TEXTS = "SELECT text FROM people_personname WHERE id > %s ORDER BY id LIMIT %s"


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
    known = _Known(index.version)
    ahead: dict[str, list[str]] = {}
    with ThreadPoolExecutor(1) as beside:
        while True:
            with transaction.atomic():
                names = _rows(_NAMES, [index.upto, STEP])
                if not names:
                    return
                # The next names are taken apart while the database writes these.
                texts = [text for (text,) in _rows(_TEXTS, [names[-1][0], STEP])]
                later = beside.submit(known.words_of_each, texts)
                known.index(names, ahead)
                index.upto = names[-1][0]
                index.save(update_fields=["upto"])
            yield len(names)
            ahead = later.result()


class _Known:
    """The words of one version of the index, and what is heard in them, with their numbers."""

    def __init__(self, version: int):
        self.version = version
        self.words = dict(Word.objects.filter(version=version).values_list("text", "pk"))
        heard = Heard.objects.filter(version=version).values_list("pk", "stem", "sounds", "bits")
        self.heard = {Form(*form): number for number, *form in heard.iterator()}

    def words_of_each(self, texts: list[str]) -> dict[str, list[str]]:
        return {text: words_of(text, self.words) for text in texts}

    def index(self, names: list[tuple[int, str, int]], ahead: dict[str, list[str]]) -> None:
        """Add the words of these names: rows of primary key, text and audience.

        ahead: the words of names that were taken apart already.
        """
        held = [
            (name, ahead.get(text) or words_of(text, self.words), audience)
            for name, text, audience in names
        ]
        new = {word for _, words, _ in held for word in words} - self.words.keys()
        self.words |= add_words(self.version, new, self.heard)
        NameWord.objects.filter(name__gte=names[0][0], name__lte=names[-1][0]).filter(
            word__version=self.version
        ).delete()
        lines = (line for one in held for line in self._lines(*one))
        copy("people_nameword (name_id, word_id, audience, others)", lines)

    def _lines(self, name: int, words: list[str], audience: int) -> Iterator[str]:
        numbers = [self.words[word] for word in words]
        for number in numbers:
            others = ",".join(str(other) for other in numbers if other != number)
            yield f"{name}\t{number}\t{audience}\t{{{others}}}\n"


def _finish(index: NameIndex) -> None:
    with transaction.atomic():
        _count(index.version)
        index.finished_at = timezone.now()
        index.save(update_fields=["finished_at"])
    for older in NameIndex.objects.exclude(version=index.version):
        forget(older.version)
    with connection.cursor() as cursor:
        if not connection.in_atomic_block:
            cursor.execute(f"VACUUM ANALYZE {', '.join(_TABLES)}")


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
    heard = Heard.objects.filter(version=version)
    with transaction.atomic():
        NameWord.objects.filter(word__in=words)._raw_delete("default")
        HeardWord.objects.filter(word__in=words)._raw_delete("default")
        HeardKey.objects.filter(version=version)._raw_delete("default")
        heard._raw_delete("default")
        words._raw_delete("default")
        NameIndex.objects.filter(version=version).delete()


def _rows(statement: str, values: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
