"""Places that hold people, and organizations."""

from django.contrib import admin

from cases.admin.attachments import AttachmentTable
from cases.admin.citations import CitationRows
from cases.models import Facility, Organization
from config.records.admin import RecordAdmin
from people.admin import named


class NamedAdmin(RecordAdmin):
    """What has a name, a kind and a place."""

    narrow_by = ("kind",)
    list_select_related = ("place",)
    described_with = ("place",)
    search_fields = ("name", "other_names__icontains")
    columns = ("name", "kind", "place_name")

    def describe(self, record):
        parts = [record.name, record.get_kind_display(), self.place_name(record)]
        return " · ".join([*(part for part in parts if part), record.public_id])

    @admin.display(description="place", ordering="place__name")
    def place_name(self, record):
        return named(record.place)


@admin.register(Facility)
class FacilityAdmin(NamedAdmin):
    main = ("name", "is_named", "kind", "place", "operator", "evidence")
    inlines = (CitationRows, AttachmentTable)


@admin.register(Organization)
class OrganizationAdmin(NamedAdmin):
    main = ("name", "other_names", "kind", "place")
