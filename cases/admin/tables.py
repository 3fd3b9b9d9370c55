"""Tables of other records on the page of one, to be read and followed."""

from django.contrib import admin


class RecordTable(admin.TabularInline):
    """What belongs to the record on whose page it stands, as far as the user may see it."""

    show_change_link = True
    can_delete = False
    max_num = 0

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False
