"""Sources with their kept copies."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import path, reverse
from django.utils.html import format_html

from cases.admin import links, origins, traces
from cases.admin.attachments import AttachmentTable
from cases.extraction.found import cleaned
from cases.keeping import keep_text
from cases.models import Snapshot, Source
from cases.origins import proposals
from config.records.admin import RecordAdmin
from config.records.forms import RecordForm
from config.records.refusals import Refused
from people.admin import named

SHOWN_AT_MOST = 500


class SnapshotForm(forms.ModelForm):
    """A pasted text; line ends as one sign, so that it counts the same on every computer."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "text" in self.fields:
            self.fields["text"].strip = False

    def clean_text(self):
        return cleaned(self.cleaned_data["text"])


class SourceForm(RecordForm):
    """A source; its canonical address follows its address, unless somebody writes another."""

    def clean(self):
        cleaned = super().clean()
        if "url" in self.changed_data and "canonical_url" not in self.changed_data:
            cleaned["canonical_url"] = ""
        return cleaned


class NewCopy(admin.StackedInline):
    """A box to paste a text into; what is kept already is shown by KeptCopies."""

    model = Snapshot
    form = SnapshotForm
    fields = ("text",)
    verbose_name = "new kept copy"
    verbose_name_plural = "paste the text here to quote from it"
    extra = 1
    max_num = 1
    can_delete = False

    def get_queryset(self, request):
        return super().get_queryset(request).none()


class KeptCopies(admin.TabularInline):
    """Kept copies are never changed; the newest is the one that passages are looked up in."""

    model = Snapshot
    fields = readonly_fields = (
        "kept_at",
        "kept_by",
        "how",
        "size",
        "sha256",
        "beginning",
        "reading",
    )
    verbose_name_plural = "kept copies"
    show_change_link = True
    can_delete = False
    max_num = 0

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description="text")
    def beginning(self, snapshot):
        return snapshot.text[:SHOWN_AT_MOST]

    @admin.display(description="what it tells")
    def reading(self, snapshot):
        page = reverse("admin:cases_snapshot_read", args=[snapshot.pk])
        return format_html('<a href="{}">Read this copy</a>', page)


class SourcePictures(AttachmentTable):
    fk_name = "source"


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    main = ("kind", "title", "url", "publisher", "author", "published", "language", "reliability")
    columns = ("title", "kind", "publisher_name", "when", "link", "reliability")
    narrow_by = ("kind", "reliability", "is_seen", links.LinkNow, traces.PassagesNow)
    change_form_template = "admin/source_form.html"
    date_hierarchy = "published_earliest"
    list_select_related = ("publisher", "link_check")
    described_with = ("publisher",)
    search_fields = ("title__icontains", "url__icontains", "publisher__name__icontains")
    search_help_text = "Words of the title, the publisher or the address; or an id."
    inlines = (NewCopy, KeptCopies, SourcePictures)
    form = SourceForm
    change_list_template = "admin/source_list.html"

    def describe(self, record):
        parts = [record.title, self.publisher_name(record), self.when(record), record.public_id]
        return " · ".join(part for part in parts if part)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["traces"] = traces.to_look_at(obj, request.user)
            context["proposed"] = proposals(obj, request.user)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_formset(self, request, form, formset, change):
        """A pasted text is kept as any other copy is."""
        if formset.model is not Snapshot:
            return super().save_formset(request, form, formset, change)
        pasted = formset.save(commit=False)
        try:
            kept = [keep_text(one.source, one.text, by=request.user) for one in pasted]
        except ValidationError as error:
            raise Refused(" ".join(error.messages)) from error
        formset.new_objects = kept
        return None

    @admin.display(description="publisher", ordering="publisher__name")
    def publisher_name(self, source):
        return named(source.publisher)

    def get_urls(self):
        page = self.admin_site.admin_view(origins.origin_page)
        return [path("<key:pk>/origin/", page, name="cases_source_origin"), *super().get_urls()]

    @admin.display(description="link")
    def link(self, source):
        return links.told(source)

    @admin.display(description="published", ordering="published_earliest")
    def when(self, source):
        return str(source.published) if source.published else ""


@admin.register(Snapshot)
class SnapshotAdmin(admin.ModelAdmin):
    """To read a kept copy in full; it is added by `keep` and never changed."""

    list_display = ("public_id", "source", "kept_at", "kept_by", "how", "size", "sha256")
    list_filter = ("how",)
    fields = (
        *("source", "how", "kept_at", "kept_by", "text"),
        *("address_asked", "address_reached", "status", "headers"),
        *("size", "sha256", "file", "text_sha256"),
    )
    readonly_fields = fields
    list_select_related = ("source", "kept_by")
    show_full_result_count = False
    search_fields = ("public_id__iexact", "source__public_id__iexact")
    change_form_template = "admin/snapshot_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
