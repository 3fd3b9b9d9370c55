"""Researchers sign in, everybody looks after an account, and sign-ins end."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from config.records.accounts import limits, sessions
from config.records.accounts.models import SignIn, Tally
from config.records.choices import Secrecy
from tests import factories as make

PASSWORD = "a long enough passphrase"
NEW = "another passphrase of one's own"
ACCOUNT = "/account/"


def sign_in(client, account: str, told: str = PASSWORD, **more):
    return client.post(reverse("sign-in"), {"username": account, "password": told}, **more)


def age(browser, **seconds) -> None:
    """Make a sign-in older than it is."""
    session = browser.session
    for name, older in seconds.items():
        session[name] = int(time.time()) - older
    session.save()


def test_a_researcher_signs_in_and_sees_what_is_registered(client, researcher):
    record = make.person("Gulnar Aset", secrecy=Secrecy.REGISTERED, published=True)
    page = f"/people/{record.public_id}/"
    before = client.get(page).status_code

    told = sign_in(client, "researcher")

    assert (before, told.url, client.get(page).status_code) == (404, ACCOUNT, 200)


def test_a_researcher_is_led_from_the_admin_to_the_account_and_not_in_a_circle(client, researcher):
    sign_in(client, "researcher")

    led = client.get("/admin/", follow=True)

    assert (led.status_code, led.request["PATH_INFO"]) == (200, ACCOUNT)


def test_nobody_is_led_to_another_site(client, researcher):
    answer = client.post(
        reverse("sign-in") + "?next=https://elsewhere.example/",
        {"username": "researcher", "password": PASSWORD, "next": "//elsewhere.example/"},
    )

    assert answer.url == ACCOUNT


def test_who_does_not_sign_in_gets_no_cookie(client, db):
    for address in ("/", "/cases/", "/data/", "/api/v1/cases/", ACCOUNT):
        assert client.get(address).cookies == {}


@pytest.mark.parametrize("address", ["/", "/api/v1/cases/", ACCOUNT, "/admin/"])
def test_what_people_signed_in_see_is_kept_nowhere(contributor, signed_in, address):
    assert signed_in(contributor).get(address)["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(
    ("seconds", "status"),
    [
        ({"began_at": 11 * 3600}, 200),
        ({"began_at": 13 * 3600}, 302),
        ({"seen_at": 50 * 60}, 200),
        ({"seen_at": 70 * 60}, 302),
        ({"began_at": int(time.time())}, 302),
    ],
)
def test_a_sign_in_ends_when_old_or_left_alone(contributor, signed_in, seconds, status):
    browser = signed_in(contributor)
    age(browser, **seconds)

    assert browser.get("/admin/").status_code == status
    assert SignIn.objects.filter(account=contributor).count() == (status == 200)


def test_being_seen_is_written_down_now_and_then_alone(contributor, signed_in):
    browser = signed_in(contributor)
    age(browser, seen_at=100)
    browser.get(ACCOUNT)
    soon = browser.session[sessions.SEEN]
    age(browser, seen_at=400)
    browser.get(ACCOUNT)
    later = browser.session[sessions.SEEN]

    assert time.time() - soon >= 100
    assert time.time() - later < 100


def test_a_new_password_ends_every_other_sign_in(researcher):
    here, there = Client(), Client()
    sign_in(here, "researcher")
    sign_in(there, "researcher")

    told = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    here.post(reverse("password"), told)

    assert [one.get(ACCOUNT).status_code for one in (here, there)] == [200, 302]
    assert SignIn.objects.filter(account=researcher).count() == 1


@pytest.mark.parametrize("weak", ["0r968ji9ufj6", "short one", "123456789012", "researcher12"])
def test_a_weak_password_is_refused(researcher, client, weak):
    sign_in(client, "researcher")
    told = {"old_password": PASSWORD, "new_password1": weak, "new_password2": weak}

    answer = client.post(reverse("password"), told)

    assert answer.status_code == 200
    researcher.refresh_from_db()
    assert researcher.check_password(PASSWORD)


def test_one_button_ends_every_other_sign_in(researcher):
    here, there = Client(), Client()
    sign_in(here, "researcher")
    sign_in(there, "researcher")
    shown = here.get(ACCOUNT).context["others"].count()

    here.post(reverse("end-others"))

    assert shown == 1
    assert [one.get(ACCOUNT).status_code for one in (here, there)] == [200, 302]


def test_signing_out_takes_a_button_and_forgets_the_sign_in(researcher, client):
    sign_in(client, "researcher")

    by_link = client.get(reverse("sign-out")).status_code
    client.post(reverse("sign-out"))

    assert by_link == 405
    assert client.get(ACCOUNT).status_code == 302
    assert SignIn.objects.count() == 0


# Wrong passwords


def test_wrong_passwords_shut_an_account_for_one_address_only(researcher, client):
    wrong = [sign_in(client, "researcher", "wrong").status_code for _ in range(5)]

    right = sign_in(client, "RESEARCHER".lower())
    elsewhere = sign_in(Client(REMOTE_ADDR="192.0.2.7"), "researcher")

    assert wrong == [200] * 5
    assert right.status_code == 429
    assert 0 < int(right["Retry-After"]) <= limits.PASSWORDS.seconds
    assert elsewhere.status_code == 302


def test_an_account_that_is_shut_opens_by_itself(researcher, client):
    for _ in range(9):
        sign_in(client, "researcher", "wrong")
    Tally.objects.update(ends_at="2020-01-01T00:00Z")

    assert sign_in(client, "researcher").status_code == 302


def test_a_right_password_begins_the_count_anew(researcher):
    answers = []
    for _ in range(3):
        answers += [sign_in(Client(), "researcher", "wrong").status_code for _ in range(4)]
        answers.append(sign_in(Client(), "researcher").status_code)

    assert answers == [200, 200, 200, 200, 302] * 3


def test_an_account_that_does_not_exist_is_answered_like_one_that_does(researcher, client):
    def answer(name: str) -> list[tuple]:
        found = [sign_in(client, name, "wrong") for _ in range(7)]
        return [(one.status_code, one.context["form"].errors) for one in found]

    assert answer("researcher") == answer("nobody")


def test_many_accounts_tried_from_one_address_shut_it(db, client):
    answers = [sign_in(client, f"somebody{n}").status_code for n in range(61)]

    assert answers == [200] * 60 + [429]


def test_counts_hold_neither_address_nor_name(db, client):
    sign_in(client, "somebody-of-note", "wrong", REMOTE_ADDR="203.0.113.9")

    kept = [f"{one.key} {one.count} {one.ends_at}" for one in Tally.objects.all()]

    assert len(kept) == 2
    assert [one for one in kept if "somebody" in one or "203.0" in one] == []


@pytest.mark.parametrize(
    ("proxies", "told", "counts_as"),
    [
        (0, "198.51.100.1", "192.0.2.1"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "203.0.113.5, 198.51.100.1", "198.51.100.1"),
        (2, "203.0.113.5, 198.51.100.1", "203.0.113.5"),
        (2, "198.51.100.1", "192.0.2.1"),
        (1, "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        (1, "::ffff:198.51.100.1", "198.51.100.1"),
    ],
)
def test_a_visitor_is_the_address_that_our_web_server_saw(rf, settings, proxies, told, counts_as):
    settings.PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=told)
    plain = rf.get("/", REMOTE_ADDR=counts_as.removesuffix("/64"))

    assert limits.visitor(request) == limits.visitor(plain)


def test_a_visitor_is_another_tomorrow(rf, monkeypatch):
    today = limits.visitor(rf.get("/"))
    later = limits.timezone.now() + limits.timezone.timedelta(days=1)
    monkeypatch.setattr(limits.timezone, "now", lambda: later)

    assert limits.visitor(rf.get("/")) != today
