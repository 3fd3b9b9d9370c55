"""The journeys of three readers, in English and in Uyghur, with scripts and without."""

import hashlib
import json

import pytest
from playwright.sync_api import Page, expect

from cases.example.load import MAIN_CASE
from tests.journeys.browser import CHROMIUM, a_browser
from tests.journeys.overheard import Overheard
from tests.kept import an_example

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed."),
    pytest.mark.parametrize("language", ["", "/ug"], ids=["English", "Uyghur"]),
    pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"]),
]
CASE = f"/cases/{MAIN_CASE}/"
NAME = "Baqytkhan Myrzan"


@pytest.fixture
def site(live_server) -> str:
    an_example()
    return live_server.url


def left_behind(heard: Overheard, site: str) -> tuple[list[str], list[str], list[str]]:
    """What was asked of other hosts, the cookies that were set, and what the console said."""
    elsewhere = [one for one in heard.asked if not one.startswith((site, "data:"))]
    return elsewhere, heard.cookies, heard.said


def is_from_right_to_left(page: Page) -> bool:
    return page.locator("html").get_attribute("dir") == "rtl"


def test_somebody_looks_for_a_brother_on_a_small_telephone(site, language, javascript):
    with a_browser(javascript=javascript) as page:
        page.set_viewport_size({"width": 320, "height": 568})
        heard = Overheard(page)
        page.goto(f"{site}{language}/")
        page.get_by_role("searchbox").fill("باقىتخان مىرزان")
        page.keyboard.press("Enter")
        page.locator(f'main a[href="{language}{CASE}"]').first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
        turned = is_from_right_to_left(page)
        name = page.locator("h1 bdi, h1 [lang]").first
        direction = name.evaluate("one => getComputedStyle(one).direction")
        page.locator(f'main a[href^="{language}/tell/"]').last.click()
        about = page.locator(f'input[value="{MAIN_CASE}"]')
        expect(about).to_be_visible()

    assert (turned, direction) == (language == "/ug", "ltr")
    assert left_behind(heard, site) == ([], [], [])


def test_a_journalist_narrows_the_list_checks_a_passage_and_takes_the_file(
    site, language, javascript
):
    with a_browser(javascript=javascript) as page:
        heard = Overheard(page)
        page.goto(f"{site}{language}/cases/")
        page.locator('.facets a[href*="status=died_in_custody"]').click()
        rows = page.locator("li.row .who")
        expect(rows).to_have_count(1)
        file = page.locator('a[href^="/api/v1/cases.csv"]').get_attribute("href")
        rows.locator("a").click()
        passages = page.locator("main blockquote")
        expect(passages.first).to_be_visible()
        expect(page.locator('main a[href^="https://"]').first).to_be_visible()
        cited = page.locator(".cite").inner_text()
        table = page.request.get(site + file).text()

    assert MAIN_CASE in cited
    assert [MAIN_CASE in line for line in table.splitlines()] == [False, True]
    assert left_behind(heard, site) == ([], [], [])


def test_a_court_prints_the_dossier_and_checks_its_hash(site, language, javascript):
    with a_browser(javascript=javascript) as page:
        heard = Overheard(page)
        page.goto(f"{site}{language}{CASE}")
        page.locator(f'a[href="{language}{CASE}dossier/"]').click()
        page.emulate_media(media="print")
        told = page.locator("main").inner_text()
        turned = is_from_right_to_left(page)
        file = page.request.get(f"{site}{CASE}dossier.json").body()

    assert hashlib.sha256(file).hexdigest() in told.replace("\n", "")
    assert json.loads(file)["id"] == MAIN_CASE
    assert turned == (language == "/ug")
    assert left_behind(heard, site) == ([], [], [])
