"""Saving the page of a published record: what it would do waits for somebody else to accept it."""

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect

from config.records.admin.boxes import RecordBoxes
from config.records.choices import State
from config.records.forms import typed
from config.records.history import because
from config.records.models import PendingChange
from config.records.pending import propose, steps_to, written_in
from config.records.refusals import Refused, refusals_told

WHY = "change_why"
SAY_WHY = "Say why it should change; whoever reviews it reads that."


class ProposingAdmin(RecordBoxes, admin.ModelAdmin):
    """The page of a published record is filled in as any; nothing of it is written.

    It is saved on trial, with all checks of forms and database, then taken back, and kept as what
    it would have written.
    """

    def is_proposing(self, obj) -> bool:
        return obj is not None and obj.state == State.PUBLISHED

    def published(self, request, object_id):
        """The record of this page, if what is saved there has to wait."""
        record = self.get_object(request, object_id) if object_id else None
        return record if self.is_proposing(record) else None

    def try_out(self, request, record, save):
        """What saving answers; if it went well, a change that waits, and nothing else."""
        why = typed(request, WHY).strip()[:1000]
        request.refused = "" if why else SAY_WHY
        request.proposing = True
        try:
            with refusals_told(), transaction.atomic():
                response, written = self._saved(request, save)
                transaction.set_rollback(True)
        except Refused as refused:
            request.refused = str(refused)
            return save()
        if not isinstance(response, HttpResponseRedirect):
            return response
        self._keep(request, record, written, why)
        return HttpResponseRedirect(self._page("change", record.pk))

    def _saved(self, request, save):
        signed = because(by=request.user, action="propose")
        with signed as context, self.model.written_together():
            response = save()
        saved = isinstance(response, HttpResponseRedirect)
        return response, written_in(context) if saved else []

    def _keep(self, request, record, written, why: str) -> None:
        steps = steps_to(written)
        if not steps:
            messages.info(request, "Nothing was changed.")
            return
        propose(record, steps, by=request.user, why=why)
        told = "Your change waits for somebody else to accept it. Readers see no change until then."
        messages.success(request, told)

    def changes_of(self, record, user):
        """The changes of a record that wait, as this user may see them."""
        waiting = PendingChange.objects.visible_to(user).of(record).waiting()
        return waiting.select_related("by")

    def response_change(self, request, obj):
        if getattr(request, "proposing", False):
            return HttpResponseRedirect(self._page("change", obj.pk))
        return super().response_change(request, obj)
