"""Kinds of records that have no list of their own in public: names, places, organizations, parts.

They are seen on the pages of others, and are tables of the tidy copy.
"""

from dataclasses import replace

from cases import standards
from cases.choices import OrganizationKind, ParticipationRole
from cases.models import Organization, Participation
from config.records.columns import CHANGED, NOT_STATED, Column, basic, link
from config.records.nouns import Noun
from people.choices import NameKind, PlaceLevel, Script
from people.models import PersonName, Place

NAME_COLUMNS = basic(
    "id link person_id text kind script is_primary version as_of",
    (
        Column("id", "Permanent id of the name.", "public_id"),
        link("people", "person__public_id", "Permanent address of the person's page."),
        Column("person_id", "Id of the person.", "person__public_id", refers="people"),
        Column("text", "The name, as it is written.", "text"),
        Column("kind", "Where this spelling is from, coded.", "kind", choices=NameKind),
        Column("script", "Script, coded.", "script", choices=Script, missing=NOT_STATED),
        Column("language", "Language.", "language", missing=NOT_STATED, standard="BCP 47"),
        Column("is_primary", "Whether it heads the person's page.", "is_primary"),
        *CHANGED,
    ),
)
PLACE_COLUMNS = basic(
    "id name level parent_id latitude longitude version as_of",
    (
        Column("id", "Permanent id of the place.", "public_id"),
        Column("name", "Name.", "name"),
        Column("other_names", "Other spellings and names.", "other_names"),
        Column("level", "Level, coded.", "level", choices=PlaceLevel),
        Column("parent_id", "Id of the place it lies in.", "parent__public_id", refers="places"),
        Column("parent", "Name of that place.", "parent__name", missing=NOT_STATED),
        Column("latitude", "Latitude in degrees.", "latitude", standard="WGS 84"),
        Column("longitude", "Longitude in degrees.", "longitude", standard="WGS 84"),
        *CHANGED,
    ),
)
ORGANIZATION_COLUMNS = basic(
    "id name kind place place_id version as_of",
    (
        Column("id", "Permanent id of the organization.", "public_id"),
        Column("name", "Name.", "name"),
        Column("other_names", "Other names.", "other_names"),
        Column("kind", "Kind, coded.", "kind", choices=OrganizationKind),
        Column("place", "Where, as the register names it.", "place__name", missing=NOT_STATED),
        Column("place_id", "Id of that place.", "place__public_id", refers="places"),
        *CHANGED,
    ),
)
PARTICIPATION_COLUMNS = basic(
    "id link event_id person_id person role case_id version as_of",
    (
        Column("id", "Permanent id of the part.", "public_id"),
        link("events", "event__public_id", "Permanent address of the event's page."),
        Column("event_id", "Id of the event.", "event__public_id", refers="events"),
        Column("person_id", "Id of the person.", "person__public_id", refers="people"),
        Column("person", "Name as shown of the person.", "person__name_shown"),
        Column("role", "In which role, coded.", "role", choices=ParticipationRole),
        Column(
            "case_id",
            "Id of the person's case that the event belongs to.",
            "case__public_id",
            refers="cases",
        ),
        *CHANGED,
    ),
)
_UNLISTED = (
    Noun("names", "One row is one spelling of one person's name.", PersonName, NAME_COLUMNS),
    Noun(
        "places",
        "One row is one place that events, facilities and people refer to.",
        Place,
        PLACE_COLUMNS,
    ),
    Noun(
        "organizations",
        "One row is one outlet, authority, party, mission or group that acts, holds or publishes.",
        Organization,
        ORGANIZATION_COLUMNS,
    ),
    Noun(
        "participations",
        "One row is one person's part in one event, in one role.",
        Participation,
        PARTICIPATION_COLUMNS,
    ),
)
UNLISTED = tuple(replace(noun, standards=standards.of(noun.name)) for noun in _UNLISTED)
