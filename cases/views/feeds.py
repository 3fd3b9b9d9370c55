"""Feeds: what is new and changed in each list, and in one case with its events."""

from django.urls import reverse_lazy

from cases import shown
from cases.filters import CaseFilter, FacilityFilter, SourceFilter
from cases.models import Case, Event, Facility, Source
from cases.views.cases import OneCase
from config.records import feeds
from config.records.feeds import MOST, Entry, ListFeed
from people.filters import PersonFilter
from people.models import Person, Place


def _of_case(case: Case, updated) -> Entry:
    taken = case.deprived_event.occurred if case.deprived_event else None
    facts = [case.title, case.get_status_display(), taken, case.get_verification_display()]
    title = f"{case.person.name_shown}: {case.get_status_display()}"
    return Entry(case.get_absolute_url(), title, facts, updated)


def _of_event(event: Event) -> Entry:
    kind = event.get_kind_display()
    facts = [kind, event.occurred, event.place and event.place.name, event.description]
    title = event.title or kind
    return Entry(event.get_absolute_url(), title, facts, event.updated_at)


class CaseListFeed(ListFeed):
    model = Case
    filterset_class = CaseFilter
    list_path = reverse_lazy("cases")

    def shown(self, queryset):
        beside = shown.beside_case(None)
        return queryset.select_related("person").prefetch_related(*beside)

    def entry(self, record, updated):
        return _of_case(record, updated)


class PersonListFeed(ListFeed):
    model = Person
    filterset_class = PersonFilter
    list_path = reverse_lazy("people")

    def shown(self, queryset):
        return queryset.prefetch_related(*shown.beside_person(None))

    def entry(self, record, updated):
        home = record.home and record.home.name
        facts = [record.get_kind_display(), record.birth_year, home, record.occupation]
        address, name = record.get_absolute_url(), record.name_shown
        return Entry(address, name, facts, updated)


class FacilityListFeed(ListFeed):
    model = Facility
    filterset_class = FacilityFilter
    list_path = reverse_lazy("facilities")

    def shown(self, queryset):
        return queryset.prefetch_related(shown.place("place", None))

    def entry(self, record, updated):
        facts = [record.get_kind_display(), record.place and record.place.name]
        address = record.get_absolute_url()
        return Entry(address, record.name, facts, updated)


class SourceListFeed(ListFeed):
    model = Source
    filterset_class = SourceFilter
    list_path = reverse_lazy("sources")

    def shown(self, queryset):
        return queryset.prefetch_related(*shown.beside_source(None))

    def entry(self, record, updated):
        publisher = record.publisher and record.publisher.name
        facts = [record.get_kind_display(), publisher, record.published]
        address = record.get_absolute_url()
        return Entry(address, record.title, facts, updated)


class CaseFeed(OneCase):
    """The case as it stands, and its events; it ends, as its page does, when the case goes."""

    def get_queryset(self):
        beside = shown.beside_case(None)
        return Case.objects.published().select_related("person").prefetch_related(*beside)

    def is_not_for_search_engines(self):
        return True

    def render_to_response(self, context, **response_kwargs):
        case = self.object
        seen = Event.objects.filter(pk__in=shown.keys_of_case(case, None))
        seen = seen.prefetch_related(shown.one("place", Place, None))
        events = [_of_event(one) for one in seen.order_by("-updated_at", "-pk")[:MOST]]
        told = sorted([_of_case(case, case.changed_at), *events], key=_when, reverse=True)[:MOST]
        return feeds.written(
            self.request,
            told,
            title=self.reference.title,
            about=feeds.about(),
            link=case.get_absolute_url(),
        )


def _when(entry: Entry):
    return entry.updated
