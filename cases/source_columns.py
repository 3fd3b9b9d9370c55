"""The public columns of facilities, sources and citations: what each cell holds and means."""

from django.db.models import Case, DecimalField, When
from django.db.models.functions import Coalesce, Round

from cases.choices import (
    CoordinatePrecision,
    EvidenceClass,
    FacilityKind,
    Reliability,
    SourceKind,
    Stance,
)
from cases.models.citations import TARGETS
from cases.models.facilities import DIGITS
from cases.models.traces import newest_trace
from cases.outcomes import TraceOutcome
from config.records.columns import (
    CHANGED,
    NOT_APPLICABLE,
    NOT_STATED,
    Column,
    basic,
    date_columns_of,
    link,
)


def _degrees(name: str, title: str) -> Column:
    """A coordinate, no nearer than is known."""
    rounded = [
        When(precision=precision, then=Round(name, precision=digits))
        for precision, digits in DIGITS.items()
    ]
    return Column(
        name,
        f"{title} in degrees, with as many digits as the precision allows: for a building 5, a "
        "settlement 2, a county 1, a region none.",
        expression=lambda user: Case(*rounded, output_field=DecimalField()),
        standard="WGS 84",
        kind="number",
    )


_OF_FACILITY = (
    Column("id", "Permanent id of the facility.", "public_id"),
    link("facilities"),
    Column("name", "Name, or what we call it where no source names it.", "name"),
    Column("is_named", "Whether a source names it.", "is_named"),
    Column("other_names", "Other names.", "other_names"),
    Column("kind", "Kind, coded.", "kind", None, FacilityKind),
    Column("place", "Where, as the register names the place.", "place__name", missing=NOT_STATED),
    Column("place_id", "Id of that place.", "place__public_id", refers="places"),
    _degrees("latitude", "Latitude"),
    _degrees("longitude", "Longitude"),
    Column(
        "precision",
        "How precise the coordinates are.",
        "precision",
        None,
        CoordinatePrecision,
        NOT_APPLICABLE,
    ),
    Column("operator", "Who runs it.", "operator__name", missing=NOT_STATED),
    Column(
        "operator_id", "Id of that organization.", "operator__public_id", refers="organizations"
    ),
    Column(
        "evidence",
        "What the knowledge of it rests on.",
        "evidence",
        None,
        EvidenceClass,
        NOT_STATED,
    ),
    *date_columns_of("opened", "opened", "When it opened"),
    *date_columns_of("closed", "closed", "When it closed"),
    *CHANGED,
)

FACILITY_COLUMNS = basic(
    "id link name kind place latitude longitude precision evidence version as_of", _OF_FACILITY
)

_OF_SOURCE = (
    Column("id", "Permanent id of the source.", "public_id"),
    link("sources"),
    Column("kind", "Kind, coded.", "kind", None, SourceKind),
    Column("title", "Title.", "title"),
    Column("url", "Address.", "url"),
    Column("archive_url", "Address in an archive of others, where staff know one.", "archive_url"),
    Column("publisher", "Publisher.", "publisher__name", missing=NOT_STATED),
    Column(
        "publisher_id", "Id of that organization.", "publisher__public_id", refers="organizations"
    ),
    Column("author", "Author as stated.", "author", missing=NOT_STATED),
    *date_columns_of("published", "published", "When it was published"),
    Column("language", "Language.", "language", missing=NOT_STATED, standard="BCP 47"),
    Column("reliability", "How reliable we judge it.", "reliability", None, Reliability),
    Column(
        "origin",
        "Id of the source that it repeats or rests on.",
        "origin__public_id",
        refers="sources",
    ),
    Column(
        "cited_by",
        "Id of the source through which alone we know it.",
        "cited_by__public_id",
        refers="sources",
    ),
    Column("is_seen", "Whether we have seen it ourselves.", "is_seen"),
    Column("about", "What it is, in our words.", "about"),
    *CHANGED,
)
SOURCE_COLUMNS = basic(
    "id link kind title url publisher published_edtf published_earliest published_latest language "
    "reliability version as_of",
    _OF_SOURCE,
)


def _target(user):
    """The id of whichever record is cited; the citation is seen only with it."""
    return Coalesce(*(f"{name}__public_id" for name in TARGETS))


# The keys of the tables that a citation may speak of; exactly one of them is filled.
TABLE_OF = {
    "case": "cases",
    "event": "events",
    "person": "people",
    "person_name": "names",
    "relationship": "relationships",
    "participation": "participations",
    "facility": "facilities",
}
_OF_CITATION = (
    Column("id", "Permanent id of the citation.", "public_id"),
    link("api/v1/citations", about="Permanent address of the citation in the API."),
    Column("target", "Id of the record that it speaks of; the letter tells the kind.", "", _target),
    *(
        Column(
            f"{name}_id",
            f"That id, if it is one of {table}.",
            f"{name}__public_id",
            refers=table,
        )
        for name, table in TABLE_OF.items()
    ),
    Column("field", "Which field of the record; empty for the whole.", "field"),
    Column("source", "Id of the source.", "source__public_id", refers="sources"),
    Column("source_title", "Title of the source.", "source__title"),
    Column("says", "What the source says, in short.", "says"),
    Column("stance", "Whether it supports or contradicts the record.", "stance", None, Stance),
    Column("quote", "The passage, word for word.", "quote"),
    Column(
        "passage_now",
        "What became of the passage in the newest kept copy, where there is a newer one.",
        "",
        lambda user: newest_trace("outcome"),
        TraceOutcome,
        NOT_APPLICABLE,
    ),
    Column("start", "First character of the passage in the kept copy, from 0.", "start"),
    Column("end", "First character after the passage.", "end"),
    Column("snapshot_sha256", "SHA-256 of the kept copy's text.", "snapshot__text_sha256"),
    Column("page", "Page.", "page"),
    Column("timecode", "Time in a recording.", "timecode"),
    Column("translation", "Our translation of the passage.", "translation"),
    Column(
        "told_by", "Id of the person who told the source.", "told_by__public_id", refers="people"
    ),
    *CHANGED,
)
CITATION_COLUMNS = basic(
    "id link target field source source_title says stance quote version as_of", _OF_CITATION
)
