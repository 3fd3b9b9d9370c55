"""Entry of people with their names and ties, and of places."""

from django.contrib import admin

from config.records.admin import RecordAdmin, RecordTable
from config.records.choices import Secrecy
from people import search
from people.choices import RelationshipKind
from people.models import Person, PersonName, Place, Relationship


def called(person: Person) -> str:
    """What staff call somebody: the full name, and the id where there is none yet."""
    return person.name_full or f"(no name yet) {person.public_id}"


def named(record) -> str:
    """The name of a place or an organization in passing, where a sealed one is not told."""
    return record.name if record and record.secrecy != Secrecy.SEALED else ""


def tie_line(tie: Relationship) -> str:
    """The one: sister of the other."""
    word = RelationshipKind(tie.kind).word(tie.from_person.sex) if tie.kind else "…"
    return f"{called(tie.from_person)}: {word} of {called(tie.to_person)}"


class NameTable(RecordTable):
    model = PersonName
    fields = ("text", "kind", "script", "language", "is_primary", "secrecy", "state")
    verbose_name_plural = "names: every spelling ever seen"

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": self.fields})]

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1


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


class PersonAdmin(RecordAdmin):
    """What is known of a person without their cases; cases/admin/people.py adds those."""

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

    def describe(self, record):
        """Name · born 1975 · home · id."""
        parts = [record.name_full or "(no name yet)", *self.told_apart_by(record), record.public_id]
        return " · ".join(part for part in parts if part)

    def told_apart_by(self, person) -> list[str]:
        born = f"born {person.birth_year}" if person.birth_year else ""
        return [born, named(person.home)]

    def search(self, request, queryset, term):
        answer = search.ask(term, request.user)
        return queryset.filter(pk__in=answer.people).order_by(answer.rank("pk"), "-pk")

    @admin.display(description="home", ordering="home__name")
    def home_name(self, person):
        return named(person.home) or "–"


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
