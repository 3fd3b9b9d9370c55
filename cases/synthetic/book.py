"""The register's tables, a sheet for each, and the columns that the invented register fills."""

from cases.models import (
    Case,
    Citation,
    Event,
    Facility,
    Organization,
    Participation,
    Snapshot,
    Source,
)
from cases.models.case import DERIVED
from cases.models.citations import TARGETS
from cases.synthetic.sheets import Sheet, dated
from people.models import Person, PersonName, Place, Relationship

DERIVED_COLUMNS = tuple(Case._meta.get_field(name).attname for name in DERIVED)


# The name of a sheet, the table it is for, the columns that are given for each row.
COLUMNS = {
    "places": (Place, "name", "level", "parent_id", "latitude", "longitude", "search_keys"),
    "organizations": (Organization, "name", "kind", "place_id"),
    "facilities": (
        Facility,
        *("name", "is_named", "kind", "place_id", "latitude", "longitude", "precision"),
        *("evidence", *dated("opened")),
    ),
    "people": (
        Person,
        *("kind", "name_display", "name_shown", "name_full", "described_as", "count_text"),
        *("sex", "ethnicity", "citizenship_id", "birthplace_id", "home_id"),
        *("occupation_group", "occupation", "biography", *dated("birth")),
    ),
    "names": (PersonName, "person_id", "text", "kind", "script", "language", "is_primary"),
    "ties": (Relationship, "from_person_id", "to_person_id", "kind"),
    "sources": (
        Source,
        *("kind", "title", "url", "publisher_id", *dated("published"), "language"),
        *("reliability", "origin_id", "canonical_url", "informant_id", "informant_connection"),
    ),
    "snapshots": (
        Snapshot,
        *("source_id", "kept_at", "kept_by_id", "text", "text_sha256"),
        *("sha256", "words_sha256", "size"),
    ),
    "cases": (
        Case,
        *("person_id", "title", "summary", "search_keys", "priority", "is_settled"),
        *DERIVED_COLUMNS,
    ),
    "events": (
        Event,
        *("kind", "case_id", "part_of_id", *dated("occurred", "ended")),
        *("place_id", "facility_id", "organization_id", "official_reason", "presumed_reason"),
        *("charge", "sentence_kind", "sentence_months", "release_kind", "response_kind"),
        "demand",
    ),
    "parts": (Participation, "event_id", "person_id", "role", "case_id"),
    "citations": (
        Citation,
        *(f"{name}_id" for name in TARGETS),
        *("field", "source_id", "says", "stance"),
        *("snapshot_id", "quote", "start", "end", "prefix", "suffix"),
    ),
}
MODELS = [model for model, *_ in COLUMNS.values()]


class Book:
    """One sheet for each table, under its name: `book.people.add(…)`."""

    def __init__(self, seed: int):
        for name, (model, *given) in COLUMNS.items():
            setattr(self, name, Sheet(model, seed, *given))

    @property
    def sheets(self) -> list[Sheet]:
        return [getattr(self, name) for name in COLUMNS]
