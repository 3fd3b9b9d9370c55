"""Receipts: codes by which an answer is read later; the register keeps a hash of each (pure)."""

import hashlib
import re
import secrets

# As in public ids: no I, L, O or U, so that a code survives being copied by hand.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 20, 5
READ_AS = str.maketrans("OIL", "011")
NO_LETTER = re.compile(r"[^0-9A-Z]")


def new_code() -> str:
    """A code such as 7K3M9-QW8TX-41ZBV-0RJ5N: a hundred bits of chance."""
    signs = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return "-".join(signs[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def hash_of(code: str) -> str:
    """The same for a code in whatever way it was copied. Nobody guesses a hundred bits, so that the
    hash needs no key, and outlives every change of keys.
    """
    bare = NO_LETTER.sub("", code.upper().translate(READ_AS))
    return hashlib.sha256(f"tizim receipt {bare}".encode()).hexdigest()
