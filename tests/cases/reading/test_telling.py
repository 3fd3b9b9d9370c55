"""What an article tells: to whom it happened, when, for how long, and who is who."""

from itertools import pairwise
from time import process_time

import pytest

from cases.example.synopsis import TEXT as SYNOPSIS
from cases.reading.article import Article, Someone, Span
from cases.reading.telling import told
from tests.cases.reading.telling_of import events, roles, telling_of, ties


def test_who_is_arrested_and_who_says_so_are_told_apart():
    reading = telling_of(
        "Police arrested Aydar Nurbek on March 3, his lawyer, Saule Tilek, told Reuters.",
        "Aydar Nurbek",
        "Saule Tilek",
    )

    assert events(reading) == [("arrest", ["Aydar Nurbek"], "2021-03-03")]
    assert roles(reading) == {"Aydar Nurbek": "detained", "Saule Tilek": "other"}
    assert ties(reading) == {("Saule Tilek", "lawyer", "Aydar Nurbek")}


def test_an_event_of_several_people_is_told_once_and_names_them_all():
    reading = telling_of(
        "Aydar Nurbek, 41, Bolat Serik, and Dana Omar were detained in Almaty in May 2019.",
        "Aydar Nurbek",
        "Bolat Serik",
        "Dana Omar",
    )

    assert events(reading) == [
        ("detention", ["Aydar Nurbek", "Bolat Serik", "Dana Omar"], "2019-05")
    ]
    (event,) = reading.happenings
    assert reading.spots[event.place].name == "Almaty"


@pytest.mark.parametrize(
    "sentence",
    [
        "Aydar Nurbek could be jailed.",
        "Aydar Nurbek was not arrested.",
        "His mother fears that Aydar Nurbek was detained.",
        "Dozens demanded that Aydar Nurbek be released.",
        "They called for the release of Aydar Nurbek.",
        "The ministry denied that Aydar Nurbek had been sentenced.",
        "Aydar Nurbek left before he could be detained.",
        "If Aydar Nurbek is deported, he will be tortured.",
    ],
)
def test_what_is_feared_demanded_or_denied_is_no_event(sentence):
    reading = telling_of(sentence, "Aydar Nurbek")

    assert events(reading) == []


def test_he_and_she_are_whom_the_sentence_before_spoke_of():
    reading = telling_of(
        "Dana Omar carried a photograph of her brother, the poet Aydar Omar. "
        "He was sentenced to seven years in prison in 2018. She was fined last month.",
        "Dana Omar",
        "Aydar Omar",
    )

    assert events(reading, "sentencing", "fine") == [
        ("sentencing", ["Aydar Omar"], "2018"),
        ("fine", ["Dana Omar"], "2021-02"),
    ]
    assert ties(reading) == {("Aydar Omar", "sibling", "Dana Omar")}


def test_what_befell_unnamed_kin_befell_nobody_who_is_named():
    reading = telling_of(
        "Dana Omar lives in Oslo. Her mother was sent to a camp in 2017; she was released in 2019.",
        "Dana Omar",
    )

    assert events(reading) == []


def test_one_event_told_twice_is_proposed_once_where_most_is_told():
    reading = telling_of(
        "Aydar Nurbek was arrested, his family says.\nNurbek was arrested in Osh on 5 May 2020.",
        "Aydar Nurbek|Nurbek",
    )

    assert events(reading) == [("arrest", ["Aydar Nurbek"], "2020-05-05")]


def test_two_sentences_of_one_person_stay_two():
    reading = telling_of(
        "Dana Omar was sentenced to two years in 2010. In 2019 she was sentenced to 15 years.",
        "Dana Omar",
    )

    assert [(one.length, one.months) for one in reading.happenings] == [("P2Y", 24), ("P15Y", 180)]


def test_whom_an_article_is_about_may_be_named_later():
    reading = telling_of(
        "A Kazakh teacher has died in a prison in Urumqi.\nDana Omar was 50. Omar left two sons.",
        "Dana Omar|Omar",
    )

    assert events(reading) == [("death_in_custody", ["Dana Omar"], "")]


def test_a_camp_is_no_mere_detention_and_a_term_is_a_sentence():
    reading = telling_of(
        "Aydar Nurbek was held in a re-education camp in 2017. Bolat Serik was jailed for life.",
        "Aydar Nurbek",
        "Bolat Serik",
    )

    assert events(reading) == [
        ("internment", ["Aydar Nurbek"], "2017"),
        ("sentencing", ["Bolat Serik"], ""),
    ]
    assert [one.length for one in reading.happenings] == ["", "life"]


def test_the_passage_is_the_paragraph_and_the_trigger_lies_in_it():
    text = "First line.\nAydar Nurbek was released on Tuesday."
    reading = telling_of(text, "Aydar Nurbek")

    (event,) = reading.happenings
    assert event.passage.of(text) == "Aydar Nurbek was released on Tuesday."
    assert event.trigger.of(text) == "released"


def test_titles_deeds_and_kinship_give_the_role():
    reading = telling_of(
        "President Azat Temir met nobody. Professor Lena Brandt, a historian, said so. "
        "Rights activist Dana Omar protested. Aydar Nurbek, spokesman for the ministry, left. "
        "Bolat Serik, an editor of the BBC, was there. Interpreter Ayman Seit went with them.",
        *("Azat Temir", "Lena Brandt", "Dana Omar", "Aydar Nurbek", "Bolat Serik", "Ayman Seit"),
    )

    assert roles(reading) == {
        "Azat Temir": "official",
        "Lena Brandt": "expert",
        "Dana Omar": "activist",
        "Aydar Nurbek": "official",
        "Bolat Serik": "journalist",
        "Ayman Seit": "other",
    }
    assert all(one.why.endswith(".") for one in reading.people)


def test_an_activist_who_was_held_for_hours_stays_an_activist():
    reading = telling_of(
        "Activist Dana Omar was detained on March 3. She was released the same day.", "Dana Omar"
    )

    assert roles(reading) == {"Dana Omar": "activist"}
    assert events(reading) == [
        ("detention", ["Dana Omar"], "2021-03-03"),
        ("release", ["Dana Omar"], "2021-03-03"),
    ]


def test_ties_are_read_in_every_order():
    reading = telling_of(
        "Dana Omar, daughter of Aydar Omar, came. Bolat Serik's wife, Leila Serik, came too. "
        "The uncle of Bolat Serik, Kanat Ali, did not. Dana's friend is here.",
        *("Dana Omar", "Aydar Omar", "Bolat Serik", "Leila Serik", "Kanat Ali"),
    )

    assert ties(reading) == {
        ("Dana Omar", "child", "Aydar Omar"),
        ("Leila Serik", "spouse", "Bolat Serik"),
        ("Kanat Ali", "aunt_or_uncle", "Bolat Serik"),
    }


LANGUAGES = {
    "ru": "Полиция задержала Болата Серика 10 марта 2021 года. Дана Омар умерла в тюрьме.",
    "de": "Bolata Serika wurde am 10. März 2021 festgehalten. Dana Omar starb im Gefängnis.",
    "es": "Bolata Serika fue detenido el 10 de marzo de 2021. Dana Omar murió en prisión.",
    "pl": "Bolata Serika zatrzymano 10 marca 2021 roku. Dana Omar zmarła w więzieniu.",
    "no": "Bolata Serika ble fengslet 10. mars 2021. Dana Omar døde i fengsel.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_languages_tell_who_was_held_and_who_died(language):
    names = ("Болата Серика", "Дана Омар") if language == "ru" else ("Bolata Serika", "Dana Omar")
    reading = telling_of(LANGUAGES[language], *names, language=language)

    assert events(reading) == [
        ("detention", [names[0]], "2021-03-10"),
        ("death_in_custody", [names[1]], ""),
    ]
    assert set(roles(reading).values()) == {"detained"}


CAST = (
    "Akikat Kaliolla",
    "Nurzat Yermekbay",
    "Zauatkhan Tursyn",
    "Baibolat Kunbolatuly",
    "Almakhan Myrzan",
    "Baqytkhan Myrzan",
    "Qasym-Zhomart Toqaev|Toqaev",
    "Ma Xingrui|Ma",
    "Shakhrat Nuryshev",
)


def test_the_demonstration_tells_nobody_as_held_who_was_not():
    reading = telling_of(SYNOPSIS, *CAST, published="2023-03")

    held = {name for kind, names, _ in events(reading, "arrest", "detention") for name in names}
    assert held & {"Almakhan Myrzan", "Baibolat Kunbolatuly"} == set()
    assert ties(reading) == {
        ("Baibolat Kunbolatuly", "child", "Zauatkhan Tursyn"),
        ("Baqytkhan Myrzan", "sibling", "Almakhan Myrzan"),
    }


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "🙂 🙂 🙂", "اعتقلت الشرطة ثلاثة نشطاء", "her brother " * 9, "((((", "12 years"],
)
def test_no_text_is_refused(text):
    reading = told(Article(text), (Someone("Dana", (Span(0, min(4, len(text))),)),))

    assert [one.name for one in reading.people] == ["Dana"]
    assert reading.happenings == ()


def test_a_text_twice_as_long_takes_no_more_than_some_three_times_as_long():
    text = "Dana Omar was arrested in Almaty in 2018 and her brother was not, police said. "
    person = Someone("Dana Omar", (Span(0, 9),))
    seconds = []
    for times in (1, 200, 400, 800):  # the first warms up
        start = process_time()
        told(Article(text * times), (person,))
        seconds.append(process_time() - start)

    assert all(longer < 3.5 * shorter for shorter, longer in pairwise(seconds[1:]))
