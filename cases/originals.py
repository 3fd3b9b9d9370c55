"""The originals of kept copies in file storage: written, read, gone if nothing came of them."""

import weakref
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import transaction
from django.utils import timezone

PIECE = 1024 * 1024
NAMED = 2  # letters of the hash that name the folder of an original
SETTLED = timedelta(hours=1)  # by then a row has been committed, or never will be


class NotStored(Exception):
    """The storage did not take an original."""


class _Unkept:
    """Stands for a file whose row is not committed yet."""


def named(sha256: str, public_id: str, within: str = "") -> str:
    """Where an original lies: by its hash, never by what it was called or what it is."""
    return f"{within}{sha256[:NAMED]}/{sha256}-{public_id}"


def storage() -> Storage:
    """Private, of no address: the folder `originals`, or what the settings name."""
    return storages["originals"]


def write(name: str, content: bytes) -> str:
    """Store an original; returns the name it got. It goes again if the transaction fails.

    Django tells nobody of a rollback, but lets go of what waits for the commit: so what waits for
    it is all that holds the file.
    """
    where = storage()
    try:
        name = where.save(name, ContentFile(content))
    except Exception as error:  # a disk that is full, a bucket that is shut: each fails its own way
        raise NotStored from error
    unkept = _Unkept()
    removal = weakref.finalize(unkept, where.delete, name)
    transaction.on_commit(partial(_committed, unkept, removal))
    return name


def _committed(unkept: _Unkept, removal: weakref.finalize) -> None:
    removal.detach()


def pieces(name: str) -> Iterator[bytes]:
    """An original, piece by piece. Raises OSError if it is not there."""
    with storage().open(name) as file:
        while piece := file.read(PIECE):
            yield piece


def read(name: str) -> bytes:
    return b"".join(pieces(name))


def stray(known: Callable[[list[str]], set[str]]) -> Iterator[str]:
    """Files of no kept copy, without those that are so new that their row may still come.

    A process that dies between the file and its row leaves one. known: which names rows have.
    """
    where = storage()
    folders = where.listdir("")[0] if where.exists("") else []
    for folder in (one for one in folders if len(one) == NAMED):  # in others, articles wait
        names = [f"{folder}/{name}" for name in where.listdir(folder)[1]]
        for name in sorted(set(names) - known(names)):
            if where.get_modified_time(name) < timezone.now() - SETTLED:
                yield name


def delete(name: str) -> None:
    storage().delete(name)
