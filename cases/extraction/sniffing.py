"""What a file is, by its first bytes; what it is called or labelled as is not asked (pure)."""

import re

PDF = b"%PDF-"
LOOKED_AT = 1024
TAGS = re.compile(
    r"<(?:!doctype html|html|head|body|title|article|main|div|section|p|h1|table|meta|span)\b", re.I
)
OTHERS = (
    (
        re.compile(
            rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0|RIFF....WEBP|....ftyp(?:avif|heic)", re.S
        ),
        "image",
    ),
    (
        re.compile(
            rb"PK\x03\x04|PK\x05\x06|\x1f\x8b|BZh|7z\xbc\xaf|Rar!|\xfd7zXZ|\x28\xb5\x2f\xfd"
        ),
        "packed",
    ),
    (re.compile(rb"ID3|OggS|....ftyp|\x1aE\xdf\xa3|fLaC|RIFF....(?:WAVE|AVI )", re.S), "recording"),
    (re.compile(rb"MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe"), "program"),
    (re.compile(rb"\xd0\xcf\x11\xe0|\{\\rtf"), "office"),
)
MAIL = re.compile(rb"(?:From|MIME-Version|Snapshot-Content-Location|Subject|Return-Path):", re.I)
SENTENCES = {
    "image": "This is a picture, not a page.",
    "packed": "This is a packed file. Unpack it, and give the page or the PDF that is in it.",
    "recording": "This is a recording, not a page.",
    "program": "This is a program, not a page.",
    "office": "This is an office document. Save it as PDF and give that.",
    "mail": "This page was saved as MHTML, for one browser alone. Save it as HTML.",
    "unknown": "This is neither a web page nor a PDF nor a text.",
}


def is_pdf(original: bytes) -> bool:
    return PDF in original[:LOOKED_AT]


def refused(original: bytes) -> str:
    """Why nothing is read in it, in a sentence; empty if it may be a page or a text."""
    for pattern, kind in OTHERS:
        if pattern.match(original):
            return SENTENCES[kind]
    return SENTENCES["mail"] if MAIL.match(original) else ""


def is_page(text: str) -> bool:
    """Whether a text is marked up as a page is."""
    return len(TAGS.findall(text[:200_000])) >= 2


def is_text(text: str) -> bool:
    """Whether it is written for people: hardly any sign that is none."""
    start = text[:10_000]
    strange = sum(1 for sign in start if sign < " " and sign not in "\t\n\r\f")
    return bool(start.strip()) and (strange + start.count("\ufffd")) * 100 <= len(start)
