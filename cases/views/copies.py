"""Copies of the register in other shapes than rows of one kind: the tidy copy, the codebook."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from cases import tidy
from config.records import codebook_files
from config.records.models import Audience, Record


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


def _refused(request) -> JsonResponse:
    errors = {name[:200]: ["There is no such parameter here."] for name in request.GET}
    return JsonResponse({"errors": errors}, status=400)


def _sent(request, written, media_type: str, name: str, suffix: str) -> StreamingHttpResponse:
    """A file that is named so that no hidden row is passed on unaware."""
    everyone = Audience.of(None, Record) == Audience.of(request.user, Record)
    note = "" if everyone else "-not-for-the-public"
    response = StreamingHttpResponse(written, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="tizim-{name}{note}.{suffix}"'
    return response
