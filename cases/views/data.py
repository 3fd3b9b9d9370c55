"""The pages for who takes the data away: downloads, the codebook, the API, changes of ids."""

from django.views.generic import TemplateView

from cases.nouns import NOUNS
from config.records import codebook, schema
from config.records.exports import FORMATS
from config.records.tombstones import Tombstone
from config.records.views import RecordList
from people.filters import ChangeFilter
from people.models import Change


class Data(TemplateView):
    template_name = "data/data.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            chapters=codebook.chapters(NOUNS),
            vocabularies=codebook.vocabularies(NOUNS),
            missing=codebook.MISSING.items(),
            formats=FORMATS.values(),
            **kwargs,
        )


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
