"""What costs much may be asked for so often and no more; sealed files are asked for twice."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from config.records.accounts.models import Tally
from config.records.accounts.sessions import CONFIRMED
from config.records.choices import State
from people.models import Person
from tests import factories as make

SEARCH, LIST, FILE = "/?q=gulnar", "/api/v1/cases/", "/api/v1/cases.csv"


@pytest.fixture
def throttles(settings):
    """Two of each in a minute."""
    settings.THROTTLES = dict.fromkeys(("searches", "api", "files"), (2, 60))


def asked(client, address: str, times: int) -> list[int]:
    return [client.get(address).status_code for _ in range(times)]


@pytest.mark.parametrize(
    "address", [SEARCH, "/people/?q=a", LIST, FILE, "/api/v1/cases/?format=jsonl"]
)
def test_what_is_asked_too_often_is_refused_and_told_when_to_come_back(
    db, client, throttles, address
):
    answers = asked(client, address, 2)

    refused = client.get(address)

    assert [*answers, refused.status_code] == [200, 200, 429]
    assert 0 < int(refused["Retry-After"]) <= 60
    assert refused["Retry-After"] in refused.content.decode()
    assert "gulnar" not in refused.content.decode()


def test_an_answer_says_how_much_is_left(db, client, throttles):
    answers = [client.get(LIST) for _ in range(3)]

    assert [one["X-RateLimit-Remaining"] for one in answers] == ["1", "0", "0"]
    assert {one["X-RateLimit-Limit"] for one in answers} == {"2"}
    assert all(0 < int(one["X-RateLimit-Reset"]) <= 60 for one in answers)


def test_searches_files_and_questions_are_counted_apart(db, client, throttles):
    assert [asked(client, one, 2) for one in (SEARCH, LIST, FILE)] == [[200, 200]] * 3


@pytest.mark.parametrize("address", ["/", "/cases/", "/data/", "/healthz", "/account/sign-in/"])
def test_what_costs_little_is_not_counted(db, client, throttles, address):
    assert asked(client, address, 4) == [200] * 4
    assert Tally.objects.count() == 0


def test_one_visitor_shuts_no_other_out(db, throttles):
    asked(Client(), LIST, 3)

    assert asked(Client(REMOTE_ADDR="192.0.2.8"), LIST, 1) == [200]


def test_an_account_is_counted_wherever_it_comes_from(contributor, signed_in, throttles):
    here, there = signed_in(contributor), signed_in(contributor)
    asked(here, LIST, 2)

    assert there.get(LIST, REMOTE_ADDR="192.0.2.8").status_code == 429


def test_no_address_and_no_question_is_written_down(db, client, throttles):
    client.get(SEARCH, REMOTE_ADDR="203.0.113.9")

    (kept,) = Tally.objects.all()
    assert (len(kept.key), set(kept.key) <= set("0123456789abcdef")) == (64, True)


def test_a_limit_of_nought_is_no_limit(db, client, settings, django_assert_num_queries):
    settings.THROTTLES = {"api": (0, 60)}

    with django_assert_num_queries(2):  # the record, and how far the register has moved
        answer = client.get(LIST)
    assert "X-RateLimit-Limit" not in answer


@pytest.mark.parametrize("wide", ["text/*", "TEXT/*;q=0.5", "application/vnd.*"])
def test_nobody_gets_a_file_without_saying_so(db, client, wide):
    answer = client.get(LIST, HTTP_ACCEPT=wide)

    assert (answer.status_code, answer["Content-Type"]) == (406, "application/json")


# Asked once more


def an_hour_ago(browser) -> None:
    session = browser.session
    session[CONFIRMED] = int(time.time()) - 601
    session.save()


@pytest.mark.parametrize("address", [FILE, "/api/v1/tidy.zip", "/api/v1/cases/?format=csv"])
def test_who_sees_sealed_records_is_asked_again_before_a_file(chief, signed_in, address):
    browser = signed_in(chief)
    at_once = browser.get(address).status_code
    an_hour_ago(browser)

    answer = browser.get(address)

    assert at_once == 200
    assert answer.status_code == 302
    assert answer.url.startswith(f"{reverse('confirm')}?next=%2Fapi")


def test_who_sees_nothing_sealed_is_not_asked(contributor, researcher, signed_in):
    for user in (contributor, researcher):
        browser = signed_in(user)
        an_hour_ago(browser)

        assert browser.get(FILE).status_code == 200


def test_publishing_many_takes_the_password_once_more(reviewer, contributor, signed_in):
    somebody = make.person("Gulnar Aset")
    Person.objects.update(
        state=State.SUBMITTED, submitted_by=contributor, submitted_at="2020-01-01T00:00Z"
    )
    browser = signed_in(reviewer)
    an_hour_ago(browser)
    listed = reverse("admin:people_person_changelist")
    chosen = {"action": "publish_selected", "_selected_action": [somebody.pk]}

    asked_first = browser.post(listed, chosen)
    wrong = browser.post(asked_first.url, {"password": "wrong"})
    somebody.refresh_from_db()
    before = somebody.state
    right = browser.post(asked_first.url, {"password": "a long enough passphrase"})
    again = browser.post(listed, chosen)

    assert asked_first.url.startswith(reverse("confirm"))
    assert (wrong.status_code, before) == (200, State.SUBMITTED)
    assert right.url == listed
    assert again.url != asked_first.url


def test_a_merge_takes_the_password_once_more(reviewer, signed_in):
    one, other = make.person("Gulnar Aset"), make.person("Gulnar Aset")
    browser = signed_in(reviewer)
    where = reverse("admin:people_person_merge")
    at_once = browser.get(where, {"one": one.pk, "other": other.pk}).status_code
    an_hour_ago(browser)

    answer = browser.post(where, {"one": one.pk, "other": other.pk, "why": "The same."})

    assert at_once == 200
    assert answer.url.startswith(reverse("confirm"))
    assert f"one%3D{one.pk}%26other%3D{other.pk}" in answer.url
    assert Person.objects.count() == 2
