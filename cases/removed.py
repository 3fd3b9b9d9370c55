"""Ids that some release held and that are gone: what whoever holds a release has to leave out."""

import csv
import io
from collections.abc import Iterator

from cases.tidy import TABLES
from config.records.exports import BYTE_ORDER_MARK
from config.records.releases import REMOVED, Release
from config.records.tombstones import Tombstone

HEADING = ("table", "id", "change", "into", "gone_since")
ERASED = "erased"


def removed_in(release: Release | None) -> list[dict[str, str]]:
    """The lines of a release's own list; none without a release."""
    if release is None or REMOVED not in release.sums:
        return []
    text = release.text(REMOVED).removeprefix(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def removed(newest: Release | None) -> bytes:
    """The list as it stands now, in the form of `removed.csv` in a release.

    That of the newest release, and what was erased since.
    """
    lines = removed_in(newest)
    listed = {line["id"] for line in lines}
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, HEADING)
    writer.writeheader()
    writer.writerows(lines)
    if newest:
        writer.writerows(line for line in _erased() if line["id"] not in listed)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _erased() -> Iterator[dict[str, str]]:
    tables = {getattr(noun.model, "ID_PREFIX", ""): noun.name for noun in TABLES}
    for stone in Tombstone.objects.told():
        table = tables.get(stone.public_id.partition("-")[0])
        if table:
            line = (table, stone.public_id, ERASED, "", stone.erased_on.isoformat())
            yield dict(zip(HEADING, line, strict=True))
