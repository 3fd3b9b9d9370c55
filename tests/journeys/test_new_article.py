"""A worker takes an article in with the keyboard alone, in a real browser."""

import pytest
from playwright.sync_api import expect

from cases.models import Snapshot, Source
from tests.conftest import an_account
from tests.journeys.browser import CHROMIUM, a_browser
from tests.site import PARAGRAPHS, page

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed."),
]


@pytest.fixture(autouse=True)
def a_contributor():
    an_account("contributor", is_staff=True)


def open_form(tab, server) -> list[str]:
    """Sign in and come to the form by its link; what the browser complains of is kept."""
    complaints = []
    tab.on("console", lambda said: complaints.append(said.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.route("**/favicon.ico", lambda asked: asked.fulfill(status=204))
    tab.goto(f"{server.url}/admin/login/")
    tab.get_by_label("Username").fill("contributor")
    tab.get_by_label("Password").fill("a long enough passphrase")
    tab.get_by_label("Password").press("Enter")
    tab.get_by_role("link", name="New article").first.focus()
    tab.keyboard.press("Enter")
    return complaints


@pytest.mark.parametrize("javascript", [True, False])
def test_an_article_is_taken_in_by_its_address_with_the_keyboard_alone(
    live_server, site, javascript
):
    address = site.says(page())
    with a_browser(javascript=javascript) as tab:
        complaints = open_form(tab, live_server)
        expect(tab.get_by_label("Address:")).to_be_focused()
        tab.keyboard.type(f"{address}x")
        tab.keyboard.press("Enter")
        expect(tab.get_by_text("The site says that there is no such page")).to_be_visible()
        expect(tab.get_by_label("Address:")).to_have_value(f"{address}x")

        expect(tab.get_by_label("Address:")).to_be_focused()
        tab.keyboard.press("End")
        tab.keyboard.press("Backspace")
        tab.keyboard.press("Enter")
        expect(tab.get_by_label("Title:")).to_have_value("Taken from her shop")
        expect(tab.get_by_text("Nothing is kept yet.")).to_be_visible()

        tab.get_by_label("Title:").press("Enter")
        expect(tab.get_by_text("entered as a draft, with its kept copy")).to_be_visible()
        expect(tab.get_by_text("so says neighbour 3.")).to_be_visible()
    assert (Source.objects.get().state, Snapshot.objects.get().how) == ("draft", "fetched")
    assert complaints == []


def test_a_changed_article_is_kept_as_a_newer_copy_with_the_keyboard_alone(live_server, site):
    address = site.says(page())
    with a_browser(javascript=False) as tab:
        for letter in ("taken", "led away"):
            site.says(page(PARAGRAPHS.replace("taken", letter)))
            if letter == "taken":
                open_form(tab, live_server)
            else:
                tab.goto(f"{live_server.url}/admin/cases/source/new-article/")
            expect(tab.get_by_label("Address:")).to_be_focused()
            tab.keyboard.type(address)
            tab.keyboard.press("Enter")
            if letter != "taken":
                tab.get_by_label("Keep this as a newer copy of").press("Space")
            tab.get_by_label("Title:").press("Enter")
            expect(tab.get_by_text("kept").first).to_be_visible()
            expect(tab.get_by_text(f"The shopkeeper was {letter}").first).to_be_visible()

    newer, older = Source.objects.get().snapshots.all()
    assert "led away" in newer.text
    assert "taken" in older.text
