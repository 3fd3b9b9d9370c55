"""A worker types a name in a real browser and sees who is in the register before saving."""

import pytest
from playwright.sync_api import expect

from people.models import Judgement, Person
from tests import factories as make
from tests.conftest import an_account
from tests.journeys.browser import CHROMIUM, a_browser

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed."),
]
# In the register, and as the worker types it.
KNOWN, TYPED = "Aqiqat Qaliolla", "Ақиқат Қалиолла"


@pytest.fixture
def known(settings) -> Person:
    an_account("contributor", is_staff=True)
    return make.person(KNOWN, birth="1975", birth_basis="stated", home=make.place("Dorbiljin"))


def sign_in(page, server) -> list[str]:
    """Sign in as a contributor; what the browser complains of is kept in the list."""
    complaints = []
    page.on("console", lambda said: complaints.append(f"{said.location['url']}: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/favicon.ico", lambda asked: asked.fulfill(status=204))  # the admin has none
    page.goto(f"{server.url}/admin/login/")
    page.get_by_label("Username").fill("contributor")
    page.get_by_label("Password").fill("a long enough passphrase")
    page.get_by_role("button", name="Log in").click()
    return complaints


def test_who_is_meant_stands_beneath_the_box_before_anything_is_saved(known, live_server):
    with a_browser() as page:
        complaints = sign_in(page, live_server)
        page.goto(f"{live_server.url}/admin/people/person/add/")
        box = page.locator("#id_names-0-text")
        box.press_sequentially(TYPED, delay=10)
        told = page.locator(".likely").first

        expect(told.get_by_role("link", name=KNOWN)).to_have_attribute(
            "href", f"/admin/people/person/{known.pk}/change/"
        )
        expect(told).to_contain_text(f"born 1975 · Dorbiljin · {known.public_id} · very likely")
        expect(told.get_by_role("link")).to_have_attribute("target", "_blank")
        expect(told).to_have_attribute("aria-live", "polite")

        box.fill("")
        expect(told).to_be_empty()
    assert (Person.objects.count(), complaints) == (1, [])


def test_a_row_that_is_added_later_asks_too_and_so_does_the_page_of_a_case(known, live_server):
    with a_browser() as page:
        complaints = sign_in(page, live_server)
        page.goto(f"{live_server.url}/admin/people/person/add/")
        page.get_by_role("button", name="Add another Name").click()
        page.locator("#id_names-1-text").fill(TYPED)
        expect(page.locator("#id_names-1-text + .likely")).to_contain_text(known.public_id)

        page.goto(f"{live_server.url}/admin/cases/case/add/")
        page.get_by_label("names:").fill(f"Somebody Else\n{TYPED}")
        expect(page.locator("#id_new_names + .likely")).to_contain_text(known.public_id)
    assert complaints == []


@pytest.mark.parametrize("javascript", [True, False])
def test_the_form_comes_back_once_and_is_answered_by_keyboard(known, live_server, javascript):
    with a_browser(javascript=javascript) as page:
        sign_in(page, live_server)
        page.goto(f"{live_server.url}/admin/people/person/add/")
        page.locator("#id_names-0-text").fill(TYPED)
        page.locator("#id_names-0-text").press("Enter")

        question = page.get_by_role("group", name="Is this somebody whom the register knows?")
        expect(question).to_contain_text(known.public_id)
        expect(page.locator("#id_names-0-text")).to_have_value(TYPED)
        page.get_by_label("None of these is this person").focus()
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(page.locator(".messagelist .success")).to_contain_text("was added successfully")

    new = Person.objects.latest("pk")
    kept = Judgement.objects.get()
    assert (kept.one, kept.other, kept.verdict) == (known, new, "different")


def test_a_pair_is_judged_by_keyboard_alone_and_without_javascript(known, live_server):
    other = make.person(TYPED)
    with a_browser(javascript=False) as page:
        sign_in(page, live_server)
        page.goto(f"{live_server.url}/admin/people/person/{other.pk}/change/")
        page.locator("#id_names-0-text").fill(KNOWN.upper())
        page.keyboard.press("Enter")
        expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
        page.goto(f"{live_server.url}/admin/people/duplicates/")
        page.get_by_label("Why? Needed for").focus()
        page.keyboard.type("one letter, the same village")
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="The same person")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".messagelist")).to_contain_text("It is remembered.")

    kept = Judgement.objects.get()
    assert (kept.verdict, kept.why) == ("same", "one letter, the same village")
