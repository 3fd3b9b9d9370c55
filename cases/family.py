"""A person's family as a small drawing: elders above, the young below, the rest beside."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import east_asian_width

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from config.records.text import language_and_direction
from people.choices import RelationshipKind as Kind
from people.models import Person
from people.ties import FAMILY

ABOVE = (Kind.GRANDPARENT, Kind.PARENT, Kind.AUNT_OR_UNCLE)
BELOW = (Kind.CHILD, Kind.NIECE_OR_NEPHEW, Kind.GRANDCHILD)
WIDTH, HEIGHT, GAP = 170, 52, 18
ACROSS = 4  # boxes in a row
MOST = 12
LETTERS = 18  # of a name in a box; the list has it whole


@dataclass(frozen=True)
class Box:
    """Somebody in the drawing, and where."""

    person: Person
    word: str
    x: int
    y: int

    @property
    def centre(self) -> int:
        return self.x + WIDTH // 2


class Family:
    """Drawn from the ties that the page lists, which are those that the reader may see."""

    def __init__(self, person: Person, kin: Iterable):
        self.person = person
        self.kin = [one for one in kin if one.tie.kind in FAMILY]
        self.shown = self.kin[:MOST]

    def __bool__(self) -> bool:
        return bool(self.shown)

    @property
    def left_out(self) -> int:
        return len(self.kin) - len(self.shown)

    @property
    def title(self) -> str:
        """The drawing in a sentence."""
        told = "; ".join(f"{one.word}: {one.person.name_shown}" for one in self.shown)
        return gettext("The family of %(name)s, drawn. %(kin)s.") % {
            "name": self.person.name_shown,
            "kin": told,
        }

    def _generation(self, one) -> int:
        seen = Kind(one.tie.kind)
        kind = seen.inverse if one.tie.from_person_id == self.person.pk else seen
        return -1 if kind in ABOVE else 1 if kind in BELOW else 0

    def _rows(self) -> list[list]:
        """Rows from top to bottom; None stands for the person of the case."""
        by_age = {age: [k for k in self.shown if self._generation(k) == age] for age in (-1, 0, 1)}
        beside = by_age[0]
        middle = [*beside[:1], None, *beside[1:2]]
        return [*_chunks(by_age[-1]), middle, *_chunks(beside[2:]), *_chunks(by_age[1])]

    def _boxes(self) -> tuple[Box, list[Box], int, int]:
        rows = self._rows()
        across = max(len(row) for row in rows)
        width = across * (WIDTH + GAP) - GAP + 4
        own, boxes = None, []
        for down, row in enumerate(rows):
            start = (width - len(row) * (WIDTH + GAP) + GAP) // 2
            for place, one in enumerate(row):
                x, y = start + place * (WIDTH + GAP), 2 + down * (HEIGHT + 2 * GAP)
                if one is None:
                    own = Box(self.person, "", x, y)
                else:
                    boxes.append(Box(one.person, one.word, x, y))
        return own, boxes, width, len(rows) * (HEIGHT + 2 * GAP) - 2 * GAP + 4

    def drawn(self) -> SafeString:
        own, boxes, width, height = self._boxes()
        lines = format_html_join("", '<path d="{}"/>', ((_line(own, box),) for box in boxes))
        shapes = ((_drawn(box, ""),) for box in boxes)
        return format_html(
            '<svg class="family" role="img" aria-label="{}" width="{}" height="{}" '
            'viewBox="0 0 {} {}">{}{}{}</svg>',
            self.title,
            width,
            height,
            width,
            height,
            lines,
            _drawn(own, "self"),
            format_html_join("", "{}", shapes),
        )


def _chunks(kin: list) -> list[list]:
    return [kin[start : start + ACROSS] for start in range(0, len(kin), ACROSS)]


def _short(name: str) -> str:
    """As much of a name as a box takes; Han characters are twice as wide as others."""
    widths = accumulate(2 if east_asian_width(letter) == "W" else 1 for letter in name)
    fitting = sum(width <= LETTERS for width in widths)
    return name if fitting == len(name) else f"{name[:fitting].rstrip()}…"


def _line(own: Box, other: Box) -> str:
    """From the person's box to another, with a bend half way."""
    if own.y == other.y:
        return f"M{own.centre} {own.y + HEIGHT // 2}H{other.centre}"
    bend = other.y - GAP if other.y > own.y else other.y + HEIGHT + GAP
    return f"M{own.centre} {own.y + HEIGHT // 2}V{bend}H{other.centre}V{other.y + HEIGHT // 2}"


def _drawn(box: Box, kind: str) -> SafeString:
    name = box.person.name_shown
    names = getattr(box.person, "seen_names", ())
    known = next((one.language for one in names if one.text == name), "")
    language, direction = language_and_direction(name, known)
    return format_html(
        '<g class="{}"><rect x="{}" y="{}" width="{}" height="{}" rx="5"/>'
        '<text x="{}" y="{}" lang="{}" direction="{}">{}</text>{}</g>',
        kind or "kin",
        box.x,
        box.y,
        WIDTH,
        HEIGHT,
        box.centre,
        box.y + (22 if box.word else 31),
        language,
        direction,
        _short(name),
        format_html('<text class="word" x="{}" y="{}">{}</text>', box.centre, box.y + 41, box.word)
        if box.word
        else "",
    )
