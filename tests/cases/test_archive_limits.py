"""A fetch ends, whatever a site does: with a page, or with a sentence."""

import gzip
import shutil
import ssl
import subprocess
import time

import pytest

from cases import archive
from cases.archive import fetch
from tests.site import gzip_bomb, page, refusal


def test_a_page_of_50_mb_is_refused_before_it_is_read(site):
    sent = []

    def large(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(50 * 1024**2))
        handler.end_headers()
        for number in range(50):
            handler.wfile.write(b"a" * 1024**2)
            sent.append(number)

    assert refusal(site.does(large)) == "The page is larger than 20 MB."
    assert len(sent) < 10


def test_a_page_that_does_not_say_how_long_it_is_is_cut_off(site):
    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"a" * 1024**2)

    assert refusal(site.does(endless)) == "The page is larger than 20 MB."


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_not_unpacked_to_its_end(site, encoding):
    bomb = gzip_bomb(200_000_000)

    assert refusal(site.says(bomb, Content_Encoding=encoding)) == "The page is larger than 20 MB."
    assert len(bomb) < 1_000_000


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", b"no gzip"),
        ("gzip", gzip.compress(b"a" * 999, mtime=0)[:-9]),
        ("gzip, gzip", b"x"),
        ("br", b"x"),
    ],
)  # fmt: skip
def test_what_cannot_be_unpacked_is_refused(site, encoding, body):
    assert refusal(site.says(body, Content_Encoding=encoding)) == (
        "The page did not come whole, or cannot be unpacked."
    )


def test_a_page_that_breaks_off_is_refused(site):
    assert refusal(site.says(page(), Content_Length="99999")) == (
        "The page did not come whole, or cannot be unpacked."
    )


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, "The site wants a sign-in (it answered 401)."),
        (403, "The site refuses to show the page to us (it answered 403)."),
        (404, "The site says that there is no such page (it answered 404)."),
        (204, "The site did not show the page (it answered 204)."),
        (500, "The site is out of order (it answered 500)."),
    ],
)
def test_what_a_site_answers_instead_of_a_page_is_told(site, status, why):
    assert refusal(site.says("" if status == 204 else page(), status=status)) == why


def test_an_empty_page_is_refused(site):
    assert refusal(site.says(" \n ")) == "The site sent an empty page."


def test_who_sends_letter_by_letter_is_not_waited_for(site, monkeypatch):
    monkeypatch.setattr(archive, "SECONDS", 0.6)

    def slowly(handler):
        for sign in b"HTTP/1.1 200 OK\r\nX: " + b"a" * 10_000:
            handler.wfile.write(bytes([sign]))
            time.sleep(0.02)

    began = time.monotonic()
    assert refusal(site.does(slowly)).startswith("The site is too slow")
    assert time.monotonic() - began < 3


def test_who_says_nothing_is_not_waited_for(site, monkeypatch):
    monkeypatch.setattr(archive, "SILENCE", 0.2)

    assert refusal(site.does(lambda handler: time.sleep(1))).startswith("The site is too slow")


def test_a_name_that_is_not_found_in_time_is_given_up(monkeypatch):
    monkeypatch.setattr(archive, "SILENCE", 0.1)
    monkeypatch.setattr(archive, "look_up", lambda host, port: time.sleep(0.5))

    assert refusal("https://example.org/") == "Looking up the name of the site took too long."


def test_a_site_that_is_not_there_is_told(site, settings):
    address = site.at()
    settings.FETCH_ALLOWS = frozenset({("127.0.0.1", 1)})

    assert refusal("http://no-such-name.invalid/") == (
        "There is no site of this name, as far as we can find out."
    )
    assert refusal("http://127.0.0.1:1/") == "The site does not answer."
    assert refusal(address) == "Only the usual ports of the web, 80 and 443, are asked."


@pytest.mark.parametrize(
    "said", [b"no http\r\n\r\n", b"", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 500]
)
def test_what_is_no_answer_of_a_site_is_told(site, said):
    def nonsense(handler):
        handler.wfile.write(said)

    assert refusal(site.does(nonsense)) == (
        "The site broke off, or its answer is no answer to a browser."
    )


def test_a_site_that_cannot_prove_its_name_is_refused(site):
    """What answers here speaks no TLS at all."""
    address = site.says(page()).replace("http://", "https://")

    assert refusal(address) == "The site cannot prove that it is who it says (TLS)."


@pytest.fixture
def secure(site, tmp_path, monkeypatch):
    """The site speaks TLS as news.example.org, by a certificate that nobody else believes."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed.")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=x -keyout {key} -out {certificate}"
    made += " -addext subjectAltName=DNS:news.example.org"
    subprocess.run([openssl, *made.split()], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    monkeypatch.setattr(archive, "look_up", lambda host, port: ["127.0.0.1"])
    site.says(page())
    return lambda host: site.at(host=host).replace("http://", "https://"), certificate


UNPROVEN = "The site cannot prove that it is who it says (TLS)."


def test_a_site_has_to_prove_the_name_that_was_asked_for(secure, monkeypatch):
    at, certificate = secure
    assert refusal(at("news.example.org")) == UNPROVEN

    believed = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr(archive, "tls", lambda: believed)

    assert fetch(at("news.example.org")).status == 200
    assert refusal(at("other.example.org")) == UNPROVEN


def test_only_so_many_pages_are_fetched_at_once_and_the_next_is_told(site, monkeypatch):
    monkeypatch.setattr(archive, "TURN", 0.1)
    address = site.says(b"<p>She was taken.</p>")
    turns = [archive._turns.acquire(blocking=False) for _ in range(archive.AT_ONCE)]

    refused = refusal(address)
    for _ in turns:
        archive._turns.release()

    assert refused == "Many pages are being fetched just now. Try again in a minute."
    assert fetch(address).status == 200
