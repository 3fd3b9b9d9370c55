"""Every public address of the register, found in the URLconf, and what it answers, as text."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import openpyxl
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from django.utils.regex_helper import normalize
from pypdf import PdfReader

from cases.sitemap import SECTIONS
from config.records.exports import FORMATS

# What is no public address, and why.
NOT_PUBLIC = {
    "admin/": "asks who you are; its own tests are in test_admin.py",
    "account/": "asks who you are; its own tests are in config/accounts/",
}
# What releases hold is in the hands of their own tests.
RELEASE = {"day": "2026-01-31", "path": "flat/people.csv"}
SITEMAP = [{"section": name, "number": 1} for name in SECTIONS]
SUFFIXES = ("json", *FORMATS)


@dataclass(frozen=True)
class Pattern:
    """A pattern of the URLconf: '/cases/%(public_id)s/', its names, the view behind it."""

    form: str
    names: tuple[str, ...]
    view: object

    @property
    def model(self):
        """The kind of record it shows, where the view says so."""
        behind = getattr(self.view, "view_class", None) or getattr(self.view, "cls", None)
        return getattr(behind, "model", None)


def places() -> list[Pattern]:
    """Every pattern that a visitor may try, the admin's left out."""
    return list(_places(get_resolver().url_patterns, "/", ()))


def _places(patterns, before: str, names: tuple[str, ...]) -> Iterator[Pattern]:
    for one in patterns:
        if before == "/" and str(one.pattern) in NOT_PUBLIC:
            continue
        for form, found in normalize(one.pattern.regex.pattern):
            together = (before + form, (*names, *found))
            if isinstance(one, URLResolver):
                yield from _places(one.url_patterns, *together)
            elif isinstance(one, URLPattern):
                yield Pattern(*together, one.callback)


def fill(place: Pattern, ids: Iterable[str]) -> list[str]:
    """The addresses of a place: each id, each format, as far as they lead there."""
    unknown = set(place.names) - {"public_id", "format", *RELEASE, *SITEMAP[0]}
    assert unknown == set(), f"{place.form}: say here what to put for {unknown}"
    found = [RELEASE | one for one in SITEMAP] if "section" in place.names else [RELEASE]
    if "public_id" in place.names:
        found = [RELEASE | {"public_id": one} for given in ids for one in (given, given.lower())]
    if "format" in place.names:
        found = [
            {**one, "format": dot + to} for one in found for to in SUFFIXES for dot in ("", ".")
        ]
    return [path for one in found if _leads_to(path := place.form % one, place)]


def _leads_to(path: str, place: Pattern) -> bool:
    try:
        return resolve(path).func is place.view
    except Resolver404:
        return False


@dataclass(frozen=True)
class Answer:
    """What an address answered: status, headers and body, all as text."""

    address: str
    status: int
    headers: str
    body: str

    def __contains__(self, word: str) -> bool:
        return word.lower() in f"{self.headers}\n{self.body}".lower()


def ask(browser: Client, address: str, **question) -> Answer:
    response = browser.get(address, question or None)
    content = b"".join(response) if response.streaming else response.content
    kind = response.get("Content-Type", "")
    body = _text_of(kind, content)
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return Answer(address, response.status_code, headers, body)


def _text_of(kind: str, content: bytes) -> str:
    if content[:5] == b"%PDF-":
        return _pages(content)
    if kind == "image/jpeg":
        return content.decode("latin-1")
    if content[:2] != b"PK":
        return content.decode()
    return _sheet(content) if "spreadsheetml" in kind else _files(content)


def _pages(content: bytes) -> str:
    """The text of a PDF, page after page, and what it says of itself."""
    read = PdfReader(io.BytesIO(content))
    said = [str(read.metadata), read.xmp_metadata.stream.get_data().decode()]
    return "\n".join([*said, *(page.extract_text() for page in read.pages)])


def _files(content: bytes) -> str:
    """The files of an archive, without their checksums: ids look like parts of them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        named = [name for name in archive.namelist() if name != "SHA256SUMS"]
        return "\n".join(f"{name}\n{archive.read(name).decode()}" for name in named)


def _sheet(content: bytes) -> str:
    """The cells of a workbook, and every part of its file besides."""
    sheet = openpyxl.load_workbook(io.BytesIO(content), read_only=True).active
    cells = "\n".join("\t".join(str(cell) for cell in row) for row in sheet.values)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        rest = [f"{name}\n{parts.read(name).decode()}" for name in parts.namelist()]
    return "\n".join([cells, *rest])
