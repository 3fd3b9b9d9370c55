"""The verbs that take an article in: from its address, from a file, from what somebody pastes.

However it comes, the result is the same: the original, its text, and what it tells of itself.
Nothing is written here.
"""

import re
from dataclasses import dataclass, field, fields, replace

from cases.archive import NotFetched, fetch
from cases.choices import HowKept
from cases.extraction.bounded import extract
from cases.extraction.found import Found, NotReadable, whole

CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
# Shorter than this is no article; up to that, it may be what a site shows to a robot.
FEWEST, FEW = 100, 1_000
TURNED_AWAY = re.compile(
    r"captcha|are you (a )?(human|robot)|verify (that )?you|unusual traffic|just a moment"
    r"|checking your browser|enable (javascript|cookies)|access denied|включите javascript"
    r"|не робот|доступ ограничен",
    re.IGNORECASE,
)
WAYS_LEFT = "Open it in your browser, and hand in the saved page or paste the text."


class NotTaken(Exception):
    """An article could not be taken in. The message is for the worker."""


@dataclass(frozen=True)
class Taken:
    """An article on its way in. `original` is empty where the text is all there is."""

    how: HowKept
    text: str
    original: bytes = field(default=b"", repr=False)
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    address: str = ""
    canonical: str = ""
    address_asked: str = ""
    address_reached: str = ""
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict, repr=False)


def from_address(address: str) -> Taken:
    """Fetch a page and read it."""
    try:
        page = fetch(address)
        charset = CHARSET.search(page.headers.get("content-type", ""))
        found = extract(page.body, address=page.reached, charset=charset[1] if charset else "")
    except (NotFetched, NotReadable) as error:
        raise NotTaken(f"{error} {WAYS_LEFT}") from error
    _refuse_too_little(found)
    return _taken(
        HowKept.FETCHED,
        page.body,
        replace(found, address=page.reached),
        address_asked=page.asked,
        address_reached=page.reached,
        status=page.status,
        headers=page.headers,
    )


def from_file(original: bytes, address: str = "") -> Taken:
    """Read a saved page, a PDF or a text; what it is, its bytes tell."""
    try:
        found = extract(original, address=address)
    except NotReadable as error:
        raise NotTaken(f"{error}") from error
    if found.kind != "text":
        _refuse_too_little(found)
    kinds = {"web_page": HowKept.SAVED_PAGE, "pdf": HowKept.PDF, "text": HowKept.PASTED}
    return _taken(kinds[found.kind], original, found)


def from_text(text: str, address: str = "", title: str = "") -> Taken:
    """Take what somebody pasted as it is."""
    try:
        text = whole(text)
    except NotReadable as error:
        raise NotTaken(f"{error}") from error
    return Taken(HowKept.PASTED, text, title=title, address=address)


def _taken(how: HowKept, original: bytes, found: Found, **came) -> Taken:
    told = {one.name: getattr(found, one.name) for one in fields(found) if one.name != "kind"}
    return Taken(how=how, original=original, **told, **came)


def _refuse_too_little(found: Found) -> None:
    length = len(found.text.strip())
    if length < FEWEST or (length < FEW and TURNED_AWAY.search(found.text)):
        raise NotTaken(
            f"There is hardly any text in it ({length} characters): the site may have wanted a "
            f"sign-in, or taken the reader for a robot. {WAYS_LEFT}"
        )
