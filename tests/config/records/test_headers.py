"""Every answer tells the browser what it may not do; cookies are for this host alone."""

import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings as used

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}
ANSWERS = ["/", "/api/v1/cases/", "/account/sign-in/", "/nowhere/", "/static/records/tizim.css"]


@pytest.mark.parametrize("address", ANSWERS)
def test_every_answer_has_its_headers(db, client, address):
    with closing(client.get(address)) as answer:
        told = answer.headers

    assert told["Permissions-Policy"].count("=()") >= 20
    assert {
        "nosniff": told["X-Content-Type-Options"],
        "no frame": told["X-Frame-Options"] if "static" not in address else "DENY",
        "resource": told["Cross-Origin-Resource-Policy"],
        "opener": told["Cross-Origin-Opener-Policy"],
        "referrer": told["Referrer-Policy"],
    } == {
        "nosniff": "nosniff",
        "no frame": "DENY",
        "resource": "same-origin",
        "opener": "same-origin",
        "referrer": "same-origin",
    }


@pytest.mark.parametrize("address", ANSWERS[:-1])
def test_pages_load_from_this_host_alone_and_run_nothing_inline(db, client, address):
    told = client.get(address).headers["Content-Security-Policy"]

    assert set(told.split("; ")) == POLICY


def test_who_asks_another_host_is_told_that_the_request_cannot_be_answered(db, client):
    answer = client.get("/cases/", HTTP_HOST="register.example.net")

    assert answer.status_code == 400
    assert b"example.net" not in answer.content


def test_behind_https_cookies_are_of_this_host_and_last_no_longer_than_the_sign_in():
    names = "SESSION_COOKIE_NAME CSRF_COOKIE_NAME SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE"
    wanted = f"{names} SESSION_COOKIE_HTTPONLY SECURE_HSTS_SECONDS PROXIES".split()
    code = f"from config import settings as s; print([getattr(s, n) for n in {wanted}])"

    said = subprocess.run(
        [sys.executable, "-c", code],
        env={"TIZIM_HTTPS": "1", "TIZIM_VAR": str(used.VAR), "PATH": ""},
        cwd=used.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert said.strip() == str(
        ["__Host-sessionid", "__Host-csrftoken", True, True, True, 31536000, 1]
    )
