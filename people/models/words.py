"""The words of names, and which names hold them: the name index.

The index says nothing of its own: it is made from the names by `write` at every save, and anew by
`people.indexing`. The database keeps who may hear of a name by it (`audience`), with each change of
a name's or a person's state, secrecy or display.
"""

from collections.abc import Container, Iterable

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models, transaction
from django.utils import timezone

from people.models.heard import add_words
from people.models.rules import AUDIENCE
from people.names import scripts
from people.names.parse import LONGEST_WORD, texts


class NameIndex(models.Model):
    """One version of the index. The newest that is finished is asked; every one is kept in step.

    upto: the last name that the building command has done; names saved since are done as they are
    saved.
    """

    version = models.PositiveSmallIntegerField(primary_key=True)
    upto = models.BigIntegerField(default=0)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    def __str__(self):
        return f"version {self.version}"


class Word(models.Model):
    """One word that names are made of, in lower case. names: how many hold it, when last built."""

    id = models.AutoField(primary_key=True)
    version = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=40)
    names = models.IntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "text"], name="word_once")]

    def __str__(self):
        return f"word {self.pk}"


class NameWord(models.Model):
    """A name holds a word, and others.

    audience: who may find the name by it: 0 anyone, 1 who is registered, 2 staff, 3 who may unseal,
    4 nobody, because the person was merged into another.
    """

    pk = models.CompositePrimaryKey("name", "word")
    name = models.ForeignKey(
        "people.PersonName",
        models.CASCADE,
        related_name="words",
        db_index=False,
        db_constraint=False,
    )
    word = models.ForeignKey(Word, models.CASCADE, db_index=False, db_constraint=False)
    audience = models.SmallIntegerField()
    others = ArrayField(models.IntegerField(), default=list)

    class Meta:
        # A search reads the rows of a word from this index alone.
        indexes = [
            models.Index(
                fields=["word"], include=["name", "audience", "others"], name="names_of_word"
            )
        ]

    def __str__(self):
        return f"word {self.word_id} of name {self.name_id}"


_HOLDS = f"""
    INSERT INTO people_nameword (word_id, name_id, audience, others)
    SELECT held.word, name.id, {AUDIENCE}, held.others
    FROM unnest(%s::int[], %s::bigint[], %s::text[]) AS given(word, name, listed)
    CROSS JOIN LATERAL (SELECT given.word, given.listed::int[]) AS held(word, others)
    JOIN people_personname name ON name.id = given.name
    JOIN people_person person ON person.id = name.person_id
    ON CONFLICT DO NOTHING
"""  # noqa: S608 our own words


def words_of(name: str, known: Container[str] = ()) -> list[str]:
    """The words of a name as the index holds them, each once; what a hyphen joins also as one.

    known: words of which it is known that the index may hold them.
    """
    joined = (word for word in scripts.joined(name) if len(word) <= LONGEST_WORD)
    return list(dict.fromkeys([*texts(name, known), *joined]))


def write(names: Iterable[tuple[int, str]]) -> None:
    """Bring every version of the index in step with these names, pairs of primary key and text."""
    texts = dict(names)
    versions = NameIndex.objects.values_list("version", flat=True) if texts else ()
    with transaction.atomic():
        NameWord.objects.filter(name__in=texts).delete()
        for version in versions:
            _write(version, texts)


def _write(version: int, texts: dict[int, str]) -> None:
    held = {name: words_of(text) for name, text in texts.items()}
    known = ids_of(version, {word for words in held.values() for word in words})
    rows = [
        (known[word], name, _array(known[other] for other in words if other != word))
        for name, words in held.items()
        for word in words
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_HOLDS, [list(column) for column in zip(*rows, strict=True)])


def _array(numbers: Iterable[int]) -> str:
    """Numbers as PostgreSQL writes an array."""
    return f"{{{','.join(map(str, numbers))}}}"


def ids_of(version: int, words: set[str]) -> dict[str, int]:
    """The ids of these words; those that are new are added with all that is heard in them."""
    known = _known(version, words)
    new = words - known.keys()
    if new:
        with transaction.atomic():
            known |= add_words(version, new, {})
    return known


def _known(version: int, words: set[str]) -> dict[str, int]:
    found = Word.objects.filter(version=version, text__in=words)
    return dict(found.values_list("text", "pk"))
