"""The register's nouns: every kind of record that can be asked for in public."""

from dataclasses import replace

from cases import standards
from cases.attachment_columns import ATTACHMENT_COLUMNS
from cases.columns import CASE_COLUMNS, EVENT_COLUMNS
from cases.filters import (
    AttachmentFilter,
    CaseFilter,
    CitationFilter,
    EventFilter,
    FacilityFilter,
    SourceFilter,
)
from cases.models import Attachment, Case, Citation, Event, Facility, Source
from cases.person_columns import PERSON_ROW
from cases.source_columns import CITATION_COLUMNS, FACILITY_COLUMNS, SOURCE_COLUMNS
from config.records.nouns import Noun
from people.columns import CHANGE_COLUMNS, RELATIONSHIP_COLUMNS
from people.filters import ChangeFilter, PersonFilter, RelationshipFilter
from people.models import Change, Person, Relationship

_NOUNS = (
    Noun(
        "cases",
        "One row is one line of concern about one person, who may have several.",
        Case,
        CASE_COLUMNS,
        CaseFilter,
        has_list=True,
        has_page=True,
    ),
    Noun(
        "people",
        "One row is one person, or a group that the sources leave uncounted.",
        Person,
        PERSON_ROW,
        PersonFilter,
        has_list=True,
        has_page=True,
    ),
    Noun(
        "events",
        "One row is one thing that happened, to one person or shared by several.",
        Event,
        EVENT_COLUMNS,
        EventFilter,
        has_page=True,
    ),
    Noun(
        "facilities",
        "One row is one place that holds people; two unnamed ones are never the same.",
        Facility,
        FACILITY_COLUMNS,
        FacilityFilter,
        has_list=True,
        has_page=True,
    ),
    Noun(
        "sources",
        "One row is one article, document, testimony or post, however much it supports.",
        Source,
        SOURCE_COLUMNS,
        SourceFilter,
        has_list=True,
        has_page=True,
    ),
    Noun(
        "relationships",
        "One row is one tie between two people: the first is the … of the second.",
        Relationship,
        RELATIONSHIP_COLUMNS,
        RelationshipFilter,
    ),
    Noun(
        "citations",
        "One row is what one source says about one record, with the passage.",
        Citation,
        CITATION_COLUMNS,
        CitationFilter,
    ),
    Noun(
        "attachments",
        "One row is one picture of a case, a person, a facility or a source; the file lies apart.",
        Attachment,
        ATTACHMENT_COLUMNS,
        AttachmentFilter,
    ),
    Noun(
        "changes",
        "One row is one public id that was merged into another, or unmerged from it again.",
        Change,
        CHANGE_COLUMNS,
        ChangeFilter,
    ),
)
NOUNS = tuple(replace(noun, standards=standards.of(noun.name)) for noun in _NOUNS)
