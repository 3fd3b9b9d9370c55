"""Rows of records on another record's page: each is locked, signed and deleted on its own."""

from django.contrib import admin
from django.forms import BaseInlineFormSet

from config.records.admin.boxes import RecordBoxes
from config.records.choices import State
from config.records.forms import RecordForm


class RecordFormSet(BaseInlineFormSet):
    """Only drafts are deleted, and what is published on the page of something published, where it
    waits for review; the box to do so is shut for the rest.
    """

    def add_fields(self, form, index):
        super().add_fields(form, index)
        self.shut_delete(form)

    @staticmethod
    def shut_delete(form) -> None:
        if "DELETE" in form.fields and form.instance.pk:
            open_states = [State.DRAFT, *([State.PUBLISHED] if form.proposing else [])]
            form.fields["DELETE"].disabled = form.instance.state not in open_states


class RecordRows(RecordBoxes):
    form = RecordForm
    formset = RecordFormSet
    show_change_link = True
    readonly_fields = ("state",)
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.editor = request.user
        formset.form.proposing = obj is not None and obj.state == State.PUBLISHED
        return formset

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    @admin.display(description="state")
    def state(self, record):
        return record.get_state_display()


class RecordTable(RecordRows, admin.TabularInline):
    """Rows of a few boxes each."""


class RecordBlocks(RecordRows, admin.StackedInline):
    """Rows of many boxes each."""

    def get_fieldsets(self, request, obj=None):
        (_, first), *rest = super().get_fieldsets(request, obj)
        shown = [(None, {**first, "fields": [*first["fields"], "state"]})]
        folded = [(n, {**group, "classes": [*group["classes"], "collapse"]}) for n, group in rest]
        return shown + folded
