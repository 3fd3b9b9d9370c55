"""The addresses of the public pages, and of the files beside them."""

from django.urls import path, register_converter

from cases.nouns import NOUNS
from cases.views.attachments import Picture, SmallPicture
from cases.views.cases import FORMS, CaseDetail, CaseList, CaseReference
from cases.views.copies import (
    Estimation,
    Tidy,
    codebook_csv,
    codebook_json,
    entities_jsonl,
    estimation_file,
    facilities_geojson,
    tidy_zip,
)
from cases.views.crawlers import SitemapPage, robots, sitemap
from cases.views.data import ApiDocs, Changes, Codebook, Data, Download, Removed
from cases.views.dossier import DossierFile, DossierPage, DossierPdf
from cases.views.events import EventDetail
from cases.views.facilities import FacilityDetail, FacilityList
from cases.views.feeds import (
    CaseFeed,
    CaseListFeed,
    FacilityListFeed,
    PersonListFeed,
    SourceListFeed,
)
from cases.views.front import Front
from cases.views.health import health
from cases.views.people import PersonDetail, PersonList
from cases.views.releases import ReleasePage, Releases, latest, release_file, removed_csv
from cases.views.sources import SourceDetail, SourceList
from config.records.addresses import Day, File, PublicId, SmallPublicId, in_capitals
from config.records.exports import FORMATS
from config.records.schema import schema

register_converter(PublicId, "id")
register_converter(SmallPublicId, "small_id")
register_converter(Day, "day")
register_converter(File, "file")

# What stands in addresses, and the name of the page of one such record.
SECTIONS = {
    "cases": "case",
    "people": "person",
    "events": "event",
    "facilities": "facility",
    "sources": "source",
}

# Pages speak every language, each under its own prefix; files are the same for everybody.
pages = [
    path("", Front.as_view(), name="front"),
    path("cases/", CaseList.as_view(), name="cases"),
    path("cases/feed/", CaseListFeed.as_view(), name="cases-feed"),
    path("cases/<id:public_id>/", CaseDetail.as_view(), name="case"),
    path("cases/<id:public_id>/dossier/", DossierPage.as_view(), name="dossier"),
    path("cases/<id:public_id>/dossier.pdf", DossierPdf.as_view(), name="dossier-pdf"),
    path("people/", PersonList.as_view(), name="people"),
    path("cases/<id:public_id>/feed/", CaseFeed.as_view(), name="case-feed"),
    path("people/feed/", PersonListFeed.as_view(), name="people-feed"),
    path("people/<id:public_id>/", PersonDetail.as_view(), name="person"),
    path("events/<id:public_id>/", EventDetail.as_view(), name="event"),
    path("facilities/", FacilityList.as_view(), name="facilities"),
    path("facilities/feed/", FacilityListFeed.as_view(), name="facilities-feed"),
    path("facilities/<id:public_id>/", FacilityDetail.as_view(), name="facility"),
    path("sources/", SourceList.as_view(), name="sources"),
    path("sources/feed/", SourceListFeed.as_view(), name="sources-feed"),
    path("sources/<id:public_id>/", SourceDetail.as_view(), name="source"),
    path("data/", Data.as_view(), name="data"),
    path("data/tidy/", Tidy.as_view(), name="tidy"),
    path("data/codebook/", Codebook.as_view(), name="codebook"),
    path("data/codebook.csv", codebook_csv, name="codebook-csv"),
    path("data/codebook.json", codebook_json, name="codebook-json"),
    path("data/changes/", Changes.as_view(), name="changes"),
    path("data/removed/", Removed.as_view(), name="removed"),
    path("data/estimation/", Estimation.as_view(), name="estimation"),
    path("data/releases/", Releases.as_view(), name="releases"),
    path("data/releases/latest/", latest, name="latest-release"),
    path("data/releases/<day:day>/", ReleasePage.as_view(), name="release"),
    *(
        path(f"data/download/{noun.name}/", Download.as_view(noun=noun), name=f"take-{noun.name}")
        for noun in NOUNS
    ),
    *(
        path(f"{noun}/<small_id:public_id>/", in_capitals, {"noun": name})
        for noun, name in SECTIONS.items()
    ),
]

urlpatterns = [
    path("pictures/<id:public_id>.jpg", Picture.as_view(), name="picture"),
    path("pictures/<id:public_id>-small.jpg", SmallPicture.as_view(), name="small-picture"),
    path("cases/<id:public_id>/dossier.json", DossierFile.as_view(), name="dossier-file"),
    *(
        path(
            f"cases/<id:public_id>/cite.{suffix}",
            CaseReference.as_view(),
            {"suffix": suffix},
            name=f"cite-{suffix}",
        )
        for suffix in FORMS
    ),
    path("data/releases/latest/<file:path>", latest),
    path("data/releases/<day:day>/<file:path>", release_file, name="release-file"),
    path("data/removed.csv", removed_csv, name="removed-csv"),
    path("api/docs/", ApiDocs.as_view(), name="api-docs"),
    path("api/v1/tidy.zip", tidy_zip, name="tidy-zip"),
    path("api/v1/facilities.geojson", facilities_geojson, name="geojson"),
    path("api/v1/entities.jsonl", entities_jsonl, name="entities"),
    *(
        path(f"api/v1/estimation.{form.suffix}", estimation_file, {"form": form})
        for form in FORMATS.values()
    ),
    path("api/v1/schema/", schema, name="schema"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap/<slug:section>-<int:number>.xml", SitemapPage.as_view(), name="sitemap-page"),
    path("healthz", health, name="health"),
]
