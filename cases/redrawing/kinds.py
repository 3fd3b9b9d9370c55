"""What a file sent up as a picture is, by its first bytes; its name is not asked (pure)."""

import re

from cases.extraction.sniffing import is_pdf

LOOKED_AT = 4096
PICTURES = (
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("WEBP", re.compile(rb"RIFF....WEBP", re.S)),
)
OTHERS = (
    (re.compile(rb"GIF8"), "This is a GIF. Save the picture as PNG or JPEG and give that."),
    (
        re.compile(rb"....ftyp(?:heic|heix|mif1|msf1|avif)", re.S),
        "This is a HEIC or AVIF. Save the picture as JPEG and give that.",
    ),
    (
        re.compile(rb"II\*\0|MM\0\*|BM|8BPS"),
        "This is a picture of a kind that browsers do not show. Save it as PNG or JPEG.",
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:.*?<)??(?:!DOCTYPE )?svg\b", re.S | re.I),
        "This is an SVG: a drawing that may hold a program. Give a picture: JPEG, PNG or WebP.",
    ),
)
OF_A_PDF = (
    "This is a PDF. Under what a PDF shows more may lie, such as words below a black bar: "
    "give pictures of its pages."
)
UNKNOWN = "This is no picture: give a JPEG, a PNG or a WebP."


def kind_of(original: bytes) -> str:
    """JPEG, PNG or WEBP; empty of all else."""
    return next((kind for kind, begins in PICTURES if begins.match(original)), "")


def why_not(original: bytes) -> str:
    """Why something that is none of them is refused, in a sentence."""
    start = original[:LOOKED_AT]
    if is_pdf(start):
        return OF_A_PDF
    return next((why for begins, why in OTHERS if begins.match(start)), UNKNOWN)
