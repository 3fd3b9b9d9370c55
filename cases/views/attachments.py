"""The pictures of attachments, as files: to who may see the record, and to nobody else."""

from django.http import Http404, HttpResponse
from django.views.generic import View

from cases import originals
from cases.models import Attachment

# A picture that somebody opens by itself asks for nothing and runs nothing; nor is it gathered by
# searches for faces.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, noimageindex",
}


class Picture(View):
    """The picture as it is kept. What is hidden, missing or lost is one answer."""

    model = Attachment
    which, ending = "file", ""

    def get(self, request, public_id: str) -> HttpResponse:
        """Freshness gives it its tag and its 304."""
        found = Attachment.objects.visible_to(request.user).filter(public_id=public_id)
        name = found.values_list(self.which, flat=True).first()
        try:
            content = originals.read(name) if name else None
        except FileNotFoundError:
            content = None
        if content is None:
            raise Http404("There is no such picture.")
        disposition = f'attachment; filename="{public_id}{self.ending}.jpg"'
        headers = {**HEADERS, "Content-Disposition": disposition}
        return HttpResponse(content, content_type="image/jpeg", headers=headers)


class SmallPicture(Picture):
    """The picture as pages show it."""

    which, ending = "small_file", "-small"
