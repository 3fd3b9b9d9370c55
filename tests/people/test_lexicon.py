"""What a process keeps of the words: it is in step with the index, whoever changed it."""

import pytest
from django.db import transaction

from people import indexing, lexicon
from people.matching import find
from tests import factories

pytestmark = pytest.mark.django_db


def found(query: str) -> list[str]:
    return [match.spelling for match in find(query, None)]


@pytest.fixture(autouse=True)
def knowing():
    """The process has answered for the words of the name already."""
    factories.person("Iskander Beren", published=True)
    assert found("Iskandar Beran") == ["Iskander Beren"]


def test_a_word_is_found_as_soon_as_it_is_saved():
    factories.person("Искандер Берэн", published=True)

    assert found("Iskandar Beran") == ["Iskander Beren", "Искандер Берэн"]


def test_a_word_that_was_taken_back_is_forgotten():
    with transaction.atomic():
        factories.person("Yskandar Beeran", published=True)
        assert "Yskandar Beeran" in found("Iskandar Beran")
        transaction.set_rollback(True)

    assert found("Iskandar Beran") == ["Iskander Beren"]

    factories.person("Iskandar Biran", published=True)
    assert sorted(found("Iskandar Beran")) == ["Iskandar Biran", "Iskander Beren"]


def test_what_was_taken_back_is_not_asked_for_again(django_assert_num_queries):
    with transaction.atomic():
        factories.person("Yskandar Beeran", published=True)
        found("Dana Ama")
        transaction.set_rollback(True)
    factories.person("Iskandar Biran", published=True)
    found("Iskandar Beran")

    with django_assert_num_queries(4):
        found("Iskandar Beran")


def test_an_index_that_was_built_anew_is_read_anew():
    indexing.build(anew=True)

    assert found("Iskandar Beran") == ["Iskander Beren"]


@pytest.mark.parametrize("limit", ["MOST_KEPT", "MOST_WORDS", "MOST_NEW"])
def test_a_process_that_keeps_too_much_begins_anew(monkeypatch, limit):
    monkeypatch.setattr(lexicon, limit, 0)
    factories.person("Искандер Берэн", published=True)

    assert found("Iskandar Beran") == ["Iskander Beren", "Искандер Берэн"]
