"""Filters of cases, events, facilities, sources, citations and attachments."""

from django.db.models import Exists, OuterRef, Q

from cases.choices import (
    CaseStatus,
    EventKind,
    FacilityKind,
    ReasonGroup,
    Reliability,
    ResponseKind,
    SourceKind,
    Stance,
    Verification,
)
from cases.depicting import PictureKind, ShownBasis
from cases.models import Case, Citation, Event, Participation
from cases.models.attachments import PARENTS
from cases.models.citations import TARGETS
from config.records.dated_filters import DatedFilter
from config.records.filters import NUMBERED, RecordFilter
from config.records.values import BoundedText, StrictBoolean, Words, WordsAmong
from people.choices import Ethnicity, Sex
from people.filters import AboutPeople, HomeFilter, PlaceFilter, places_within
from people.models import Person
from people.search import enough

BY_CHANGE = {
    "-updated": ("last changed first", ("-updated_at", "-id")),
    "updated": ("last changed last", ("updated_at", "id")),
}
ID = "An id, such as the end of the record's address."


class CaseFilter(AboutPeople, DatedFilter):
    """`from` and `to` speak of the first loss of liberty."""

    PERSON = "person__"
    DATE = "deprived_event__occurred"
    CHANGED = "changed_at"
    FACETS = ("status", "verification", "sex", "ethnicity", "reason", "kind")
    ORDERS = {
        "-changed": ("last changed first", ("-changed_at", "-id")),
        "changed": ("last changed last", ("changed_at", "id")),
        "name": ("name, A to Z", ("person__name_shown", "id")),
        "-name": ("name, Z to A", ("-person__name_shown", "-id")),
        "deprived": ("taken longest ago first", ("deprived_event__occurred_earliest", "id")),
        "-deprived": ("taken most recently first", ("-deprived_event__occurred_latest", "-id")),
        "-sentence": ("longest sentence first", ("-sentence_months", "-id")),
    }

    status = Words(CaseStatus, field_name="status", label="status")
    verification = Words(Verification, field_name="verification", label="verification")
    sex = Words(Sex, field_name="person__sex", label="sex")
    ethnicity = Words(Ethnicity, field_name="person__ethnicity", label="ethnicity")
    home = HomeFilter(field_name="person__home", label="home")
    place = BoundedText(method="at_place", label="place", help_text="Where an event happened.")
    facility = BoundedText(method="in_facility", label="facility", help_text=ID)
    reason = WordsAmong(ReasonGroup, field_name="reasons", label="reason")
    kind = WordsAmong(EventKind, field_name="kinds", label="event")
    source = BoundedText(method="with_source", label="source", help_text=ID)
    publisher = BoundedText(method="with_publisher", label="publisher", help_text=ID)
    has_citation = StrictBoolean(method="cited", label="has a citation")

    def search(self, queryset, name, value):
        found = self.by_id(queryset, value)
        if found is not None:
            return found
        answer = self.ask(value)
        named = Q(person__in=answer.people)
        found = named | Case.telling(value) if enough(value) else named
        return self.ranked(queryset.filter(found), answer)

    def at_place(self, queryset, name, value):
        return self._with_events(queryset, place__in=places_within(value, self.user))

    def in_facility(self, queryset, name, value):
        return self._with_events(
            queryset, Q(facility__public_id__iexact=value) & self._seen("facility__")
        )

    def with_source(self, queryset, name, value):
        return self._with_citations(queryset, source__public_id__iexact=value)

    def with_publisher(self, queryset, name, value):
        publisher = Citation._meta.get_field("source").related_model._meta.get_field("publisher")
        seen = publisher.related_model.visible(self.user, "source__publisher__")
        named = Q(source__publisher__public_id__iexact=value) | Q(
            source__publisher__name__iexact=value
        )
        return self._with_citations(queryset, seen & named)

    def cited(self, queryset, name, value):
        if value is None:
            return queryset
        return queryset.filter(citation_count__gt=0) if value else queryset.filter(citation_count=0)

    def _seen(self, prefix: str) -> Q:
        return Event._meta.get_field("facility").related_model.visible(self.user, prefix)

    def _with_events(self, queryset, *rules, **fields):
        return queryset.filter(Exists(self._events().filter(*rules, **fields)))

    def _events(self, case="pk"):
        return Event.objects.visible_to(self.user).of_outer_case(self.user, case)

    def _with_citations(self, queryset, *rules, **fields):
        """Cases of which a visible citation speaks, of the case or of one of its events."""
        citations = Citation.objects.visible_to(self.user).filter(*rules, **fields)
        own = citations.filter(case=OuterRef("pk"))
        events = citations.filter(event__in=self._events(OuterRef("pk")))
        return queryset.filter(Exists(own) | Exists(events))


class EventFilter(DatedFilter):
    COUNTED_TO = NUMBERED
    FACETS = ("kind", "reason", "response")
    ORDERS = {
        "occurred": ("earliest first", ("occurred_earliest", "id")),
        "-occurred": ("latest first", ("-occurred_latest", "-id")),
        **BY_CHANGE,
    }

    kind = Words(EventKind, field_name="kind", label="kind")
    reason = Words(ReasonGroup, field_name="official_reason", label="official reason")
    response = Words(ResponseKind, field_name="response_kind", label="response")
    place = PlaceFilter(field_name="place", label="place")
    case = BoundedText(method="of_case", label="case", help_text=ID)
    person = BoundedText(method="of_person", label="person", help_text=ID)

    def search(self, queryset, name, value):
        told = Q()
        for word in value.split():
            told &= Q(title__icontains=word) | Q(description__icontains=word)
        return queryset.filter(told | Q(public_id__iexact=value.strip()))

    def _parts(self, **fields):
        return Participation.objects.visible_to(self.user).filter(**fields).values("event")

    def of_case(self, queryset, name, value):
        shared = self._parts(case__public_id__iexact=value)
        return queryset.filter(Q(case__public_id__iexact=value) | Q(pk__in=shared))

    def of_person(self, queryset, name, value):
        meant = Person.objects.visible_to(self.user).known_as(value).values("pk")
        took_part = self._parts(person__in=meant)
        return queryset.filter(Q(case__person__in=meant) | Q(pk__in=took_part))


class FacilityFilter(RecordFilter):
    FACETS = ("kind",)
    ORDERS = {
        "name": ("name, A to Z", ("name", "id")),
        "-name": ("name, Z to A", ("-name", "-id")),
        **BY_CHANGE,
    }

    kind = Words(FacilityKind, field_name="kind", label="kind")
    place = PlaceFilter(field_name="place", label="place")
    named = StrictBoolean(field_name="is_named", label="has a name")

    def search(self, queryset, name, value):
        named = Q(name__icontains=value) | Q(other_names__icontains=value)
        return queryset.filter(named | Q(public_id__iexact=value.strip()))


class SourceFilter(DatedFilter):
    DATE = "published"
    FACETS = ("kind", "reliability")
    TALLIED = True
    ORDERS = {
        "-published": ("latest first", ("-published_latest", "-id")),
        "published": ("earliest first", ("published_earliest", "id")),
        "title": ("title, A to Z", ("title", "id")),
        **BY_CHANGE,
    }

    kind = Words(SourceKind, field_name="kind", label="kind")
    reliability = Words(Reliability, field_name="reliability", label="reliability")
    language = BoundedText(field_name="language", lookup_expr="iexact", label="language")
    publisher = BoundedText(method="of_publisher", label="publisher", help_text=ID)
    seen = StrictBoolean(field_name="is_seen", label="seen by us")

    def search(self, queryset, name, value):
        told = Q(title__icontains=value) | Q(author__icontains=value) | Q(about__icontains=value)
        return queryset.filter(told | Q(url=value) | Q(public_id__iexact=value.strip()))

    def of_publisher(self, queryset, name, value):
        organization = queryset.model._meta.get_field("publisher").related_model
        named = Q(publisher__public_id__iexact=value) | Q(publisher__name__iexact=value)
        return queryset.filter(organization.visible(self.user, "publisher__") & named)


class CitationFilter(RecordFilter):
    COUNTED_TO = NUMBERED
    FACETS = ("stance",)
    ORDERS = BY_CHANGE

    stance = Words(Stance, field_name="stance", label="stance")
    source = BoundedText(field_name="source__public_id", lookup_expr="iexact", label="source")
    target = BoundedText(method="of_target", label="target", help_text=ID)

    def search(self, queryset, name, value):
        return queryset.filter(Q(quote__icontains=value) | Q(says__icontains=value))

    def of_target(self, queryset, name, value):
        return queryset.filter(_is_of(TARGETS, value, self.user))


class AttachmentFilter(RecordFilter):
    COUNTED_TO = NUMBERED
    FACETS = ("kind", "basis")
    ORDERS = BY_CHANGE

    kind = Words(PictureKind, field_name="kind", label="kind")
    basis = Words(ShownBasis, field_name="basis", label="basis")
    target = BoundedText(method="of_target", label="target", help_text=ID)

    def search(self, queryset, name, value):
        return queryset.filter(Q(shows__icontains=value) | Q(alternative__icontains=value))

    def of_target(self, queryset, name, value):
        return queryset.filter(_is_of(PARENTS, value, self.user))


def _is_of(links: tuple[str, ...], public_id: str, user) -> Q:
    """Whether one of these links leads to the record of an id; a merged one may be meant."""
    either = Q()
    for link in links:
        either |= Q(**{f"{link}__public_id__iexact": public_id})
    return either | Q(person__in=Person.objects.visible_to(user).known_as(public_id).values("pk"))
