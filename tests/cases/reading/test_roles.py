"""Why somebody is in an article: what stands beside the name, and what befell them."""

import pytest

from tests.cases.reading.telling_of import roles, telling_of


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Written in English by Erik Tamm for the service.", "journalist"),
        ("Translated by Erik Tamm.", "journalist"),
        ("Mina Holt in Oslo and Erik Tamm in Riga contributed to this report.", "journalist"),
        ("This is taken from an article that Erik Tamm wrote last year.", "journalist"),
        ("“It is the fear that stays,” said Erik Tamm, a psychiatrist.", "expert"),
        ("Erik Tamm, Asia director at Human Rights Watch, said that it was illegal.", "expert"),
        ("Erik Tamm, an ethnologist, spoke of a loss.", "expert"),
        ("A guard called Erik Tamm stood at the door.", "official"),
        ("County chief Erik Tamm told visitors that all was well.", "official"),
        ("Officers approached Erik Tamm, who held up a portrait.", "activist"),
        ("Among the picketers was Erik Tamm.", "activist"),
        ("One other petitioner is Erik Tamm.", "activist"),
        ("The tea is paid for by a campaign on the net run by Erik Tamm, a historian.", "activist"),
        ("Erik Tamm is an analyst. They would do all to stop a lawyer, Erik Tamm added.", "expert"),
        ("The Foreign Ministry's spokesperson Erik Tamm said nothing new.", "official"),
        ("Erik Tamm went public about the case of his aunt.", "activist"),
    ],
)
def test_what_stands_beside_a_name_tells_the_role(sentence, role):
    reading = telling_of(sentence, "Erik Tamm")

    assert roles(reading) == {"Erik Tamm": role}


def test_who_rules_is_known_without_a_title():
    reading = telling_of("Few dare to speak against Putin at home.", "Putin")

    assert roles(reading) == {"Putin": "official"}


@pytest.mark.parametrize(
    ("fate", "role"),
    [
        ("was detained in May and released", "activist"),
        ("was detained in May and put under house arrest", "activist"),
        ("was detained in May and jailed for 15 days", "activist"),
        ("was detained in May and sentenced to six years", "detained"),
    ],
)
def test_an_activist_who_is_held_for_long_is_in_the_article_as_a_prisoner(fate, role):
    reading = telling_of(f"The activist Dana Omar {fate}.", "Dana Omar")

    assert roles(reading) == {"Dana Omar": role}


def test_kin_of_whom_the_sentence_tells_of_camps_are_held():
    reading = telling_of(
        "Dana Omar was in town to tell the press about Aydar Omar, her husband, one of those who "
        "have disappeared into the camps.",
        "Dana Omar",
        "Aydar Omar",
    )

    assert roles(reading) == {"Dana Omar": "activist", "Aydar Omar": "detained"}
