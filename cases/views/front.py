"""The front page: what this is, one box that finds cases, people and facilities, the counters."""

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.views.generic import TemplateView

from cases import shown
from cases.charts import charts_of
from cases.counters import counters
from cases.filters import CaseFilter
from cases.models import Case
from cases.nouns import NOUNS
from config.records.remembered import while_unchanged
from config.records.values import LONGEST

FOUND = 10
RECENT = 6
SEARCHED = ("cases", "people", "facilities")


class Front(TemplateView):
    template_name = "front.html"

    def get_context_data(self, **kwargs):
        asked = self.request.GET.get("q", "").strip()
        found = self._found() if asked else []
        return super().get_context_data(
            asked=asked[:LONGEST],
            notices=self._notices(),
            found=found,
            anything=any(part["rows"] for part in found),
            answer=next((part["answer"] for part in found if part["answer"]), None),
            **({} if asked else self._overview()),
            **kwargs,
        )

    def _overview(self) -> dict:
        """What the page shows before anything is asked: the same to everybody."""
        today = timezone.localdate()
        everything = CaseFilter(QueryDict(), queryset=Case.objects.published())
        return {
            "counters": while_unchanged(("counters", today), lambda: counters(today)),
            "charts": charts_of(everything, None, today),
            "recent": shown.cases(None).order_by("-changed_at", "-id")[:RECENT],
        }

    def _notices(self) -> list[str]:
        """What the page does not understand, each in a sentence."""
        told = gettext("There is no such question: %(name)s. This page understands q.")
        return [told % {"name": name[:LONGEST]} for name in self.request.GET if name != "q"]

    def _found(self) -> list[dict]:
        """For each kind of record what its own filter finds, and the link to all of it."""
        if self._notices():
            return []
        return [self._of(noun) for noun in NOUNS if noun.name in SEARCHED]

    def _of(self, noun) -> dict:
        asked = QueryDict(mutable=True)
        asked["q"] = self.request.GET["q"].strip()
        everything = noun.model.objects.visible_to(self.request.user).order_by("-pk")
        filterset = noun.filterset(asked, queryset=everything, request=self.request)
        errors = filterset.errors
        rows = [] if errors else self._rows(noun, filterset.qs)
        for row in rows:
            row.match = filterset.match_of(row)
        return {
            "noun": noun,
            "errors": errors,
            "answer": getattr(filterset, "answer", None),
            "rows": rows[:FOUND],
            "more": len(rows) > FOUND,
            "query": asked.urlencode(),
        }

    def _rows(self, noun, queryset) -> list:
        user = self.request.user
        if noun.name == "cases":
            found = queryset.select_related("person").prefetch_related(*shown.beside_case(user))
        elif noun.name == "people":
            beside = (*shown.beside_person(user), shown.cases_of_people(user))
            found = queryset.prefetch_related(*beside)
        else:
            found = queryset.prefetch_related(shown.place("place", user))
        return list(found[: FOUND + 1])
