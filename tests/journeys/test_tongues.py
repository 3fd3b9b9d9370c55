"""Every kind of public page in Uyghur, and the main ones in the other languages, in a browser."""

import pytest
from playwright.sync_api import expect

from cases.example.load import MAIN_CASE
from tests.journeys import axe
from tests.journeys.browser import CHROMIUM, a_browser
from tests.journeys.page_kinds import kinds
from tests.kept import an_example

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed."),
]
ONE_LANGUAGE = ("api",)
MAIN = ("front", "found", "cases", "case")


@pytest.fixture
def pages(client) -> dict[str, str]:
    """The example's pages without their language: an address for each kind."""
    an_example()
    case = f"/cases/{MAIN_CASE}/"
    found = kinds(case, client.get(case).content.decode())
    return {kind: address for kind, address in found.items() if kind not in ONE_LANGUAGE}


def in_languages(pages: dict[str, str]) -> list[str]:
    others = [f"/{one}{pages[kind]}" for one in ("ru", "kk", "zh") for kind in MAIN]
    return [f"/ug{address}" for address in (*pages.values(), "/data/codebook/")] + others


def test_axe_finds_nothing_in_any_language_in_light_and_in_dark(pages, live_server):
    found = {}
    with a_browser() as page:
        for address in in_languages(pages):
            page.emulate_media(color_scheme="light")
            page.goto(live_server.url + address)
            found[address, "light"] = axe.complaints(page)
            page.emulate_media(color_scheme="dark")
            found[address, "dark"] = axe.complaints(page, axe.LOOKS)

    assert [f"{where}: {one}" for where, said in found.items() for one in said] == []
    assert len(found) > 40


def test_no_page_needs_scrolling_sideways_in_any_language(pages, live_server):
    wide = {}
    with a_browser(javascript=False) as page:
        page.set_viewport_size({"width": 320, "height": 640})
        for address in in_languages(pages):
            page.goto(live_server.url + address)
            wide[address] = page.evaluate("document.documentElement.scrollWidth")

    assert {address: width for address, width in wide.items() if width > 320} == {}


def test_a_reader_changes_the_language_and_keeps_the_question(pages, live_server):
    with a_browser(javascript=False) as page:
        page.goto(f"{live_server.url}/cases/?status=in_custody")
        page.get_by_role("link", name="ئۇيغۇرچە").click()
        expect(page).to_have_url(f"{live_server.url}/ug/cases/?status=in_custody")
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        page.locator(".row .who a").first.click()
        expect(page.locator("html")).to_have_attribute("lang", "ug")
        page.get_by_role("link", name="Русский").click()
        expect(page.get_by_role("heading", name="Что произошло")).to_be_visible()


def test_drawings_and_the_map_stand_within_the_page_from_right_to_left(pages, live_server):
    with a_browser() as page:
        page.set_viewport_size({"width": 1200, "height": 900})
        page.goto(f"{live_server.url}/ug/")
        boxes = [one.bounding_box() for one in page.locator("figure svg[role=img]").all()]

    assert boxes
    assert [box for box in boxes if box["x"] < 0 or box["x"] + box["width"] > 1200] == []
