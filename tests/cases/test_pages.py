"""Every public page: what it shows to whom, what it sets, and what it answers to nonsense."""

import re
from itertools import pairwise

import pytest
from django.db import OperationalError, connection

from tests import factories
from tests.reading import links, section, words

pytestmark = pytest.mark.django_db

LISTS = ("/cases/", "/people/", "/facilities/", "/sources/")
LONG = "x" * 10_000
NONSENSE = [
    {"q": LONG},
    {"q": "\0"},
    {"from": "03/04/2018"},
    {"updated_since": "2018-99-99"},
    {"no_such_filter": "1"},
    {"\0": "\0"},
    {"page": 10**9},
    {"page": "9" * 5000},
    {"page": "-1"},
    {"page": "\0"},
    {"order": LONG},
    {"kind": "\0"},
]


@pytest.fixture
def case(db):
    """A published case with an event, a facility, a source, a tie."""
    who = factories.person("Aigul Test", published=True, sex="female")
    brother = factories.person("Bolat Test", published=True, sex="male")
    factories.tie(brother, "sibling", who, published=True)
    prison = factories.facility("North prison", published=True)
    case = factories.case(who, published=True, title="taken at home")
    event = factories.event(
        "arrest", published=True, case=case, facility=prison, occurred_written="March 2018"
    )
    paper = factories.source("A report", published=True, url="https://example.org/a")
    factories.citation(paper, published=True, event=event, says="March 2018", quote="taken")
    return case


def page(client, address: str, **question) -> str:
    response = client.get(address, question)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("question", NONSENSE, ids=str)
@pytest.mark.parametrize("address", LISTS)
def test_nonsense_gets_a_notice_and_no_rows(client, case, address, question):
    told = page(client, address, **question)

    assert 'class="notice"' in told
    assert 'class="row"' not in told


@pytest.mark.parametrize("question", [{"q": LONG}, {"q": "\0"}, {"no_such": "1"}], ids=str)
def test_nonsense_in_the_search_box_gets_a_notice(client, case, question):
    assert 'class="notice"' in page(client, "/", **question)


def test_a_misspelt_filter_is_named(client, case):
    told = page(client, "/cases/", statsu="released")

    assert "statsu: There is no such filter." in words(told)


def test_markup_in_a_question_is_text(client, case):
    for address in ("/", *LISTS):
        assert "<b>bold" not in page(client, address, q="<b>bold")


@pytest.mark.parametrize("noun", ["cases", "people", "events", "facilities", "sources"])
def test_a_hidden_record_and_a_missing_one_answer_the_same(client, noun):
    hidden = {
        "cases": lambda: factories.case(),
        "people": lambda: factories.person("Hidden Person"),
        "events": lambda: factories.event("picket"),
        "facilities": lambda: factories.facility(),
        "sources": lambda: factories.source(),
    }[noun]()
    missing = f"{hidden.public_id[:2]}000000"

    answers = [client.get(f"/{noun}/{one}/") for one in (hidden.public_id, missing)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize("address", ["/cases/nonsense/", "/cases/C-12/", "/cases/%00/", "/x/"])
def test_what_is_no_address_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_an_id_in_small_letters_leads_to_the_page(client, case):
    answer = client.get(f"/cases/{case.public_id.lower()}/")

    assert (answer.status_code, answer["Location"]) == (301, f"/cases/{case.public_id}/")


def test_staff_see_a_draft_with_a_badge_and_readers_see_nothing(client, contributor, signed_in):
    draft = factories.case(factories.person("Draft Person"))
    address = f"/cases/{draft.public_id}/"

    assert "Draft: only staff see this." in words(page(signed_in(contributor), address))
    assert client.get(address).status_code == 404


def test_a_published_case_has_no_badge(signed_in, contributor, case):
    assert "only staff see this" not in page(signed_in(contributor), f"/cases/{case.public_id}/")


def test_no_page_sets_a_cookie_or_loads_from_another_host(client, case):
    pages = ["/", "/?q=test", *LISTS, f"/cases/{case.public_id}/", "/data/", "/api/docs/"]
    for address in pages:
        answer = client.get(address)
        told = answer.content.decode()
        loaded = re.findall(r'<(?:link|script|img|source|iframe)[^>]*(?:src|href)="([^"]*)"', told)
        assert answer.cookies == {}
        assert [one for one in loaded if not one.startswith(("/", "http://testserver/"))] == []
        assert re.findall(r'<script(?! type="application/ld\+json")', told) == []
        assert " style=" not in told


def test_every_page_has_one_heading_and_no_gap_below_it(client, case):
    ids = [f"/cases/{case.public_id}/", f"/people/{case.person.public_id}/"]
    for address in ["/", *LISTS, *ids, "/data/", "/api/docs/"]:
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page(client, address))]
        assert levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels)), address


def test_the_search_box_finds_cases_people_and_facilities(client, case):
    by_name, by_place = page(client, "/", q="aigul"), page(client, "/", q="north")

    assert links(section(by_name, "found-cases"))["Aigul Test"] == f"/cases/{case.public_id}/"
    assert "Aigul Test" in links(section(by_name, "found-people"))
    assert list(links(section(by_place, "found-facilities"))) == ["North prison"]
    assert "does not mean that it did not happen" in page(client, "/", q="zzzz")


def test_the_counters_count_what_is_published_whoever_asks(client, signed_in, contributor, case):
    factories.case(factories.person("Draft Person"))

    public, staff = (section(page(one, "/"), "numbers") for one in (client, signed_in(contributor)))

    assert re.findall(r"<strong>(\d+)</strong>", public) == ["1", "1", "1", "0", "1"]
    assert public == staff


def test_a_list_tells_its_filters_and_how_to_drop_them(client, case):
    told = page(client, "/cases/", sex="female", status="in_custody", q="aigul")

    assert words(re.search(r'<ul class="chips".*?</ul>', told, re.DOTALL)[0]) == (
        "sex: female × remove status: in custody × remove words or a name: aigul × remove "
        "Remove all"
    )
    assert "?status=in_custody&q=aigul" in links(told).values()


def test_a_list_takes_its_question_to_the_downloads(client, case):
    told = page(client, "/cases/", sex="female", page=1, q="", order="")

    assert links(told)["CSV"] == "/api/v1/cases.csv?sex=female"
    assert links(told)["Excel (XLSX)"] == "/api/v1/cases.xlsx?sex=female"
    assert "Take exactly this 1 row away" in words(told)


def test_an_empty_list_helps_on(client, case):
    told = page(client, "/cases/", q="aigul", sex="male")

    empty = re.search(r'<div class="empty">.*?</div>', told, re.DOTALL)[0]
    assert links(empty) == {
        "without words or a name: aigul": "?sex=male",
        "without sex: male": "?q=aigul",
        "All cases": "?",
    }


def test_a_long_list_has_pages(client):
    for _ in range(26):
        factories.facility(published=True)

    first, second = page(client, "/facilities/"), page(client, "/facilities/", page=2)

    assert "Page 1 of 2" in words(first)
    assert second.count('class="row"') == 1
    onwards = page(client, f"/facilities/{links(first)['Next →']}")
    assert words(onwards) == words(second).replace("Page 2 of 2 ", "")


def test_sources_that_disagree_stand_side_by_side(client, case):
    event = case.events.get()
    other = factories.source("Another report", published=True)
    factories.citation(
        other, published=True, event=event, field="occurred", says="May 2018", stance="contradicts"
    )

    told = page(client, f"/cases/{case.public_id}/")

    table = re.search(r'<table class="accounts">.*?</table>', told, re.DOTALL)[0]
    assert words(table) == (
        "Sources disagree: when it happened (the register shows: March 2018) Source What it says "
        "[2] Another report Contradicts: May 2018 [1] A report March 2018"
    )


def test_a_name_stands_in_its_own_language_and_direction(client):
    who = factories.person("ئالىم", published=True)
    who.names.update(language="ug-Arab")

    told = page(client, f"/people/{who.public_id}/")

    assert '<h1><bdi lang="ug-Arab" dir="rtl">ئالىم</bdi></h1>' in told


def test_a_hidden_place_facility_or_publisher_is_not_named(client, case):
    event = case.events.get()
    event.place = factories.place("Secret town")
    event.facility = factories.facility("Secret camp")
    event.organization = factories.organization("Secret office")
    event.save()

    assert "Secret" not in page(client, f"/cases/{case.public_id}/")


def test_health_is_ok_while_the_database_answers(client, monkeypatch):
    well = client.get("/healthz")
    monkeypatch.setattr(connection, "cursor", _broken)
    ill = client.get("/healthz")

    assert (well.status_code, well.content) == (200, b"ok")
    assert (ill.status_code, ill.content) == (503, b"the database does not answer")


def _broken(*args):
    raise OperationalError
