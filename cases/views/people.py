"""The pages of people: the list, and what the register holds about one person."""

from django.http import Http404

from cases import shown
from cases.portrait import Portrait
from config.records.addresses import answered_by
from config.records.views import RecordDetail, RecordList
from people.filters import PersonFilter
from people.models import Person


class PersonList(RecordList):
    model = Person
    filterset_class = PersonFilter
    api_name = "people"
    feed_name = "people-feed"
    template_name = "people/person_list.html"

    def shown(self, queryset):
        user = self.request.user
        beside = (*shown.beside_person(user), shown.cases_of_people(user))
        return queryset.prefetch_related(*beside)


class PersonDetail(RecordDetail):
    model = Person
    template_name = "people/person_detail.html"

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            visible = Person.objects.visible_to(request.user)
            return answered_by(request, visible, kwargs["public_id"])

    def get_queryset(self):
        return super().get_queryset().prefetch_related(*shown.beside_person(self.request.user))

    def get_context_data(self, **kwargs):
        portrait = Portrait(self.object, self.request.user)
        return super().get_context_data(portrait=portrait, **kwargs)
