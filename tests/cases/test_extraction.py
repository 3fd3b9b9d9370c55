"""Originals are read whatever their label says, and whatever they are made to do to a reader."""

import sys

import pytest

from cases.extraction import bounded
from cases.extraction.bounded import extract
from cases.extraction.found import Found, NotReadable
from tests.site import HEAD, SENTENCE, page, pdf

RUSSIAN = "Продавщицу забрали из её магазина, и с тех пор никто не сказал, где её держат"
IN_RUSSIAN = "".join(f"<p>{RUSSIAN}; так говорит сосед {number}.</p>" for number in range(5))


def refusal(original: bytes) -> str:
    with pytest.raises(NotReadable) as refused:
        extract(original)
    return str(refused.value)


# A page


def test_a_page_tells_its_article_and_what_it_says_of_itself():
    head = f'{HEAD}<link rel="canonical" href="https://example.org/poem">'

    found = extract(page(head=head).encode(), address="https://example.org/poem?x=1")

    assert found == Found(
        kind="web_page",
        text="\n".join(f"{SENTENCE}; so says neighbour {number}." for number in range(5)),
        title="Taken from her shop",
        publisher="The Paper",
        author="Jane Doe",
        published="2023-03-27",
        language="en",
        canonical="https://example.org/poem",
        address="https://example.org/poem?x=1",
    )


def test_what_a_page_does_not_tell_stays_empty():
    found = extract(page(head="", lang="").encode())

    assert (found.publisher, found.author, found.published, found.language) == ("", "", "", "")
    assert (found.canonical, found.address) == ("", "")


@pytest.mark.parametrize(
    ("told", "published"),
    [
        ("2018-03", "2018-03"),
        ("2018", ""),  # the library does not read a year alone
        ("2018-03-01", "2018-03-01"),
        ("2018-03-01T00:00:00Z", "2018-03-01"),
        ("1 March 2018", "2018-03-01"),
        ("some day", ""),
    ],
)
def test_no_day_of_publication_is_invented(told, published):
    head = f'<meta property="article:published_time" content="{told}">'

    assert extract(page(head=head).encode()).published == published


def test_a_day_that_stands_in_the_prose_is_not_the_pages_own():
    prose = page(f"<p>On 3 March 2015 {SENTENCE}.</p>" * 3, head="")

    assert extract(prose.encode()).published == ""


def test_a_saved_page_tells_where_it_was_saved_from():
    saved = page().replace("<html", "<!-- saved from url=(0030)https://example.org/poem -->\n<html")

    assert extract(saved.encode()).address == "https://example.org/poem"


# Labels that lie


@pytest.mark.parametrize(
    ("encoding", "told", "meta"),
    [
        ("windows-1251", "utf-8", ""),
        ("windows-1251", "", '<meta charset="windows-1251">'),
        ("windows-1251", "utf-8", '<meta charset="utf-8">'),
        ("windows-1251", "iso-8859-1", '<meta charset="iso-8859-1">'),
        ("koi8-r", "", ""),
        ("utf-8", "iso-8859-1", '<meta charset="iso-8859-1">'),
        ("utf-8", "windows-1251", ""),
        ("utf-8-sig", "", ""),
        ("utf-16", "utf-8", ""),
        ("utf-16-le", "", ""),
        ("utf-16-be", "utf-8", ""),
        ("utf-8", "no-such-encoding", ""),
        ("windows-1251", "base64", ""),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_is_in(encoding, told, meta):
    original = page(IN_RUSSIAN, head=HEAD + meta, lang="ru").encode(encoding)

    found = extract(original, charset=told)

    assert found.text.splitlines()[0] == f"{RUSSIAN}; так говорит сосед 0."


def test_a_western_page_without_a_label_is_read():
    french = "Le père et l’élève façonnent, près du café, où il fut arrêté à l'été."

    original = page(f"<p>{french.replace('’', chr(39))}</p>" * 4).encode("latin-1")

    assert extract(original).text.splitlines()[0] == french.replace("’", "'")


def test_one_broken_sign_does_not_make_another_encoding():
    original = page(IN_RUSSIAN * 20).encode().replace("магазина".encode(), b"\xff", 1)

    assert RUSSIAN in extract(original).text


def test_signs_that_are_no_text_are_left_out():
    body = f"<p>{SENTENCE} a\0b &#0; &#xD800; c\x1b.</p>" * 3

    text = extract(page(body).encode()).text

    assert not [sign for sign in text if sign < "\t" or "\ud800" <= sign <= "\udfff"]
    assert text.splitlines()[0].startswith(f"{SENTENCE} ab")
    assert text.encode()


# What is made to do harm


def test_a_page_of_one_line_of_5_mb_is_refused():
    assert refusal(page(f"<p>{'word and word. ' * 350_000}</p>").encode()) == (
        "The text is longer than 1,000,000 characters."
    )


def test_a_long_line_that_is_not_too_long_is_read():
    assert len(extract(page(f"<p>{'word and word. ' * 60_000}</p>").encode()).text) == 899_999


@pytest.mark.parametrize("tag", ["div", "b", "table", "span", "ul"])
def test_a_page_that_is_nested_without_end_does_no_harm(tag):
    deep = f"<{tag}>" * 100_000 + SENTENCE + f"</{tag}>" * 100_000

    assert refusal(page(deep).encode()) == "This page is nested too deep to be read to its end."


@pytest.mark.parametrize(
    ("original", "why"),
    [
        (b"", "There is nothing in it."),
        (b" \n\t ", "There is nothing in it."),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "This is a picture, not a page."),
        (b"\xff\xd8\xff\xe0" + b"<html><p>text</p></html>", "This is a picture, not a page."),
        (
            b"PK\x03\x04" + bytes(99),
            "This is a packed file. Unpack it, and give the page or the PDF that is in it.",
        ),
        (b"\x7fELF" + bytes(99), "This is a program, not a page."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
            "This is an office document. Save it as PDF and give that.",
        ),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0",
            "This page was saved as MHTML, for one browser alone. Save it as HTML.",
        ),
        (bytes(range(256)) * 9, "This is neither a web page nor a PDF nor a text."),
        (bytes(21 * 1024**2 - 1) + b"a", "It is larger than 20 MB."),
    ],
)
def test_what_is_no_article_is_refused_by_what_it_is(original, why):
    assert refusal(original) == why


def test_what_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(bounded, "SECONDS", 0.05)

    assert refusal(page().encode()) == "Reading it takes longer than 0.05 seconds."


def test_a_reader_that_is_killed_is_an_answer_too(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")

    assert refusal(page().encode()) == "It is built in a way that cannot be read."


# A PDF and a text

LINES = (
    "The shopkeeper was taken from her shop in March 2018 by two men,",
    "and nobody has said where she is.",
    "Her brother asked for her at the county police three times and was",
    "sent away.",
)


def test_a_pdf_is_read_with_its_lines_joined_to_paragraphs():
    found = extract(pdf(*LINES, title="Taken", author="Jane Doe"))

    assert found == Found(
        "pdf",
        f"{LINES[0]} {LINES[1]}\n{LINES[2]} {LINES[3]}",
        title="Taken",
        author="Jane Doe",
    )


def test_a_pdf_that_is_locked_for_printing_alone_is_read():
    assert extract(pdf(*LINES, password="")).kind == "pdf"


def test_a_title_that_a_program_made_up_is_none():
    assert extract(pdf(*LINES, title="Microsoft Word - draft3.doc")).title == ""


@pytest.mark.parametrize(
    ("original", "why"),
    [
        (
            pdf(),
            "This PDF holds no text; its pages are pictures. Have it read by a program for that "
            "(OCR), or type off what you cite, and paste it.",
        ),
        (
            pdf(*LINES, password="secret"),
            "This PDF is locked with a password. Unlock it, or paste its text.",
        ),
        (pdf(*LINES)[:300], "This PDF is damaged and cannot be read."),
        (b"%PDF-1.7\n" + b"x" * 999, "This PDF is damaged and cannot be read."),
        (
            pdf(stream=b"BT ET" + b" " * 300_000_000),
            "This PDF unpacks to more than we read.",
        ),
    ],
    ids=["without text", "locked", "cut off", "nonsense", "bomb"],
)
def test_a_pdf_that_cannot_be_read_says_why(original, why):
    assert refusal(original) == why


def test_a_text_is_taken_as_it_is():
    assert extract("Первый абзац.\r\n\r\nВторой.".encode("cp1251")) == Found(
        "text", "Первый абзац.\n\nВторой."
    )
