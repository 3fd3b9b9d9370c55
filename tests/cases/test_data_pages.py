"""The codebook explains every column, word and filter; the API's page every address."""

import csv
import io

import pytest

from cases import standards
from cases.nouns import NOUNS
from cases.tidy import TABLES
from config.records import codebook, schema
from tests.reading import words

pytestmark = pytest.mark.django_db


def test_the_codebook_explains_every_column_and_filter(client):
    told = client.get("/data/codebook/").content.decode()

    for noun in TABLES:
        assert f'id="{noun.name}"' in told
        for column in noun.columns:
            assert f"<code>{column.name}</code>" in told
        for name in noun.filterset.get_filters() if noun.filterset else ():
            assert f"<code>{name}</code>" in told


def test_every_coded_column_links_to_its_words(client):
    told = client.get("/data/codebook/").content.decode()

    for vocabulary in codebook.vocabularies(TABLES):
        assert f'id="words-{vocabulary.name}"' in told
        assert f'href="#words-{vocabulary.name}"' in told


def test_every_word_has_a_definition():
    blank = [
        (vocabulary.name, value)
        for vocabulary in codebook.vocabularies(TABLES)
        for value, label, definition in vocabulary.words
        if not definition
    ]

    assert blank == []


@pytest.mark.parametrize("noun", TABLES, ids=lambda noun: noun.name)
def test_no_column_and_no_filter_is_undocumented(noun):
    (chapter,) = codebook.chapters([noun])

    columns = [one for one in chapter.columns if not (one.about and one.kind and one.standard)]
    filters = [one for one in chapter.filters if not (one.label and one.standard)]
    uncoded = [one for one in chapter.columns if "word" in one.kind and not one.vocabulary]
    assert (columns, filters, uncoded) == ([], [], [])
    told = {one.name for one in chapter.columns}
    assert {column.name for column in noun.columns} <= told


@pytest.mark.parametrize("noun", TABLES, ids=lambda noun: noun.name)
def test_no_norm_is_told_of_a_column_that_is_not_there(noun):
    names = {column.name for column in noun.columns}
    names |= {codebook.PARTS_OF_A_DATE.sub("", name) for name in names}

    assert set(standards.OF_TABLE.get(noun.name, {})) - names == set()


def test_every_key_leads_to_a_table():
    keys = {column.refers for noun in TABLES for column in noun.columns if column.refers}

    assert keys <= {noun.name for noun in TABLES}


def test_the_codebook_is_a_csv_and_a_json_too(client):
    text = client.get("/data/codebook.csv").content.decode()
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    told = client.get("/data/codebook.json").json()

    columns = [(one["of"], one["name"]) for one in lines if one["section"] == "column"]
    in_json = [(table["name"], one["name"]) for table in told["tables"] for one in table["columns"]]
    assert columns == in_json
    assert len(set(columns)) == len(columns) > 150
    assert {"section": "word", "of": "Sex", "name": "female"}.items() <= next(
        one for one in lines if one["name"] == "female"
    ).items()
    assert told["missing"] == codebook.MISSING
    assert [one["name"] for one in told["vocabularies"]] == [
        one.name for one in codebook.vocabularies(TABLES)
    ]


def test_the_schema_is_openapi_and_names_every_noun(client):
    described = client.get("/api/v1/schema/").json()

    assert described["openapi"].startswith("3.")
    for noun in NOUNS:
        assert f"/api/v1/{noun.name}/" in described["paths"]


def test_the_page_of_the_api_is_written_from_the_schema(client):
    told = words(client.get("/api/docs/").content.decode())

    for operation in schema.operations():
        assert f"{operation.method} {operation.path}" in told
