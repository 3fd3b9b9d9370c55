"""Pictures at their doors: sent up in the admin, served to who may see them, and to no other."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases import originals
from cases.models import Attachment
from cases.redrawing.bounded import EMPTY, TOO_LARGE
from cases.redrawing.drawing import BROKEN, TOO_MANY_POINTS
from config.records import uploads
from people.models import Person
from tests import factories as make
from tests import pictures

pytestmark = pytest.mark.django_db
ADD = "admin:cases_attachment_add"


@pytest.fixture
def browser(contributor, signed_in):
    return signed_in(contributor)


def give(browser, content: bytes, name: str = "Gulnar at home.jpg", **said):
    said = {
        "kind": "portrait",
        "shows": "She, in 2016",
        "basis": "family_confirmed",
        "alternative": "A woman with a blue scarf",
        "secrecy": "public",
        **said,
    }
    file = SimpleUploadedFile(name, content, content_type="image/jpeg")
    return browser.post(reverse(ADD), {**said, "picture": file})


def errors(response) -> list[str]:
    return [str(one) for errors in response.context["errors"] for one in errors]


def test_a_picture_is_sent_up_drawn_anew_and_named_by_what_it_is(browser, contributor):
    who = make.person()

    answer = give(browser, pictures.polyglot(), person=who.pk)

    one = Attachment.objects.get()
    assert answer.status_code == 302
    assert (one.person, one.state, one.entered_by) == (who, "draft", contributor)
    kept = originals.read(one.file)
    assert [part in kept for part in (b"Gulnar", pictures.CAMERA.encode(), b"<script>")] == [
        False,
        False,
        False,
    ]
    assert "Gulnar" not in one.file


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", EMPTY),
        (b"\x89PNG\r\n\x1a\nnot a picture", BROKEN),
        (pictures.bomb(), TOO_MANY_POINTS),
        (pictures.SVG, "This is an SVG: a drawing that may hold a program."),
        (b"%PDF-1.7 /Encrypt", "This is a PDF."),
        (b"<html><script>alert(1)</script>", "This is no picture"),
    ],
    ids=["empty", "broken", "bomb", "svg", "pdf", "page"],
)
def test_a_file_that_is_no_picture_is_refused_in_a_sentence(browser, content, why):
    answer = give(browser, content, person=make.person().pk)

    (told,) = errors(answer)
    assert told.startswith(why)
    assert not Attachment.objects.exists()


def test_a_file_that_is_too_large_is_dropped_while_it_comes(browser, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 1000)

    assert errors(give(browser, b"a" * 1001, person=make.person().pk)) == [TOO_LARGE]


def test_without_a_file_there_is_no_picture(browser):
    said = {"facility": make.facility().pk, "kind": "place", "shows": "A", "basis": "not_people"}

    answer = browser.post(reverse(ADD), {**said, "alternative": "A", "secrecy": "public"})

    assert errors(answer) == ["Choose the file of a picture."]


def test_a_rule_that_is_broken_is_told_and_leaves_no_file(browser):
    said = {"person": make.person().pk, "basis": "guess"}

    answer = give(browser, pictures.jpeg_of_a_telephone(), **said)

    assert errors(answer) == [
        "A portrait takes a source that says who it is, or the family; never a guess."
    ]
    assert not originals.storage().exists("pictures")


def test_a_picture_stays_with_what_it_is_of(browser):
    one = pictures.attachment(facility=make.facility())
    said = {name: getattr(one, name) for name in ("kind", "basis", "alternative", "secrecy")}
    page = reverse("admin:cases_attachment_change", args=[one.pk])

    browser.post(page, {**said, "shows": "Another gate", "facility": make.facility().pk})

    now = Attachment.objects.get()
    assert (now.shows, now.facility, now.sha256) == ("Another gate", one.facility, one.sha256)


@pytest.mark.parametrize("of", ["case", "person", "facility", "source"])
def test_the_page_of_a_record_shows_its_pictures_and_leads_to_the_form(browser, of):
    record = getattr(make, of)()
    one = pictures.attachment(**{of: record})

    page = (
        browser.get(reverse(f"admin:cases_{of}_change", args=[record.pk]))
        if (of != "person")
        else browser.get(reverse("admin:people_person_change", args=[record.pk]))
    )

    body = page.content.decode()
    assert f'src="{one.small_address}" alt="{one.alternative}"' in body
    assert f'href="{reverse(ADD)}?{of}={record.pk}"' in body


def test_a_picture_is_served_to_be_kept_and_runs_nothing(client):
    one = pictures.attachment(facility=make.facility(published=True), published=True)

    whole, small = client.get(one.address), client.get(one.small_address)

    assert whole.content == originals.read(one.file)
    assert small.content == originals.read(one.small_file)
    assert {
        name: whole.headers[name]
        for name in (
            "Content-Type",
            "Content-Disposition",
            "X-Content-Type-Options",
            "Content-Security-Policy",
            "X-Robots-Tag",
            "Cache-Control",
        )
    } == {
        "Content-Type": "image/jpeg",
        "Content-Disposition": f'attachment; filename="{one.public_id}.jpg"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "X-Robots-Tag": "noindex, noimageindex",
        "Cache-Control": "no-cache, private",
    }


def test_who_has_a_picture_already_is_told_so_until_it_is_hidden(client):
    who = make.person(published=True)
    one = pictures.attachment(person=who, kind="portrait", basis="family_confirmed", published=True)
    tag = client.get(one.address).headers["ETag"]
    asked = {"If-None-Match": tag}
    assert client.get(one.address, headers=asked).status_code == 304

    Person.objects.filter(pk=who.pk).update(name_display="withheld")

    assert client.get(one.address, headers=asked).status_code == 404


def test_a_hidden_picture_is_as_missing_as_one_that_never_was(client, contributor, signed_in):
    hidden = pictures.attachment(facility=make.facility(published=True))
    addresses = [hidden.address, hidden.small_address]
    missing = [one.replace(hidden.public_id, "A-000000") for one in addresses]

    answers = [client.get(one) for one in (*addresses, *missing)]

    assert {(one.status_code, one.content) for one in answers} == {(404, answers[0].content)}
    assert signed_in(contributor).get(hidden.address).status_code == 200


def test_a_picture_whose_file_is_lost_is_missing(client):
    one = pictures.attachment(facility=make.facility(published=True), published=True)
    originals.delete(one.file)

    assert client.get(one.address).status_code == 404
