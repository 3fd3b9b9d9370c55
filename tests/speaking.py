"""Hearing what language a page speaks: a language of the tests' own, and the words of a page."""

import re
from html.parser import HTMLParser

from django.apps import apps
from django.utils.translation import trans_real

from config.records.models import Record

# Letters that no page of ours has otherwise, so that what was translated is seen at once.
PSEUDO = {ord(letter): chr(0x1D5A0 + n) for n, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
PSEUDO |= {ord(letter): chr(0x1D5BA + n) for n, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
KEPT = re.compile(r"(%\(\w+\)s|<[^>]*>|&\w+;)")
# Names of formats, standards and of ourselves are the same in every language.
PROPER = set(
    """API CSV JSON XLSX PDF UTC EDTF BibTeX CSL SHA Excel GeoJSON FollowTheMoney UTF Frictionless
    DuckDB Python Tizim ISO schema org FtM HURIDOCS BCP WGS ISCO TOTP English Wayback Machine
    README tidy zip Natural Earth Lines""".split()
)


class Pseudo(trans_real.DjangoTranslation):
    """Knows every message, and says it in letters of its own."""

    def gettext(self, message):
        *_context, said = message.split("\x04")
        pieces = KEPT.split(said)
        return "".join(one if KEPT.fullmatch(one) else one.translate(PSEUDO) for one in pieces)

    def ngettext(self, one, several, number):
        return self.gettext(one if number == 1 else several)


def pseudo(code: str, known: set[str]) -> Pseudo:
    """In place of a language: it knows these messages, each after its context, and no others."""
    made = trans_real.DjangoTranslation(code)
    heard = Pseudo.gettext

    class Knowing(Pseudo):
        def gettext(self, message):
            return heard(self, message) if message in known else message

    made.__class__ = Knowing
    return made


class Words(HTMLParser):
    """The words that a page says to its reader, without data and code."""

    SKIPPED = ("code", "script", "style", "bdi", "blockquote", "cite", "pre")

    def __init__(self, page: str):
        super().__init__()
        self.found: list[str] = []
        self.within: list[tuple[str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        for name in ("aria-label", "title", "placeholder", "alt"):
            if told.get(name):
                self.found.append(told[name])
        if tag in ("meta", "link", "input", "br", "img", "hr", "path", "rect", "circle"):
            return
        other = "lang" in told and tag != "html"
        self.within.append((tag, other or tag in self.SKIPPED))

    def handle_endtag(self, tag):
        while self.within and self.within.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not any(skipped for _, skipped in self.within):
            self.found.append(" ".join(data.split()))


def told_by_the_register() -> set[str]:
    """Every text that the database holds: it is shown as it is, in whatever language."""
    found: set[str] = set()
    for model in apps.get_models():
        if issubclass(model, Record):
            texts = [one.name for one in model._meta.fields if not one.choices]
            for row in model._default_manager.values_list(*texts):
                found |= {" ".join(part.split()) for one in row for part in _parts(one)}
    return {one for one in found if len(one) > 2}


def _parts(value) -> list[str]:
    lines = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    return [part for line in lines for part in (line, *line.split("\n"))]


def english(page: str, told: set[str]) -> list[str]:
    """What a page says in Latin letters that is neither data nor a proper name."""
    left = []
    for said in Words(page).found:
        rest = said
        for one in sorted((one for one in told if one in said), key=len, reverse=True):
            rest = rest.replace(one, " ")
        words = re.findall(r"[A-Za-z]{3,}", re.sub(r"\S*[/@]\S*", "", rest))
        if unknown := [one for one in words if one not in PROPER]:
            left.append(f"{' '.join(unknown)}: {said[:90]}")
    return left
