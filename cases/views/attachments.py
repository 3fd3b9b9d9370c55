"""The pictures of attachments, as files: to who may see the record, and to nobody else."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from cases import originals
from cases.models import Attachment

# A picture that somebody opens by itself asks for nothing and runs nothing; nor is it gathered by
# searches for faces.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, noimageindex",
}


@require_safe
def picture(request, public_id: str) -> HttpResponse:
    """The picture as it is kept."""
    return _sent(request, public_id, "file", "")


@require_safe
def small_picture(request, public_id: str) -> HttpResponse:
    """The picture as pages show it."""
    return _sent(request, public_id, "small_file", "-small")


def _sent(request, public_id: str, which: str, ending: str) -> HttpResponse:
    """Freshness gives it its tag and its 304. What is hidden, missing or lost is one answer."""
    found = Attachment.objects.visible_to(request.user).filter(public_id=public_id)
    name = found.values_list(which, flat=True).first()
    if name is None:
        raise Http404("There is no such picture.")
    try:
        content = originals.read(name)
    except FileNotFoundError as error:
        raise Http404("There is no such picture.") from error
    disposition = f'attachment; filename="{public_id}{ending}.jpg"'
    headers = {**HEADERS, "Content-Disposition": disposition}
    return HttpResponse(content, content_type="image/jpeg", headers=headers)
