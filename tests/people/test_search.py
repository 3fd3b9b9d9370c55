"""Every box asks the same function; rows come in its order and say which spelling and why."""

import csv
import io
import json
from time import perf_counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people import search
from tests import factories
from tests.reading import links, words
from tests.register import dated

pytestmark = pytest.mark.django_db


@pytest.fixture
def namesakes():
    """Two of one name, each with a case; the one born in 1975 was entered first."""
    city = factories.place("Ürümqi", published=True, other_names=["Urumchi"])
    older = factories.person(
        "Baqytkhan Myrzan", published=True, home=city, sex="male", **dated("1975", "birth")
    )
    younger = factories.person(
        "Baqytkhan Myrzan", published=True, sex="male", **dated("1990", "birth")
    )
    sister = factories.person("Almakhan Test", published=True, sex="female")
    factories.tie(sister, "sibling", younger, published=True)
    for one in (older, younger):
        factories.case(one, published=True, title="taken at home")
    return older, younger


def ids(*people) -> list[str]:
    return [one.public_id for one in people]


def rows(client, noun: str, **question) -> list[dict]:
    return client.get(f"/api/v1/{noun}/", question).json()["results"]


TELLS = {
    "Baqytkhan Myrzan 1975": 0,
    "Baqytkhan Myrzan born 1990": 1,
    "Baqytkhan Myrzan from Urumchi": 0,
    "Baqytkhan Myrzan, Ürümqi": 0,
    "Baqytkhan Myrzan, brother of Almakhan Test": 1,
    "Almakhan Test's brother Baqytkhan Myrzan": 1,
}


@pytest.mark.parametrize("query", TELLS)
def test_what_else_is_said_tells_namesakes_apart(client, namesakes, query):
    meant = namesakes[TELLS[query]]

    people = [row["id"] for row in rows(client, "people", q=query)]
    cases = [row["person_id"] for row in rows(client, "cases", q=query)]

    assert people == cases
    assert (people[0], len(people)) == (meant.public_id, 2)


@pytest.mark.parametrize("filters", [{"born": "1975"}, {"home": "urumqi"}, {"born": "1970s"}])
def test_a_filter_says_the_same_as_a_word_in_the_box(client, namesakes, filters):
    for noun, name in (("people", "id"), ("cases", "person_id")):
        found = [row[name] for row in rows(client, noun, q="baqytkhan", **filters)]
        assert found == ids(namesakes[0])


@pytest.mark.parametrize(
    "tie", ["Almakhan Test", "brother of almakhan test", "sibling of Almakhan Test", "id"]
)
def test_a_tie_is_a_filter(client, namesakes, tie):
    sister = namesakes[1].ties_to.get().from_person
    asked = sister.public_id.lower() if tie == "id" else tie

    assert [row["id"] for row in rows(client, "people", tie=asked)] == ids(namesakes[1])
    assert rows(client, "people", tie="sister of Almakhan Test") == []
    assert rows(client, "people", tie="parent of Almakhan Test") == []


def test_a_name_is_not_lost_to_a_hint(client):
    odd = factories.person("Wife of Nobody", published=True)

    assert [row["id"] for row in rows(client, "people", q="Wife of Nobody")] == ids(odd)


def test_rows_tell_the_spelling_and_why_at_every_door(client, namesakes):
    factories.name(namesakes[0], "Bakitkan Mirza", published=True)
    question = {"q": "Bakitkan Mirza 1975"}

    people, cases = rows(client, "people", **question), rows(client, "cases", **question)
    lines = b"".join(client.get("/api/v1/people.jsonl", question)).decode().splitlines()
    table = b"".join(client.get("/api/v1/people.csv", question)).decode("utf-8-sig")

    told = [(row["id"], row["matched"], row["why"]) for row in people]
    why = "Born in 1975, as asked. Both hold “Bakitkan”. Both hold “Mirza”."
    assert told[0] == (namesakes[0].public_id, "Bakitkan Mirza", why)
    assert [(row["person_id"], row["matched"], row["why"]) for row in cases] == told
    files = [json.loads(line) for line in lines], csv.DictReader(io.StringIO(table))
    for found in files:
        assert [(row["id"], row["matched"], row["why"]) for row in found] == told


@pytest.mark.parametrize("address", ["/", "/people/", "/cases/"])
def test_who_is_less_alike_than_others_stands_below_them_and_is_marked(client, namesakes, address):
    other = factories.person("Baqytkhan Osman", published=True)
    factories.case(other, published=True)

    told = words(client.get(address, {"q": "Baqytkhan Myrzam"}).content.decode())

    assert told.count("Less alike.") == told.count("Less alike. Found under")
    assert told.index("Baqytkhan Myrzan Found") < told.index("Baqytkhan Osman Less alike. Found")


def test_nobody_is_called_less_alike_where_nobody_is_likely(client, namesakes):
    told = words(client.get("/people/", {"q": "Baqytkhan"}).content.decode())

    assert (told.count("Found under Baqytkhan Myrzan"), told.count("Less alike.")) == (2, 0)


def test_without_a_search_rows_have_only_their_own_columns(client, namesakes):
    for noun in ("people", "cases"):
        assert {"matched", "why"} & set(rows(client, noun)[0]) == set()


def test_a_case_found_by_its_words_says_so_by_an_empty_cell(client, namesakes):
    found = rows(client, "cases", q="HOME tàken")

    assert [(row["matched"], row["why"]) for row in found] == [(None, None)] * 2


def test_an_order_that_is_asked_for_wins(client, namesakes):
    asked = {"q": "Baqytkhan Myrzan 1990", "order": "updated"}

    assert [row["id"] for row in rows(client, "people", **asked)] == ids(*namesakes)


@pytest.mark.parametrize("address", ["/", "/people/", "/cases/"])
def test_pages_say_which_spelling_matched_and_why(client, namesakes, address):
    name = factories.name(namesakes[0], "باقىتقان", published=True)
    name.language = "kk-Arab"
    name.save()

    told = client.get(address, {"q": "باقىتقان 1975"}).content.decode()

    assert "Read as the name “باقىتقان”, born in 1975." in words(told)
    assert 'Found under <bdi lang="kk-Arab" dir="rtl">باقىتقان</bdi>' in told
    assert "Born in 1975, as asked." in words(told)


@pytest.mark.parametrize("address", ["/?q=", "/people/?q=", "/cases/?q=", "/api/v1/people.csv?q="])
def test_one_request_searches_once(client, namesakes, monkeypatch, address):
    asked = []
    find = search.find
    monkeypatch.setattr(
        search,
        "find",
        lambda query, *rest, **more: asked.append(query) or find(query, *rest, **more),
    )

    answer = client.get(f"{address}baqytkhan")
    b"".join(answer) if answer.streaming else answer.content

    assert asked == ["baqytkhan"]


@pytest.mark.parametrize("address", ["/", "/people/", "/cases/", "/api/v1/people/"])
def test_a_search_costs_as_many_questions_for_three_people_as_for_one(client, address):
    relative = factories.person("Almakhan Test", published=True)
    asked = {"q": "Dana Ama 1975, sister of Almakhan Test"}
    counts = []
    for _ in range(2):
        for _ in range(1 + len(counts)):
            person = factories.person("Dana Ama", published=True, sex="female")
            factories.tie(person, "sibling", relative, published=True)
            factories.case(person, published=True)
        client.get(address, asked)  # the process learns how these words are heard
        with CaptureQueriesContext(connection) as questions:
            client.get(address, asked)
        counts.append(len(questions))

    assert counts[0] == counts[1]


# Odd questions

ODD = {
    "a": "One letter is too little",
    "Ж": "One letter is too little",
    "😀😀😀": "There is no letter in this.",
    "--- !!": "There is no letter in this.",
    "\u200f\u202e": "There is no letter in this.",
    "born 1975": "Everybody born in 1975",
    "from Urumchi": "Everybody of Ürümqi",
    "sister of Almakhan Test": "Everybody who is the sister of Almakhan Test",
    "Nobodyhere from Atlantis": "The register knows no place called “Atlantis”.",
    "Nobodyhere": "One word was looked for.",
    " ".join(f"word{n}" for n in range(25)): "Only the first 12 words were looked for as a name.",
    "x" * 10_000: "Write at most 200 characters; these are 10000.",
    "a\0b": "Null characters are not allowed.",
}


@pytest.mark.parametrize("query", ODD, ids=lambda query: ascii(query[:20]))
@pytest.mark.parametrize("address", ["/", "/people/", "/cases/"])
def test_an_odd_question_gets_a_quick_and_sensible_answer(client, namesakes, address, query):
    began = perf_counter()
    answer = client.get(address, {"q": query})
    seconds = perf_counter() - began

    assert (answer.status_code, seconds < 2) == (200, True)
    assert ODD[query] in words(answer.content.decode())


@pytest.mark.parametrize("noun", ["people", "cases"])
def test_the_api_refuses_only_what_is_too_long_or_holds_a_null(client, namesakes, noun):
    statuses = {query: client.get(f"/api/v1/{noun}/", {"q": query}).status_code for query in ODD}

    refused = [query for query, status in statuses.items() if status != 200]
    assert refused == ["x" * 10_000, "a\0b"]
    assert {statuses[query] for query in refused} == {400}


def test_bytes_that_are_no_text_are_answered(client, namesakes):
    assert client.get("/people/?q=%ED%A0%80%FF").status_code == 200
    assert search.ask("\ud800\udfff", None).matches == ()


def test_a_question_without_a_name_leads_to_the_filters(client, namesakes):
    told = client.get("/", {"q": "brother of Almakhan Test"}).content.decode()

    query = links(told)["Everybody who is the brother of Almakhan Test"]
    assert query == "/people/?tie=brother+of+Almakhan+Test"
    assert [row["id"] for row in rows(client, "people", tie="brother of Almakhan Test")] == ids(
        namesakes[1]
    )


def test_a_name_that_looks_like_an_id_is_a_name(client, signed_in, chief):
    thinker = factories.person("Al-Farabi", published=True)

    assert [row["id"] for row in rows(client, "people", q="Al-Farabi")] == ids(thinker)
    told = signed_in(chief).get("/admin/people/person/", {"q": "Al-Farabi"}).content.decode()
    assert thinker.public_id in told


# The admin


def shown_in_admin(browser, model: str, query: str, **more) -> list:
    answer = browser.get(reverse(f"admin:{model}_changelist"), {"q": query, **more})
    return list(answer.context["cl"].result_list)


def test_the_admin_lists_the_likeliest_first(signed_in, chief, namesakes):
    browser = signed_in(chief)
    query = "Baqytkhan Myrzan 1975"

    people = shown_in_admin(browser, "people_person", query)
    names = shown_in_admin(browser, "people_personname", query)
    cases = shown_in_admin(browser, "cases_case", query)
    turned = shown_in_admin(browser, "people_person", query, o="-1")

    assert people == list(namesakes)
    assert [one.person for one in names] == list(namesakes)
    assert [one.person for one in cases] == list(namesakes)
    assert ids(*turned) == sorted(ids(*namesakes), reverse=True)


def test_the_boxes_of_the_admin_offer_the_likeliest_first(signed_in, chief, namesakes):
    question = {"app_label": "people", "model_name": "relationship", "field_name": "to_person"}

    for query, meant in {"Baqytkhan Myrzan 1975": 0, "Baqytkhan Myrzan 1990": 1}.items():
        answer = signed_in(chief).get("/admin/autocomplete/", {**question, "term": query})
        offered = [int(one["id"]) for one in answer.json()["results"]]
        assert offered == [namesakes[meant].pk, namesakes[1 - meant].pk]
