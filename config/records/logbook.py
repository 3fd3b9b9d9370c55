"""Writing into the logbook: files that somebody who is signed in takes, looks at sealed records."""

from collections.abc import Iterable, Iterator
from contextvars import copy_context

from config.records.choices import AccessKind, Secrecy
from config.records.copying import counted
from config.records.models import Access, Message, Record

_END = object()


def taken(
    pieces: Iterator[bytes], *, by, kind: str, form: str, filters: Iterable[str] = ()
) -> Iterator[bytes]:
    """The pieces of a file. For who is signed in a line is written now, and completed at the end.

    filters: names. Whatever was asked for is not given, so that it cannot be kept.
    """
    if by is None or not by.is_authenticated:
        return pieces
    line = Access.objects.create(
        by_id=by.pk, what=AccessKind.DOWNLOAD, kind=kind, form=form, filters=sorted(set(filters))
    )
    return _followed(pieces, line.pk)


def _followed(pieces: Iterator[bytes], line: int) -> Iterator[bytes]:
    """The database tells how many rows each statement gave once it has given the last of them."""
    rows: list[int] = []
    context = copy_context()
    context.run(counted.set, rows.append)
    is_whole = False
    try:
        while (piece := context.run(next, pieces, _END)) is not _END:
            yield piece
        is_whole = True
    finally:
        pieces.close()
        known = sum(rows) if is_whole else None
        Access.objects.filter(pk=line).update(rows=known, is_whole=is_whole)


def printed(*, by, kind: str, form: str) -> None:
    """That somebody had a page made that is meant to be handed on, as if it were a file."""
    Access.objects.create(by=by, what=AccessKind.DOWNLOAD, kind=kind, form=form, is_whole=True)


def opened(record: Record, *, by, kind: str = "") -> None:
    """That somebody looks at a sealed record; of all others nothing is written."""
    if getattr(record, "secrecy", None) == Secrecy.SEALED:
        Access.objects.create(
            by=by,
            what=AccessKind.SEALED,
            kind=kind or str(record._meta.verbose_name),
            record=record.public_id,
        )


def read(message: Message, *, by, what: str = "message") -> None:
    """That somebody of the staff reads a message, or how its sender may be reached."""
    Access.objects.create(by=by, what=AccessKind.MESSAGE, kind=what, record=message.public_id)
