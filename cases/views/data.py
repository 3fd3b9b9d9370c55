"""The pages for who takes the data away: downloads, the codebook, the API explained."""

from django.views.generic import TemplateView

from cases.nouns import NOUNS
from config.records import codebook, schema
from config.records.exports import FORMATS


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
