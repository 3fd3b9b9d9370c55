"""The page of one event: who took part, which cases it belongs to, what supports it."""

from django.db.models import Q

from cases import shown
from cases.models import Event
from cases.passages import Passages
from cases.story import entry
from config.records.views import RecordDetail


class EventDetail(RecordDetail):
    model = Event
    template_name = "events/event_detail.html"

    def get_queryset(self):
        return shown.events(self.request.user)

    def is_not_for_search_engines(self):
        case = self.object.case
        return bool(case) and case.is_not_for_search_engines

    def get_context_data(self, **kwargs):
        event, user = self.object, self.request.user
        near = list(shown.events(user).filter(part_of=event))
        passages = Passages(self._citations([event, *near]))
        context = {
            "entry": entry(event, passages),
            "near": [entry(one, passages) for one in near],
            "part_of": shown.events(user).filter(pk=event.part_of_id).first(),
            "sources": passages.sources(),
        }
        return super().get_context_data(**context, **kwargs)

    def _citations(self, events: list[Event]):
        parts = [part.pk for event in events for part in event.seen_parts]
        cited = Q(event__in=[event.pk for event in events]) | Q(participation__in=parts)
        return shown.citations(self.request.user).filter(cited)
