"""Reading a page as a person does: its words, a section of it, its links."""

import re
from html import unescape

TAG = re.compile(r"<[^>]+>")
LINK = re.compile(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def words(html: str) -> str:
    """The words without the tags, one space between them and none before a stop."""
    told = " ".join(unescape(TAG.sub(" ", html)).split())
    return re.sub(r" ([,.:;])", r"\1", told)


def section(html: str, name: str) -> str:
    """The section whose heading has this id."""
    found = re.search(rf'<section aria-labelledby="{name}">(.*?)</section>', html, re.DOTALL)
    return found[1] if found else ""


def links(html: str) -> dict[str, str]:
    """Where each linked text leads; of equal texts the last."""
    return {words(text): unescape(address) for address, text in LINK.findall(html)}


def part(html: str, public_id: str) -> str:
    """The entry of a timeline or list that has this id, up to the next."""
    found = re.search(rf'<li id="{public_id}".*?(?=<li id="|</ol>)', html, re.DOTALL)
    return found[0] if found else ""
