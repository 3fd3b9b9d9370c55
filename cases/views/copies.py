"""The register in other shapes: the tidy copy, entities, features, lists; and the codebook."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from cases import entities, estimation, tidy
from cases.filters import FacilityFilter
from cases.models import Facility
from cases.source_columns import FACILITY_COLUMNS
from config.records import codebook_files
from config.records.columns import rows
from config.records.downloads import handed_over
from config.records.exports import FORMATS, geojson
from config.records.models import Record


class Tidy(TemplateView):
    """Before the tidy copy: its tables and how many rows each will have."""

    template_name = "data/tidy.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(tables=tidy.counts(self.request.user), **kwargs)


@require_safe
def tidy_zip(request) -> HttpResponse:
    """The tidy copy; it takes no parameters, and says so rather than ignore one."""
    if request.GET:
        return _refused(request)
    home = f"{settings.SITE_URL or request.build_absolute_uri('/').rstrip('/')}/data/"
    day = timezone.localdate()
    written = tidy.tidy_zip(request.user, day, home)
    return _sent(request, written, "application/zip", f"tidy-{day.isoformat()}", "zip")


@require_safe
def codebook_csv(request) -> HttpResponse:
    return HttpResponse(codebook_files.as_csv(tidy.TABLES), content_type="text/csv; charset=utf-8")


@require_safe
def codebook_json(request) -> HttpResponse:
    return HttpResponse(codebook_files.as_json(tidy.TABLES), content_type="application/json")


class Estimation(TemplateView):
    """Before the table for estimation: its lists and how many rows it will have."""

    template_name = "data/estimation.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            lists=estimation.lists(user),
            most=estimation.MOST_LISTS,
            count=estimation.people(user).count(),
            formats=FORMATS.values(),
            **kwargs,
        )


@require_safe
def estimation_file(request, form) -> HttpResponse:
    """Who is on which list; `lists` says how many have a column of their own."""
    asked = request.GET.get("lists", str(estimation.LISTS))
    if not (asked.isascii() and asked.isdigit() and 1 <= int(asked[:9]) <= estimation.MOST_LISTS):
        message = f"Write a number from 1 to {estimation.MOST_LISTS}."
        return JsonResponse({"errors": {"lists": [message]}}, status=400)
    if set(request.GET) - {"lists"}:
        return _refused(request, "lists")
    if refused := form.too_many(estimation.people(request.user)):
        return JsonResponse({"errors": {"format": [refused]}}, status=400)
    named = estimation.lists(request.user, int(asked))
    columns = estimation.columns(named)
    written = form.write(list(columns), estimation.listed(request.user, named))
    return _sent(request, written, form.media_type, "estimation", form.suffix)


@require_safe
def entities_jsonl(request) -> HttpResponse:
    """Entities of FollowTheMoney, all of them."""
    if request.GET:
        return _refused(request)
    written = entities.written(request.user)
    return _sent(request, written, "application/x-ndjson", "entities", "jsonl")


@require_safe
def facilities_geojson(request) -> HttpResponse:
    """The facilities that the filters of their list find, as features."""
    visible = Facility.objects.visible_to(request.user).order_by("-pk")
    found = FacilityFilter(request.GET, queryset=visible, request=request)
    if found.errors:
        return JsonResponse({"errors": found.errors}, status=400)
    asked = rows(found.qs, FACILITY_COLUMNS, request.user)
    written = geojson(list(FACILITY_COLUMNS), asked)
    return _sent(request, written, "application/geo+json", "facilities", "geojson")


def _refused(request, *known: str) -> JsonResponse:
    unknown = (name[:200] for name in request.GET if name not in known)
    errors = {name: ["There is no such parameter here."] for name in unknown}
    return JsonResponse({"errors": errors}, status=400)


def _sent(request, written, media_type: str, name: str, suffix: str) -> HttpResponse:
    return handed_over(
        request,
        written,
        of=Record,
        kind=name,
        name=name,
        form=suffix,
        media_type=media_type,
        filters=set(request.GET) & {*FacilityFilter.base_filters, "lists"},
    )
