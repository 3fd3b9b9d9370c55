"""Citations: a page of their own, and rows on the page of what they speak of."""

from django import forms
from django.contrib import admin
from django.db import models

from cases.admin import traces
from cases.models import Case, Citation, Event, Facility, Participation
from cases.models.citations import TARGETS
from config.records.admin import RecordAdmin, RecordBlocks
from config.records.admin.boxes import fieldsets
from config.records.date_columns import PARTS, date_columns
from config.records.forms import RecordForm
from config.records.models import Record
from people.models import Person, PersonName, Relationship

WHOLE = [("", "as a whole")]
CITED = (Case, Event, Person, PersonName, Relationship, Participation, Facility)
UP_FRONT = ("field", "source", "says", "stance", "quote")


def citable(model: type[Record]) -> list[tuple[str, str]]:
    """The public fields of a model that somebody types, each partial date once."""
    dates = {f"{date.name}_{part}": date for date in date_columns(model) for part in PARTS}
    found = {}
    for name in model.PUBLIC_FIELDS:
        field = model._meta.get_field(name)
        if name in dates:
            found[dates[name].name] = dates[name].about
        elif field.editable:
            found[name] = str(field.verbose_name)
    return list(found.items())


class CitationForm(RecordForm):
    """A citation; its passage is looked up in the source's newest kept copy when it is saved."""

    cited: tuple[type[models.Model], ...] = CITED

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "field" in self.fields:
            self.fields["field"] = self._field_choice(self.fields["field"])

    def _field_choice(self, box: forms.Field) -> forms.ChoiceField:
        groups = [(str(m._meta.verbose_name).capitalize(), citable(m)) for m in self.cited]
        choices = [*WHOLE, *(groups if len(groups) > 1 else groups[0][1])]
        known = {name for _, fields in groups for name, _ in fields}
        if self.instance.field and self.instance.field not in known:
            choices.append((self.instance.field, self.instance.field))
        return forms.ChoiceField(
            choices=choices,
            required=False,
            label="about which field",
            help_text=box.help_text,
            disabled=box.disabled,
        )

    def _post_clean(self):
        if self.instance.pk and {"source", "quote"} & set(self.changed_data):
            # The old place belongs to the old words; the new ones are looked up afresh.
            self.instance.snapshot = self.instance.start = self.instance.end = None
        super()._post_clean()


class CitationRows(RecordBlocks):
    """Citations of the record on whose page they stand."""

    model = Citation
    form = CitationForm
    main = UP_FRONT
    leave_out = (*TARGETS, "snapshot", "start", "end")

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.cited = (self.parent_model,)
        return formset


@admin.register(Citation)
class CitationAdmin(RecordAdmin):
    form = CitationForm
    main = (*TARGETS, *UP_FRONT)
    leave_out = ("snapshot", "start", "end")
    columns = ("about", "field", "says", "stance", "source_title")
    narrow_by = ("stance", traces.PassageNow)
    change_form_template = "admin/citation_form.html"
    list_select_related = (*TARGETS, "source")
    search_fields = ("source__public_id__iexact", "source__title__icontains", "says__icontains")

    def describe(self, record):
        said = record.says or record.quote[:60]
        parts = [self.about(record), self.source_title(record), said, record.public_id]
        return " · ".join(part for part in parts if part)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["traces"] = traces.of_citation(obj, request.user) if obj else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="about")
    def about(self, citation):
        target = citation.target
        return f"{target._meta.verbose_name} {target}"

    @admin.display(description="source")
    def source_title(self, citation):
        return citation.source.title[:80]


def citation_fieldsets(in_front: tuple[str, ...]) -> list[tuple[str | None, dict]]:
    """The boxes of a citation on a page where `in_front` says what it is about."""
    (_, first), *rest = fieldsets(Citation, UP_FRONT, CitationRows.leave_out)
    folded = [(name, {**boxes, "classes": ["collapse"]}) for name, boxes in rest]
    return [(None, {"fields": [*in_front, *first["fields"], "state"]}), *folded]
