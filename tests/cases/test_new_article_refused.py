"""What cannot be taken in is told in a sentence, and leaves nothing half-written."""

import pytest
from django.core.files.storage import storages

from cases import archive
from cases.models import Snapshot, Source
from config.records import uploads
from tests.reading import words
from tests.site import SENTENCE, gzip_bomb, page, pdf
from tests.taking_in import boxes, give, look_over, told, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(contributor, signed_in):
    return signed_in(contributor)


def test_what_cannot_be_fetched_is_told_and_what_was_typed_stays(browser, site):
    answer = give(browser, address=site.at("/nowhere"), title="Taken")

    assert told(answer) == (
        "The site says that there is no such page (it answered 404). "
        "Open it in your browser, and hand in the saved page or paste the text."
    )
    assert boxes(answer) == {"address": site.at("/nowhere"), "title": "Taken"}


def test_an_address_that_leads_inside_is_refused(browser, site, monkeypatch):
    private = "The address leads into a private network; it is not fetched."

    assert told(give(browser, address="http://127.0.0.1/admin/")).startswith(private)
    moved = site.says("", status=302, Location="http://127.0.0.1/")
    assert told(give(browser, address=moved)).startswith(private)
    monkeypatch.setattr(archive, "look_up", lambda host, port: ["10.0.0.1"])
    assert told(give(browser, address="https://news.example.org/")).startswith(private)


def test_a_page_of_50_mb_and_a_bomb_are_refused(browser, site):
    large = site.says(b"a" * (21 * 1024**2))
    bomb = site.says(gzip_bomb(100_000_000), "/bomb", Content_Encoding="gzip")

    assert told(give(browser, address=large)).startswith("The page is larger than 20 MB.")
    assert told(give(browser, address=bomb)).startswith("The page is larger than 20 MB.")


CAPTCHA = "<h1>Just a moment...</h1><p>Please verify you are human to go on. " + "We check. " * 20


@pytest.mark.parametrize("body", ["<p>Sign in.</p>", CAPTCHA])
def test_a_page_that_is_no_article_is_refused(browser, site, body):
    assert told(give(browser, address=site.says(page(body)))).startswith(
        "There is hardly any text in it"
    )


def test_a_picture_that_says_it_is_a_page_is_refused(browser, site):
    picture = b"\x89PNG\r\n\x1a\n" + bytes(500)

    assert told(give(browser, address=site.says(picture))).startswith("This is a picture")
    assert told(give(browser, file=upload(picture))) == "This is a picture, not a page."


def test_a_page_in_another_encoding_than_it_says_is_read(browser, site):
    russian = "".join(
        f"<p>Её забрали из магазина в марте 2018 года, говорит сосед {n}.</p>" for n in range(5)
    )
    address = site.says(page(russian).encode("cp1251"))

    answer = give(browser, address=address)

    assert boxes(answer)["text"].startswith("Её забрали из магазина")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "There is nothing in it."),
        (pdf(), "This PDF holds no text;"),
        (pdf("a", password="secret"), "This PDF is locked with a password."),
        (pdf("a")[:200], "This PDF is damaged"),
        (pdf(stream=b"BT ET" + b" " * 300_000_000), "This PDF unpacks to more than we read."),
        (page(f"<p>{'word and word. ' * 350_000}</p>").encode(), "The text is longer than"),
        (page("<div>" * 100_000 + SENTENCE).encode(), "This page is nested too deep"),
        (b"PK\x03\x04" + bytes(99), "This is a packed file."),
    ],
    ids=["empty", "no text", "locked", "damaged", "bomb", "one line", "nested", "packed"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told(browser, content, why):
    assert told(give(browser, file=upload(content))).startswith(why)


def test_a_file_that_is_too_large_is_dropped_while_it_comes(browser, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 100_000)

    assert told(give(browser, file=upload(b"a" * 100_001))) == "The file is larger than 20 MB."
    assert told(give(browser, file=upload(b" " * 100_000))) == "There is nothing in it."


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "Give the address, a file or the text."),
        ({"text": " \n"}, "Give the address, a file or the text."),
        ({"address": "no address"}, "Enter a valid URL."),
        ({"address": "ftp://example.org/"}, "Only addresses that begin with http:// or https://"),
        ({"text": "a" * 1_000_001}, "The text is longer than 1,000,000 characters."),
    ],
)
def test_what_is_not_given_or_too_much_is_told(browser, given, why):
    assert told(give(browser, **given)).startswith(why)


def test_a_file_and_a_text_are_not_taken_for_one(browser):
    both = {"file": upload(page().encode()), "text": "She was taken."}

    assert told(give(browser, **both)) == (
        "Give a file or a text, not both: which of them is the article?"
    )


def test_a_paste_with_signs_that_are_no_text_is_kept_without_them(browser):
    look_over(browser, give(browser, text="She was\0 taken.\x1b", title="Taken"))

    assert Snapshot.objects.get().text == "She was taken."


def test_a_storage_that_is_full_is_told(browser, monkeypatch):
    def full(*args):
        raise OSError("No space left on device")

    monkeypatch.setattr(storages["originals"], "save", full)

    answer = give(browser, text="She was taken.")

    assert "The original could not be stored; nothing was kept." in words(answer.content.decode())
    assert Source.objects.count() == 0
