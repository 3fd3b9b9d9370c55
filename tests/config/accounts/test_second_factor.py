"""Staff get in with a password and a code, which is taken once; a lost telephone is not the end."""

import io
import re

import pyotp
import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from config.records.accounts import factors, limits, sessions
from config.records.accounts.models import Authenticator, SignIn
from tests.conftest import an_account

PASSWORD = "a long enough passphrase"
ADMIN = "/admin/"


@pytest.fixture
def clock(monkeypatch):
    """clock.now is what the doors take for the time."""

    class Clock:
        now = 1_800_000_000.0

        def time(self) -> float:
            return self.now

    made = Clock()
    monkeypatch.setattr(factors, "time", made)
    monkeypatch.setattr(sessions, "time", made)
    return made


def password(client, account: str, **more):
    told = {"username": account, "password": PASSWORD, **more}
    return client.post(reverse("sign-in"), told)


def set_up(account) -> tuple[pyotp.TOTP, list[str]]:
    """An authenticator that works, and the recovery codes told with it."""
    begun = factors.begin(account)
    totp = pyotp.TOTP(factors.secret_of(begun))
    codes = factors.prove(begun, totp.at(factors.time.time() - 30))
    return totp, codes


def test_the_first_sign_in_of_staff_sets_up_a_second_factor(client, contributor, clock):
    asked = client.get(ADMIN, follow=True)
    told = password(client, "contributor", next=ADMIN)
    page = client.get(told.url)
    secret = re.search(r'class="secret">([A-Z2-7 ]+)<', page.content.decode())[1].replace(" ", "")
    shut = client.get(ADMIN).status_code
    code = pyotp.TOTP(secret).at(clock.now)

    done = client.post(told.url, {"code": code, "next": ADMIN})

    assert asked.request["PATH_INFO"] == reverse("sign-in")
    assert told.url == f"{reverse('second-factor')}?next=%2Fadmin%2F"
    assert "<svg" in page.content.decode()
    assert "style=" not in page.content.decode()
    assert shut == 302
    codes = re.findall(r"<code>((?:[A-Z2-7]{4}-){3}[A-Z2-7]{4})</code>", done.content.decode())
    assert len(set(codes)) == factors.RECOVERY_CODES
    assert client.get(ADMIN).status_code == 200


def test_a_password_alone_opens_neither_the_admin_nor_what_staff_see(client, contributor, clock):
    set_up(contributor)

    told = password(client, "contributor")

    assert told.url == reverse("code")
    assert client.get(ADMIN).status_code == 302
    assert client.get("/").context["user"].is_authenticated is False


def test_a_sign_in_without_a_code_is_ended_when_the_account_becomes_staff(client, researcher):
    password(client, "researcher")
    before = client.get(reverse("account")).status_code
    researcher.is_staff = True
    researcher.save()

    assert (before, client.get(reverse("account")).status_code) == (200, 302)
    assert SignIn.objects.filter(account=researcher).count() == 0


def test_a_code_is_taken_once_and_none_from_before_it(client, contributor, clock):
    totp, _ = set_up(contributor)
    password(client, "contributor")

    answers = [
        client.post(reverse("code"), {"code": totp.at(clock.now + seconds)}).status_code
        for seconds in (-30, 300)
    ]
    right = totp.at(clock.now)
    answers.append(client.post(reverse("code"), {"code": right}).status_code)

    assert answers == [200, 200, 302]
    assert client.get(ADMIN).status_code == 200
    assert factors.is_right(contributor, right) is False
    assert factors.is_right(contributor, totp.at(clock.now + 30)) is True


def test_a_recovery_code_stands_in_once_however_it_is_typed(client, contributor, clock):
    _, codes = set_up(contributor)
    password(client, "contributor")

    answer = client.post(reverse("code"), {"code": codes[0].lower().replace("-", " ")})

    assert answer.url == reverse("admin:index")
    assert factors.is_right(contributor, codes[0]) is False
    assert factors.recovery_codes_left(contributor) == factors.RECOVERY_CODES - 1


def test_wrong_codes_are_refused_after_a_few_even_if_one_is_right(client, contributor, clock):
    totp, codes = set_up(contributor)
    password(client, "contributor")
    wrong = [client.post(reverse("code"), {"code": "000 000"}) for _ in range(limits.CODES.most)]

    refused = client.post(reverse("code"), {"code": totp.at(clock.now)})

    assert {one.status_code for one in wrong} == {200}
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= limits.CODES.seconds
    assert client.post(reverse("code"), {"code": codes[0]}).status_code == 429
    assert client.get(ADMIN).status_code == 302


def test_a_thief_of_the_password_has_forty_tries_a_day(client, contributor, clock):
    totp, _ = set_up(contributor)
    password(client, "contributor")
    statuses = []
    for _ in range(limits.CODES_A_DAY.most + 1):
        if len(statuses) % limits.CODES.most == 0:  # a quarter of an hour later
            limits.forget(limits.CODES, str(contributor.pk))
        statuses.append(client.post(reverse("code"), {"code": "000 000"}).status_code)

    limits.forget(limits.CODES, str(contributor.pk))
    refused = client.post(reverse("code"), {"code": totp.at(clock.now)})

    assert statuses == [*[200] * limits.CODES_A_DAY.most, 429]
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > limits.CODES.seconds


def test_the_code_is_awaited_for_ten_minutes_and_no_longer(client, contributor, clock):
    totp, _ = set_up(contributor)
    password(client, "contributor")
    clock.now += 601

    late = client.post(reverse("code"), {"code": totp.at(clock.now)})

    assert late.url == reverse("sign-in")


def test_neither_secret_nor_recovery_code_is_in_the_database_in_clear(contributor, clock):
    secret = factors.secret_of(factors.begin(contributor))
    _, codes = set_up(contributor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM accounts_authenticator")
        (kept,) = cursor.fetchone()
        cursor.execute("SELECT hashed FROM accounts_recoverycode")
        hashes = {row[0] for row in cursor.fetchall()}

    assert kept.startswith("gAAAA")
    assert secret not in kept
    assert {len(one) for one in hashes} == {64}
    assert hashes & {one.replace("-", "") for one in codes} == set()


def test_the_secret_is_told_no_more_once_it_is_proved(contributor, signed_in, clock):
    set_up(contributor)

    answer = signed_in(contributor).get(reverse("second-factor"))

    assert (answer.status_code, answer.url) == (302, reverse("account"))
    with pytest.raises(ValueError, match="told to nobody"):
        factors.secret_of(Authenticator.objects.get())


def test_resetting_ends_every_sign_in_and_says_so_in_the_log(contributor, signed_in, clock):
    set_up(contributor)
    browser = signed_in(contributor)
    said = io.StringIO()

    call_command("reset_second_factor", "contributor", stdout=said)

    assert browser.get(ADMIN).status_code == 302
    assert factors.is_set_up(contributor) is False
    assert factors.recovery_codes_left(contributor) == 0
    entry = LogEntry.objects.get()
    assert entry.object_id == str(contributor.pk)
    assert "second factor was reset" in entry.get_change_message()
    assert said.getvalue().count("\n") == 1


def test_resetting_what_is_not_there_is_told_in_one_line(contributor):
    for name, told in [("nobody", "no account nobody"), ("contributor", "has no second factor")]:
        with pytest.raises(CommandError, match=told):
            call_command("reset_second_factor", name)


def test_no_environment_turns_the_second_factor_off(settings):
    assert settings.SECOND_FACTOR_DEMANDED is True


@pytest.mark.parametrize(("role", "is_staff"), [("reviewer", True), ("researcher", False)])
def test_staff_are_asked_for_a_code_and_researchers_may_have_one(db, client, role, is_staff):
    an_account(role, is_staff=is_staff)

    told = password(client, role)

    wanted = reverse("second-factor") if is_staff else reverse("account")
    assert told.url == wanted
