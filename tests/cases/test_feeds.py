"""Feeds: what is new and changed in lists and in one case, and nothing else."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from config.records import feeds
from config.records.actions import withdraw
from tests import factories, register

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
LISTS = ("cases", "people", "facilities", "sources")


def root(client, address: str):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314 we wrote it


def told(client, address: str) -> list[str]:
    """The ids of a feed's entries: permanent addresses, here without their host."""
    entries = root(client, address).findall(f"{ATOM}entry")
    return [one.find(f"{ATOM}id").text.removeprefix("http://testserver") for one in entries]


def two_cases():
    first, second = (
        factories.case(factories.person(name, published=True), published=True, title=title)
        for name, title in (("Gulnar Aset", "taken at home"), ("Mem Tursun", "taken <at> work"))
    )
    return first, second


@pytest.mark.parametrize("noun", LISTS)
def test_a_list_says_where_its_feed_is_and_the_feed_holds_the_same_records(client, noun):
    register.whole(2)
    page = client.get(f"/{noun}/").content.decode()

    rows = {one.get_absolute_url() for one in client.get(f"/{noun}/").context["records"]}

    link = f'<link rel="alternate" type="application/atom+xml" href="/{noun}/feed/">'
    assert link in page
    assert set(told(client, f"/{noun}/feed/")) == rows


def test_what_changed_last_comes_first(client):
    first, second = two_cases()
    assert told(client, "/cases/feed/") == [f"/cases/{one.public_id}/" for one in (second, first)]

    type(first).objects.filter(pk=first.pk).update(changed_at=timezone.now() + timedelta(minutes=1))

    assert told(client, "/cases/feed/") == [f"/cases/{one.public_id}/" for one in (first, second)]


def test_a_filter_narrows_the_feed_and_the_page_leads_to_it_without_its_order(client):
    first, _ = two_cases()

    page = client.get("/cases/?q=gulnar&order=name&page=1").content.decode()

    assert 'type="application/atom+xml" href="/cases/feed/?q=gulnar"' in page
    assert told(client, "/cases/feed/?q=gulnar") == [f"/cases/{first.public_id}/"]


@pytest.mark.parametrize("noun", LISTS)
@pytest.mark.parametrize(
    ("question", "name"),
    [("colour=zqblue", "colour"), ("updated_since=zqsoon", "updated_since"), ("page=2", "page")],
)
def test_what_a_feed_does_not_understand_is_refused_in_a_sentence(client, noun, question, name):
    answer = client.get(f"/{noun}/feed/?{question}")

    told_of = answer.content.decode()
    assert (answer.status_code, name in told_of, "zq" in told_of) == (400, True, False)


def test_an_order_is_not_for_feeds(client):
    answer = client.get("/cases/feed/?order=name")

    sentence = "A feed has one page, last changed first: order is for lists."
    assert (answer.status_code, answer.content.decode()) == (400, sentence)


def test_a_feed_tells_how_many_entries_it_has_at_most(client, monkeypatch):
    monkeypatch.setattr(feeds, "MOST", 1)
    two_cases()

    found = root(client, "/cases/feed/")

    assert len(found.findall(f"{ATOM}entry")) == 1
    subtitle = "The 1 that changed last; the list has all."
    assert found.find(f"{ATOM}subtitle").text == subtitle


def test_staff_get_in_a_feed_what_visitors_get(client, chief, signed_in):
    shown, hidden = factories.case(published=True), factories.case()

    answers = [signed_in(chief).get(address) for address in feeds_of(shown, hidden)]

    assert [one.status_code for one in answers] == [200, 200, 404]
    assert hidden.public_id not in answers[0].content.decode()


def feeds_of(*cases) -> list[str]:
    return ["/cases/feed/", *(f"/cases/{one.public_id}/feed/" for one in cases)]


def test_what_is_withdrawn_leaves_the_list_and_its_own_feed_has_ended(client, reviewer):
    case, _ = two_cases()

    withdraw(case, by=reviewer, why="asked for")

    everything, own = (client.get(address) for address in feeds_of(case))
    assert case.public_id not in everything.content.decode()
    assert own.status_code == 410


def test_the_feed_of_a_case_tells_the_case_and_its_events(client):
    case = factories.case(published=True)
    event = factories.event("arrest", case=case, published=True, title="taken")
    hidden = factories.event("trial", case=case, title="zqhidden")

    address = f"/cases/{case.public_id}/feed/"

    assert set(told(client, address)) == {case.get_absolute_url(), event.get_absolute_url()}
    body = client.get(address).content.decode()
    assert (hidden.public_id in body, "zqhidden" in body) == (False, False)
    page = client.get(case.get_absolute_url()).content.decode()
    assert f'type="application/atom+xml" href="{address}"' in page


def test_a_withheld_name_and_what_no_xml_may_hold_stay_out(client):
    person = factories.person("Zqwithheld", published=True, name_display="initials")
    factories.case(person, published=True, title="a\x0bsign <b>")

    body = client.get("/cases/feed/").content.decode()

    assert "Zqwithheld" not in body
    assert "&lt;bdi&gt;asign &amp;lt;b&amp;gt;&lt;/bdi&gt;" in body


def test_a_feed_asks_for_no_cookie_and_is_not_for_search_engines(client):
    two_cases()

    answers = [client.get(f"/{noun}/feed/") for noun in LISTS]

    assert [one["X-Robots-Tag"] for one in answers] == ["noindex"] * len(LISTS)
    assert [one.has_header("Set-Cookie") for one in answers] == [False] * len(LISTS)
    assert [one.has_header("Last-Modified") for one in answers] == [True] * len(LISTS)


def test_addresses_in_feeds_begin_as_the_register_says(client, settings):
    settings.SITE_URL = "https://register.example"
    case = factories.case(published=True)

    body = client.get("/cases/feed/").content.decode()

    assert f"<id>https://register.example/cases/{case.public_id}/</id>" in body
    assert "testserver" not in body
