"""An article is taken in from an address, a saved page, a PDF or a paste, and entered once."""

import io
import re
from datetime import date

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile

from cases import archive, originals, waiting
from cases.models import Organization, Snapshot, Source
from config.records import uploads
from tests import factories as make
from tests.reading import words
from tests.site import HEAD, PARAGRAPHS, SENTENCE, gzip_bomb, page, pdf

pytestmark = pytest.mark.django_db
PLACE = "/admin/cases/source/new-article/"
TEXT = "\n".join(f"{SENTENCE}; so says neighbour {number}." for number in range(5))


@pytest.fixture
def browser(contributor, signed_in):
    return signed_in(contributor)


def upload(content: bytes, name: str = "page.html", kind: str = "text/html"):
    return SimpleUploadedFile(name, content, content_type=kind)


def give(browser, **given):
    """Send the first form; the page that comes after it."""
    return browser.post(PLACE, given, follow=True)


def told(answer) -> str:
    """What the first form says is wrong; nothing may have been written."""
    assert (answer.status_code, answer.redirect_chain) == (200, [])
    assert (Source.objects.count(), Snapshot.objects.count()) == (0, 0)
    assert files() == []
    return " ".join(str(one) for some in answer.context["form"].errors.values() for one in some)


def files() -> list[str]:
    where = storages["originals"]
    folders = where.listdir("")[0] if where.exists("") else []
    return [name for folder in folders for name in where.listdir(folder)[1]]


def boxes(answer) -> dict:
    """What stands in the boxes of the second form."""
    found = {box.html_name: box.value() for box in answer.context["form"]}
    return {
        name: "on" if value is True else value
        for name, value in found.items()
        if value not in (None, False, "")
    }


def look_over(browser, answer, **changed):
    """Send the second form as it stands, but for what is changed."""
    return browser.post(f"{PLACE}{answer.redirect_chain[0][0]}", boxes(answer) | changed)


# Four ways, one result


def test_an_article_is_entered_from_its_address(browser, site, contributor):
    site.says(page(), "/b?id=1")
    address = site.says("", status=302, Location="/b?id=1&utm_source=x")
    site.answers["/b?id=1&utm_source=x"] = site.answers["/b?id=1"]

    answer = look_over(browser, give(browser, address=address))

    source, copy = Source.objects.get(), Snapshot.objects.get()
    assert answer["Location"] == f"/admin/cases/snapshot/{copy.pk}/change/"
    assert (source.state, source.kind, source.title) == (
        "draft",
        "news_article",
        "Taken from her shop",
    )
    assert (source.author, source.language, source.entered_by) == ("Jane Doe", "en", contributor)
    assert (source.published_earliest, source.published_basis) == (date(2023, 3, 27), "stated")
    assert source.url == site.at("/b?id=1&utm_source=x")
    assert source.canonical_url == f"https://127.0.0.1:{site.port}/b?id=1"
    assert (source.publisher.name, source.publisher.kind) == ("The Paper", "media")
    assert source.publisher.state == "draft"
    assert (copy.how, copy.status, copy.address_asked) == ("fetched", 200, address)
    assert copy.address_reached == source.url
    assert (copy.text, copy.kept_by) == (TEXT, contributor)
    assert originals.read(copy.file) == page().encode()


def test_an_article_is_entered_from_a_saved_page(browser):
    answer = give(browser, file=upload(page().encode()), address="https://example.org/a")
    look_over(browser, answer)

    source, copy = Source.objects.get(), Snapshot.objects.get()
    assert (source.title, source.url) == ("Taken from her shop", "https://example.org/a")
    assert (copy.how, copy.text, copy.status) == ("saved_page", TEXT, None)
    assert originals.read(copy.file) == page().encode()


def test_an_article_is_entered_from_a_pdf_whatever_it_is_called(browser):
    content = pdf(*[f"{SENTENCE} {number}." for number in range(3)], title="Taken", author="J. Doe")

    look_over(browser, give(browser, file=upload(content, "../../x.html", "image/png")))

    source, copy = Source.objects.get(), Snapshot.objects.get()
    assert (source.title, source.author, copy.how) == ("Taken", "J. Doe", "pdf")
    assert copy.file == f"{copy.sha256[:2]}/{copy.sha256}-{copy.public_id}"
    assert originals.read(copy.file) == content


def test_an_article_is_entered_from_a_paste(browser):
    given = {"text": "She was taken.\r\n\r\nNobody knows where.", "title": "Taken"}

    look_over(browser, give(browser, **given, address="https://example.org/a"))

    source, copy = Source.objects.get(), Snapshot.objects.get()
    assert (source.title, source.url) == ("Taken", "https://example.org/a")
    assert (copy.how, copy.text) == ("pasted", "She was taken.\n\nNobody knows where.")
    assert originals.read(copy.file) == copy.text.encode()


def test_what_was_read_badly_is_corrected_before_it_is_kept(browser):
    answer = give(browser, file=upload(page().encode()))

    look_over(
        browser,
        answer,
        title="Taken",
        author="",
        published_written="March 2023",
        published_basis="inferred",
        publisher_name="",
        text=f"{SENTENCE}.",
        secrecy="sealed",
    )

    source, copy = Source.objects.get(), Snapshot.objects.get()
    assert (source.title, source.author, source.publisher) == ("Taken", "", None)
    assert (str(source.published), source.published_basis) == ("March 2023", "inferred")
    assert (source.secrecy, copy.text) == ("sealed", f"{SENTENCE}.")
    assert originals.read(copy.file) == page().encode()


def test_a_publisher_that_the_register_has_is_taken(browser):
    known = make.organization("Thé PAPER", other_names=["The Daily Paper"])

    answer = give(browser, file=upload(page().encode()))
    assert boxes(answer)["publisher_name"] == "Thé PAPER"
    look_over(browser, answer, publisher_name="the daily paper")

    assert Source.objects.get().publisher == known
    assert Organization.objects.count() == 1


def test_a_publisher_is_not_made_without_being_asked_for(browser):
    answer = give(browser, file=upload(page().encode()))
    sent = boxes(answer)
    del sent["new_publisher"]

    refused = browser.post(f"{PLACE}{answer.redirect_chain[0][0]}", sent)

    assert "The register has no organization of this name." in words(refused.content.decode())
    assert (Organization.objects.count(), Source.objects.count()) == (0, 0)


def test_a_mistake_in_a_box_is_told_and_what_was_typed_stays(browser):
    answer = give(browser, file=upload(page().encode()))

    refused = look_over(browser, answer, title="", published_written="some day", text="New words.")

    assert refused.status_code == 200
    assert sorted(refused.context["form"].errors) == ["published_written", "title"]
    assert boxes(refused)["text"] == "New words."
    assert (Source.objects.count(), Snapshot.objects.count()) == (0, 0)


def test_nothing_waits_once_it_is_kept(browser, django_capture_on_commit_callbacks):
    answer = give(browser, text="She was taken.")
    assert len(files()) == 1

    with django_capture_on_commit_callbacks(execute=True):
        look_over(browser, answer, title="Taken")

    assert files() == [Snapshot.objects.get().file.split("/")[1]]
    gone = browser.get(f"{PLACE}{answer.redirect_chain[0][0]}", follow=True)
    assert "does not wait any more" in words(gone.content.decode())


def test_what_waits_is_for_who_took_it_in_and_for_a_day(browser, reviewer, signed_in, monkeypatch):
    where = give(browser, text="She was taken.").redirect_chain[0][0]

    assert signed_in(reviewer).get(f"{PLACE}{where}").status_code == 302
    assert browser.get(f"{PLACE}?ticket=nonsense").status_code == 302
    assert browser.get(f"{PLACE}{where}").status_code == 200

    monkeypatch.setattr(waiting, "PATIENCE", -waiting.PATIENCE)
    assert browser.get(f"{PLACE}{where}").status_code == 302
    give(browser, text="She was taken again.")
    assert len(files()) == 1


# Known already


def entered(browser, **given) -> Source:
    look_over(browser, give(browser, **given))
    return Source.objects.get()


def offers(answer) -> list[tuple[str, str]]:
    return [(one.source.public_id, one.why) for one in answer.context["form"].known]


def test_a_changed_text_at_a_known_address_is_kept_as_a_second_copy(browser, site):
    source = entered(browser, address=site.says(page()))
    site.says(page(PARAGRAPHS.replace("taken", "led away")))

    answer = give(browser, address=f"{site.at()}#top")
    assert offers(answer) == [
        (source.public_id, "It has this address; its kept copies say something else.")
    ]
    look_over(browser, answer, meant=source.public_id)

    newer, older = source.snapshots.all()
    assert "led away" in newer.text
    assert "led away" not in older.text
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "http://www.example.org/a/",
        "https://m.example.org/a?fbclid=1",
        "https://example.org/a/amp/",
        "https://test.example.org/a#x",
    ],
)
def test_an_article_is_known_by_any_of_its_addresses(browser, address):
    source = make.source(url="https://example.org/a")

    answer = give(browser, text="Another text.", address=address)

    assert offers(answer) == [(source.public_id, "It has this address, and no kept copy yet.")]


def test_an_article_is_known_by_the_address_that_it_gives_itself(browser):
    source = make.source(url="https://example.org/poem")
    head = f'{HEAD}<link rel="canonical" href="https://example.org/poem">'

    answer = give(
        browser, file=upload(page(head=head).encode()), address="https://example.org/?p=7"
    )

    assert [one for one, _ in offers(answer)] == [source.public_id]


def test_an_article_is_known_by_its_text_whatever_its_spaces(browser):
    source = make.source("Somewhere else")
    make.snapshot(source, "She was taken.\n\nNobody  knows where.")

    answer = give(browser, text="She was taken. Nobody knows\r\nwhere. ")

    assert offers(answer) == [(source.public_id, "A kept copy of it has this text.")]


def test_a_known_article_is_asked_about_before_anything_is_entered(browser):
    source = make.source(url="https://example.org/a")
    answer = give(browser, text="Another text.", title="Taken", address="https://example.org/a")

    asked = look_over(browser, answer)
    assert "Say what is to be done: is it one of these?" in words(asked.content.decode())
    assert (Source.objects.count(), Snapshot.objects.count()) == (1, 0)

    look_over(browser, answer, meant="new")
    assert Source.objects.exclude(pk=source.pk).get().title == "Taken"


def test_a_sealed_source_is_not_told_to_who_may_not_see_it(browser, chief, signed_in):
    sealed = make.source(url="https://example.org/a", secrecy="sealed")
    make.snapshot(sealed, "She was taken.")
    given = {"text": "She was taken.", "title": "Taken", "address": "https://example.org/a"}

    answer = give(browser, **given)

    assert offers(answer) == []
    assert sealed.public_id not in answer.content.decode()
    refused = look_over(browser, answer, meant=sealed.public_id)
    assert refused.status_code == 200
    assert sealed.snapshots.count() == 1
    assert [one for one, _ in offers(give(signed_in(chief), **given))] == [sealed.public_id]


# What cannot be taken in


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


# Who, and from where


def test_the_page_is_for_those_who_enter_sources(researcher, contributor, signed_in, client):
    bare = make.account("bare")
    type(bare).objects.filter(pk=bare.pk).update(is_staff=True)
    bare.refresh_from_db()

    assert client.get(PLACE).status_code == 302
    assert signed_in(researcher).get(PLACE).status_code == 302
    assert signed_in(bare).get(PLACE).status_code == 403
    assert signed_in(contributor).get(PLACE).status_code == 200


def test_the_index_and_the_list_of_sources_lead_to_the_page(browser):
    link = re.compile(f'<a href="{PLACE}">New article</a>')

    assert link.search(browser.get("/admin/").content.decode())
    assert link.search(browser.get("/admin/cases/source/").content.decode())


def test_a_text_pasted_on_the_page_of_a_source_is_kept_in_the_same_way(browser):
    source = make.source()
    context = browser.get(f"/admin/cases/source/{source.pk}/change/").context
    rows = {
        f"{inline.formset.prefix}-{name}": "0"
        for inline in context["inline_admin_formsets"]
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    form = {k: v for k, v in context["adminform"].form.initial.items() if v not in (None, False)}

    browser.post(
        f"/admin/cases/source/{source.pk}/change/",
        form | rows | {"snapshots-TOTAL_FORMS": "1", "snapshots-0-text": "She was taken.\r\n"},
    )

    copy = Snapshot.objects.get()
    assert (copy.source, copy.text, copy.kept_by.username) == (
        source,
        "She was taken.\n",
        "contributor",
    )
    assert originals.read(copy.file) == b"She was taken.\n"


def test_the_canonical_address_follows_the_address_unless_it_is_written(browser):
    source = make.source(url="https://example.org/a")
    rows = {"snapshots-TOTAL_FORMS": 0, "snapshots-INITIAL_FORMS": 0}
    rows |= {"snapshots-2-TOTAL_FORMS": 0, "snapshots-2-INITIAL_FORMS": 0}
    given = {
        "kind": source.kind,
        "title": "a",
        "reliability": "unsure",
        "secrecy": "public",
        **rows,
    }

    def changed(**more) -> str:
        browser.post(f"/admin/cases/source/{source.pk}/change/", given | more)
        source.refresh_from_db()
        return source.canonical_url

    kept = "https://example.org/a"
    assert (
        changed(url="http://example.org/b/?fbclid=1", canonical_url=kept) == "https://example.org/b"
    )
    assert changed(url="https://example.org/c", canonical_url="https://www.example.org/d") == (
        "https://example.org/d"
    )


def test_no_original_is_served(browser, client):
    look_over(browser, give(browser, file=upload(page().encode())))
    copy = Snapshot.objects.get()
    named = [
        f"/{copy.file}",
        f"/media/{copy.file}",
        f"/static/{copy.file}",
        f"/originals/{copy.file}",
    ]

    assert [browser.get(one).status_code for one in named] == [404] * 4
    shown = browser.get(f"/admin/cases/snapshot/{copy.pk}/change/").content.decode()
    assert "<p>The shopkeeper" not in shown
    assert io.BytesIO(originals.read(copy.file)).read() == page().encode()
