"""A query is a name and what else is said of the person; no name is lost to a hint."""

import pytest

from people.asking import Asked, phrases, read

KNOWN = {"urumqi", "kashgar", "tacheng", "кашгар", "кульджа", "altay"}


def taken_apart(query: str) -> dict:
    """What a query says, without what it does not."""
    asked = read(query, KNOWN)
    return {name: value for name, value in vars(asked).items() if value and name != "whole"}


@pytest.mark.parametrize(
    "query",
    [
        "Baqytkhan Myrzan 1975",
        "1975 Baqytkhan Myrzan",
        "Baqytkhan Myrzan (1975)",
        "Baqytkhan Myrzan, born 1975",
        "Baqytkhan Myrzan born in 1975",
        "Baqytkhan Myrzan, b. 1975",
        "Baqytkhan Myrzan born 27 March 1975",
        "Baqytkhan Myrzan 27.03.1975",
        "Baqytkhan Myrzan 1975-03-27",
        "Baqytkhan Myrzan, р. 1975 г.",
        "Baqytkhan Myrzan 1975 г.р.",
        "Baqytkhan Myrzan 1975 года рождения",
        "Baqytkhan Myrzan родился в 1975",
        "Baqytkhan Myrzan 1975年生",
        "Baqytkhan Myrzan ۱۹۷۵",
    ],
)
def test_a_year_of_birth_is_heard(query):
    assert taken_apart(query) == {"name": "Baqytkhan Myrzan", "born": 1975}


@pytest.mark.parametrize(
    "query", ["P-1975AB", "12345", "x1975", "Kim In Seok", "Son Heung", "wife of"]
)
def test_what_is_no_hint_stays_in_the_name(query):
    assert taken_apart(query) == {"name": query}


def test_a_late_year_is_no_year_of_birth_unless_it_is_said_to_be_one():
    assert taken_apart("Baqytkhan 2018") == {"name": "Baqytkhan"}
    assert taken_apart("Baqytkhan born 2018") == {"name": "Baqytkhan", "born": 2018}


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("Baqytkhan from Urumqi", "urumqi"),
        ("Baqytkhan, from Ürümqi", "urumqi"),
        ("Baqytkhan in Tacheng", "tacheng"),
        ("Baqytkhan of Kashgar county", "kashgar"),
        ("Baqytkhan from the city of Kashgar", "kashgar"),
        ("from Kashgar Baqytkhan", "kashgar"),
        ("Baqytkhan из Кашгара", "кашгар"),
        ("Baqytkhan из Кульджи", "кульджа"),
        ("Baqytkhan в Кашгаре", "кашгар"),
    ],
)
def test_a_place_is_heard(query, place):
    assert taken_apart(query) == {"name": "Baqytkhan", "places": (place,)}


@pytest.mark.parametrize("query", ["Mehmet Altay", "Mehmet, Altay"])
def test_a_name_that_ends_in_a_place_is_read_both_ways(query):
    assert taken_apart(query) == {"name": query, "short": "Mehmet", "places": ("altay",)}


def test_a_place_alone_is_a_name_too():
    assert taken_apart("Tacheng") == {"name": "Tacheng"}


def test_an_unknown_place_is_told_apart():
    assert taken_apart("Baqytkhan from Nowhere") == {"name": "Baqytkhan", "unknown": ("Nowhere",)}


@pytest.mark.parametrize(
    ("query", "kind", "sex"),
    [
        ("Dana, sister of Almakhan Myrzan", "sibling", "female"),
        ("Dana, the brother of Almakhan Myrzan", "sibling", "male"),
        ("sister of Almakhan Myrzan, Dana", "sibling", "female"),
        ("Almakhan Myrzan's sister Dana", "sibling", "female"),
        ("Dana wife of Almakhan Myrzan", "spouse", "female"),
        ("Dana married to Almakhan Myrzan", "spouse", ""),
        ("Dana, son of Almakhan Myrzan", "child", "male"),
        ("Dana, MOTHER-IN-LAW of Almakhan Myrzan", "in_law", "female"),
        ("Dana, niece of Almakhan Myrzan", "niece_or_nephew", "female"),
        ("Dana, fellow detainee of Almakhan Myrzan", "fellow_detainee", ""),
        ("Dana, relative of Almakhan Myrzan", "relative", ""),
        ("Dana, сестра Almakhan Myrzan", "sibling", "female"),
        ("Dana, двоюродный брат Almakhan Myrzan", "cousin", "male"),
        ("Dana, муж Almakhan Myrzan", "spouse", "male"),
    ],
)
def test_a_tie_is_heard(query, kind, sex):
    told = {"name": "Dana", "kin": ((kind, "Almakhan Myrzan"),)} | ({"sex": sex} if sex else {})

    assert taken_apart(query) == told


def test_everything_may_be_said_at_once():
    query = "Bek, brother of Almakhan Myrzan and Dana Ama from Urumqi, 27.03.1975"

    assert taken_apart(query) == {
        "name": "Bek",
        "born": 1975,
        "sex": "male",
        "places": ("urumqi",),
        "kin": (("sibling", "Almakhan Myrzan"), ("sibling", "Dana Ama")),
    }


@pytest.mark.parametrize("query", ["born 1975", "from Urumqi", "sister of Almakhan"])
def test_hints_without_a_name_leave_no_name(query):
    assert (read(query, KNOWN).name, read(query, KNOWN).has_hints) == ("", True)


@pytest.mark.parametrize("query", ["", " ", "---", "😀😀", "’", "\u200f\u202e", ", ; ()", "\0"])
def test_what_holds_no_letter_is_no_name(query):
    asked = read(query)

    assert (asked.name, asked.letters, asked.has_hints) == ("", 0, False)


def test_what_no_database_takes_is_left_out():
    assert read("\ud800 Dana\0 \n Ama") == Asked("Dana Ama", "Dana Ama")


def test_the_phrases_of_a_query_are_its_runs_of_words():
    assert phrases("Dana Ama, Ürümqi") == {"dana", "ama", "urumqi", "dana ama"}
    assert {"из кашгара", "кашгар"} <= phrases("из Кашгара")
