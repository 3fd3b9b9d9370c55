"""Whom in the register the people of an article may be."""

import pytest

from cases.linking import Link, link
from cases.reading.article import Article, Reading, Someone, Span, Tie
from tests import factories as make

pytestmark = pytest.mark.django_db
SEALED = {"secrecy": "sealed"}


def linked(text: str, *names: str, user=None, ties: tuple[Tie, ...] = ()) -> dict[int, Link]:
    """The links of the people of these names, of whom the first has the ties."""
    people = [
        Someone(name, (Span(text.index(name), text.index(name) + len(name)),)) for name in names
    ]
    if ties:
        people[0] = Someone(people[0].name, people[0].mentions, ties=ties)
    return link(Article(text), Reading(people=tuple(people)), user)


def test_somebody_known_under_another_spelling_is_surely_meant():
    known = make.person("Aqiqat Qaliolla", published=True)

    (found,) = linked("Akikat Kaliolla was held.", "Akikat Kaliolla").values()

    assert (found.person, found.spelling, found.is_sure) == (known.pk, "Aqiqat Qaliolla", True)
    assert "“Kaliolla” and “Qaliolla” sound the same." in found.why


def test_a_name_of_one_word_is_surely_nobody_who_is_written_otherwise():
    make.person("Aqiqat", published=True)

    (found,) = linked("Akikat was held.", "Akikat").values()

    assert found.is_sure is False


def test_a_name_of_one_word_is_surely_who_alone_is_written_the_same():
    make.person("Aqiqat", published=True)

    (found,) = linked("Aqiqat was held.", "Aqiqat").values()

    assert found.is_sure is True


def test_a_name_of_one_word_is_surely_nobody_who_has_more_names():
    make.person("Aqiqat Omar", published=True)

    found = linked("Aqiqat was held.", "Aqiqat")

    assert not any(one.is_sure for one in found.values())


def test_a_sister_is_not_taken_for_somebody_for_the_sake_of_their_father():
    make.person("Gulzire Qosdauletqyzy", published=True)

    found = linked("Gulnur Qosdauletqyzy was there.", "Gulnur Qosdauletqyzy")

    assert [one.is_sure for one in found.values()] == [False]


def test_a_rare_surname_is_not_enough_where_each_has_another_name_besides():
    make.person("VanderKlippe Mengsūlu", published=True)

    found = linked("Nathan VanderKlippe was there.", "Nathan VanderKlippe")

    assert [one.is_sure for one in found.values()] == [False]


def test_words_in_another_order_have_to_be_more_alike():
    make.person("Tursunay Ablikim", published=True)
    meant = make.person("Ablikim Rozi", published=True)

    found = linked("Ablikim Tursun and Rozi Ablikim were there.", "Ablikim Tursun", "Rozi Ablikim")

    assert {one.person for one in found.values() if one.is_sure} == {meant.pk}


def test_where_two_may_be_meant_neither_is_surely():
    first, second = (make.person("Nurlan Omar", published=True) for _ in range(2))

    (found,) = linked("Nurlan Omar was held.", "Nurlan Omar").values()

    assert found.is_sure is False
    assert {found.person, *(one.person for one in found.others)} == {first.pk, second.pk}


def test_a_tie_that_the_register_knows_tells_namesakes_apart():
    make.person("Nurlan Omar", published=True)
    meant, sister = (make.person(name, published=True) for name in ("Nurlan Omar", "Gulnar Omar"))
    make.tie(meant, "sibling", sister, published=True)
    text = "Nurlan Omar is the brother of Gulnar Omar."

    found = linked(
        text, "Nurlan Omar", "Gulnar Omar", ties=(Tie("sibling", 1, Span(0, len(text)), ""),)
    )

    assert (found[0].person, found[1].person) == (meant.pk, sister.pk)
    assert "The register knows the tie to “Gulnar Omar”, too." in found[0].why


def test_nobody_in_the_register_is_linked_to_two_people_of_one_article():
    known = make.person("Nurlan Omar", published=True)

    found = linked("Nurlan Omar and Nurlan Omer.", "Nurlan Omar", "Nurlan Omer")

    assert [(number, one.person) for number, one in found.items()] == [(0, known.pk)]


def test_who_is_hidden_is_linked_to_nobody(contributor, chief):
    sealed = make.person("Nurlan Omar", **SEALED)
    said = ("Nurlan Omar was held.", "Nurlan Omar")

    seen = {user: linked(*said, user=user) for user in (None, contributor, chief)}

    assert (seen[None], seen[contributor]) == ({}, {})
    assert [one.person for one in seen[chief].values()] == [sealed.pk]


def test_a_stranger_is_nobody():
    make.person("Nurlan Omar", published=True)

    assert linked("Zhumabai Whosoever was held.", "Zhumabai Whosoever") == {}
