"""The intake page: who may open it, what it shows of little and of much, what lies unfinished."""

import pytest
from django.urls import reverse

from cases.models import Intake, Snapshot
from cases.reading.article import Reading, Someone, Span
from tests.cases.conftest import an_article
from tests.cases.intake_sheet import IntakeSheet, page_of

pytestmark = pytest.mark.django_db


# Who may


def test_readers_are_sent_away_and_staff_without_a_role_refused(
    snapshot, researcher, client, signed_in, django_user_model
):
    nobody = django_user_model.objects.create_user("nobody", is_staff=True)

    answers = [
        browser.get(page_of(snapshot)).status_code
        for browser in (client, signed_in(researcher), signed_in(nobody))
    ]

    assert answers == [302, 302, 403]


@pytest.mark.parametrize("secrecy", ["sealed", "staff"])
def test_a_copy_of_a_sealed_source_is_as_good_as_none(
    reads, contributor, chief, signed_in, secrecy
):
    page = page_of(an_article(secrecy=secrecy))

    found = [signed_in(one).get(page).status_code for one in (contributor, chief)]
    listed = signed_in(contributor).get(reverse("admin:cases_being_read")).context["unread"]

    assert found == ([404, 200] if secrecy == "sealed" else [200, 200])
    assert len(listed) == (0 if secrecy == "sealed" else 1)


# Little and much


def test_an_empty_copy_and_one_in_which_nothing_is_found_say_so(reads, contributor, signed_in):
    reads(Reading())
    browser = signed_in(contributor)
    empty = browser.get(page_of(an_article(" ".strip())))
    plain = IntakeSheet(browser, an_article("Rain is expected tomorrow.")).read()

    assert "This copy has no text." in empty.content.decode()
    assert "Nothing was found in this text." in plain.answer.content.decode()
    assert plain.send("rest").told == ["Nothing was decided that was not decided before."]


def test_what_an_article_says_is_never_taken_for_code(reads, contributor, signed_in):
    text = "<script>alert(1)</script> <b>Gulnar & Aset</b>"
    start = text.index("<b>")
    bad = Someone("<b>Gulnar & Aset</b>", (Span(start, len(text)),), why="<i>why</i>")
    reads(Reading(people=(bad,)))

    shown = IntakeSheet(signed_in(contributor), an_article(text)).read().answer.content.decode()

    assert "<script>alert" not in shown
    assert "<b>Gulnar" not in shown
    assert "<i>why" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown


@pytest.mark.parametrize("sign", ["a", "word ", "line\n"])
def test_a_million_signs_are_read_in_steps_and_shown_in_parts(reads, contributor, signed_in, sign):
    reads(Reading())
    long = an_article((sign * 1_000_000)[:1_000_000])

    sheet = IntakeSheet(signed_in(contributor), long).read()

    intake = Intake.objects.get()
    assert (0 < intake.read_to <= 60_000, intake.is_read) == (True, False)
    assert f"{intake.read_to:,} of 1,000,000 signs are read" in sheet.answer.content.decode()
    assert len(sheet.answer.context["parts"]) >= 50
    assert len(sheet.answer.content) < 300_000
    while not intake.is_read:
        sheet.send("read")
        intake.refresh_from_db()
    assert intake.read_to == 1_000_000


def test_a_mark_leads_to_its_card_on_whatever_part_it_stands(reads, contributor, signed_in):
    text = "Dana Omar went. " + "It rained. " * 3_000 + "Dana Omar came."
    second = text.rindex("Dana Omar")
    reads(Reading(people=(Someone("Dana Omar", (Span(0, 9), Span(second, second + 9))),)))
    sheet = IntakeSheet(signed_in(contributor), an_article(text)).read()
    row = sheet.card("Dana Omar").row

    last = sheet.browser.get(f"{sheet.address}?part=2")

    assert f'<a href="#s{row.pk}">Dana Omar</a>' in sheet.answer.content.decode()
    assert f'<a href="{sheet.address}#s{row.pk}">Dana Omar</a>' in last.content.decode()
    assert last.context["desk"].cards == []


def test_articles_being_read_are_listed_until_everything_is_decided(sheet, snapshot):
    listing = reverse("admin:cases_being_read")
    unread = an_article("Another.", title="Another article")
    before = sheet.browser.get(listing)

    sheet.send("rest")

    after = sheet.browser.get(listing)
    assert [one.snapshot for one in before.context["unfinished"]] == [snapshot]
    assert list(before.context["unread"]) == [unread]
    assert list(after.context["unfinished"]) == []
    assert Snapshot.objects.count() == 2
