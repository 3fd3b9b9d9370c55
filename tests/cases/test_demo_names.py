"""Who is detained in the demonstration is found from the front page under many spellings."""

import re

import pytest

from cases.example import load
from tests.reading import links, section, words

pytestmark = pytest.mark.django_db

# As articles, families and files write them: in Latin letters, in Cyrillic, in the Arabic letters
# of Kazakhs in China, in Chinese characters. The register holds the first of each alone.
SPELLINGS = {
    "Akikat Kaliolla": [
        *("Akikat Kaliolla", "Aqiqat Qaliolla", "KALIOLLA Akikat", "Akhikat Khaliolla"),
        *("Ақиқат Қалиолла", "Акикат Калиолла", "Калиоллы Акиката"),
        *("اقيقات قاليوللا", "阿克哈提·哈力尤拉"),
    ],
    "Nurzat Yermekbay": [
        *("Nurzat Yermekbay", "Nurzat Ermekbai", "Ermekbay, Nurzat"),
        *("Нұрзат Ермекбай", "Нурзат Ермекбай"),
        *("نۇرزات ەرمەكباي", "努尔扎提·叶尔麦克拜"),
    ],
    "Zauatkhan Tursyn": [
        *("Zauatkhan Tursyn", "Zawatqan Tursun", "Tursin Zauatxan"),
        *("Зауатхан Тұрсын", "Зауатхан Турсын"),
        *("زاۋاتحان تۇرسىن", "扎瓦提汗·吐尔逊"),
    ],
}


@pytest.fixture(scope="module")
def loaded(module_db):
    load.load()


@pytest.mark.parametrize(
    ("name", "typed"),
    [(name, typed) for name, spellings in SPELLINGS.items() for typed in spellings],
)
def test_the_first_answer_is_the_one_who_is_meant_and_says_under_which_spelling(
    loaded, client, name, typed
):
    page = client.get("/", {"q": typed}).content.decode()

    for found in ("found-cases", "found-people"):
        first = re.search(r'<li class="row">.*?</li>', section(page, found), re.DOTALL)[0]
        assert next(iter(links(first))) == name
        assert f"Found under {name}" in words(first)


def test_the_spelling_is_marked_as_what_it_is(loaded, client):
    page = client.get("/", {"q": "Ақиқат Қалиолла"}).content.decode()

    assert 'Found under <bdi lang="und-Latn" dir="ltr">Akikat Kaliolla</bdi>' in page
