"""The article of 27 March, where it lies beside the checkout: what a careful worker enters."""

import json
from pathlib import Path

import pytest

from cases.reading.article import Article, Someone, Span
from cases.reading.telling import told
from tests.cases.reading.telling_of import events, roles, ties

LABELLED = Path(__file__).resolve().parents[4] / "shared" / "data" / "articles_dev.jsonl"
THREE = ["Akikat Kaliolla", "Nurzat Yermekbay", "Zauatkhan Tursyn"]

pytestmark = pytest.mark.skipif(not LABELLED.exists(), reason="no labelled articles at hand")


@pytest.fixture(scope="module")
def reading():
    with LABELLED.open() as lines:
        article = json.loads(next(lines))
    people = tuple(
        Someone(one["canonical"], tuple(Span(m["start"], m["end"]) for m in one["mentions"]))
        for one in article["persons"]
    )
    return told(Article(article["text"], article["title"], "en", article["date"]), people)


def test_every_role_is_right(reading):
    assert roles(reading) == {
        "Qasym-Zhomart Toqaev": "official",
        "Ma Xingrui": "official",
        "Shakhrat Nuryshev": "official",
        **dict.fromkeys([*THREE, "Baibolat Kunbolatuly", "Almakhan Myrzan"], "activist"),
        "Baqytkhan Myrzan": "detained",
    }


def test_the_sibling_and_the_parent_are_tied(reading):
    assert ties(reading) == {
        ("Baibolat Kunbolatuly", "child", "Zauatkhan Tursyn"),
        ("Baqytkhan Myrzan", "sibling", "Almakhan Myrzan"),
    }


def test_detention_release_sentence_and_death_are_told_and_nobody_else_is_held(reading):
    custody = ("arrest", "detention", "release", "sentencing", "death_in_custody", "charge")

    assert events(reading, *custody) == [
        ("detention", THREE, "2023-03-27"),
        ("release", THREE, "2023-03-27"),
        ("death_in_custody", ["Baqytkhan Myrzan"], "2023-03"),
        ("sentencing", ["Baqytkhan Myrzan"], "2018"),
    ]


def test_the_death_has_no_day_and_was_before_it_was_confirmed(reading):
    (death,) = [one for one in reading.happenings if one.kind == "death_in_custody"]
    (sentence,) = [one for one in reading.happenings if one.kind == "sentencing"]

    assert (str(death.when.earliest), str(death.when.latest)) == ("2023-03-01", "2023-03-09")
    assert (sentence.length, sentence.months) == ("P14Y", 168)
