"""How the demonstration's records are written down: plain entries that refer to others by key."""

import hashlib
from typing import NamedTuple

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class When(NamedTuple):
    """A date: what was written, its EDTF if the words alone do not give it, and its basis."""

    written: str
    edtf: str = ""
    basis: str = "stated"
    earliest: str = ""
    latest: str = ""


class Entry(NamedTuple):
    """One record: the name of its model, its key, and its values.

    A value that names another record holds that record's key, such as "P6".
    """

    model: str
    key: str
    values: dict


def entries(model: str, rows: dict[str, dict]) -> list[Entry]:
    """A table of rows by key, as entries."""
    return [Entry(model, key, values) for key, values in rows.items()]


def public_id(prefix: str, key: str) -> str:
    """The same address on every machine, and as shuffled as any other."""
    number = int.from_bytes(hashlib.sha256(f"tizim demo {prefix} {key}".encode()).digest()[:8])
    signs = ""
    for _ in range(6):
        number, sign = divmod(number, len(LETTERS))
        signs += LETTERS[sign]
    return f"{prefix}-{signs}"
