"""Entry of people with their names and ties, and of places."""

from django.contrib import admin

from config.records.admin import RecordAdmin, RecordFormSet, RecordTable
from config.records.choices import Secrecy
from people import search
from people.boxes import NameBox
from people.choices import RelationshipKind
from people.confidential_pages import may_view
from people.merge_pages import MergePages, merge_selected
from people.models import Person, PersonName, Place, Relationship
from people.person_forms import PersonForm
from people.proposing import propose_in_passing
from people.recognition import Recognition


def called(person: Person) -> str:
    """What staff call somebody: the full name, and the id where there is none yet."""
    return person.name_full or f"(no name yet) {person.public_id}"


def named(record) -> str:
    """The name of a place or an organization in passing, where a sealed one is not told."""
    return record.name if record and record.secrecy != Secrecy.SEALED else ""


def home_of(person: Person) -> str:
    return "" if person.home_secrecy == Secrecy.SEALED else named(person.home)


def tie_line(tie: Relationship) -> str:
    """The one: sister of the other."""
    word = RelationshipKind(tie.kind).word(tie.from_person.sex) if tie.kind else "…"
    return f"{called(tie.from_person)}: {word} of {called(tie.to_person)}"


class NameFormSet(RecordFormSet):
    """The names of one person; those of somebody new are looked for in the register first."""

    asked_back = None

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "text" in form.fields and self.instance.pk:
            form.fields["text"].widget.attrs["data-person"] = self.instance.pk

    def clean(self):
        super().clean()
        names = [name for form in self.forms if (name := self._name(form))]
        if names and not self.instance.pk:
            self.asked_back = Recognition(names, self.form.editor, self.data)
            self.asked_back.require_answer()

    def _name(self, form) -> str:
        gone = self.can_delete and self._should_delete_form(form)
        return "" if gone else getattr(form, "cleaned_data", {}).get("text", "")


class NameTable(RecordTable):
    model = PersonName
    formset = NameFormSet
    fields = ("text", "kind", "script", "language", "is_primary", "secrecy", "state")
    verbose_name_plural = "names: every spelling ever seen"

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": self.fields})]

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "text":
            kwargs["widget"] = NameBox
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class TiesFrom(RecordTable):
    model = Relationship
    fk_name = "from_person"
    verbose_name = "tie"
    verbose_name_plural = "ties: this person is the … of …"

    def get_fieldsets(self, request, obj=None):
        fields = ("kind", "to_person", "stated_as", "secrecy", "state")
        return [(None, {"fields": fields})]


class TiesTo(RecordTable):
    """The ties that were entered on the other person's page, read from this side."""

    model = Relationship
    fk_name = "to_person"
    verbose_name = "tie entered from the other side"
    verbose_name_plural = "ties entered from the other side"
    readonly_fields = ("told", "stated_as", "state")
    can_delete = False
    max_num = 0

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": self.readonly_fields})]

    def has_change_permission(self, request, obj=None):
        return False

    def has_add_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("from_person", "to_person")

    @admin.display(description="tie")
    def told(self, tie):
        word = RelationshipKind(tie.kind).word(tie.from_person.sex)
        return f"{called(tie.from_person)} is the {word} of this person"


class PersonAdmin(MergePages):
    """What is known of a person without their cases; cases/admin/people.py adds those."""

    form = PersonForm
    change_list_template = "admin/person_list.html"
    change_form_template = "admin/person_form.html"
    main = ("kind", "described_as", "count_text", "name_display", "sex", "home")
    columns = ("name_full", "kind", "name_display", "home_name")
    narrow_by = ("kind", "name_display", "sex", "ethnicity")
    list_select_related = ("home",)
    described_with = ("home",)
    search_help_text = (
        "A name in any spelling and script; with it a year of birth, “from” a place, or "
        "“sister of” somebody; or an id."
    )
    inlines = (NameTable, TiesFrom, TiesTo)
    actions = (*RecordAdmin.actions, merge_selected)

    def render_change_form(self, request, context, *args, **kwargs):
        context["may_see_confidential"] = bool(may_view(request.user))
        return super().render_change_form(request, context, *args, **kwargs)

    def describe(self, record):
        """Name · born 1975 · home · id."""
        parts = [record.name_full or "(no name yet)", *self.told_apart_by(record), record.public_id]
        return " · ".join(part for part in parts if part)

    def told_apart_by(self, person) -> list[str]:
        """A sealed fact is told in no line, not even to who may read it."""
        born = f"born {person.birth_year}" if person.birth_year else ""
        return ["" if person.birth_secrecy == Secrecy.SEALED else born, home_of(person)]

    def search(self, request, queryset, term):
        answer = search.ask(term, request.user)
        return queryset.filter(pk__in=answer.people).order_by(answer.rank("pk"), "-pk")

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        for names in (one for one in formsets if isinstance(one, NameFormSet)):
            if names.asked_back:
                names.asked_back.remember(form.instance, by=request.user)
            if names.has_changed():
                propose_in_passing(form.instance)

    @admin.display(description="home")
    def home_name(self, person):
        return home_of(person) or "–"


@admin.register(PersonName)
class PersonNameAdmin(RecordAdmin):
    columns = ("text", "kind", "script", "is_primary")
    narrow_by = ("kind", "script")
    described_with = ("person",)

    def describe(self, record):
        return f"{record.text} · {record.get_kind_display()} · {record.public_id}"

    def search(self, request, queryset, term):
        """Every spelling of the people found, the likeliest person first."""
        answer = search.ask(term, request.user)
        names = queryset.filter(person__in=answer.people)
        return names.order_by(answer.rank("person_id"), "-is_primary", "pk")

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if {"text", "person"} & set(form.changed_data):
            propose_in_passing(obj.person)


@admin.register(Relationship)
class RelationshipAdmin(RecordAdmin):
    main = ("from_person", "kind", "to_person", "stated_as")
    columns = ("told", "stated_as")
    narrow_by = ("kind",)
    list_select_related = ("from_person", "to_person")
    described_with = ("from_person", "to_person")

    def describe(self, record):
        return f"{self.told(record)} · {record.public_id}"

    def search(self, request, queryset, term):
        people = search.ask(term, request.user).people
        return queryset.filter(from_person__in=people) | queryset.filter(to_person__in=people)

    @admin.display(description="tie")
    def told(self, tie):
        return tie_line(tie)


@admin.register(Place)
class PlaceAdmin(RecordAdmin):
    main = ("name", "other_names", "level", "parent")
    columns = ("name", "level", "parent_name")
    narrow_by = ("level",)
    list_select_related = ("parent",)
    described_with = ("parent",)
    search_fields = ("name", "other_names__icontains")

    def describe(self, record):
        parts = [record.name, record.get_level_display(), self.parent_name(record)]
        return " · ".join([*(part for part in parts if part), record.public_id])

    @admin.display(description="lies in", ordering="parent__name")
    def parent_name(self, place):
        return named(place.parent)
