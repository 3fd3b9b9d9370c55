"""The public columns of cases and events: what each cell holds and means."""

from django.contrib.postgres.expressions import ArraySubquery

from cases.choices import (
    CaseStatus,
    EventKind,
    ReasonGroup,
    ReleaseKind,
    ResponseKind,
    SentenceKind,
    Verification,
)
from cases.models import Event
from config.records.columns import (
    CHANGED,
    NOT_APPLICABLE,
    NOT_STATED,
    Column,
    basic,
    date_columns_of,
    link,
    stamped,
)
from people.choices import Ethnicity, OccupationGroup, Sex
from people.models import Person
from people.models.told import birth_year


def _reasons(field: str):
    def expression(user):
        events = Event.objects.visible_to(user).told_by_outer_case(user).exclude(**{field: ""})
        return ArraySubquery(events.order_by(field).values(field).distinct())

    return expression


BASIC_OF_CASE = """
    id link person_id person title sex birth_year ethnicity home status deprived_on_edtf
    deprived_on_earliest deprived_on_latest sentence_months facility verification sources
    independent_origins version as_of"""
_OF_CASE = (
    Column("id", "Permanent id of the case; also the end of its address.", "public_id"),
    link("cases"),
    Column(
        "person_id",
        "Permanent id of the person; one may have several cases.",
        "person__public_id",
        refers="people",
    ),
    Column(
        "person",
        "Name as it is shown; initials or [withheld] where asked for.",
        "person__name_shown",
    ),
    Column("title", "The case in a few words.", "title"),
    Column("sex", "Sex, only if a source says it.", "person__sex", None, Sex, NOT_STATED),
    Column(
        "birth_year",
        "Year of birth, where the sources leave only one.",
        "",
        lambda user: birth_year(Person, user, "person__"),
        kind="number",
    ),
    Column(
        "ethnicity",
        "Ethnicity, only if a source states it.",
        "person__ethnicity",
        None,
        Ethnicity,
        NOT_STATED,
    ),
    Column(
        "occupation_group",
        "Occupation, coded.",
        "person__occupation_group",
        None,
        OccupationGroup,
        NOT_STATED,
    ),
    Column(
        "home",
        "Home before the events: its county or city; for registered researchers as it is known.",
        "person__home__name",
        missing=NOT_STATED,
    ),
    Column("status", "Status now, derived from the events.", "status", None, CaseStatus),
    *date_columns_of(
        "status_as_of",
        "status_as_of__occurred",
        "Last event that tells of the status",
        NOT_APPLICABLE,
    ),
    *date_columns_of(
        "deprived_on", "deprived_event__occurred", "First loss of liberty", NOT_APPLICABLE
    ),
    Column(
        "official_reasons",
        "Reasons that the authorities give, coded.",
        "",
        _reasons("official_reason"),
        ReasonGroup,
        kind="list",
    ),
    Column(
        "presumed_reasons",
        "Reasons that the sources give or presume, coded.",
        "",
        _reasons("presumed_reason"),
        ReasonGroup,
        kind="list",
    ),
    *date_columns_of("sentenced_on", "sentenced_event__occurred", "Last sentence", NOT_APPLICABLE),
    Column(
        "sentence_kind",
        "Kind of the last sentence.",
        "sentenced_event__sentence_kind",
        None,
        SentenceKind,
        NOT_APPLICABLE,
    ),
    Column(
        "sentence_months",
        "Length of the last sentence in months; 14 years are 168.",
        "sentence_months",
    ),
    Column(
        "sentence_end_earliest",
        "First possible end of the sentence, computed from its day and length; while it is served.",
        "sentence_end_earliest",
    ),
    Column(
        "sentence_end_latest",
        "Last possible end of the sentence, computed likewise.",
        "sentence_end_latest",
    ),
    *date_columns_of("released_on", "released_event__occurred", "Last release", NOT_APPLICABLE),
    Column(
        "release_kind",
        "How the person was released.",
        "released_event__release_kind",
        None,
        ReleaseKind,
        NOT_APPLICABLE,
    ),
    *date_columns_of("died_on", "died_event__occurred", "Death", NOT_APPLICABLE),
    Column(
        "facility_id",
        "Id of the facility that holds the person now.",
        "facility__public_id",
        refers="facilities",
    ),
    Column(
        "facility", "Facility that holds the person now.", "facility__name", missing=NOT_APPLICABLE
    ),
    Column(
        "verification",
        "How well the case is supported, derived from the citations.",
        "verification",
        None,
        Verification,
    ),
    Column("sources", "Number of public sources that support it.", "source_count"),
    Column(
        "independent_origins", "Number of independent origins of those sources.", "origin_count"
    ),
    Column("citations", "Number of passages cited.", "citation_count"),
    Column(
        "last_confirmed_source",
        "Id of the most recent source that supports the status.",
        "last_source__public_id",
        refers="sources",
    ),
    *date_columns_of(
        "last_confirmed_on", "last_source__published", "Publication of that source", NOT_APPLICABLE
    ),
    Column("summary", "The case in our words.", "summary"),
    Column("published_at", "When the record was published.", "published_at", standard="ISO 8601"),
    Column(
        "changed_at",
        "When anything public about the case last changed.",
        "changed_at",
        standard="ISO 8601",
    ),
    *stamped("changed_at", "updated_at", "person__updated_at"),
)
CASE_COLUMNS = basic(BASIC_OF_CASE, _OF_CASE)

BASIC_OF_EVENT = """
    id link kind title case_id person occurred_edtf occurred_earliest occurred_latest place facility
    organization description version as_of"""
_OF_EVENT = (
    Column("id", "Permanent id of the event.", "public_id"),
    link("events"),
    Column("kind", "What happened, coded.", "kind", None, EventKind),
    Column("title", "The event in a few words.", "title"),
    Column(
        "case_id",
        "Id of the case it belongs to; empty for a shared event.",
        "case__public_id",
        refers="cases",
    ),
    Column("person", "Name as shown of that case's person.", "case__person__name_shown"),
    Column(
        "part_of",
        "Id of the event it belongs to or answers.",
        "part_of__public_id",
        refers="events",
    ),
    *date_columns_of("occurred", "occurred", "When it happened"),
    *date_columns_of("ended", "ended", "When it ended", NOT_STATED),
    Column("place", "Where, as the register names the place.", "place__name", missing=NOT_STATED),
    Column("place_id", "Id of that place.", "place__public_id", refers="places"),
    Column("facility_id", "Id of the facility.", "facility__public_id", refers="facilities"),
    Column("facility", "Facility where it happened.", "facility__name", missing=NOT_STATED),
    Column("organization", "Who acted, or who answered.", "organization__name", missing=NOT_STATED),
    Column(
        "organization_id",
        "Id of that organization.",
        "organization__public_id",
        refers="organizations",
    ),
    Column("legal_basis", "Legal basis as stated.", "legal_basis", missing=NOT_STATED),
    Column(
        "official_reason",
        "Reason that the authorities give, coded.",
        "official_reason",
        None,
        ReasonGroup,
        NOT_STATED,
    ),
    Column(
        "official_reason_text", "That reason in words.", "official_reason_text", missing=NOT_STATED
    ),
    Column(
        "presumed_reason",
        "Reason that the sources give or presume, coded.",
        "presumed_reason",
        None,
        ReasonGroup,
        NOT_STATED,
    ),
    Column(
        "presumed_reason_text", "That reason in words.", "presumed_reason_text", missing=NOT_STATED
    ),
    Column("charge", "Charge as stated.", "charge", missing=NOT_STATED),
    Column(
        "sentence_kind", "Kind of sentence.", "sentence_kind", None, SentenceKind, NOT_APPLICABLE
    ),
    Column("sentence_months", "Length of the sentence in months.", "sentence_months"),
    Column(
        "release_kind",
        "How somebody was released.",
        "release_kind",
        None,
        ReleaseKind,
        NOT_APPLICABLE,
    ),
    Column(
        "response_kind",
        "How the authorities answered.",
        "response_kind",
        None,
        ResponseKind,
        NOT_APPLICABLE,
    ),
    Column("demand", "What was demanded.", "demand"),
    Column("count", "How many people, in the source's own words.", "count_text"),
    Column("description", "The event in our words.", "description"),
    *CHANGED,
)
EVENT_COLUMNS = basic(BASIC_OF_EVENT, _OF_EVENT)
