"""Somebody of the staff signs in for the first time in a real browser, and goes round the admin."""

import pyotp
import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests import factories as make
from tests.conftest import an_account
from tests.journeys.browser import CHROMIUM, a_browser
from tests.register import varied

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed."),
]


@pytest.fixture
def asked_for_codes(settings):
    settings.SECOND_FACTOR_DEMANDED = True
    return an_account("chief", is_staff=True)


def listen(page: Page) -> list[str]:
    """What the browser complains of, from now on."""
    complaints = []
    page.on("console", lambda said: complaints.append(f"{page.url}: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    return complaints


def sign_in_for_the_first_time(page: Page, server) -> None:
    page.goto(f"{server.url}/admin/")
    page.get_by_label("Username").fill("chief")
    page.get_by_label("Password").fill("a long enough passphrase")
    page.get_by_role("button", name="Log in").click()
    secret = page.locator(".secret").inner_text().replace(" ", "")
    expect(page.locator(".square svg")).to_be_visible()
    page.get_by_label("Code").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".codes li")).to_have_count(10)
    page.get_by_role("link", name="I have written them down").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_the_first_sign_in_ends_in_the_admin(asked_for_codes, live_server, javascript):
    with a_browser(javascript=javascript) as page:
        complaints = listen(page)
        sign_in_for_the_first_time(page, live_server)

        expect(page).to_have_url(f"{live_server.url}/admin/")
        page.goto(f"{live_server.url}/account/")
        expect(page.get_by_text("It is set up. 10 recovery codes left.")).to_be_visible()
        page.get_by_role("button", name="Sign out").click()
        page.goto(f"{live_server.url}/admin/")
        expect(page.get_by_label("Password")).to_be_visible()
    assert complaints == []


def test_the_browser_has_nothing_to_complain_of_in_the_admin(asked_for_codes, live_server):
    case = varied().cases[0]
    draft = make.person("Gulnar Aset")
    pages = [reverse(f"admin:cases_case_{one}", args=[case.pk]) for one in ("change", "history")]
    pages += [reverse("admin:people_person_delete", args=[draft.pk])]
    pages += [reverse(f"admin:{one}_changelist") for one in ("cases_case", "cases_source")]
    pages += [reverse(f"admin:{one}_add") for one in ("cases_event", "cases_case")]
    pages += [reverse(f"admin:{one}") for one in ("queue", "log", "erasures", "duplicates")]
    pages += [reverse("account"), reverse("confirm"), reverse("password"), "/", "/cases/", "/data/"]
    with a_browser() as page:
        complaints = listen(page)
        sign_in_for_the_first_time(page, live_server)
        statuses = {one: page.goto(live_server.url + one).status for one in pages}

        page.goto(live_server.url + reverse("admin:cases_case_add"))
        page.locator(".select2-selection").first.click()
        page.locator(".select2-search__field").first.press_sequentially("a")
        expect(page.locator(".select2-results__option").first).to_be_visible()
        page.goto(live_server.url + reverse("admin:cases_event_add"))
        page.locator("input[name$=_written]").first.fill("March 2018")
        page.keyboard.press("Tab")
        expect(page.get_by_text("March 2018").first).to_be_visible()

    assert statuses == dict.fromkeys(pages, 200)
    assert complaints == []
