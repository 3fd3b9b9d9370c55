"""The originals of kept copies in file storage: written, read, gone if nothing came of them."""

import weakref
from collections.abc import Iterator
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import transaction

PIECE = 1024 * 1024


class NotStored(Exception):
    """The storage did not take an original."""


class _Unkept:
    """Stands for a file whose row is not committed yet."""


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


def delete(name: str) -> None:
    storage().delete(name)
