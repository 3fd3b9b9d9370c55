"""An article is taken in from an address, a saved page, a PDF or a paste, and entered once."""

import io
import re
from datetime import date

import pytest
from django.core.files.storage import storages

from cases import originals, waiting
from cases.keeping import NOT_STORED
from cases.models import Organization, Snapshot, Source
from tests import factories as make
from tests.reading import words
from tests.sheet import Sheet, address
from tests.site import SENTENCE, page, pdf
from tests.taking_in import PLACE, TEXT, boxes, files, give, look_over, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(contributor, signed_in):
    return signed_in(contributor)


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


def test_the_first_line_of_a_paste_is_offered_as_title_if_it_is_one(browser):
    headed = give(browser, text="Taken from her shop\n\nShe was taken. Nobody knows where.")
    prose = give(browser, text="She was taken.\nNobody knows where.")

    assert boxes(headed)["title"] == "Taken from her shop"
    assert "title" not in boxes(prose)


def test_a_paste_that_cannot_be_stored_is_told_on_the_page_of_the_source(browser, monkeypatch):
    def full(*args):
        raise OSError("No space left on device")

    monkeypatch.setattr(storages["originals"], "save", full)
    sheet = Sheet(browser, address(Source))
    sheet.fill_in(kind="news_article", title="Taken", reliability="unsure")

    told = sheet.fill_in_row("snapshots", 0, text="She was taken.").errors()

    assert told == [NOT_STORED]
    assert Source.objects.count() == 0


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
    rows |= {"attachments-TOTAL_FORMS": 0, "attachments-INITIAL_FORMS": 0}
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
