"""The pages of the example: what a stranger reads about 27 March 2023, and on what it rests."""

import re

import pytest

from cases.example.entries import public_id
from cases.example.load import load
from tests.reading import links, part, section, words

pytestmark = pytest.mark.django_db

ARTICLE = (
    "https://www.rferl.org/amp/kazakh-activists-almaty-detained-xinjiang-protest/32336574.html"
)
THREE = {"Akikat Kaliolla": "C2", "Nurzat Yermekbay": "C3", "Zauatkhan Tursyn": "C4"}


def page_of(client, noun: str, prefix: str, key: str) -> str:
    return client.get(f"/{noun}/{public_id(prefix, key)}/").content.decode()


@pytest.fixture(scope="module")
def loaded(module_db):
    return load()


@pytest.fixture
def myrzan(loaded, client):
    return page_of(client, "cases", "C", "C1")


def test_the_page_is_headed_with_the_name_and_the_status(myrzan):
    assert words(re.search(r"<h1>(.*?)</h1>", myrzan)[1]) == "Baqytkhan Myrzan"
    assert "Died in custody, March 2023 As of 9 March 2023 (more than" in words(myrzan)


def test_what_happened_is_told_in_its_order(myrzan):
    titles = re.findall(r"<h3[^>]*>(.*?)</h3>", section(myrzan, "timeline"))

    assert titles == [
        "Sentenced to 14 years",
        "Imprisoned in Xinjiang",
        "Relatives ask for his release because of his health",
        "Death of Baqytkhan Myrzan",
        "His sister confirms the death to RFE/RL",
    ]


def test_the_death_has_a_month_and_no_day(myrzan):
    death = part(myrzan, public_id("E", "E8"))

    assert '<span class="when">March 2023</span>' in death
    assert "<time" not in death
    assert "Known to be on or before 9 March 2023." in words(death)


def test_the_sentence_has_a_year_a_length_and_its_passage(myrzan):
    sentence = part(myrzan, public_id("E", "E5"))

    assert '<span class="when">2018</span>' in sentence
    assert "Sentence: 14 years (prison term)" in words(sentence)
    assert "In 2018 a prison term of 14 years had been imposed on him." in sentence
    assert 'href="#source-1"' in sentence


def test_a_whole_day_is_told_to_machines_too(myrzan):
    disclosure = part(myrzan, public_id("E", "E9"))

    assert '<time datetime="2023-03-09">9 March 2023</time>' in disclosure


def test_the_sister_is_shown_with_what_she_did(myrzan):
    kin = words(section(myrzan, "kin"))

    assert "Almakhan Myrzan, sister" in kin
    assert "9 March 2023: His sister confirms the death to RFE/RL, as informant" in kin
    assert (
        "27 March 2023: Demonstration near the Chinese consulate in Almaty, as demonstrator" in kin
    )
    assert links(section(myrzan, "kin"))["Almakhan Myrzan"] == f"/people/{public_id('P', 'P5')}/"


def test_the_answer_of_the_authorities_says_whom_it_answers(myrzan):
    answers = words(section(myrzan, "answers"))

    assert "Authorities in Xinjiang: ignored the request" in answers
    assert "About: Relatives ask for his release because of his health." in answers


def test_the_sources_are_numbered_and_lead_to_the_article(myrzan):
    sources = section(myrzan, "sources")

    assert re.findall(r'id="source-(\d)"', sources) == ["1", "2", "3"]
    assert links(sources)[ARTICLE] == ARTICLE
    assert "Rests on [2]; the two count as one origin." in words(sources)
    assert f'href="{ARTICLE}" rel="noreferrer noopener"' in sources


def test_every_number_on_the_page_has_its_source(myrzan):
    named = set(re.findall(r'href="#source-(\d+)"', myrzan))

    assert named <= set(re.findall(r'id="source-(\d+)"', myrzan))


def test_the_page_says_what_is_not_known(myrzan):
    assert re.findall(r"<li>(.*?)</li>", section(myrzan, "unknown")) == [
        "When the holding began, no source says.",
        "The place of holding is not named.",
        "No source says which court passed the sentence or on what charge.",
        "No reason of the authorities is known.",
        "Not stated of the person: year of birth, ethnicity, home.",
    ]


def test_the_page_says_how_to_cite_it(myrzan):
    case = public_id("C", "C1")

    told = words(re.search(r'<p class="cite">(.*?)</p>', myrzan)[1])
    assert re.fullmatch(
        rf"Baqytkhan Myrzan \({case}\)\. Tizim, version of \d+ \w+ \d{{4}}, \d\d:\d\d UTC\. "
        rf"http://testserver/cases/{case}/",
        told,
    )


def test_the_demonstration_links_all_four_and_the_three_cases(loaded, client):
    page = page_of(client, "events", "E", "E1")

    parts, cases = links(section(page, "parts")), links(section(page, "cases"))
    for key, name in (("P1", "Akikat Kaliolla"), ("P2", "Nurzat Yermekbay")):
        assert parts[name] == f"/people/{public_id('P', key)}/"
    for key, name in (("P3", "Zauatkhan Tursyn"), ("P5", "Almakhan Myrzan")):
        assert parts[name] == f"/people/{public_id('P', key)}/"
    assert cases == {name: f"/cases/{public_id('C', key)}/" for name, key in THREE.items()}


def test_a_case_leads_to_the_cases_that_share_its_events(loaded, client):
    related = section(page_of(client, "cases", "C", "C2"), "related")
    related = links(related[: related.index("Told of by the same source")])

    others = {name: key for name, key in THREE.items() if key != "C2"}
    demonstration = "Demonstration near the Chinese consulate in Almaty"
    assert related == {
        demonstration: f"/events/{public_id('E', 'E1')}/",
        **{name: f"/cases/{public_id('C', key)}/" for name, key in others.items()},
    }


@pytest.mark.parametrize("key", ["P4", "P5"])
def test_who_has_no_case_is_not_shown_as_held(loaded, client, key):
    page = page_of(client, "people", "P", key)

    assert words(section(page, "cases")).startswith("Cases No case of this person is shown here")
    assert "happened to" not in page


def test_a_source_shows_what_rests_on_it(loaded, client):
    page = page_of(client, "sources", "S", "S1")

    cases = links(section(page, "cases"))
    assert cases == {
        name: f"/cases/{public_id('C', key)}/"
        for name, key in {**THREE, "Baqytkhan Myrzan": "C1"}.items()
    }
    assert "In 2018 a prison term of 14 years had been imposed on him." in section(page, "supports")


def test_a_kept_copy_is_told_by_its_hash_and_not_by_its_text(loaded, client):
    page = page_of(client, "sources", "S", "S0")

    assert len(re.findall(r'<code class="hash">[0-9a-f]{64}</code>', page)) == 1
    assert "What follows is Tizim's own account" not in page


def test_a_facility_shows_what_happened_there(loaded, client):
    events = links(section(page_of(client, "facilities", "F", "F2"), "events"))

    assert events["Death of Baqytkhan Myrzan"] == f"/events/{public_id('E', 'E8')}/"
