"""The API of cases, events, facilities, sources and citations; the register's addresses."""

from django.db.models import Q
from rest_framework.routers import DefaultRouter

from cases.columns import CASE_COLUMNS, EVENT_COLUMNS
from cases.filters import CaseFilter, CitationFilter, EventFilter, FacilityFilter, SourceFilter
from cases.models import Case, Citation, Event, Facility, Source
from cases.person_columns import PERSON_ROW
from cases.shown import keys_of_case
from cases.source_columns import CITATION_COLUMNS, FACILITY_COLUMNS, SOURCE_COLUMNS
from config.records.api import RecordViewSet
from people.api import ChangeViewSet, PersonViewSet, RelationshipViewSet


def _events(case: Case, user):
    return Event.objects.visible_to(user).filter(pk__in=keys_of_case(case, user)).by_time()


def _citations(case: Case, user):
    events = _events(case, user).values("pk")
    return (
        Citation.objects.visible_to(user).filter(Q(case=case) | Q(event__in=events)).order_by("pk")
    )


def _cited(source: Source, user):
    return Citation.objects.visible_to(user).filter(source=source).order_by("pk")


def _event_citations(event: Event, user):
    return Citation.objects.visible_to(user).filter(event=event).order_by("pk")


class CaseViewSet(RecordViewSet):
    model = Case
    columns = CASE_COLUMNS
    filterset_class = CaseFilter
    related = {"events": (EVENT_COLUMNS, _events), "passages": (CITATION_COLUMNS, _citations)}


class PersonRowViewSet(PersonViewSet):
    """People with what their cases tell."""

    columns = PERSON_ROW


class EventViewSet(RecordViewSet):
    model = Event
    columns = EVENT_COLUMNS
    filterset_class = EventFilter
    related = {"passages": (CITATION_COLUMNS, _event_citations)}


class FacilityViewSet(RecordViewSet):
    model = Facility
    columns = FACILITY_COLUMNS
    filterset_class = FacilityFilter


class SourceViewSet(RecordViewSet):
    model = Source
    columns = SOURCE_COLUMNS
    filterset_class = SourceFilter
    related = {"passages": (CITATION_COLUMNS, _cited)}


class CitationViewSet(RecordViewSet):
    model = Citation
    columns = CITATION_COLUMNS
    filterset_class = CitationFilter


router = DefaultRouter()
router.register("cases", CaseViewSet, "api-case")
router.register("people", PersonRowViewSet, "api-person")
router.register("events", EventViewSet, "api-event")
router.register("facilities", FacilityViewSet, "api-facility")
router.register("sources", SourceViewSet, "api-source")
router.register("relationships", RelationshipViewSet, "api-relationship")
router.register("citations", CitationViewSet, "api-citation")
router.register("changes", ChangeViewSet, "api-change")
