"""Formats: in which form an answer is asked for, and whether that is a whole file."""

import re

from rest_framework.negotiation import DefaultContentNegotiation

from config.records.exports import FORMATS

API = "/api/"
SUFFIXES = "|".join((*FORMATS, "zip", "geojson"))
FILE = re.compile(rf"\.({SUFFIXES})/?$")
MEDIA_TYPES = tuple(form.media_type.split(";")[0] for form in FORMATS.values())
# Files beside the pages of a record, which cost as much as those of the API.
BESIDE = re.compile(r"/(dossier\.(pdf|json)|forms/[\w-]+(\.docx|/))$")


def is_file(request) -> bool:
    """Whether a whole file is asked for: by its suffix, by `format`, or by what is accepted.

    So is what is handed on of one case.
    """
    if BESIDE.search(request.path):
        return True
    if not request.path.startswith(API):
        return False
    by_name = request.GET.get("format", "") in FORMATS
    by_type = any(accepts(request, one) for one in MEDIA_TYPES)
    return by_name or by_type or bool(FILE.search(request.path))


def accepts(request, media_type: str) -> bool:
    return media_type in request.headers.get("Accept", "").lower()


class SuffixFirst(DefaultContentNegotiation):
    """A format in the address decides, whatever the client says it accepts.

    A file is given to who names its type, and not for `text/*`: what counts and guards files would
    not have known it for one.
    """

    def select_renderer(self, request, renderers, format_suffix=None):
        suffix = format_suffix or request.query_params.get(self.settings.URL_FORMAT_OVERRIDE)
        if not suffix:
            named = [
                one
                for one in renderers
                if one.media_type not in MEDIA_TYPES or accepts(request, one.media_type)
            ]
            return super().select_renderer(request, named, format_suffix)
        chosen = self.filter_renderers(renderers, suffix)[0]
        return chosen, chosen.media_type
