"""A record's history in the admin, and the way back to any moment of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.dateparse import parse_datetime

from config.records.admin.differences import told_steps
from config.records.admin.proposing import ProposingAdmin
from config.records.admin.versions import changes
from config.records.choices import State
from config.records.forms import typed
from config.records.logbook import opened
from config.records.models import PendingChange
from config.records.refusals import tried
from config.records.restoring import as_it_was, restore

CHANGES = 50


class RestoringAdmin(ProposingAdmin):
    """Who changed what, when and why; each line leads to what it would take to go back there."""

    def history_view(self, request, object_id, extra_context=None):
        record = self.get_object(request, object_id)
        return super().history_view(
            request, object_id, {**self._history(request, record), **(extra_context or {})}
        )

    def _history(self, request, record) -> dict:
        if record is None:
            return {}
        opened(record, by=request.user, kind=f"history of a {self.opts.verbose_name}")
        asked = PendingChange.objects.visible_to(request.user).of(record).order_by("-id")
        return {
            "record": record,
            "changes": changes(record, request.user),
            "asked": asked.select_related("by", "decided_by")[:CHANGES],
            "may_restore": self._may_restore(request, record),
        }

    def _may_restore(self, request, record) -> bool:
        is_open = record.state in (State.DRAFT, State.PUBLISHED)
        return is_open and self.has_change_permission(request, record)

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_restore"
        view = self.admin_site.admin_view(self.restore_view)
        return [path("<key:pk>/restore/", view, name=name), *super().get_urls()]

    def restore_view(self, request, pk):
        """Shows what would change back, and does it when a reason is given."""
        record = self.get_object(request, str(pk))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self._may_restore(request, record):
            raise PermissionDenied
        moment = _moment(request.GET.get("to", ""))
        if request.method == "POST" and self._restored(request, record, moment):
            return HttpResponseRedirect(self._page("change", pk))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Bring {record} back",
            "opts": self.opts,
            "record": record,
            "moment": moment,
            "rows": told_steps(as_it_was(record, moment, request.user), request.user),
            "waits": record.state == State.PUBLISHED,
            "why": request.POST.get("why", ""),
        }
        return TemplateResponse(request, "admin/record_restore.html", context)

    def _restored(self, request, record, moment) -> bool:
        why = typed(request, "why")[:1000]
        waits, problems = tried(lambda: restore(record, moment, by=request.user, why=why))
        if not problems:
            told = "It waits for somebody else to accept it." if waits else f"{record} is back."
            messages.success(request, told)
            return True
        for problem in problems:
            messages.error(request, f"Nothing was changed. {problem}")
        return False


def _moment(written: str):
    """The time of a line of the history, as its link has it."""
    try:
        moment = parse_datetime(written.replace(" ", "+")[:40])
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Http404
    return moment
