"""The pages of sources: the list, and every case and fact that one source supports."""

from django.db.models import Q

from cases import shown
from cases.filters import SourceFilter
from cases.models import Source
from cases.support import Support
from config.records.views import RecordDetail, RecordList


class SourceList(RecordList):
    model = Source
    filterset_class = SourceFilter
    api_name = "sources"
    feed_name = "sources-feed"
    template_name = "sources/source_list.html"

    def shown(self, queryset):
        return queryset.prefetch_related(*shown.beside_source(self.request.user))


class SourceDetail(RecordDetail):
    model = Source
    template_name = "sources/source_detail.html"

    def get_queryset(self):
        return shown.sources(self.request.user)

    def get_context_data(self, **kwargs):
        support = Support(self.object, self.request.user)
        pictures = shown.pictures(Q(source=self.object), self.request.user)
        return super().get_context_data(support=support, pictures=pictures, **kwargs)
