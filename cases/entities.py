"""The register as entities of FollowTheMoney, as other databases of people and documents read them.

Person, Family and Associate, Event, Article and Documentation. Groups are left out: FollowTheMoney
has no entity for several people told of together. A date is told only where one year, month or day
is known. Cases have no entity of their own; their events have.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, NullIf

from cases.columns import EVENT_COLUMNS
from cases.models import Citation, Event, Participation, Source
from cases.person_columns import PERSON_ROW
from cases.source_columns import CITATION_COLUMNS, SOURCE_COLUMNS
from config.records.columns import Column, rows, seen
from config.records.copying import at_one_moment
from config.records.exports import entities
from people.choices import PersonKind, RelationshipKind
from people.columns import RELATIONSHIP_COLUMNS
from people.models import Person, Relationship

NO_GROUP = ~Q(kind=PersonKind.GROUP)
KIN = tuple(RelationshipKind)[: tuple(RelationshipKind).index(RelationshipKind.RELATIVE) + 1]
# What FollowTheMoney calls languages that sources are in.
LANGUAGES = {
    "en": "eng",
    "ru": "rus",
    "kk": "kaz",
    "ug": "uig",
    "zh": "zho",
    "ky": "kir",
    "uz": "uzb",
    "tr": "tur",
    "de": "deu",
    "fr": "fra",
}


@dataclass(frozen=True)
class Entities:
    """Entities of one schema: of which records, and which column says which property."""

    schema: str
    found: QuerySet
    columns: tuple[Column, ...]

    def write(self, user) -> Iterator[bytes]:
        asked = rows(self.found.order_by("public_id"), self.columns, user)
        return entities(self.schema, list(self.columns), asked)


def all_entities(user) -> list[Entities]:
    """Every schema, as this reader may see it; what an entity names stands before it."""
    ties = _without_groups(Relationship.objects.visible_to(user), "from_person", "to_person")
    whom = ("person", "case__person", "person_name__person", "relationship__from_person")
    citations = _without_groups(Citation.objects.visible_to(user), *whom)
    return [
        Entities("Person", Person.objects.visible_to(user).filter(NO_GROUP), PERSON),
        Entities("Family", ties.filter(kind__in=KIN), FAMILY),
        Entities("Associate", ties.exclude(kind__in=KIN), ASSOCIATE),
        Entities("Event", Event.objects.visible_to(user), EVENT),
        Entities("Article", Source.objects.visible_to(user), ARTICLE),
        Entities("Documentation", citations.filter(facility=None), DOCUMENTATION),
    ]


def written(user) -> Iterator[bytes]:
    """All entities, a line each, of one moment."""
    return at_one_moment(line for one in all_entities(user) for line in one.write(user))


def _without_groups(found: QuerySet, *people: str) -> QuerySet:
    for person in people:
        found = found.exclude(**{f"{person}__kind": PersonKind.GROUP})
    return found


def _named(columns: Iterable[Column], **properties: str) -> tuple[Column, ...]:
    """The columns of these names, under the names of properties; the id first."""
    by_name = {column.name: column for column in columns}
    # What is missing or withheld is left out, not said.
    told = (replace(by_name[n], name=as_said, missing="") for as_said, n in properties.items())
    return by_name["id"], *told


def _one_date(name: str, path: str, model) -> Column:
    """A date that is one year, month or day; nothing of any other."""

    def expression(user):
        edtf = seen(model, path, user)
        plain = Q(**{f"{path}__regex": r"^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$"})
        return Case(When(plain, then=edtf), default=Value(None))

    return Column(name, "A date.", expression=expression)


def _involved(user):
    """Who took part, and whose case it is."""
    parts = Participation.objects.visible_to(user).filter(event=OuterRef("pk"))
    named = parts.filter(~Q(person__kind=PersonKind.GROUP)).order_by()
    own = Event.objects.filter(pk=OuterRef("pk")).exclude(case__person__kind=PersonKind.GROUP)
    whose = own.filter(case__isnull=False).order_by().values("case__person__public_id")
    both = named.values("person__public_id").union(whose)
    return ArraySubquery(both.order_by("person__public_id"))  # the same rows make the same line


def _language(user):
    known = (
        When(Q(language=code) | Q(language__startswith=f"{code}-"), then=Value(word))
        for code, word in LANGUAGES.items()
    )
    return Case(*known, default=Value(None), output_field=CharField())


def _spoken_of(user):
    """Whom or what a citation speaks of, as an entity: a name is its person, a part its event."""
    paths = (
        "case__person",
        "event",
        "person",
        "person_name__person",
        "relationship__from_person",
        "participation__event",
    )
    return Coalesce(*(seen(Citation, f"{path}__public_id", user) for path in paths))


PERSON = _named(
    PERSON_ROW,
    name="name",
    alias="names",
    gender="sex",
    birthDate="birth_year",
    birthPlace="birthplace",
    ethnicity="ethnicity",
    address="home",
    position="occupation",
    biography="biography",
    modifiedAt="updated_at",
)
# In FollowTheMoney the relative is the mother of the person; here the first is that of the second.
FAMILY = _named(
    RELATIONSHIP_COLUMNS,
    person="to_person",
    relative="from_person",
    relationship="kind",
    summary="stated_as",
)
ASSOCIATE = _named(
    RELATIONSHIP_COLUMNS,
    person="to_person",
    associate="from_person",
    relationship="kind",
    summary="stated_as",
)
EVENT = (
    *_named(
        EVENT_COLUMNS,
        summary="description",
        location="place",
        keywords="kind",
        modifiedAt="updated_at",
    ),
    Column("name", "A name.", expression=lambda user: Coalesce(NullIf("title", Value("")), "kind")),
    Column("involved", "Who took part.", expression=_involved, kind="list"),
    _one_date("date", "occurred_edtf", Event),
    _one_date("endDate", "ended_edtf", Event),
)
ARTICLE = (
    *_named(
        SOURCE_COLUMNS,
        title="title",
        sourceUrl="url",
        publisher="publisher",
        author="author",
        keywords="kind",
        summary="about",
        modifiedAt="updated_at",
    ),
    Column("language", "A language.", expression=_language),
    _one_date("publishedAt", "published_edtf", Source),
)
DOCUMENTATION = (
    *_named(CITATION_COLUMNS, document="source", role="stance", summary="quote"),
    Column("entity", "What is spoken of.", expression=_spoken_of),
)
