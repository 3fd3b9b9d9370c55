"""The page of the log: who changed which record when, for auditors and chiefs."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.http import urlencode

from config.records.admin.site import Page
from config.records.models import PUBLIC_ID
from config.records.signatures import AT_ONCE, LAST_PAGE, signatures

MAY_READ = "pghistory.view_context"


def log(request):
    """A hundred changes at a time, newest first; it links to no record."""
    if not request.user.has_perm(MAY_READ):
        raise PermissionDenied
    record = request.GET.get("record", "").strip()
    asked = record if PUBLIC_ID.fullmatch(record) else ""
    page = _page(request.GET.get("page", ""))
    rows = signatures(record=asked, page=page)
    goes_on = len(rows) == AT_ONCE and page < LAST_PAGE
    more = {"record": asked, "page": page + 1} if goes_on else {}
    context = {
        **admin.site.each_context(request),
        "title": "Log of changes",
        "rows": rows if asked or not record else [],
        "record": record[:20],
        "next": f"?{urlencode(more)}" if more else "",
    }
    return TemplateResponse(request, "admin/log.html", context)


def _page(written: str) -> int:
    is_number = written.isascii() and written.isdigit() and len(written) < 4
    return min(max(int(written), 1), LAST_PAGE) if is_number else 1


admin.site.add_page(Page("log/", "log", log, "log", "Log of changes", MAY_READ))
