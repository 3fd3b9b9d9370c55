"""The API of cases, events, sources, pictures and the rest; the register's addresses."""

from datetime import datetime

from django import forms
from django.db.models import Q
from rest_framework import exceptions, renderers, viewsets
from rest_framework.response import Response
from rest_framework.routers import DefaultRouter

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
from cases.removed_since import Gone, gone
from cases.shown import keys_of_case
from cases.source_columns import CITATION_COLUMNS, FACILITY_COLUMNS, SOURCE_COLUMNS
from config.records import cursors
from config.records.api import RecordViewSet, link_to
from config.records.paging import NO_PLACE
from config.records.schema import answers
from config.records.values import LONGEST, MomentField
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


class AttachmentViewSet(RecordViewSet):
    model = Attachment
    columns = ATTACHMENT_COLUMNS
    filterset_class = AttachmentFilter


TEXT = {"type": "string"}
GONE = {
    "type": "object",
    "required": ["table", "id", "change", "into", "gone_since"],
    "properties": {
        "table": TEXT | {"description": "Which kind of record it was."},
        "id": TEXT,
        "change": TEXT | {"enum": ["withdrawn", "merged", "erased"]},
        "into": TEXT | {"description": "Of one that was merged: who answers."},
        "gone_since": TEXT | {"description": "A time in UTC; of what was erased, a day."},
    },
}
REMOVED = {
    "type": "object",
    "required": ["next", "results"],
    "properties": {
        "next": TEXT | {"nullable": True, "format": "uri"},
        "results": {"type": "array", "items": GONE},
    },
}


class RemovedForm(forms.Form):
    since = MomentField(max_length=LONGEST, required=False)
    after = forms.CharField(max_length=cursors.LONGEST, required=False)


class RemovedViewSet(viewsets.ViewSet):
    """Ids that are gone: whoever keeps a copy takes them out of it, and what refers to them."""

    SIZE = 1_000
    renderer_classes = [renderers.JSONRenderer]
    filterset_class = None

    @answers("removed_list", REMOVED, since="A day, or a time in UTC.", after="`next` holds it.")
    def list(self, request, format=None):
        asked = self._asked(request)
        found = gone(asked["since"], asked["after"], self.SIZE + 1)
        shown = found[: self.SIZE]
        more = len(found) > self.SIZE
        following = self._next(request, shown[-1]) if more else None
        return Response({"next": following, "results": [self._told(one) for one in shown]})

    @staticmethod
    def _asked(request) -> dict:
        form = RemovedForm(request.query_params)
        unknown = {*request.query_params} - {*form.fields, "format"}
        errors = {name[:LONGEST]: ["There is no such filter. Filters: since."] for name in unknown}
        if errors or not form.is_valid():
            raise exceptions.ValidationError(errors or form.errors)
        asked = form.cleaned_data
        if not asked["after"]:
            return asked | {"after": None}
        try:
            at, last = cursors.read(asked["after"])
            return asked | {"after": (datetime.fromisoformat(at), last)}
        except (cursors.NoSuchPlace, ValueError, TypeError) as error:
            raise exceptions.ValidationError({"after": [NO_PLACE]}) from error

    @staticmethod
    def _told(one: Gone) -> dict[str, str]:
        told = {name: getattr(one, name) for name in ("table", "id", "change", "into")}
        return told | {"gone_since": one.since}

    @staticmethod
    def _next(request, last: Gone) -> str:
        return link_to(request, "after", cursors.write([last.at.isoformat(), last.id]))


router = DefaultRouter()
router.register("cases", CaseViewSet, "api-case")
router.register("people", PersonRowViewSet, "api-person")
router.register("events", EventViewSet, "api-event")
router.register("facilities", FacilityViewSet, "api-facility")
router.register("sources", SourceViewSet, "api-source")
router.register("relationships", RelationshipViewSet, "api-relationship")
router.register("citations", CitationViewSet, "api-citation")
router.register("attachments", AttachmentViewSet, "api-attachment")
router.register("changes", ChangeViewSet, "api-change")
router.register("removed", RemovedViewSet, "api-removed")
