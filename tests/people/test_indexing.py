"""Building the index of names: resumable, without a gap, equal to what saving builds."""

from itertools import islice

import pytest
from django.core.management import call_command

from people import indexing
from people.matching import find
from people.models import HeardKey, HeardWord, NameIndex, NameWord, Word
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def names():
    texts = ["Akikat Kaliolla", "Нурзат Ермекбай", "伊力哈木·土赫提", "Qasym-Zhomart Toqaev"]
    return [factories.person(text, published=True).names.get() for text in texts]


def held() -> set[tuple]:
    """The index by what it says, not by its numbers."""
    words = dict(Word.objects.values_list("pk", "text"))
    rows = NameWord.objects.values_list("name", "word", "audience", "others")
    return {
        (name, words[word], audience, frozenset(words[other] for other in others))
        for name, word, audience, others in rows
    }


def heard() -> set[tuple]:
    """What is heard in each word, under which keys."""
    form = ("heard__stem", "heard__sounds", "heard__bits")
    keys = set(HeardKey.objects.values_list("key", *form))
    return keys | set(HeardWord.objects.values_list("word__text", *form))


def test_building_gives_what_saving_gave(names):
    saved, sounds = held(), heard()

    indexing.build(anew=True)

    assert held() == saved
    assert heard() == sounds


def test_words_that_sound_the_same_are_heard_once(names):
    factories.person("Iskander Beren", published=True)
    before = HeardKey.objects.count()

    factories.person("Искандер Берен", published=True)

    assert HeardKey.objects.count() == before
    assert find("Iskander Beren", None)[1].spelling == "Искандер Берен"


def test_a_build_that_was_stopped_goes_on_where_it_ended(names, monkeypatch):
    monkeypatch.setattr(indexing, "STEP", 1)
    whole = held()

    assert list(islice(indexing.steps(anew=True), 2)) == [1, 1]
    assert len(held()) < len(whole)
    assert indexing.is_needed()
    assert indexing.number_of_steps() == 2

    assert list(indexing.steps()) == [1, 1]
    assert held() == whole
    assert not indexing.is_needed()


def test_the_old_version_answers_until_the_new_one_is_built(names, monkeypatch):
    monkeypatch.setattr(indexing, "STEP", 2)
    new = indexing.VERSION + 1
    monkeypatch.setattr(indexing, "VERSION", new)
    building = indexing.steps()
    next(building)

    assert find("Ilham Tohti", None)[0].spelling == "伊力哈木·土赫提"
    late = factories.person("Almakhan Myrzan", published=True)
    assert find("Алмахан Мырзан", None)[0].person == late.pk

    assert list(building) == [2, 1]
    assert list(NameIndex.objects.values_list("version", flat=True)) == [new]
    assert set(Word.objects.values_list("version", flat=True)) == {new}
    assert find("Алмахан Мырзан", None)[0].person == late.pk
    assert find("Ilham Tohti", None)[0].spelling == "伊力哈木·土赫提"


def test_the_command_builds_only_what_is_needed(names, capsys):
    call_command("index_names")
    assert capsys.readouterr().out == "The index of names is up to date.\n"

    NameIndex.objects.all().delete()
    call_command("index_names")
    assert capsys.readouterr().out == "The index of names is built.\n"
    assert find("Nurzat Ermekbai", None)[0].person == names[1].person_id
