"""The data page explains every column, word and filter; the API's page every address."""

import pytest

from cases.nouns import NOUNS
from config.records import codebook, schema
from tests.reading import words

pytestmark = pytest.mark.django_db


def test_the_codebook_explains_every_column_and_filter(client):
    told = client.get("/data/").content.decode()

    for noun in NOUNS:
        assert f'id="{noun.name}"' in told
        for column in noun.columns:
            assert f"<code>{column.name}</code>" in told
        for name in noun.filterset.get_filters():
            assert f"<code>{name}</code>" in told


def test_every_coded_column_links_to_its_words(client):
    told = client.get("/data/").content.decode()

    for vocabulary in codebook.vocabularies(NOUNS):
        assert f'id="words-{vocabulary.name}"' in told
        assert f'href="#words-{vocabulary.name}"' in told


def test_every_word_has_a_definition():
    blank = [
        (vocabulary.name, value)
        for vocabulary in codebook.vocabularies(NOUNS)
        for value, label, definition in vocabulary.words
        if not definition
    ]

    assert blank == []


def test_the_schema_is_openapi_and_names_every_noun(client):
    described = client.get("/api/v1/schema/").json()

    assert described["openapi"].startswith("3.")
    for noun in NOUNS:
        assert f"/api/v1/{noun.name}/" in described["paths"]


def test_the_page_of_the_api_is_written_from_the_schema(client):
    told = words(client.get("/api/docs/").content.decode())

    for operation in schema.operations():
        assert f"{operation.method} {operation.path}" in told
