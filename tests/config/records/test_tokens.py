"""A token opens what its scope says, until it ends; its secret is nowhere."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from config.records.token_doors import ByTheHour
from config.records.tokens import AT_MOST, Token
from tests import factories

pytestmark = pytest.mark.django_db
PAGE, LIST = "/account/tokens/", "/api/v1/people/"


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


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
    assert answer["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


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
    expired, revoked, shut = made(researcher), made(researcher), made(factories.account("gone"))
    Token.objects.filter(pk=expired[0].pk).update(expires_at=timezone.now() - timedelta(days=1))
    revoked[0].revoke()
    shut[0].user.is_active = False
    shut[0].user.save()

    answers = [asked(client, secret) for _, secret in (expired, revoked, shut)]
    answers += [asked(client, "tizim_madeup"), asked(client, ""), asked(client, "two words")]

    assert {(one.status_code, one.content) for one in answers} == {
        (
            401,
            b'{"errors":{"detail":["This token is not known here, has expired or was revoked."]}}',
        )
    }


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


def test_a_token_is_told_how_many_questions_it_has_left(client, researcher, monkeypatch):
    monkeypatch.setattr(ByTheHour, "rate", "2/hour")
    secret = made(researcher)[1]

    first, second, third = (asked(client, secret) for _ in range(3))

    assert [one.status_code for one in (first, second, third)] == [200, 200, 429]
    left = [one["RateLimit-Remaining"] for one in (first, second, third)]
    assert (first["RateLimit-Limit"], left) == ("2", ["1", "0", "0"])
    assert 3590 < int(third["Retry-After"]) <= 3600
    assert asked(client, made(researcher)[1]).status_code == 200
    assert client.get(LIST).status_code == 200
    assert "RateLimit-Limit" not in client.get(LIST)
