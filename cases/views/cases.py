"""The pages of cases: the list, one case told as a story, and how that one is cited."""

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.utils import timezone

from cases import shown
from cases.charts import charts_of
from cases.choices import Verification
from cases.citing import Reference
from cases.filters import CaseFilter
from cases.models import Case
from cases.story import Story
from config.records.views import RecordDetail, RecordList, site

# Forms of a reference: what makes it, its media type, and the end of the file's name.
FORMS = {
    "txt": (Reference.text, "text/plain; charset=utf-8"),
    "bib": (Reference.bibtex, "application/x-bibtex; charset=utf-8"),
    "json": (Reference.csl, "application/vnd.citationstyles.csl+json; charset=utf-8"),
}


class CaseList(RecordList):
    model = Case
    filterset_class = CaseFilter
    api_name = "cases"
    feed_name = "cases-feed"
    template_name = "cases/case_list.html"

    def shown(self, queryset):
        return queryset.select_related("person").prefetch_related(
            *shown.beside_case(self.request.user)
        )

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if context["records"]:
            filterset, user = context["filterset"], self.request.user
            context["charts"] = charts_of(filterset, user, timezone.localdate())
            context["are_being_drawn"] = not context["charts"] and not user.is_authenticated
        return context


class OneCase(RecordDetail):
    """What the page of a case and its reference have in common."""

    model = Case

    def get_queryset(self):
        return super().get_queryset().select_related("person")

    def is_not_for_search_engines(self):
        return self.object.is_not_for_search_engines

    @property
    def reference(self) -> Reference:
        return Reference(self.object, settings.REGISTER_NAME, site(self.request)["site_url"])


class CaseDetail(OneCase):
    template_name = "cases/case_detail.html"

    def get_queryset(self):
        beside = shown.beside_person(self.request.user, "person__")
        return super().get_queryset().prefetch_related(*beside)

    def get_context_data(self, **kwargs):
        case = self.object
        story = Story(case, self.request.user)
        sources = [one.source for one in story.sources]
        of_both = Q(case=case) | Q(person=case.person_id)
        return super().get_context_data(
            story=story,
            verification=Verification(case.verification).definition,
            pictures=shown.pictures(of_both, self.request.user),
            reference=self.reference,
            linked_data=self.reference.linked_data(sources),
            **kwargs,
        )


class CaseReference(OneCase):
    """The reference as a file, in the form that the address names."""

    def render_to_response(self, context, **response_kwargs):
        suffix = self.kwargs["suffix"]
        make, kind = FORMS[suffix]
        name = f"{self.object.public_id}.{suffix}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(make(self.reference), content_type=kind, headers=headers)
