"""The public columns of people, relationships and changes: what each cell holds and means."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef

from config.records.columns import (
    CHANGED,
    NOT_STATED,
    Column,
    basic,
    date_columns_of,
    link,
    stamped,
)
from people.choices import (
    ChangeKind,
    Ethnicity,
    NameDisplay,
    OccupationGroup,
    PersonKind,
    RelationshipKind,
    Sex,
)
from people.models import Person, PersonName
from people.models.told import birth_year


def _names(user):
    """Every spelling that this reader may see; none of a person whose name is not shown."""
    names = PersonName.objects.visible_to(user).filter(person=OuterRef("pk"))
    return ArraySubquery(names.order_by("-is_primary", "pk").values("text"))


_OF_PERSON = (
    Column("id", "Permanent id of the person; also the end of its address.", "public_id"),
    link("people"),
    Column("name", "Name as it is shown; initials or [withheld] where asked for.", "name_shown"),
    Column("names", "Every public spelling, in any script.", expression=_names, kind="list"),
    Column("kind", "One person, a group, or somebody unnamed.", "kind", choices=PersonKind),
    Column("name_display", "How much of the name is shown.", "name_display", choices=NameDisplay),
    Column("count", "How many a group is, in the source's own words.", "count_text"),
    Column("sex", "Sex, only if a source says it.", "sex", choices=Sex, missing=NOT_STATED),
    Column(
        "birth_year",
        "Year of birth, where the sources leave only one.",
        expression=lambda user: birth_year(Person, user),
        kind="number",
    ),
    *date_columns_of("birth", "birth", "Date of birth, for registered researchers"),
    Column(
        "ethnicity",
        "Ethnicity, only if a source states it.",
        "ethnicity",
        choices=Ethnicity,
        missing=NOT_STATED,
    ),
    Column("citizenship", "Country of citizenship.", "citizenship__name", missing=NOT_STATED),
    Column("citizenship_id", "Id of that country.", "citizenship__public_id", refers="places"),
    Column(
        "birthplace",
        "Place of birth: its county or city; for registered researchers as it is known.",
        "birthplace__name",
        missing=NOT_STATED,
    ),
    Column("birthplace_id", "Id of that place.", "birthplace__public_id", refers="places"),
    Column(
        "home",
        "Home before the events: its county or city; for registered researchers as it is known.",
        "home__name",
        missing=NOT_STATED,
    ),
    Column("home_id", "Id of that place.", "home__public_id", refers="places"),
    Column("religion", "Religion, as a source says it; for staff.", "religion", missing=NOT_STATED),
    Column(
        "occupation_group",
        "Occupation, coded.",
        "occupation_group",
        choices=OccupationGroup,
        missing=NOT_STATED,
        standard="ISCO-08, adapted",
    ),
    Column("occupation", "Occupation in the source's words.", "occupation", missing=NOT_STATED),
    Column("biography", "What is known of the person, in our words.", "biography"),
    *CHANGED,
)

BASIC_OF_PERSON = """
    id link name kind sex birth_year ethnicity citizenship home occupation_group version as_of"""
PERSON_COLUMNS = basic(BASIC_OF_PERSON, _OF_PERSON)

_OF_RELATIONSHIP = (
    Column("id", "Permanent id of the tie.", "public_id"),
    link("api/v1/relationships", about="Permanent address of the tie in the API."),
    Column("from_person", "Id of the first person.", "from_person__public_id", refers="people"),
    Column("from_name", "The first person's name as shown.", "from_person__name_shown"),
    Column("kind", "What the first is to the second.", "kind", choices=RelationshipKind),
    Column("to_person", "Id of the second person.", "to_person__public_id", refers="people"),
    Column("to_name", "The second person's name as shown.", "to_person__name_shown"),
    Column("stated_as", "The source's own words for the tie.", "stated_as", missing=NOT_STATED),
    *CHANGED,
)

RELATIONSHIP_COLUMNS = basic(
    "id link from_person from_name kind to_person to_name version as_of", _OF_RELATIONSHIP
)

# Whoever sees a change sees both ids: it hides with either of the two people.
_OF_CHANGE = (
    Column("id", "Permanent id of this line.", "public_id"),
    link("api/v1/changes", about="Permanent address of this line in the API."),
    Column("kind", "Merged into another, or unmerged from it again.", "kind", choices=ChangeKind),
    Column(
        "old_id",
        "The id that was merged; its address leads to the new one while it is.",
        expression=lambda user: F("old__public_id"),
    ),
    Column(
        "new_id",
        "The id of the person that it was merged into.",
        expression=lambda user: F("new__public_id"),
    ),
    Column("at", "When.", "at", standard="ISO 8601"),
    *stamped("at"),
)
CHANGE_COLUMNS = basic("id link kind old_id new_id at version as_of", _OF_CHANGE)
