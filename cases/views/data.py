"""The pages for who takes the data away: downloads, the codebook, the API, changes of ids."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.views.generic import TemplateView

from cases.nouns import NOUNS
from cases.tidy import TABLES
from config.records import codebook, schema
from config.records.chosen_columns import FIRST, LAST, PRESETS, UnknownColumn, chosen
from config.records.exports import FORMATS
from config.records.filters import filled_in
from config.records.nouns import Noun
from config.records.tombstones import Tombstone
from config.records.views import RecordList
from people.filters import ChangeFilter
from people.models import Change


class Data(TemplateView):
    template_name = "data/data.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            chapters=codebook.chapters(NOUNS),
            missing=codebook.missing().items(),
            formats=FORMATS.values(),
            today=timezone.localdate(),
            **kwargs,
        )


class Codebook(TemplateView):
    template_name = "data/codebook.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            chapters=codebook.chapters(TABLES),
            vocabularies=codebook.vocabularies(TABLES),
            missing=codebook.missing().items(),
            **kwargs,
        )


class Download(TemplateView):
    """Before a download: how many rows it will have, which columns, in which format."""

    noun: Noun = None
    template_name = "data/download.html"

    def get_context_data(self, **kwargs):
        question = filled_in(self.request.GET)
        visible = self.noun.model.objects.visible_to(self.request.user)
        filterset = self.noun.filterset(question, queryset=visible, request=self.request)
        columns, unknown = self._columns(filterset)
        errors = filterset.errors | unknown
        question.pop("columns", None)
        return super().get_context_data(
            noun=self.noun,
            errors=errors,
            chips=filterset.chips(),
            count=None if errors else self._count(filterset),
            columns=columns,
            presets=[(name, gettext(about)) for name, about in PRESETS.items()],
            formats=[] if errors else self._formats(filterset.qs),
            question=[(name, value) for name, values in question.lists() for value in values],
            query=question.urlencode(),
            **kwargs,
        )

    @staticmethod
    def _count(filterset) -> int:
        """As many as the file will have rows, however long it takes to count them."""
        return filterset.qs.count() if filterset.COUNTED_TO else filterset.count

    @staticmethod
    def _formats(found: QuerySet) -> list[tuple]:
        """Each format, and why it cannot hold these rows, if so."""
        return [(one, one.too_many(found)) for one in FORMATS.values()]

    def _columns(self, filterset) -> tuple[list[tuple], dict]:
        """Each column, whether it is ticked, and whether it comes along anyway."""
        known = (*self.noun.columns, *(() if filterset.errors else filterset.told()))
        try:
            ticked = set(chosen(known, self.request.GET.getlist("columns")))
        except UnknownColumn as error:
            return [], {"columns": [str(error)]}
        return [(one, one in ticked, one.name in (*FIRST, *LAST)) for one in known], {}


class ApiDocs(TemplateView):
    template_name = "data/api_docs.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            description=schema.description(), operations=schema.operations(), **kwargs
        )


class Removed(TemplateView):
    """The ids of what was erased: whoever keeps a copy removes these from it."""

    template_name = "data/removed.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(tombstones=Tombstone.objects.told(), **kwargs)


class Changes(RecordList):
    model = Change
    filterset_class = ChangeFilter
    api_name = "changes"
    template_name = "data/changes.html"

    def shown(self, queryset):
        return queryset.select_related("old", "new")
