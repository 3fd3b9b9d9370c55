"""What was found in an original: its text, and what it tells of itself (pure)."""

import re
from dataclasses import dataclass, replace

LONGEST_TEXT = 1_000_000
TOO_LONG = f"The text is longer than {LONGEST_TEXT:,} characters."
NOTHING = "There is no text to keep."
# As long as a source's own columns.
LONGEST = {"title": 500, "publisher": 200, "author": 300, "canonical": 2000, "address": 2000}
# Signs that are no text: controls but for the line feed and the tabulator; halves of a pair.
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
HALVES = re.compile("[\ud800-\udfff]")


class NotReadable(Exception):
    """Nothing can be read in an original. The message is for the worker."""


@dataclass(frozen=True)
class Found:
    """`kind`: web_page, pdf or text. `published` is EDTF; `language` a BCP 47 tag. What the
    original does not tell is empty."""

    kind: str
    text: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    canonical: str = ""
    address: str = ""

    def tidied(self) -> "Found":
        """As a database takes it: no impossible signs, nothing longer than its column."""
        short = {
            name: " ".join(cleaned(getattr(self, name)).split())[:most]
            for name, most in LONGEST.items()
        }
        return replace(self, text=cleaned(self.text).strip("\n"), **short)


def whole(text: str) -> str:
    """A text that is to be kept, cleaned. Raises NotReadable if it is none, or too long."""
    text = cleaned(text)
    if not text.strip():
        raise NotReadable(NOTHING)
    if len(text) > LONGEST_TEXT:
        raise NotReadable(TOO_LONG)
    return text


def cleaned(text: str) -> str:
    """One sign for a line end, and no sign that is no text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return NO_TEXT.sub("", HALVES.sub("\ufffd", text))
