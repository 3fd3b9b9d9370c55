"""Pictures: a page of their own with the box for the file, and tables on pages of records."""

from django import forms
from django.contrib import admin
from django.utils.html import format_html

from cases.admin.tables import RecordTable
from cases.attaching import attach, drawn
from cases.models import Attachment
from cases.models.attachments import NO_FILE, PARENTS
from cases.redrawing.bounded import TOO_LARGE
from config.records.admin import RecordAdmin
from config.records.forms import RecordForm
from config.records.uploads import was_too_large


class AttachmentForm(RecordForm):
    """A picture with what is said of it. Its file is chosen once; another is another picture."""

    picture = forms.FileField(
        required=False,
        allow_empty_file=True,
        help_text="JPEG, PNG or WebP, up to 20 MB. It is drawn anew: the place and the camera that "
        "its file tells of are not kept, nor is its name.",
        widget=forms.ClearableFileInput({"accept": "image/jpeg,image/png,image/webp"}),
    )
    too_large = False
    drawn = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["picture"]
            for name in {*PARENTS} & {*self.fields}:
                self.fields[name].disabled = True

    def clean_picture(self):
        if self.too_large:
            raise forms.ValidationError(TOO_LARGE)
        given = self.cleaned_data["picture"]
        if given is None:
            raise forms.ValidationError(NO_FILE)
        given.seek(0)
        self.drawn = drawn(given.read())
        return given


@admin.register(Attachment)
class AttachmentAdmin(RecordAdmin):
    form = AttachmentForm
    main = (*PARENTS, "kind", "shows", "alternative", "basis", "taken_from", "rights")
    columns = ("about", "kind", "shows", "basis", "rights")
    narrow_by = ("kind", "basis", "rights")
    list_select_related = PARENTS
    search_fields = ("shows__icontains", "alternative__icontains")

    def describe(self, record):
        return f"{record.shows} · {record.get_kind_display()} · {record.public_id}"

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.too_large = was_too_large(request)
        return form

    def get_fieldsets(self, request, obj=None):
        box = ("The picture", {"fields": ["seen" if obj else "picture"]})
        return [box, *super().get_fieldsets(request, obj)]

    def get_readonly_fields(self, request, obj=None):
        return ("seen",)

    def save_model(self, request, obj, form, change):
        if form.drawn and obj.pk is None:
            attach(obj, form.drawn, by=request.user)
        else:
            super().save_model(request, obj, form, change)

    @admin.display(description="picture")
    def seen(self, record):
        return shown(record)

    @admin.display(description="of")
    def about(self, record):
        return f"{record.parent._meta.verbose_name} {record.parent}"


def shown(record):
    """The picture as pages show it; the whole of it behind a link."""
    width, height = record.small_measures
    return format_html(
        '<a href="{}"><img src="{}" alt="{}" width="{}" height="{}" loading="lazy"></a>',
        *(record.address, record.small_address, record.alternative, width, height),
    )


class AttachmentTable(RecordTable):
    """The pictures of the record on whose page they stand; each is entered on its own page."""

    model = Attachment
    fields = readonly_fields = ("seen", "kind", "shows", "basis", "state")
    template = "admin/attachments.html"
    verbose_name_plural = "pictures"

    @admin.display(description="picture")
    def seen(self, record):
        return shown(record)
