"""How words may be heard, and under which keys each way of hearing stands: what searches look up.

Words that sound the same share a way of hearing. Numbers of both are given out under a lock, so
that a higher one is never seen before a lower one: a search that knows all up to some number asks
for those above it alone.
"""

from collections.abc import Iterable
from io import StringIO

from django.db import connection, models

from people.names.keys import Form, forms, keys_of
from people.names.parse import single

# One lock for whoever adds words, so that two savings wait for one another and never deadlock.
_LOCK = 7_463_201


class Heard(models.Model):
    """One way to hear words: see `people.names.keys.Form`."""

    id = models.AutoField(primary_key=True)
    version = models.PositiveSmallIntegerField()
    stem = models.CharField(max_length=80)
    sounds = models.CharField(max_length=80)
    bits = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "stem", "sounds", "bits"], name="heard_so_once"
            )
        ]

    def __str__(self):
        return f"heard {self.pk}"


class HeardKey(models.Model):
    """A way of hearing stands under a key."""

    pk = models.CompositePrimaryKey("version", "key", "heard")
    version = models.PositiveSmallIntegerField()
    key = models.IntegerField()
    heard = models.ForeignKey(Heard, models.CASCADE, db_index=False, db_constraint=False)

    def __str__(self):
        return f"key {self.key}"


class HeardWord(models.Model):
    """A word may be heard in this way."""

    pk = models.CompositePrimaryKey("word", "heard")
    word = models.ForeignKey("people.Word", models.CASCADE, db_index=False, db_constraint=False)
    heard = models.ForeignKey(Heard, models.CASCADE, db_index=False, db_constraint=False)

    class Meta:
        indexes = [models.Index(fields=["heard", "word"], name="words_heard_so")]

    def __str__(self):
        return f"word {self.word_id} heard so"


_ADD_WORDS = """
    INSERT INTO people_word (version, text, names)
    SELECT %s, text, 1 FROM unnest(%s::text[]) AS given(text)
    ON CONFLICT (version, text) DO UPDATE SET text = excluded.text
    RETURNING id, text, xmax = 0
"""
_ADD_HEARD = """
    INSERT INTO people_heard (version, stem, sounds, bits)
    SELECT %s, * FROM unnest(%s::text[], %s::text[], %s::smallint[])
    ON CONFLICT (version, stem, sounds, bits) DO UPDATE SET bits = excluded.bits
    RETURNING id, stem, sounds, bits, xmax = 0
"""


def add_words(version: int, words: Iterable[str], known: dict[Form, int]) -> dict[str, int]:
    """Add words with all that is heard in them, within a transaction; the id of each.

    known: ways of hearing that are known already, with their numbers; it learns the others.
    """
    _rows("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    rows = _rows(_ADD_WORDS, [version, sorted(words)])
    heard = {number: forms_of(text) for number, text, is_new in rows if is_new}
    _add_heard(version, {form for some in heard.values() for form in some}, known)
    pairs = (f"{known[form]}\t{word}\n" for word, some in heard.items() for form in some)
    copy("people_heardword (heard_id, word_id)", pairs)
    return {text: number for number, text, _ in rows}


def forms_of(word: str) -> list[Form]:
    """The ways in which a word may be heard, each once."""
    return list(dict.fromkeys(forms(single(word).readings)))


def _add_heard(version: int, heard: set[Form], known: dict[Form, int]) -> None:
    new = sorted(heard - known.keys())
    if not new:
        return
    columns = [list(column) for column in zip(*new, strict=True)]
    rows = [(Form(*row[1:4]), row[0], row[4]) for row in _rows(_ADD_HEARD, [version, *columns])]
    known |= {form: number for form, number, _ in rows}
    added = [(form, number) for form, number, is_new in rows if is_new]
    lines = (f"{version}\t{key}\t{number}\n" for form, number in added for key in keys_of(form))
    copy("people_heardkey (version, key, heard_id)", lines)


def copy(table: str, lines: Iterable[str]) -> None:
    """Write lines of columns into a table, the fastest way."""
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {table} FROM STDIN", StringIO("".join(lines)))


def _rows(statement: str, values: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
