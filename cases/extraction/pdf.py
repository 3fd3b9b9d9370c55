"""A PDF read by pypdf: its text, page after page, line joined to line (no Django)."""

import io
import logging
import re

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from cases.extraction.found import LONGEST_TEXT, TOO_LONG, Found, NotReadable

MOST_PAGES = 1000
ENDS = re.compile(r"[.!?:…。！？»”\"’)]\s*$")
BULLET = re.compile(r"\s*(?:[•–—*-]|\d{1,3}[.)])\s")
# A line that is shorter than this part of the longest ends a paragraph, if its sentence is over.
SHORT = 0.75
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LOCKED = "This PDF is locked with a password. Unlock it, or paste its text."
DAMAGED = "This PDF is damaged and cannot be read."
BOMB = "This PDF unpacks to more than we read."
# Titles that a program made up.
MADE_UP = re.compile(r"microsoft word -|untitled|\.(docx?|pdf|indd|qxd|odt)$", re.IGNORECASE)


def read_pdf(original: bytes) -> Found:
    """What a PDF says. Raises NotReadable."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(original), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotReadable(LOCKED)
        if len(reader.pages) > MOST_PAGES:
            raise NotReadable(f"This PDF has more than {MOST_PAGES} pages.")
        text = _text(reader)
        told = reader.metadata or {}
        found = Found(
            "pdf", text, _title(told), author=_told(told, "/Author"), language=_lang(reader)
        )
    except (DependencyError, FileNotDecryptedError) as error:
        raise NotReadable(LOCKED) from error
    except LimitReachedError as error:
        raise NotReadable(BOMB) from error
    except (NotReadable, MemoryError):
        raise
    except Exception as error:  # a broken file causes any error of pypdf's and of Python's
        raise NotReadable(DAMAGED) from error
    if not text.strip():
        raise NotReadable(
            "This PDF holds no text; its pages are pictures. Have it read by a program for that "
            "(OCR), or type off what you cite, and paste it."
        )
    return found


def _text(reader: PdfReader) -> str:
    pages, length = [], 0
    for page in reader.pages:
        pages.append(_paragraphs(page.extract_text()))
        length += len(pages[-1])
        if length > LONGEST_TEXT:
            raise NotReadable(TOO_LONG)
    return "\n\n".join(page for page in pages if page)


def _paragraphs(page: str) -> str:
    """Lines of the printed page joined to paragraphs; a blank line between two."""
    lines = [" ".join(line.split()) for line in page.replace("\u00ad\n", "").splitlines()]
    width = max(map(len, lines), default=0)
    paragraphs, current = [], []
    for line in lines:
        if current and (not line or BULLET.match(line)):
            paragraphs.append(" ".join(current))
            current = []
        if line:
            current.append(line)
            if len(line) < width * SHORT and ENDS.search(line):
                paragraphs.append(" ".join(current))
                current = []
    paragraphs.append(" ".join(current))
    return "\n".join(one for one in paragraphs if one)


def _told(told, name: str) -> str:
    value = told.get(name, "")
    return value if isinstance(value, str) else ""


def _title(told) -> str:
    title = _told(told, "/Title").strip()
    return "" if MADE_UP.search(title) else title


def _lang(reader: PdfReader) -> str:
    language = str(reader.root_object.get("/Lang", "")).strip()
    return language if LANGUAGE.fullmatch(language) else ""
