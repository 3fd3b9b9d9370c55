"""The page on which a change of a published record is looked at, and accepted or not."""

from django.contrib import admin, messages
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse

from config.records.admin.differences import differences, is_seen, page_of, preview_of
from config.records.choices import ChangeState
from config.records.forms import typed
from config.records.models import PendingChange, may
from config.records.pending import accept, refuse, take_back
from config.records.refusals import tried

DONE = {
    "accept": "The change is accepted; readers see it from now on.",
    "refuse": "The change is refused; everything stays as it was.",
    "take_back": "The change is taken back.",
}


def change_review(request, pk: int):
    """The difference, row by row, and what can be done about it."""
    change = _found(request, pk)
    if request.method == "POST" and _decided(request, change):
        return HttpResponseRedirect(page_of(change.record))
    return _shown(request, change)


def _found(request, pk: int) -> PendingChange:
    found = PendingChange.objects.visible_to(request.user).filter(pk=pk)
    change = found.select_related("by", "decided_by").first()
    if change is None or not is_seen(change, request.user):
        raise Http404
    return change


def _decided(request, change: PendingChange) -> bool:
    """Do what was asked for and tell how it went."""
    verb = next((one for one in DONE if one in request.POST), "")
    why = typed(request, "why")[:1000]
    does = {
        "accept": lambda: accept(change, by=request.user),
        "refuse": lambda: refuse(change, by=request.user, why=why),
        "take_back": lambda: take_back(change, by=request.user),
    }
    if verb not in does:
        return False
    _, problems = tried(does[verb])
    if not problems:
        messages.success(request, DONE[verb])
        return True
    for problem in problems:
        messages.error(request, f"Nothing was changed. {problem}")
    change.refresh_from_db()
    return False


def _shown(request, change: PendingChange) -> TemplateResponse:
    record, user = change.record, request.user
    own, waits = change.by_id == user.pk, change.state == ChangeState.WAITING
    context = {
        **admin.site.each_context(request),
        "title": f"A change of {record}",
        "opts": change.model._meta,
        "record": record,
        "described": admin.site.get_model_admin(change.model).describe(record),
        "change": change,
        "preview_at": preview_of(record) if waits else "",
        "rows": differences(change, user),
        "may_decide": waits and not own and may(user, "publish", change.model),
        "may_take_back": waits and own,
        "why": request.POST.get("why", ""),
    }
    return TemplateResponse(request, "admin/change_review.html", context)
