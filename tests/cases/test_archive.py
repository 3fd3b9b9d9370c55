"""The fetch leads nowhere but out into the open, and ends whatever a site does."""

import gzip
import shutil
import ssl
import subprocess
import time

import pytest

from cases import archive
from cases.archive import NotFetched, fetch
from cases.outside import is_outside
from tests.site import HTML, deflated, gzip_bomb, page


def refusal(address: str) -> str:
    with pytest.raises(NotFetched) as refused:
        fetch(address)
    return str(refused.value)


PRIVATE = "The address leads into a private network; it is not fetched."


# What comes back


def test_a_page_comes_with_its_addresses_answer_and_headers(site):
    address = site.says(page(), Set_Cookie="a=b")

    came = fetch(address)

    assert (came.asked, came.reached, came.status) == (address, address, 200)
    assert came.body.decode() == page()
    assert (came.headers["content-type"], came.headers["set-cookie"]) == (HTML, "a=b")


def test_a_site_learns_who_asks_and_nothing_else(site, settings):
    settings.FETCH_USER_AGENT = "Tizim/0.1 (+desk@register.example)"
    site.says(page(), "/b")
    address = site.says("", status=302, Location="/b", Set_Cookie="a=b")

    fetch(address)

    told = {
        "Host": f"127.0.0.1:{site.port}",
        "User-Agent": "Tizim/0.1 (+desk@register.example)",
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    assert site.asked == [("/article", told), ("/b", told)]


def test_no_proxy_of_the_environment_is_asked(site, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    assert fetch(site.says(page())).status == 200


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(page().encode())),
        ("GZIP", gzip.compress(page().encode()[:99]) + gzip.compress(page().encode()[99:])),
        ("deflate", deflated(page().encode(), bare=False)),
        ("deflate", deflated(page().encode(), bare=True)),
        ("identity", page().encode()),
    ],
)
def test_what_is_packed_is_unpacked(site, encoding, packed):
    assert fetch(site.says(packed, Content_Encoding=encoding)).body == page().encode()


def test_an_address_with_other_letters_is_asked_as_the_web_writes_it(site):
    site.says(page(), "/%D0%B0%20b?q=%D1%8F")

    assert fetch(site.at("/а b?q=я")).status == 200


def test_a_page_is_followed_through_five_redirects_and_no_further(site):
    for number in range(6):
        site.says("", f"/{number}", status=302, Location=f"{number + 1}")
    site.says(page(), "/6")

    assert fetch(site.at("/1")).reached == site.at("/6")
    assert refusal(site.at("/0")) == "The site sends on from page to page, more than 5 times."


# Where it does not lead


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://100.100.100.200/",
    ],
)
def test_an_address_that_leads_inside_is_refused(address):
    assert refusal(address) == PRIVATE


def test_a_redirect_that_leads_inside_is_refused(site, settings):
    settings.FETCH_ALLOWS = frozenset({("127.0.0.1", site.port)})

    assert refusal(site.says("", status=302, Location="http://127.0.0.1/admin/")) == PRIVATE
    assert refusal(site.says("", status=301, Location="//169.254.169.254/x")) == PRIVATE
    assert refusal(site.says("", status=307, Location="http://[::1]:80/")) == PRIVATE


def test_a_name_that_leads_inside_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "look_up", lambda host, port: ["10.1.2.3"])

    assert refusal("https://news.example.org/") == PRIVATE


def test_a_name_is_refused_if_one_of_its_numbers_leads_inside(monkeypatch):
    monkeypatch.setattr(archive, "look_up", lambda host, port: ["93.184.216.34", "127.0.0.1"])

    assert refusal("https://news.example.org/") == PRIVATE


def test_a_name_is_looked_up_once_so_that_it_cannot_lead_elsewhere_afterwards(site, monkeypatch):
    """The second answer of a name that changes its mind is never asked for."""
    answers = iter([["127.0.0.1"], ["169.254.169.254"]])
    monkeypatch.setattr(archive, "look_up", lambda host, port: next(answers))
    site.says(page())

    assert fetch(site.at(host="news.example.org")).status == 200
    assert site.asked[0][1]["Host"] == f"news.example.org:{site.port}"
    assert next(answers) == ["169.254.169.254"]


def test_whom_it_is_connected_to_decides(site, settings, monkeypatch):
    """If a number from outside should lead inside after all, nothing is asked there."""
    settings.FETCH_ALLOWS = frozenset()
    real = archive.socket.create_connection
    monkeypatch.setattr(archive, "look_up", lambda host, port: ["93.184.216.34"])
    monkeypatch.setattr(
        archive.socket,
        "create_connection",
        lambda where, timeout: real(("127.0.0.1", site.port), timeout=timeout),
    )

    assert refusal("http://news.example.org/") == PRIVATE
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://example.org/x", "Only addresses that begin with http:// or https:// are fetched."),
        ("file:///etc/passwd", "Only addresses that begin with http:// or https:// are fetched."),
        ("gopher://127.0.0.1/", "Only addresses that begin with http:// or https:// are fetched."),
        ("http://me:pw@example.org/", "The address holds a name or a password; it is not fetched."),
        ("http://example.org:99999/", "This is not a web address."),
        ("http://[fe80::1%25eth0]/", "This is not a web address."),
        ("http:///x", "This is not a web address."),
        (f"http://example.org/{'a' * 2000}", "The address is longer than 2000 characters."),
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(address, why):
    assert refusal(address) == why


def test_no_port_but_those_of_the_web_is_asked(monkeypatch):
    monkeypatch.setattr(archive, "look_up", lambda host, port: ["93.184.216.34"])

    assert refusal("http://example.org:22/") == (
        "Only the usual ports of the web, 80 and 443, are asked."
    )


def test_a_redirect_to_what_is_no_web_address_is_refused(site):
    assert refusal(site.says("", status=302, Location="http://[x/")) == (
        "The site sends us on to what is no web address."
    )


@pytest.mark.parametrize(
    "inside",
    [
        *("0.1.2.3", "127.255.0.1", "10.0.0.1", "172.31.0.1", "192.168.0.1", "169.254.169.254"),
        *("100.64.0.1", "100.100.100.200", "192.0.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1"),
        *("255.255.255.255", "168.63.129.16", "::", "::1", "::ffff:10.0.0.1", "::127.0.0.1"),
        *("fe80::1", "fec0::1", "fd00:ec2::254", "ff02::1", "64:ff9b::a00:1", "64:ff9b:1::1"),
        *("2002:a00:1::", "2001:db8::1", "no number"),
    ],
)
def test_numbers_that_lead_inside_are_told_from_those_outside(inside):
    assert is_outside(inside) is False


@pytest.mark.parametrize("outside", ["93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822"])
def test_numbers_outside_are_asked(outside):
    assert is_outside(outside) is True


# How it ends


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
        ("gzip", gzip.compress(b"a" * 999)[:-9]),
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
