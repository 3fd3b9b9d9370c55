"""Somebody without an account writes, and reads the answer, with scripts and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from config.records.messages import proofs
from config.records.messages.actions import decide
from config.records.models import Message
from tests import factories
from tests.conftest import an_account
from tests.journeys import axe
from tests.journeys.browser import CHROMIUM, a_browser

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed."),
]
UYGHUR = "مەن ئۇنى كۆردۈم"
WORDS = dict(zip(map(str, proofs.NUMBERS), range(1, 10), strict=True))


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(proofs, "SOONEST", 0)


def answer_the_question(page: Page) -> None:
    asked = page.locator("label[for=id_sum]").inner_text()
    first, second = re.search(r"How much is (\w+) and (\w+)", asked).groups()
    page.fill("#id_sum", str(WORDS[first] + WORDS[second]))


class Visit:
    """A browser that has been nowhere: what it asked for, and what axe says of what it sees."""

    def __init__(self, page: Page, javascript: bool):
        self.page, self.javascript = page, javascript
        self.asked: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))

    def look(self) -> None:
        """Where no script runs, axe does not either; the page is the same."""
        assert not self.javascript or axe.complaints(self.page) == []

    def left_behind(self, host: str) -> tuple[list, list]:
        """Cookies, and addresses elsewhere."""
        elsewhere = [one for one in self.asked if not one.startswith((host, "data:"))]
        return self.page.context.cookies(), elsewhere


def written_about(case, host: str, javascript: bool) -> str:
    """Goes from the case to the form, sends it half filled in, then whole; returns the code."""
    with a_browser(javascript=javascript) as page:
        visit = Visit(page, javascript)
        page.goto(host + case.get_absolute_url())
        page.get_by_role("link", name="Is something wrong or missing here").click()
        expect(page.get_by_label("About which page")).to_have_value(case.public_id)
        page.get_by_label("What do you want to tell us?").fill(UYGHUR)
        page.get_by_role("button", name="Send it").click()
        expect(page.get_by_text("It was not sent.")).to_be_visible()
        expect(page.get_by_label("What do you want to tell us?")).to_have_value(UYGHUR)
        visit.look()
        page.get_by_label("What is it?").select_option("hide")
        answer_the_question(page)
        page.get_by_role("button", name="Send it").click()
        expect(page.get_by_role("heading", name="It has arrived")).to_be_visible()
        visit.look()
        assert visit.left_behind(host) == ([], [])
        return page.locator("code").inner_text()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_writing_about_a_case_and_reading_the_answer(live_server, javascript):
    case, chief = factories.case(published=True), an_account("chief", is_staff=True)
    code = written_about(case, live_server.url, javascript)
    message = Message.objects.get()
    decide(message, by=chief, state="handled", answer="We hid it.")

    with a_browser(javascript=javascript) as page:
        visit = Visit(page, javascript)
        page.goto(live_server.url + "/tell/answer/")
        page.get_by_label("Your code").fill(code)
        page.get_by_role("button", name="Read the answer").click()
        expect(page.get_by_text("We hid it.")).to_be_visible()
        visit.look()
        page.get_by_role("button", name="Delete it now").click()
        expect(page.get_by_text("It is deleted.")).to_be_visible()
        assert visit.left_behind(live_server.url) == ([], [])
        assert [one for one in visit.asked if code in one] == []

    assert (message.text.tell(), message.about.tell()) == (UYGHUR, case.public_id)
    assert Message.objects.count() == 0


def test_the_keyboard_reaches_every_box_and_not_the_one_for_machines(live_server):
    with a_browser(javascript=False) as page:
        page.goto(live_server.url + "/tell/")
        page.get_by_label("What is it?").focus()
        reached = []
        for _ in range(6):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.name"))

    assert reached == ["about", "text", "contact", "use", "sum", ""]
