"""An article that the register has already is offered, and never entered unasked."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from cases.models import Snapshot, Source
from tests import factories as make
from tests.conftest import an_account
from tests.reading import words
from tests.site import HEAD, PARAGRAPHS, page
from tests.taking_in import give, look_over, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(contributor, signed_in):
    return signed_in(contributor)


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


def test_of_a_newer_copy_only_the_text_has_to_be_right(browser):
    source = make.source(url="https://example.org/a")
    answer = give(browser, text="She was taken.", address="https://example.org/a")

    look_over(browser, answer, meant=source.public_id, title="", published_written="some day")

    assert [copy.text for copy in source.snapshots.all()] == ["She was taken."]
    assert Source.objects.count() == 1


def test_of_a_newer_copy_the_text_has_to_be_there(browser):
    source = make.source(url="https://example.org/a")
    answer = give(browser, text="She was taken.", address="https://example.org/a")

    refused = look_over(browser, answer, meant=source.public_id, text=" ")

    assert (refused.status_code, source.snapshots.count()) == (200, 0)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_form_that_is_sent_twice_at_once_enters_one_article(signed_in):
    browsers = [signed_in(an_account("contributor", is_staff=True))]
    browsers.append(signed_in(browsers[0].get("/admin/").wsgi_request.user))
    answer = give(browsers[0], text="She was taken.", title="Taken")

    def send(browser):
        try:
            look_over(browser, answer)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=2) as hands:
        list(hands.map(send, browsers))

    assert (Source.objects.count(), Snapshot.objects.count()) == (1, 1)
