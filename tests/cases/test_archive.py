"""The fetch leads nowhere but out into the open, and ends whatever a site does."""

import gzip

import pytest

from cases import archive
from cases.archive import fetch
from cases.outside import is_outside
from tests.site import HTML, deflated, page, refusal

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
        ("gzip", gzip.compress(page().encode(), mtime=0)),
        (
            "GZIP",
            gzip.compress(page().encode()[:99], mtime=0)
            + gzip.compress(page().encode()[99:], mtime=0),
        ),
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
