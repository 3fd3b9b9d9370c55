"""The verbs that keep a copy of a source: its original in storage, its text in the register."""

from collections.abc import Mapping
from types import MappingProxyType

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.choices import HowKept, OrganizationKind
from cases.extraction.found import NotReadable, cleaned, whole
from cases.models import Organization, Snapshot, Source
from cases.models.snapshots import sha256
from cases.originals import NotStored, named, write
from cases.taking_in import Taken
from config.records.history import because
from config.records.models import free_id

NOT_STORED = "The original could not be stored; nothing was kept. Tell whoever runs the register."
NO_HEADERS: Mapping[str, str] = MappingProxyType({})


def keep(
    source: Source,
    *,
    by,
    how: HowKept,
    original: bytes,
    text: str,
    address_asked: str = "",
    address_reached: str = "",
    status: int | None = None,
    headers: Mapping[str, str] = NO_HEADERS,
) -> Snapshot:
    """Add a kept copy to a source. All or nothing: if it fails, no file stays either.

    The text is kept with line feeds alone and without signs that are no text. Raises
    ValidationError, with a sentence for the worker.
    """
    try:
        text = whole(text)
    except NotReadable as error:
        raise ValidationError(str(error)) from error
    snapshot = Snapshot(
        public_id=free_id(Snapshot, "K"),
        source=source,
        kept_by=by,
        how=how,
        text=text,
        sha256=sha256(original),
        size=len(original),
        address_asked=address_asked,
        address_reached=address_reached,
        status=status,
        headers=dict(headers),
    )
    with transaction.atomic():
        try:
            snapshot.file = write(named(snapshot.sha256, snapshot.public_id), original)
        except NotStored as error:
            raise ValidationError(NOT_STORED) from error
        snapshot.save()
    return snapshot


def keep_text(source: Source, text: str, *, by) -> Snapshot:
    """Keep what somebody pasted; the text is its own original."""
    content = cleaned(text).encode()
    return keep(source, by=by, how=HowKept.PASTED, original=content, text=text)


def keep_taken(source: Source, taken: Taken, text: str, *, by) -> Snapshot:
    """Keep what was taken in, with the text as the worker left it."""
    if not taken.original:
        return keep_text(source, text, by=by)
    return keep(
        source,
        by=by,
        how=taken.how,
        original=taken.original,
        text=text,
        address_asked=taken.address_asked,
        address_reached=taken.address_reached,
        status=taken.status,
        headers=taken.headers,
    )


def enter(source: Source, taken: Taken, text: str, *, by, new_publisher: str = "") -> Snapshot:
    """Enter an article as a draft with its kept copy, and its publisher if that is new."""
    with transaction.atomic(), because(by=by, action="enter"):
        if new_publisher:
            source.publisher = Organization(
                name=new_publisher, kind=OrganizationKind.MEDIA, entered_by=by
            )
            source.publisher.save()
        source.entered_by = by
        source.save()
        return keep_taken(source, taken, text, by=by)
