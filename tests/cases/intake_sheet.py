"""The intake page as a browser without scripts fills it in and sends it back."""

from django.contrib.messages import get_messages
from django.urls import reverse

from cases.desk import Card
from cases.models import Snapshot


def page_of(snapshot: Snapshot) -> str:
    return reverse("admin:cases_snapshot_read", args=[snapshot.pk])


class IntakeSheet:
    """What stands in the boxes of the page; fill some in, send, and see what it answers."""

    def __init__(self, browser, snapshot: Snapshot):
        self.browser, self.address = browser, page_of(snapshot)
        self.hand: dict[str, str] = {}

    def open(self) -> "IntakeSheet":
        return self._shown(self.browser.get(self.address))

    def read(self) -> "IntakeSheet":
        self.browser.post(self.address, {"do": "read"})
        return self.open()

    def _shown(self, answer) -> "IntakeSheet":
        self.answer = answer
        desk = answer.context.get("desk")
        self.cards = desk.cards if desk else []
        self.boxes = {
            box.html_name: box.value()
            for card in self.cards
            if card.row.is_open
            for box in card.form
        }
        return self

    def card(self, words: str) -> Card:
        """That of a name, or of a kind of tie or event."""
        told = ((card.row.what.get("name") or card.row.what["kind"], card) for card in self.cards)
        return next(card for name, card in told if name == words)

    def who(self, words: str) -> list[str]:
        """What may be chosen of a person."""
        return [value for value, _ in self.card(words).form.fields["who"].choices]

    def fill_in(self, words: str, **boxes) -> "IntakeSheet":
        for name, value in boxes.items():
            self.boxes[self.card(words).form.add_prefix(name)] = value
        return self

    def accept(self, words: str, **boxes) -> "IntakeSheet":
        return self.fill_in(words, decision="accept", **boxes)

    def by_hand(self, quote: str, **boxes) -> "IntakeSheet":
        self.hand = {f"hand-{name}": value for name, value in {"quote": quote, **boxes}.items()}
        return self

    def sent(self, do: str) -> dict:
        boxes = {name: "" if value is None else value for name, value in self.boxes.items()}
        return {**boxes, **self.hand, "do": do}

    def send(self, do: str = "save") -> "IntakeSheet":
        answer = self.browser.post(self.address, self.sent(do))
        self.told = [str(one) for one in get_messages(answer.wsgi_request)]
        self.hand = {}
        return self._shown(answer) if answer.status_code == 200 else self.open()

    @property
    def errors(self) -> dict[str, list[str]]:
        """What stands beside the cards that are wrong."""
        return {
            card.row.what.get("name") or card.row.what["kind"]: card.errors
            for card in self.cards
            if card.errors
        }
