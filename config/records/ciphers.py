"""Ciphers: text that nobody reads without the register's own key, and hashes that need it too."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

# How every enciphered text begins: the version of Fernet, and the first bytes of a time.
BEGINS = "gAAAA"
FOR_HASHES = b"tizim: exact search"
BAD_KEYS = (
    "TIZIM_CONFIDENTIAL_KEYS holds something that is not a key. Each is 44 signs long, as "
    "docs/settings.md shows how to make one."
)
NO_KEY = "There is no key for confidential values: TIZIM_CONFIDENTIAL_KEYS names none."
UNREADABLE = (
    "This was encrypted with a key that the register no longer has. Put that key back, at the end "
    "of TIZIM_CONFIDENTIAL_KEYS; nothing is lost until the key is."
)


class Undecipherable(Exception):
    """A value cannot be read, or written, with the keys at hand. The message is for the worker."""


def encipher(text: str) -> str:
    """The text under the newest key; the same text is another each time."""
    return Fernet(_keys()[0]).encrypt(text.encode()).decode()


def decipher(token: str) -> str:
    """What was enciphered under any of the keys. Raises Undecipherable."""
    try:
        return MultiFernet([Fernet(key) for key in _keys()]).decrypt(token.encode()).decode()
    except InvalidToken as error:
        raise Undecipherable(UNREADABLE) from error


def is_newest(token: str) -> bool:
    """Whether the newest key reads it, so that the others are not needed for it."""
    try:
        Fernet(_keys()[0]).decrypt(token.encode())
    except InvalidToken:
        return False
    return True


def hashes(text: str) -> list[str]:
    """What an exact search looks for: the keyed hash under every key, that of the newest first."""
    return [_hash(key, text) for key in _keys()]


def wrong_with_keys() -> str:
    """Why the keys cannot be used; empty if they can."""
    try:
        _keys()
    except Undecipherable as error:
        return str(error)
    return ""


def _keys() -> Sequence[bytes]:
    keys = [key.encode() for key in settings.CONFIDENTIAL_KEYS]
    if not keys:
        raise Undecipherable(NO_KEY)
    if any(len(_bytes_of(key)) != 32 for key in keys):
        raise Undecipherable(BAD_KEYS)
    return keys


def _bytes_of(key: bytes) -> bytes:
    try:
        return base64.urlsafe_b64decode(key)
    except (binascii.Error, ValueError):
        return b""


def _hash(key: bytes, text: str) -> str:
    """The key for hashes is derived from the key for texts, so that neither tells the other."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=FOR_HASHES)
    return hmac.new(derive.derive(_bytes_of(key)), text.encode(), hashlib.sha256).hexdigest()
