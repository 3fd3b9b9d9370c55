"""Releases as they are served: which there are, what each holds, every file as it lies there."""

from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from cases.removed import removed
from config.records.downloads import Part, streamed
from config.records.exports import FORMATS
from config.records.ranges import NotThere, span
from config.records.releases import NoSuchFile, Release, release_of, releases

FOREVER = "public, max-age=31536000, immutable"
PLAIN = "application/octet-stream"
KINDS = {f".{form.suffix}": form.media_type for form in FORMATS.values()} | {
    "": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".zip": "application/zip",
}


class Releases(TemplateView):
    """All of them, the newest first."""

    template_name = "data/releases.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(releases=releases(settings.RELEASES), **kwargs)


class ReleasePage(TemplateView):
    """One release: its files with their hashes, its counts, what has changed, how it is cited."""

    template_name = "data/release.html"

    def get_context_data(self, day, **kwargs):
        one = _release(day)
        manifest = one.manifest
        tables = [
            (table, manifest["changes"].get(table["name"], {})) for table in manifest["tables"]
        ]
        return super().get_context_data(
            release=one,
            manifest=manifest,
            tables=tables,
            bibtex=one.text("CITATION.bib"),
            **kwargs,
        )


@require_safe
def latest(request, path: str = "") -> HttpResponse:
    """Leads to the newest release, or to a file of it; not to be kept."""
    newest = next(iter(releases(settings.RELEASES)), None)
    if newest is None:
        raise Http404("There is no release yet.")
    answer = HttpResponseRedirect(reverse("release", args=[newest.day]) + path)
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def release_file(request, day: str, path: str) -> HttpResponse:
    """A file of a release, or a part of it. What its sums do not name is not there."""
    one = _release(day)
    try:
        tag = f'"{one.hash_of(path)}"'
        answer = get_conditional_response(request, etag=tag)
        answer = answer or _part(request, one, path, tag)
    except (NoSuchFile, OSError) as error:
        raise Http404("There is no such file in this release.") from error
    if answer.status_code < 400:
        answer["ETag"], answer["Cache-Control"], answer["Accept-Ranges"] = tag, FOREVER, "bytes"
    return answer


@require_safe
def removed_csv(request) -> HttpResponse:
    """Ids that some release held and that are gone."""
    newest = next(iter(releases(settings.RELEASES)), None)
    answer = HttpResponse(removed(newest), content_type=FORMATS["csv"].media_type)
    answer["Cache-Control"] = "no-cache"
    return answer


def _release(day: str) -> Release:
    try:
        return release_of(settings.RELEASES, day)
    except NoSuchFile as error:
        raise Http404("There is no release of this day.") from error


def _part(request, one: Release, path: str, tag: str) -> HttpResponse:
    size = one.size_of(path)
    is_get = request.method == "GET"
    wants_this = request.headers.get("If-Range", tag) == tag
    try:
        asked = span(request.headers.get("Range", ""), size) if wants_this and is_get else None
    except NotThere:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    first, length = asked or (0, size)
    kind = KINDS.get(PurePosixPath(path).suffix, PLAIN)
    answer = streamed(request, Part(one.open(path), first, length), kind)
    if answer.status_code == 200:
        answer["Content-Length"] = length
        if asked:
            answer.status_code = 206
            answer["Content-Range"] = f"bytes {first}-{first + length - 1}/{size}"
    return answer
