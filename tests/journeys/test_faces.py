"""Every kind of public page in a real browser: axe, the network, the console, the keyboard."""

import pytest
from playwright.sync_api import Page, expect

from cases.example.load import MAIN_CASE
from cases.models import Case
from tests import pictures, screenshots
from tests.journeys import axe
from tests.journeys.browser import CHROMIUM, a_browser
from tests.journeys.overheard import Overheard
from tests.journeys.page_kinds import kinds
from tests.kept import an_example

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed."),
]
HEAVIEST = 60_000  # bytes of a page before it is packed, its style sheet apart


@pytest.fixture
def pages(live_server, client) -> dict[str, str]:
    """The example's pages, a full address for each kind."""
    an_example()
    who = Case.objects.get(public_id=MAIN_CASE).person
    pictures.attachment(person=who, kind="portrait", basis="family_confirmed", published=True)
    case = f"/cases/{MAIN_CASE}/"
    found = kinds(case, client.get(case).content.decode())
    return {kind: live_server.url + address for kind, address in found.items()}


def test_axe_finds_nothing_on_any_kind_of_page_in_light_and_in_dark(pages):
    """From right to left, as Uyghur has it, the pages stand in test_tongues.py."""
    found = {}
    with a_browser() as page:
        for kind, address in pages.items():
            page.emulate_media(color_scheme="light")
            page.goto(address)
            found[kind, "light"] = axe.complaints(page)
            page.emulate_media(color_scheme="dark")
            found[kind, "dark"] = axe.complaints(page, axe.LOOKS)

    wrong = [f"{kind}, {how}: {one}" for (kind, how), said in found.items() for one in said]
    assert "\n".join(wrong) == ""
    assert len(found) == 2 * len(pages) > 40


def test_axe_complains_of_what_is_wrong(pages):
    with a_browser() as page:
        page.goto(pages["front"])
        page.evaluate(
            "document.querySelector('main').innerHTML = '<img src=\"/static/records/tizim.svg\">'"
        )
        found = axe.complaints(page)

    assert "image-alt: img" in found


def test_pages_ask_no_other_host_set_no_cookie_and_leave_the_console_empty(pages, live_server):
    sizes, sheets = {}, {}
    with a_browser() as page:
        heard = Overheard(page)
        for kind, address in pages.items():
            before = len(heard.asked)
            answer = page.goto(address)
            sizes[kind] = len(answer.body())
            sheets[kind] = sum(".css" in one for one in heard.asked[before:])

    elsewhere = [one for one in heard.asked if not one.startswith((live_server.url, "data:"))]
    missing = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    said = [one for one in heard.said if one != f"{pages['no such page']}: {missing}"]
    assert (elsewhere, heard.cookies, said) == ([], [], [])
    heavy = {kind for kind, size in sizes.items() if size > HEAVIEST}
    assert heavy == {"codebook"}  # a book, of which others cite a line
    assert set(sheets.values()) == {1}


def test_pictures_are_taken_of_a_page_in_every_way(pages, live_server, tmp_path, monkeypatch):
    monkeypatch.setattr(screenshots, "kinds", lambda case, told: {"all cases": "/cases/"})
    folder = tmp_path / "taken"
    folder.mkdir()

    with a_browser() as page:
        number = screenshots.take(page, live_server.url, f"/cases/{MAIN_CASE}/", folder)

    taken = {path.name for path in folder.iterdir()}
    assert taken == {f"all-cases.{way}.png" for way in screenshots.WAYS}
    assert number == len(taken) == 5
    heads = {path.read_bytes()[:4] for path in folder.iterdir()}
    assert heads == {b"\x89PNG"}


def test_a_picture_is_shown_with_its_words_and_leads_to_the_whole(pages):
    with a_browser() as page:
        page.goto(pages["case"])
        shown = page.get_by_role("img", name="A gate of iron between two towers")
        shown.scroll_into_view_if_needed()
        expect(shown).to_have_js_property("naturalWidth", 480)
        found = axe.complaints(page)
        with page.expect_download() as taken:
            page.get_by_role("link", name="Whole picture, 640 × 480").click()
        name = taken.value.suggested_filename

    assert (found, name[:2]) == ([], "A-")


def test_no_page_needs_scrolling_sideways_on_the_smallest_screen(pages):
    wide = {}
    with a_browser(javascript=False) as page:
        page.set_viewport_size({"width": 320, "height": 640})  # also 1280 pixels at 400 %
        for kind, address in pages.items():
            page.goto(address)
            wide[kind] = page.evaluate("document.documentElement.scrollWidth")

    assert {kind: width for kind, width in wide.items() if width > 320} == {}


def test_the_keyboard_leads_past_the_menu_to_the_box_and_its_answer(pages):
    with a_browser(javascript=False) as page:
        page.goto(pages["front"])
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip to the content")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_role("searchbox")).to_be_focused()
        assert _outline(page) == "solid"
        page.keyboard.type("Aqiqat Qaliolla")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Cases")).to_be_visible()


def test_filters_open_are_chosen_and_dropped_by_keyboard_alone(pages):
    with a_browser(javascript=False) as page:
        page.goto(pages["cases"])
        more = page.get_by_text("More filters and the order")
        _tab_to(page, more)
        page.keyboard.press("Enter")
        _tab_to(page, page.get_by_label("has a citation"))
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        chip = page.get_by_role("link", name="has a citation: true")
        if not chip.is_visible():
            _tab_to(page, page.get_by_role("button", name="Apply"))
            page.keyboard.press("Enter")
        _tab_to(page, chip)
        assert _outline(page) == "solid"
        page.keyboard.press("Enter")
        expect(chip).to_have_count(0)


def _tab_to(page: Page, wanted) -> None:
    """Press Tab until what is wanted has the focus; not for ever."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("the keyboard never gets there")


def _outline(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
