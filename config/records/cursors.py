"""Cursors: a place in a list, written so that nobody but this register can read or make one.

A place is told by what the last row is ordered by, its primary key included. Readers are not to
learn that: primary keys tell how many records are hidden between two that are shown.
"""

import base64
import hashlib
import hmac
import json
from typing import Any

from django.conf import settings

TAG = 16
LONGEST = 4_000


class NoSuchPlace(ValueError):
    """This cursor was not made here, or for another order."""


def write(place: list[Any]) -> str:
    """The same place is always written the same way, so that answers can be compared."""
    told = json.dumps(place, default=str, ensure_ascii=False).encode()
    tag = _digest("tag", told)[:TAG]
    return base64.urlsafe_b64encode(tag + _veiled(tag, told)).decode().rstrip("=")


def read(cursor: str) -> list[Any]:
    if len(cursor) > LONGEST:
        raise NoSuchPlace
    try:
        written = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
    except ValueError as error:
        raise NoSuchPlace from error
    tag, veiled = written[:TAG], written[TAG:]
    told = _veiled(tag, veiled)
    if not hmac.compare_digest(tag, _digest("tag", told)[:TAG]):
        raise NoSuchPlace
    return json.loads(told)


def _veiled(tag: bytes, text: bytes) -> bytes:
    """Each byte laid over one that follows from the tag; done twice, the text is back."""
    size = hashlib.sha256().digest_size
    blocks = (_digest("veil", tag + bytes([n])) for n in range(-(-len(text) // size)))
    return bytes(one ^ other for one, other in zip(text, b"".join(blocks), strict=False))


def _digest(purpose: str, message: bytes) -> bytes:
    key = f"cursor {purpose} {settings.SECRET_KEY}".encode()
    return hmac.new(key, message, hashlib.sha256).digest()
