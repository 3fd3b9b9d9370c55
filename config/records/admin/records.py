"""The admin page of any record: what is shown, who may change it, how it is signed and moved."""

import json

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from config.records.accounts.sessions import ask_first, recently_confirmed
from config.records.admin import moves
from config.records.admin.deleting import DeletingAdmin
from config.records.admin.differences import preview_of
from config.records.admin.lists import BoundedPaginator, RecordChangeList, tidied
from config.records.admin.proposing import WHY
from config.records.admin.versions import sent_back
from config.records.choices import State
from config.records.forms import RecordForm, typed
from config.records.history import because
from config.records.logbook import opened
from config.records.models import PUBLIC_ID, may
from config.records.refusals import Refused, refusals_told


@admin.action(description="Submit selected %(verbose_name_plural)s for review")
def submit_selected(model_admin, request, queryset):
    moves.perform_each(request, moves.MOVES["submit"], queryset)


@admin.action(description="Publish selected %(verbose_name_plural)s", permissions=["publish"])
def publish_selected(model_admin, request, queryset):
    if not recently_confirmed(request):
        messages.warning(
            request, "Nothing is published yet. Say that it is you; then choose again."
        )
        return ask_first(request)
    moves.perform_each(request, moves.MOVES["publish"], queryset)
    return None


class RecordAdmin(DeletingAdmin):
    """Entry and review of one kind of record.

    `columns` and `narrow_by` come on top of what every list has; `main` are the boxes up front.
    """

    form = RecordForm
    columns: tuple[str, ...] = ()
    narrow_by: tuple[str, ...] = ()
    described_with: tuple[str, ...] = ()

    actions = (submit_selected, publish_selected)
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 200
    save_on_top = True
    search_fields = ("public_id__iexact",)
    search_help_text = "An id, or words."
    change_list_template = "admin/record_list.html"
    change_form_template = "admin/record_form.html"
    object_history_template = "admin/record_history.html"

    class Media:
        css = {"all": ["records/admin.css"]}

    def describe(self, record) -> str:
        """One line that tells this record from the next, for staff."""
        return str(record)

    # Lists and searches

    def get_list_display(self, request):
        return ("public_id", "state", *self.columns, "secrecy")

    def get_list_filter(self, request):
        return ("state", "secrecy", *self.narrow_by)

    def get_changelist(self, request, **kwargs):
        return RecordChangeList

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def get_search_results(self, request, queryset, search_term):
        term = tidied(search_term)
        by_id = self.of_id(queryset, term) if PUBLIC_ID.fullmatch(term) else None
        if by_id is not None and by_id.exists():
            return by_id, False
        return self.search(request, queryset, term) if term else queryset, False

    def of_id(self, queryset, public_id):
        return queryset.filter(public_id=public_id.upper())

    def search(self, request, queryset, term):
        """The records that a search for words finds; each kind may know a better way."""
        return super().get_search_results(request, queryset, term)[0]

    def changelist_view(self, request, extra_context=None):
        if any("\0" in value for _, values in request.GET.lists() for value in values):
            return HttpResponseRedirect(request.path)
        try:
            with refusals_told():
                return super().changelist_view(request, extra_context)
        except Refused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(request.get_full_path())

    def lookup_allowed(self, lookup, value, request):
        """A list is narrowed by what it offers alone: other lookups would tell what is hidden.

        Django lets a query string ask for any field of the record, and for fields of what it names.
        """
        filters = [getattr(one, "parameter_name", one) for one in self.get_list_filter(request)]
        offered = (*filters, "id", "pk", "public_id", self.date_hierarchy)
        first, *rest = lookup.split("__")
        if first not in offered:
            return False
        is_deep = rest and first != "pk" and self.opts.get_field(first).is_relation
        return lookup in offered or not is_deep

    # Who may change what

    def has_publish_permission(self, request):
        return may(request.user, "publish", self.model)

    # Saving

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.editor = request.user
        form.proposing = self.is_proposing(obj)
        form.refused = getattr(request, "refused", "")
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """All or nothing; what the database refuses comes back as an error of the form."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        record = self.published(request, object_id)
        if record is not None:
            parent = super()
            return self.try_out(
                request,
                record,
                lambda: parent.changeform_view(request, object_id, form_url, extra_context),
            )
        action = "change" if object_id else "enter"
        try:
            with (
                refusals_told(),
                transaction.atomic(),
                self.model.written_together(),
                because(by=request.user, action=action),
            ):
                return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused as refused:
            request.refused = str(refused)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        if form.locked:
            return
        self._sign(request, obj)
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        for record in formset.save(commit=False):
            self._sign(request, record)
            record.save()
        for record in formset.deleted_objects:
            self._take_away(record)

    @staticmethod
    def _take_away(record):
        """A published row goes only as a change that waits, and then it is withdrawn."""
        if record.state != State.PUBLISHED:
            record.delete()
            return
        record.state = State.WITHDRAWN
        record.save(update_fields=["state"])

    def _sign(self, request, record):
        if record.pk is None:
            record.entered_by = request.user

    # The page of one record

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            # As it is kept: the form may have filled `obj` with what cannot be saved.
            context["kept"] = kept = self.get_queryset(request).get(pk=obj.pk)
            opened(kept, by=request.user)
            context["described"] = self.describe(kept)
            context |= {"now": timezone.now(), "sent_back": sent_back(kept)}
            context["open_moves"] = moves.open_moves(kept, request.user)
            context["why_locked"] = context["adminform"].form.locked
            context["preview_at"] = preview_of(kept)
            context["waiting"] = self.changes_of(kept, request.user)
            if self.is_proposing(kept):
                context["asks_why"] = request.POST.get(WHY, "")
        context["asked_back"] = self._asked_back(context)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @staticmethod
    def _asked_back(context):
        """What a form of this page wants answered before it is saved; see its `template`."""
        rows = (inline.formset for inline in context["inline_admin_formsets"])
        asked = (getattr(one, "asked_back", None) for one in (context["adminform"].form, *rows))
        return next(filter(None, asked), None)

    def response_add(self, request, obj, post_url_continue=None):
        return self._told(super().response_add(request, obj, post_url_continue), obj)

    def response_change(self, request, obj):
        return self._told(super().response_change(request, obj), obj)

    def _told(self, response, obj):
        """A window that closes hands its record back by the line that tells it from the next."""
        answer = getattr(response, "context_data", None) or {}
        if "popup_response_data" in answer:
            kept = self.model._base_manager.get(pk=obj.pk)
            handed_back = json.loads(answer["popup_response_data"]) | {"obj": self.describe(kept)}
            answer["popup_response_data"] = json.dumps(handed_back)
        return response

    def view_on_site(self, obj):
        """The page that readers see, where there is one."""
        return (
            obj.get_absolute_url() if obj.is_public and hasattr(obj, "get_absolute_url") else None
        )

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_move"
        view = self.admin_site.admin_view(self.move_view)
        return [path("<key:pk>/move/<slug:verb>/", view, name=name), *super().get_urls()]

    def move_view(self, request, pk, verb):
        """Asks before it moves the record's state, and shows what goes along."""
        record = self.get_object(request, str(pk))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if verb not in moves.MOVES:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        move = moves.MOVES[verb]
        why = typed(request, "why")
        if request.method == "POST" and moves.perform(request, move, record, why):
            return HttpResponseRedirect(self._page("change", pk))
        return self._ask(request, move, record)

    def _ask(self, request, move, record):
        moved, missing = moves.rehearse(move, record, request.user)
        context = {
            **self.admin_site.each_context(request),
            "title": f"{move.label}: {record}",
            "opts": self.opts,
            "record": record,
            "move": move,
            "moved": [self._row(one) for one in moved],
            "missing": missing,
            "why": request.POST.get("why", ""),
        }
        return TemplateResponse(request, "admin/record_move.html", context)

    def _row(self, record):
        """A record in a list of records of all kinds."""
        model_admin = self.admin_site.get_model_admin(type(record))
        return {
            "record": record,
            "kind": record._meta.verbose_name,
            "described": model_admin.describe(record),
            "address": model_admin._page("change", record.pk),
        }

    def _page(self, name, pk):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}", args=[pk])
