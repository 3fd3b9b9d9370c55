"""The pages of facilities: the list, and who was held in one and what happened there."""

from django.db.models import Q

from cases import shown
from cases.filters import FacilityFilter
from cases.models import Facility, Organization
from cases.passages import Passages
from cases.whereabouts import whereabouts
from config.records.views import RecordDetail, RecordList

MOST = 100


class FacilityList(RecordList):
    model = Facility
    filterset_class = FacilityFilter
    api_name = "facilities"
    feed_name = "facilities-feed"
    template_name = "facilities/facility_list.html"

    def shown(self, queryset):
        return queryset.prefetch_related(shown.place("place", self.request.user))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if context["records"]:
            found = context["filterset"].qs
            context["whereabouts"] = whereabouts(found, self.request.user)
        return context


class FacilityDetail(RecordDetail):
    model = Facility
    template_name = "facilities/facility_detail.html"

    def get_queryset(self):
        user = self.request.user
        return (
            super()
            .get_queryset()
            .prefetch_related(shown.place("place", user), shown.one("operator", Organization, user))
        )

    def get_context_data(self, **kwargs):
        facility, user = self.object, self.request.user
        passages = Passages(shown.citations(user).filter(facility=facility))
        context = {
            "about": passages.of(facility),
            "held_now": shown.cases(user).filter(facility=facility).order_by("-pk")[:MOST],
            "events": shown.events(user).filter(facility=facility)[:MOST],
            "sources": passages.sources(),
            "pictures": shown.pictures(Q(facility=facility), user),
            "most": MOST,
        }
        return super().get_context_data(**context, **kwargs)
