"""The logbook, to be read by auditors: who took which file, who opened something sealed, when."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied

from config.records.admin.lists import BoundedPaginator
from config.records.models import kinds as kinds_of_records
from config.records.models import may


class AccessAdmin(admin.ModelAdmin):
    """Nobody adds, changes or deletes a line; the database refuses it too."""

    list_display = ("at", "by", "what", "kind", "form", "filter_names", "rows", "is_whole")
    list_display_links = None
    list_filter = ("what", "is_whole", "kind", "form")
    list_select_related = ("by",)
    date_hierarchy = "at"
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None
    ordering = ("-id",)

    def get_list_display(self, request):
        unseals = any(may(request.user, "unseal", model) for model in kinds_of_records().values())
        return (*self.list_display, "record") if unseals else self.list_display

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A line has no page of its own: its list says all that may be read."""
        if object_id is None:
            raise PermissionDenied
        return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)

    def history_view(self, request, object_id, extra_context=None):
        return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)

    @admin.display(description="filters")
    def filter_names(self, line):
        return ", ".join(line.filters) or "–"
