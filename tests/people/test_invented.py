"""The invented people: the same for the same seed, in the mix that was asked for, well spelled."""

import re
from collections import Counter
from itertools import islice
from random import Random

import pytest

from people.choices import Ethnicity, NameKind, Script, Sex
from people.invented import name, people, spellings

LETTERS = {
    "Latn": re.compile("[A-Za-z\u00c0-\u02ff\u2c60-\u2c7f]"),
    "Cyrl": re.compile("[\u0400-\u04ff]"),
    "Arab": re.compile("[\u0600-\u06ff]"),
    "Hani": re.compile("[\u4e00-\u9fff]"),
}
# What else may stand in a name of each script.
JOINTS = {"Latn": " ·.-'‘", "Cyrl": " ", "Arab": " ", "Hani": " ·•.・-"}
KNOWN = ("Ablat Turdi", "Серик Аманов", "阿不来提·吐尔地", "سېرىك", "Ma Fulin", "")


@pytest.fixture(scope="module")
def crowd():
    return list(people(20_000, 7))


def share(counted: Counter, *keys: str) -> int:
    """In 100."""
    return round(100 * sum(counted[key] for key in keys) / counted.total())


def test_the_same_seed_gives_the_same_people():
    assert list(people(300, 5, shared=KNOWN)) == list(people(300, 5, shared=KNOWN))
    assert list(people(300, 5)) != list(people(300, 6))


def test_fewer_people_are_the_first_of_more():
    assert list(people(50, 5)) == list(islice(people(500, 5), 50))


def test_the_peoples_are_mixed_as_in_such_a_register(crowd):
    peoples = Counter(one.ethnicity for one in crowd)

    assert share(peoples, "kazakh") == pytest.approx(40, abs=1)
    assert share(peoples, "uyghur") == pytest.approx(34, abs=1)
    assert share(peoples, "hui", "han") == pytest.approx(10, abs=1)
    assert share(peoples, "kyrgyz") == pytest.approx(9, abs=1)
    assert share(peoples, "russian", "tatar", "uzbek") == pytest.approx(7, abs=1)


def test_the_main_spellings_are_in_every_script(crowd):
    scripts = Counter(one.spellings[0].script for one in crowd)

    assert share(scripts, "Latn") == pytest.approx(61, abs=2)
    assert share(scripts, "Cyrl") == pytest.approx(23, abs=2)
    assert share(scripts, "Hani") == pytest.approx(11, abs=2)
    assert share(scripts, "Arab") == pytest.approx(5, abs=1)


def test_each_spelling_is_in_the_letters_of_its_script(crowd):
    strange = [
        (spelling.text, letter)
        for one in crowd
        for spelling in one.spellings
        for letter in spelling.text
        if not fits(letter, spelling.script)
    ]

    assert strange == []


def fits(letter: str, script: str) -> bool:
    return letter in JOINTS[script] or LETTERS[script].match(letter) is not None


def test_people_have_one_to_three_spellings_no_two_alike(crowd):
    numbers = Counter(len({spelling.text for spelling in one.spellings}) for one in crowd)

    assert set(numbers) == {1, 2, 3}
    assert [one for one in crowd if len(set(one.spellings)) != len(one.spellings)] == []


def test_the_words_are_those_that_the_register_knows(crowd):
    assert {one.ethnicity for one in crowd} <= set(Ethnicity.values)
    assert {one.sex for one in crowd} <= set(Sex.values)
    assert {spelling.kind for one in crowd for spelling in one.spellings} <= set(NameKind.values)
    assert {one.script for someone in crowd for one in someone.spellings} == set(Script.values)


def test_names_are_many_and_some_have_namesakes(crowd):
    words = Counter(
        word for one in crowd for word in re.split(r"[ ·•.・-]+", one.spellings[0].text.lower())
    )
    texts = Counter(one.spellings[0].text for one in crowd)

    assert len(words) > 15_000
    assert len(texts) < len(crowd)
    assert words.most_common(1)[0][1] > 50


def test_one_in_seven_bears_a_word_of_a_known_name():
    known = ("Zqzablat Zqzturdi", "Щщерик Щщаманов")
    bearers = [
        one
        for one in people(8_000, 3, shared=known)
        if re.search("zqz|щщ", one.spellings[0].text, re.IGNORECASE)
    ]

    assert len(bearers) / 8_000 == pytest.approx(0.15, abs=0.02)
    assert {len(one.spellings) for one in bearers} == {1}


def test_a_known_name_of_one_script_is_borne_in_that_script():
    bearers = [
        one.spellings[0]
        for one in people(3_000, 3, shared=("阿不来提·吐尔地",))
        if re.search("阿不来提|吐尔地", one.spellings[0].text)
    ]

    assert {one.script for one in bearers} == {"Hani"}


def test_a_family_name_with_a_womans_ending_is_given_to_women():
    bearers = [
        one
        for one in people(3_000, 3, shared=("Щщаманова",))
        if "Щщаманова" in one.spellings[0].text.title()
    ]

    assert {one.sex for one in bearers} == {"female"}


def test_brothers_and_sisters_share_their_fathers_name():
    chance = Random(4)
    eldest = name("uyghur", "male", chance)
    sister = name("uyghur", "female", chance, father=eldest.father, family=eldest.family)

    assert (sister.father, sister.family) == (eldest.father, eldest.family)
    assert 1 <= len(spellings(sister, chance)) <= 3
