"""The pages of cases: the list, and one case told as a story."""

from cases import shown
from cases.choices import Verification
from cases.filters import CaseFilter
from cases.models import Case
from cases.story import Story
from config.records.views import RecordDetail, RecordList


class CaseList(RecordList):
    model = Case
    filterset_class = CaseFilter
    api_name = "cases"
    template_name = "cases/case_list.html"

    def shown(self, queryset):
        return queryset.select_related("person").prefetch_related(
            *shown.beside_case(self.request.user)
        )


class CaseDetail(RecordDetail):
    model = Case
    template_name = "cases/case_detail.html"

    def get_queryset(self):
        beside = shown.beside_person(self.request.user, "person__")
        return super().get_queryset().select_related("person").prefetch_related(*beside)

    def get_context_data(self, **kwargs):
        case = self.object
        return super().get_context_data(
            story=Story(case, self.request.user),
            verification=Verification(case.verification).definition,
            **kwargs,
        )
