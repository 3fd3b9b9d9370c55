"""All addresses of one article fold to one; different articles stay apart."""

import pytest

from cases.canonical import canonical, host_of

ONE = "https://example.org/news/a-poem?id=2"


@pytest.mark.parametrize(
    "address",
    [
        ONE,
        "http://example.org/news/a-poem?id=2",
        "HTTPS://WWW.Example.ORG:443/news/a-poem/?id=2#comments",
        "https://example.org/news/a-poem?utm_source=x&id=2&fbclid=y&gclid=z&mc_cid=1",
        "https://m.example.org/news/a-poem?id=2",
        "https://mobile.example.org/news/a-poem?id=2",
        "https://www.m.example.org/news/a-poem?id=2",
        "https://amp.example.org/news/a-poem?id=2&amp=1",
        "https://example.org/news/a-poem/amp/?id=2",
        "https://example.org/amp/news/a-poem?id=2",
        "https://example.org/news/a-poem?id=2&outputType=amp",
        "https://staging.example.org/news/a-poem?id=2",
        "https://test.example.org//news/a-poem?id=2",
        "https://example-org.cdn.ampproject.org/c/s/example.org/news/a-poem?id=2",
        "https://www.google.com/amp/s/www.example.org/news/a-poem?id=2",
        "https://example.org./news/a%2Dpoem?id=2",
        "  https://example.org/news/a-poem?id=2 ",
    ],
)
def test_addresses_of_one_article_fold_to_one(address):
    assert canonical(address) == ONE


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/news/a-poem?id=3",
        "https://example.org/news/a-poem-2?id=2",
        "https://example.org/news/A-Poem?id=2",
        "https://example.org:8080/news/a-poem?id=2",
        "https://en.example.org/news/a-poem?id=2",
    ],
)
def test_other_articles_stay_apart(address):
    assert canonical(address) not in ("", ONE)


@pytest.mark.parametrize(
    ("address", "folded"),
    [
        ("https://dev.to/x", "https://dev.to/x"),
        ("https://test.com.tr/x", "https://test.com.tr/x"),
        ("https://m.me/x", "https://m.me/x"),
        ("https://en.m.wikipedia.org/wiki/X", "https://en.wikipedia.org/wiki/X"),
        ("https://пример.рф/а", "https://xn--e1afmkfd.xn--p1ai/%D0%B0"),
        ("https://example.org/index.html", "https://example.org"),
        ("http://[2001:db8::1]:80/x", "https://[2001:db8::1]/x"),
    ],
)
def test_a_host_is_folded_only_where_a_site_is_left(address, folded):
    assert canonical(address) == folded


@pytest.mark.parametrize(
    "address",
    ["", "a word", "ftp://example.org/x", "javascript:alert(1)", "https://", "http://[x/", "http://a:99999/"],
)  # fmt: skip
def test_what_is_no_web_address_folds_to_nothing(address):
    assert canonical(address) == ""
    assert host_of(address) == ""


@pytest.mark.parametrize(
    ("stated", "folded"),
    [
        ("https://www.example.org/poem", "https://example.org/poem"),
        ("/poem?utm_source=x", "https://example.org/poem"),
        ("https://news.example.org/poem", "https://news.example.org/poem"),
        ("https://elsewhere.org/poem", ONE),  # of another site: anybody can say that
        ("https://example.org/", ONE),  # the front page, said of every page
        ("mailto:x", ONE),
        ("http://[", ONE),
    ],
)
def test_what_a_page_says_of_itself_is_believed_within_its_site(stated, folded):
    assert canonical(ONE, stated) == folded
