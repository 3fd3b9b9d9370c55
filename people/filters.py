"""Filters of people and relationships, of whatever is about people, and of their addresses."""

from dataclasses import replace

import django_filters
from django.db.models import Model, Q, QuerySet

from config.records.columns import Column
from config.records.filters import NUMBERED, RecordFilter
from config.records.models import PUBLIC_ID, RecordQuerySet
from config.records.values import YES_OR_NO, BoundedText, Words, Year
from people import search
from people.choices import ChangeKind, Ethnicity, OccupationGroup, PersonKind, RelationshipKind, Sex
from people.hints import Hints
from people.matching import Match
from people.models import Person, Place
from people.models.told import at_home_in, born_between
from people.search import Answer

TOLD = (
    Column(
        "matched",
        "Only in answer to `q`: the spelling under which the person was found.",
        is_basic=True,
    ),
    Column(
        "why",
        "Only in answer to `q`: what speaks for and against this being the person.",
        is_basic=True,
    ),
)


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


class HomeFilter(PlaceFilter):
    """Where somebody is at home, as exactly as the reader is told."""

    def filter(self, queryset, value):
        if not value:
            return queryset
        user = getattr(self.parent, "user", None)
        prefix = self.field_name.removesuffix("home")
        return queryset.filter(at_home_in(Person, user, places_within(value, user), prefix))


def places_within(name: str, user) -> list[int]:
    """Primary keys of the visible places of this id or name, and of all that lie in them."""
    visible = Place.objects.visible_to(user)
    found = visible.called([name]) | visible.filter(public_id=name.strip().upper())
    return sorted(visible.inside(found.values_list("pk", flat=True)))


class AboutPeople(RecordFilter):
    """Filters of people, or of what belongs to one: `PERSON` leads there.

    The box asks who may be meant, once a request, and ranks the rows by the answer.
    """

    PERSON = ""
    TOLD = TOLD
    OF_ITSELF = "likeliest first, or last entered"
    TALLIED = True
    RANKS = True

    q = BoundedText(
        method="search",
        label="words or a name",
        help_text="A name in any spelling; with it 1975, from a place, sister of somebody; an id.",
    )
    born = Year(
        method="born_in", label="born", help_text="A year, or several: 1975, 1970s, 1970/1975."
    )
    tie = BoundedText(
        method="tied",
        label="tied to",
        help_text="The id or the name of somebody; or with the tie: sister of, lawyer of.",
    )

    # The box

    @property
    def answer(self) -> Answer | None:
        """Whom the box asks for; None if it is empty."""
        query = "" if self.errors else self.form.cleaned_data["q"]
        return self.ask(query) if query else None

    def ask(self, query: str) -> Answer:
        """Remembered for the request: facets, files and a second list on a page ask again."""
        asked = vars(self if self.request is None else self.request).setdefault("people_asked", {})
        key = query, self._hints()
        if key not in asked:
            asked[key] = search.ask(query, self.user, key[1])
        return asked[key]

    def _hints(self) -> Hints:
        """What the other filters say of the person."""
        asked = self.form.cleaned_data
        first, last = asked["born"] or (None, None)
        one_year = first and first.year == last.year
        sexes = asked.get("sex") or [""]
        home = places_within(asked["home"], self.user) if asked.get("home") else ()
        return Hints(
            born=first.year if one_year else None,
            sex=sexes[0] if len(sexes) == 1 else "",
            places=frozenset(home),
        )

    def ranked(self, queryset: QuerySet, answer: Answer) -> QuerySet:
        """The likeliest first, then what was found otherwise, last entered first."""
        return queryset.order_by(answer.rank(self._path("pk")), "-pk")

    def by_id(self, queryset: QuerySet, value: str) -> QuerySet | None:
        """The record of this id, or those about the person of this id, if there are any."""
        if not PUBLIC_ID.fullmatch(value.strip()):
            return None
        public_id = value.strip().upper()
        person = Person.objects.visible_to(self.user).known_as(public_id).values("pk")
        rule = Q(public_id=public_id) | Q(**{self._path("pk__in"): person})
        return queryset.filter(rule) if self.queryset.filter(rule).exists() else None

    def told(self) -> tuple[Column, ...]:
        answer = self.answer
        if answer is None:
            return ()
        says = zip(TOLD, (search.spelling, search.why), strict=True)
        return tuple(replace(column, expression=self._cell(answer, one)) for column, one in says)

    def _cell(self, answer: Answer, says):
        return lambda user: answer.cell(self._path("pk"), says)

    def match_of(self, record: Model) -> Match | None:
        person = record.person_id if self.PERSON else record.pk
        return self.answer.by_person.get(person) if self.answer else None

    def _path(self, end: str) -> str:
        return f"{self.PERSON}{end}"

    # Filters

    def born_in(self, queryset, name, value):
        begin, end = value[0].year, value[1].year
        return queryset.filter(born_between(Person, self.user, begin, end, self.PERSON))

    def tied(self, queryset, name, value):
        people, sex = search.tied_to(value, self.user)
        found = queryset.filter(**{self._path("pk__in"): people})
        return found.filter(**{self._path("sex__in"): [sex, ""]}) if sex else found


class PersonFilter(AboutPeople):
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
    home = HomeFilter(field_name="home", label="home")
    has_case = django_filters.ChoiceFilter(
        method="with_case", choices=YES_OR_NO, label="has a case"
    )

    def search(self, queryset, name, value):
        found = self.by_id(queryset, value)
        if found is not None:
            return found
        answer = self.ask(value)
        return self.ranked(queryset.filter(pk__in=answer.people), answer)

    def with_case(self, queryset, name, value):
        cases = Person._meta.get_field("cases").related_model.objects.visible_to(self.user)
        held = queryset.filter(pk__in=cases.values("person"))
        return held if value == "true" else queryset.exclude(pk__in=cases.values("person"))


class RelationshipFilter(RecordFilter):
    COUNTED_TO = NUMBERED
    FACETS = ("kind",)
    ORDERS = {
        "-updated": ("last changed first", ("-updated_at", "-id")),
        "updated": ("last changed last", ("updated_at", "id")),
    }

    kind = Words(RelationshipKind, field_name="kind", label="kind")
    person = BoundedText(method="of_person", label="person", help_text="The id of a person.")

    def search(self, queryset: RecordQuerySet, name, value):
        people = search.ask(value, self.user).people
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
