"""Readers are told that a link no longer answers, and staff find the sources concerned."""

import pytest
from django.utils import timezone

from cases.models import LinkCheck, Source
from tests import factories as make
from tests.reading import words
from tests.sheet import address

pytestmark = pytest.mark.django_db


def a_link(outcome: str, **values) -> Source:
    when = timezone.datetime(2024, 5, 3, tzinfo=timezone.get_current_timezone())
    source = make.source(url=f"https://paper.example/{outcome}", published=True)
    LinkCheck.objects.create(source=source, outcome=outcome, asked_at=when, since=when, **values)
    return source


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("gone", "On 3 May 2024 the site said that there is no such page."),
        ("silent", "The link did not answer on 3 May 2024."),
        ("moved", "On 3 May 2024 the link led on to another address."),
    ],
)
def test_readers_are_told_that_a_link_no_longer_answers(client, outcome, said):
    source = a_link(outcome)

    told = words(client.get(f"/sources/{source.public_id}/").content.decode())

    assert said in told


def test_readers_are_not_warned_of_a_site_that_refuses_only_us(client):
    source = a_link("refused", status=403, reached="https://zq.example/")

    told = client.get(f"/sources/{source.public_id}/").content.decode()

    assert ("3 May 2024" in told, "zq.example" in told) == (False, False)


def test_a_link_is_hidden_with_its_source(contributor):
    hidden = make.source(url="https://paper.example/hidden")
    now = timezone.now()
    LinkCheck.objects.create(source=hidden, outcome="gone", asked_at=now, since=now)
    shown = a_link("gone")

    seen = [list(LinkCheck.objects.visible_to(one)) for one in (None, contributor)]

    assert seen == [[shown.link_check], [hidden.link_check, shown.link_check]]


def test_staff_find_the_sources_that_no_longer_answer(contributor, signed_in):
    browser = signed_in(contributor)
    gone, silent = a_link("gone"), a_link("silent")
    fresh, bare = make.source(url="https://paper.example/fresh"), make.source()

    found = {
        link: list(
            browser.get(f"{address(Source, 'changelist')}?link={link}").context["cl"].result_list
        )
        for link in ("gone", "silent", "answers", "not_asked", "nonsense")
    }

    assert found == {
        "gone": [gone],
        "silent": [silent],
        "answers": [],
        "not_asked": [fresh],
        "nonsense": [bare, fresh, silent, gone],
    }
    listed = words(browser.get(address(Source, "changelist")).content.decode())
    assert "gone since 3 May 2024" in listed
