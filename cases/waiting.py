"""Articles that wait for a worker's word: taken in, looked at, not yet kept.

They lie in the storage of originals, each for who took it in and for a day at most.
"""

import json
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import timedelta
from secrets import token_hex

from django.core import signing
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from cases import originals
from cases.choices import HowKept
from cases.taking_in import Taken

FOLDER = "waiting"
PATIENCE = timedelta(days=1)


class Gone(Exception):
    """Nothing waits under this ticket, or not for this account."""


def leave(taken: Taken, user) -> str:
    """Put an article aside; returns the ticket for it. Raises originals.NotStored."""
    _clear_out(PATIENCE)
    told = asdict(replace(taken, original=b"")) | {"original": ""}
    content = json.dumps(told).encode() + b"\n" + taken.original
    try:
        name = originals.storage().save(f"{FOLDER}/{token_hex(16)}", ContentFile(content))
    except Exception as error:  # each storage fails its own way
        raise originals.NotStored from error
    return signing.dumps([name, user.pk], salt=FOLDER)


def take_up(ticket: str, user) -> Taken:
    """The article that waits under a ticket. Raises Gone."""
    try:
        told, original = originals.read(_name(ticket, user)).split(b"\n", 1)
    except OSError as error:
        raise Gone from error
    values = json.loads(told)
    return Taken(**values | {"original": original, "how": HowKept(values["how"])})


def let_go(ticket: str, user) -> None:
    """Once it is kept, nothing waits any more."""
    name = _name(ticket, user)
    transaction.on_commit(lambda: originals.delete(name))


def _name(ticket: str, user) -> str:
    try:
        name, owner = signing.loads(ticket, salt=FOLDER, max_age=PATIENCE)
    except signing.BadSignature as error:
        raise Gone from error
    if owner != user.pk:
        raise Gone
    return name


def forget() -> None:
    """All that waits, for an erasure: whoever has an article open takes it in again."""
    _clear_out(timedelta(0))


def _clear_out(patience: timedelta) -> None:
    """What nobody came back for."""
    where, latest = originals.storage(), timezone.now() - patience
    with suppress(OSError, NotImplementedError):
        for name in where.listdir(FOLDER)[1]:
            if where.get_modified_time(f"{FOLDER}/{name}") < latest:
                where.delete(f"{FOLDER}/{name}")
