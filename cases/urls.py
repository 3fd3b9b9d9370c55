"""The addresses of the public pages."""

from django.urls import path, register_converter

from cases.views.cases import CaseDetail, CaseList
from cases.views.data import ApiDocs, Changes, Data, Removed
from cases.views.events import EventDetail
from cases.views.facilities import FacilityDetail, FacilityList
from cases.views.front import Front
from cases.views.health import health
from cases.views.people import PersonDetail, PersonList
from cases.views.sources import SourceDetail, SourceList
from config.records.addresses import PublicId, SmallPublicId, in_capitals
from config.records.schema import schema

register_converter(PublicId, "id")
register_converter(SmallPublicId, "small_id")

urlpatterns = [
    path("", Front.as_view(), name="front"),
    path("cases/", CaseList.as_view(), name="cases"),
    path("cases/<id:public_id>/", CaseDetail.as_view(), name="case"),
    path("people/", PersonList.as_view(), name="people"),
    path("people/<id:public_id>/", PersonDetail.as_view(), name="person"),
    path("events/<id:public_id>/", EventDetail.as_view(), name="event"),
    path("facilities/", FacilityList.as_view(), name="facilities"),
    path("facilities/<id:public_id>/", FacilityDetail.as_view(), name="facility"),
    path("sources/", SourceList.as_view(), name="sources"),
    path("sources/<id:public_id>/", SourceDetail.as_view(), name="source"),
    path("data/", Data.as_view(), name="data"),
    path("data/changes/", Changes.as_view(), name="changes"),
    path("data/removed/", Removed.as_view(), name="removed"),
    path("api/docs/", ApiDocs.as_view(), name="api-docs"),
    path("api/v1/schema/", schema, name="schema"),
    path("healthz", health, name="health"),
    *(
        path(f"{noun}/<small_id:public_id>/", in_capitals, {"noun": noun})
        for noun in ("cases", "people", "events", "facilities", "sources")
    ),
]
