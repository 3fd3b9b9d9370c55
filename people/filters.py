"""Filters of people and relationships, and of the changes of their addresses."""

import django_filters
from django.db.models import Q

from config.records.filters import BoundedText, RecordFilter, Words
from config.records.models import RecordQuerySet
from people.choices import ChangeKind, Ethnicity, OccupationGroup, PersonKind, RelationshipKind, Sex
from people.models import Person, Place


class PlaceFilter(BoundedText):
    """A place by its id or by any of its names, with all that lies in it."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("help_text", "The id or a name of a place; what lies in it is included.")
        super().__init__(*args, **kwargs)

    def filter(self, queryset, value):
        if not value:
            return queryset
        places = places_within(value, getattr(self.parent, "user", None))
        return queryset.filter(**{f"{self.field_name}__in": places})


def places_within(name: str, user) -> list[int]:
    """Primary keys of the visible places of this id or name, and of all that lie in them."""
    visible = Place.objects.visible_to(user)
    named = Q(public_id__iexact=name) | Q(name__iexact=name) | Q(other_names__contains=[name])
    found = set(visible.filter(named).values_list("pk", flat=True))
    edge = found
    while edge:
        edge = set(visible.filter(parent__in=edge).values_list("pk", flat=True)) - found
        found = found | edge
    return sorted(found)


class PersonFilter(RecordFilter):
    FACETS = ("kind", "sex", "ethnicity", "occupation")
    ORDERS = {
        "name": ("name, A to Z", ("name_shown", "id")),
        "-name": ("name, Z to A", ("-name_shown", "-id")),
        "-updated": ("last changed first", ("-updated_at", "-id")),
        "updated": ("last changed last", ("updated_at", "id")),
    }

    kind = Words(PersonKind, field_name="kind", label="kind")
    sex = Words(Sex, field_name="sex", label="sex")
    ethnicity = Words(Ethnicity, field_name="ethnicity", label="ethnicity")
    occupation = Words(OccupationGroup, field_name="occupation_group", label="occupation")
    home = PlaceFilter(field_name="home", label="home")
    has_case = django_filters.ChoiceFilter(
        method="with_case", choices=[("true", "yes"), ("false", "no")], label="has a case"
    )

    def search(self, queryset, name, value):
        return queryset.named(value, self.user) | queryset.known_as(value)

    def with_case(self, queryset, name, value):
        cases = Person._meta.get_field("cases").related_model.objects.visible_to(self.user)
        held = queryset.filter(pk__in=cases.values("person"))
        return held if value == "true" else queryset.exclude(pk__in=cases.values("person"))


class RelationshipFilter(RecordFilter):
    FACETS = ("kind",)
    ORDERS = {
        "-updated": ("last changed first", ("-updated_at", "-id")),
        "updated": ("last changed last", ("updated_at", "id")),
    }

    kind = Words(RelationshipKind, field_name="kind", label="kind")
    person = BoundedText(method="of_person", label="person", help_text="The id of a person.")

    def search(self, queryset: RecordQuerySet, name, value):
        people = Person.objects.visible_to(self.user).named(value, self.user).values("pk")
        return queryset.filter(Q(from_person__in=people) | Q(to_person__in=people))

    def of_person(self, queryset, name, value):
        meant = Person.objects.visible_to(self.user).known_as(value).values("pk")
        return queryset.filter(Q(from_person__in=meant) | Q(to_person__in=meant))


class ChangeFilter(RecordFilter):
    """`updated_since` speaks of the change itself."""

    FACETS = ("kind",)
    CHANGED = "at"
    ORDERS = {
        "-at": ("last changed first", ("-at", "-id")),
        "at": ("last changed last", ("at", "id")),
    }

    kind = Words(ChangeKind, field_name="kind", label="kind")
    person = BoundedText(method="of_person", label="person", help_text="An id, old or new.")

    def search(self, queryset, name, value):
        return queryset.filter(self._named(value) | Q(public_id__iexact=value.strip()))

    def of_person(self, queryset, name, value):
        return queryset.filter(self._named(value))

    @staticmethod
    def _named(value: str) -> Q:
        return Q(old__public_id__iexact=value.strip()) | Q(new__public_id__iexact=value.strip())
