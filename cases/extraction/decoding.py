"""Bytes read as text in the encoding that they are really in, whatever their label says (pure)."""

import codecs
import re

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
LOOKED_AT = 4096  # where a page declares its alphabet
SAMPLE = 200_000
TAG = re.compile(rb"<[^<>]{0,2000}>")
# Any byte is a letter to these, so that they never say no.
USUAL = "cp1252"
NEVER_SAY_NO = {"iso8859-1", "cp1252", "iso8859-15", "ascii"}
# What Cyrillic or Greek looks like when it is taken for Western European: whole words of accents.
GARBLED = re.compile(r"\b[À-ÿ]{4,}\b")
FEW = 2
# Of broken signs, so many in a thousand are a page's own mistake and not another alphabet.
OWN_MISTAKES = 5


def decoded(original: bytes, told: str = "") -> str:
    """The text of a page. `told`: the charset that the server names.

    What is valid UTF-8 is UTF-8: no other alphabet comes out so by chance.
    """
    for mark, name in MARKS:
        if original.startswith(mark):
            return original[len(mark) :].decode(name, "replace")
    wide = _wide(original)
    if wide:
        return original.decode(wide, "replace")
    try:
        return original.decode("utf-8")
    except UnicodeDecodeError:
        return _other(original, told)


def _wide(original: bytes) -> str:
    """UTF-16 without a mark: every second byte of what is mostly markup is nothing."""
    start = original[:200]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if len(start) < 20 or max(even, odd) < len(start) * 0.35:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _other(original: bytes, told: str) -> str:
    broken = original.decode("utf-8", "replace")
    strange = sum(1 for sign in broken if sign > "\x7f")
    if broken.count("\ufffd") * 1000 <= strange * OWN_MISTAKES:
        return broken
    for name in (told, _declared(original), USUAL):
        text = _as(original, name)
        if text is not None:
            return text
    return original.decode(_guessed(original), "replace")


def _declared(original: bytes) -> str:
    found = DECLARED.search(original[:LOOKED_AT])
    return found[1].decode("ascii", "replace") if found else ""


def _as(original: bytes, name: str) -> str | None:
    """The text if it can be what it is labelled as, else None."""
    try:
        codec = codecs.lookup(name)
        if not name or not codec._is_text_encoding:
            return None
        text = original.decode(codec.name)
    except (LookupError, ValueError):
        return None
    if codec.name in NEVER_SAY_NO and len(GARBLED.findall(text)) > FEW:
        return None
    return text


def _guessed(original: bytes) -> str:
    """The alphabet whose letters make the likeliest text."""
    words = TAG.sub(b" ", original)
    start = next((at for at, byte in enumerate(words) if byte > 0x7F), 0)
    best = from_bytes(words[max(0, start - 100) : start + SAMPLE]).best()
    return best.encoding if best else USUAL
