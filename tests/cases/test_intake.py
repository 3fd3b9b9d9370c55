"""Taking an article in: what is found is decided about once, and entered whole or not at all."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from cases import suggesting
from cases.example.synopsis import TEXT
from cases.models import (
    Case,
    Citation,
    Event,
    Facility,
    Participation,
    Snapshot,
)
from cases.reading.article import Reading
from people.models import Person, PersonName, Place, Relationship
from tests import factories as make
from tests.cases.reading_of import SYNOPSIS

pytestmark = pytest.mark.django_db
WRITTEN = (Person, PersonName, Relationship, Case, Event, Participation, Citation, Facility, Place)


@pytest.fixture
def reads(monkeypatch):
    """reads(reading): that is what any article is read as."""

    def as_(reading: Reading) -> None:
        monkeypatch.setattr(suggesting, "read", lambda article: reading)

    as_(SYNOPSIS)
    return as_


@pytest.fixture
def snapshot(reads) -> Snapshot:
    article = make.source(published="27 March 2023", published_basis="stated", language="en")
    return make.snapshot(article, TEXT)


def page_of(snapshot: Snapshot) -> str:
    return reverse("admin:cases_snapshot_read", args=[snapshot.pk])


class Page:
    """The intake page as a browser without scripts fills it in and sends it back."""

    def __init__(self, browser, snapshot: Snapshot):
        self.browser, self.address = browser, page_of(snapshot)

    def open(self) -> "Page":
        return self._shown(self.browser.get(self.address))

    def read(self) -> "Page":
        self.browser.post(self.address, {"do": "read"})
        return self.open()

    def _shown(self, answer) -> "Page":
        self.answer = answer
        self.cards = answer.context["desk"].cards if answer.context.get("desk") else []
        self.boxes = {
            box.html_name: box.value()
            for card in self.cards
            if card.row.is_open
            for box in card.form
        }
        return self

    def card(self, words: str):
        """The card of a name, a kind of event or a tie."""
        return next(
            card
            for card in self.cards
            if words in (card.row.what.get("name"), card.row.what.get("kind"))
        )

    def fill_in(self, words: str, **boxes) -> "Page":
        for name, value in boxes.items():
            self.boxes[self.card(words).form.add_prefix(name)] = value
        return self

    def send(self, do: str = "save") -> "Page":
        sent = {name: "" if v is None else v for name, v in self.boxes.items()}
        answer = self.browser.post(self.address, {**sent, "do": do})
        self.told = [str(one) for one in get_messages(answer.wsgi_request)]
        return self._shown(answer) if answer.status_code == 200 else self.open()


@pytest.fixture
def page(snapshot, contributor, signed_in) -> Page:
    return Page(signed_in(contributor), snapshot).read()


def counts() -> list[int]:
    return [model.objects.count() for model in WRITTEN]


def test_nothing_is_entered_before_somebody_decides(page):
    assert {card.row.kind for card in page.cards} == {"person", "spot", "tie", "event"}
    assert counts() == [0] * len(WRITTEN)


def test_accepting_everything_enters_the_four_cases_with_their_passages(page, contributor):
    page.send("rest")

    assert page.told == ["17 decisions kept. What was entered is a draft."]
    assert sorted(Case.objects.values_list("person__name_full", "status")) == [
        ("Akikat Kaliolla", "released"),
        ("Baqytkhan Myrzan", "died_in_custody"),
        ("Nurzat Yermekbay", "released"),
        ("Zauatkhan Tursyn", "released"),
    ]
    ties = Relationship.objects.order_by("kind")
    assert [(t.from_person.name_full, t.kind, t.to_person.name_full) for t in ties] == [
        ("Baibolat Kunbolatuly", "child", "Zauatkhan Tursyn"),
        ("Almakhan Myrzan", "sibling", "Baqytkhan Myrzan"),
    ]
