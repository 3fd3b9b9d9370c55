"""A token opens what its scope says, until it ends; its secret is nowhere."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from config.records.accounts.tokens import AT_MOST, Token
from config.records.models import Access
from tests import factories

pytestmark = pytest.mark.django_db
PAGE, LIST = "/account/tokens/", "/api/v1/people/"


def asked(client, secret: str, address: str = LIST, word: str = "Bearer"):
    return client.get(address, HTTP_AUTHORIZATION=f"{word} {secret}")


def made(user, scope: str = "registered", days: int = 9) -> tuple[Token, str]:
    return Token.make(user, "a program", scope, days)


def test_a_token_is_made_on_a_page_and_its_secret_shown_once(signed_in, researcher):
    browser = signed_in(researcher)

    answer = browser.post(PAGE, {"label": "weekly copy", "scope": "download", "days": "30"})
    secret = re.search(r'id="secret">(\w[\w-]+)<', answer.content.decode())[1]
    again = browser.get(PAGE).content.decode()

    token = Token.objects.get()
    assert Token.objects.known_as(secret) == token
    assert secret not in str(Token.objects.values_list().get())
    assert (secret in again, "weekly copy" in again) == (False, True)
    assert answer["Cache-Control"] == "no-store, private"


def test_who_did_not_sign_in_makes_none(client):
    assert client.post(PAGE, {"label": "x", "scope": "public", "days": "1"}).status_code == 302
    assert Token.objects.count() == 0


@pytest.mark.parametrize(("scope", "seen"), [("public", 1), ("registered", 2), ("download", 2)])
def test_a_scope_opens_what_it_says(client, researcher, scope, seen):
    factories.person("Everybody's", published=True)
    factories.person("Researchers'", published=True, secrecy="registered")
    factories.person("Nobody's")
    secret = made(researcher, scope)[1]

    rows = (
        asked(client, secret).json()["count"],
        asked(client, secret, word="Token").json()["count"],
    )
    file = asked(client, secret, "/api/v1/people.csv")

    assert rows == (seen, seen)
    assert file.status_code == (200 if scope == "download" else 403)


def test_a_token_of_staff_opens_no_draft(client, chief):
    factories.person("A draft")
    factories.person("Staff's", secrecy="staff")

    assert asked(client, made(chief)[1]).json()["count"] == 0


def test_what_is_expired_revoked_or_made_up_is_refused_alike(client, researcher):
    expired, revoked = made(researcher), made(researcher)
    shut, another = made(factories.account("gone")), made(factories.account("changed"))
    Token.objects.filter(pk=expired[0].pk).update(expires_at=timezone.now() - timedelta(days=1))
    revoked[0].revoke()
    shut[0].user.is_active = False
    shut[0].user.save()
    another[0].user.set_password("four new words together")
    another[0].user.save()

    answers = [asked(client, secret) for _, secret in (expired, revoked, shut, another)]
    answers += [asked(client, "tizim_madeup"), asked(client, ""), asked(client, "two words")]

    told = {"errors": {"detail": ["This token is not known here, has expired or was revoked."]}}
    assert {one.status_code for one in answers} == {401}
    assert {one.content for one in answers} == {json.dumps(told).encode()}


def test_somebody_revokes_only_their_own(signed_in, researcher, chief):
    own, others = made(researcher)[0], made(chief)[0]
    browser = signed_in(researcher)

    answers = [browser.post(f"{PAGE}{one.pk}/revoke/").status_code for one in (own, others)]

    assert answers == [302, 404]
    assert list(Token.objects.valid()) == [others]


def test_the_day_of_the_last_use_is_all_that_is_remembered(client, researcher):
    token, secret = made(researcher)

    asked(client, secret)

    token.refresh_from_db()
    assert token.last_used_on == timezone.localdate()


def test_an_account_has_so_many_and_no_more(signed_in, researcher):
    for _ in range(AT_MOST):
        made(researcher)

    signed_in(researcher).post(PAGE, {"label": "one more", "scope": "public", "days": "1"})

    assert Token.objects.count() == AT_MOST


def test_a_token_and_its_account_are_counted_as_one_and_told_how_many_are_left(
    client, signed_in, researcher, settings
):
    settings.THROTTLES = {"api": (2, 60)}
    secret = made(researcher)[1]
    browser = signed_in(researcher)

    first, second = asked(client, secret), browser.get(LIST)
    third, another = asked(client, made(researcher)[1]), client.get(LIST)

    assert [one.status_code for one in (first, second, third, another)] == [200, 200, 429, 200]
    left = [one["X-RateLimit-Remaining"] for one in (first, second, third, another)]
    assert (first["X-RateLimit-Limit"], left) == ("2", ["1", "0", "0", "1"])
    assert 50 < int(third["Retry-After"]) <= 60


def test_whatever_is_made_up_counts_for_the_address_that_it_comes_from(client, settings):
    settings.THROTTLES = {"api": (1, 60)}

    assert [asked(client, "tizim_madeup").status_code for _ in range(2)] == [401, 429]


def test_a_file_that_is_taken_with_a_token_stands_in_the_logbook(client, researcher):
    factories.person("Researchers'", published=True, secrecy="registered")
    secret = made(researcher, "download")[1]

    file = asked(client, secret, "/api/v1/people.csv?sex=female&columns=id")
    b"".join(file.streaming_content)

    line = Access.objects.get()
    assert (line.by, line.form, line.filters) == (researcher, "csv", ["columns", "sex"])
    assert "not-for-the-public" in file["Content-Disposition"]
    assert file["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("address", ["/api/v1/tidy.zip", "/api/v1/entities.jsonl"])
def test_every_file_knows_whose_token_it_is(client, researcher, address):
    reads, takes = made(researcher)[1], made(researcher, "download")[1]

    refused, file = asked(client, reads, address), asked(client, takes, address)
    b"".join(file.streaming_content)

    assert (refused.status_code, file.status_code) == (403, 200)
    assert Access.objects.get().by == researcher


def test_what_is_accepted_opens_no_file_past_the_scope(client, researcher):
    secret = made(researcher)[1]

    answer = client.get(LIST, HTTP_AUTHORIZATION=f"Bearer {secret}", HTTP_ACCEPT="text/csv")

    assert answer.status_code == 403


def test_a_token_beside_a_cookie_of_staff_is_the_token_s_reader(signed_in, chief, researcher):
    factories.person("A draft")
    browser = signed_in(chief)

    assert asked(browser, made(researcher)[1]).json()["count"] == 0
    assert browser.get(LIST).json()["count"] == 1


def test_a_token_is_made_by_who_told_the_password_lately(signed_in, researcher):
    browser = signed_in(researcher)
    session = browser.session
    session["confirmed_at"] = 0
    session.save()

    answer = browser.post(PAGE, {"label": "x", "scope": "public", "days": "1"})

    assert answer["Location"].startswith("/account/confirm/")
    assert Token.objects.count() == 0
