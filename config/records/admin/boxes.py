"""Which boxes stand on a record's page, in which group, and whom a box lets choose."""

from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.db import models

from config.records.date_columns import PARTS, date_columns
from config.records.models import Audience, Record

READERS = "Readers see this"
READERS_MORE = "Readers see this: more"
REGISTERED = "Registered researchers see this"
STAFF = "Only staff see this"


def fieldsets(
    model: type[Record], main: tuple[str, ...] = (), leave_out: tuple[str, ...] = ()
) -> list[tuple[str, dict]]:
    """What readers see, `main` first and the rest folded away, then what only staff see.

    A partial date is named by its one name. Whatever a model has is somewhere.
    """
    public = [box for box in _boxes(model, model.PUBLIC_FIELDS) if box not in leave_out]
    staff = [box for box in _boxes(model, model.STAFF_FIELDS) if box not in leave_out]
    more = [box for box in _boxes(model, model.REGISTERED_FIELDS) if box not in leave_out]
    first = [box for box in main if box in public] or public
    rest = [box for box in public if box not in first]
    groups = [
        (READERS, first, []),
        (READERS_MORE, rest, ["collapse"]),
        (REGISTERED, more, ["staff"]),
        (STAFF, staff, ["staff"]),
    ]
    return [
        (name, {"fields": _rows(model, boxes), "classes": classes})
        for name, boxes, classes in groups
        if boxes
    ]


def _boxes(model: type[Record], names: tuple[str, ...]) -> list[str]:
    """The editable ones of these fields, each partial date once."""
    dates = {f"{date.name}_{part}": date.name for date in date_columns(model) for part in PARTS}
    fields = [model._meta.get_field(name) for name in names]
    editable = [field.name for field in fields if field.editable and not field.primary_key]
    return list(dict.fromkeys(dates.get(name, name) for name in editable))


def _rows(model: type[Record], boxes: list[str]) -> list[str | tuple[str, ...]]:
    """One row per box; a date has its words, and a row of small boxes below."""
    dates = {date.name for date in date_columns(model)}
    rows = []
    for box in boxes:
        small = tuple(f"{box}_{part}" for part in ("basis", "earliest", "latest", "edtf"))
        rows += [f"{box}_written", small] if box in dates else [box]
    return rows


class LinkBox(AutocompleteSelect):
    """Chooses a record by typing. What is no key is refused by the form, not looked up."""

    def optgroups(self, name, value, attr=None):
        keys = [one for one in value if one.isascii() and one.isdigit() and len(one) < 19]
        return super().optgroups(name, keys, attr)


class RecordBoxes(BaseModelAdmin):
    """Links to other records are chosen by typing, among what the user may see."""

    main: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()

    def get_fieldsets(self, request, obj=None):
        """Without the facts that this user may not read: what has no box is not changed."""
        levels = Audience.of(request.user, self.model).levels
        sealed = [
            name
            for fact in self.model.FACTS
            if obj is not None and getattr(obj, fact.column) not in levels
            for name in (fact.name, fact.column)
        ]
        return fieldsets(self.model, self.main, (*self.leave_out, *sealed))

    def get_autocomplete_fields(self, request):
        return [field.name for field in self.opts.fields if _links_to_record(field)]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if not _links_to_record(db_field):
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        model_admin = self.admin_site.get_model_admin(db_field.related_model)
        visible = db_field.related_model.objects.visible_to(request.user)
        kwargs["queryset"] = visible.select_related(*model_admin.described_with)
        kwargs.setdefault("widget", LinkBox(db_field, self.admin_site))
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        field.label_from_instance = model_admin.describe
        return field

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field


def _links_to_record(field: models.Field) -> bool:
    return bool(field.many_to_one) and issubclass(field.related_model, Record)
