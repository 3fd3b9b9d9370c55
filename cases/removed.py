"""Ids that some release held and that are gone: what whoever holds a release has to leave out."""

import csv
import io
from collections.abc import Iterator

from cases.tidy import TABLES
from config.records.releases import REMOVED, Release
from config.records.tombstones import Tombstone

HEADING = ("table", "id", "change", "into", "gone_since")
ERASED = "erased"


def removed(newest: Release | None) -> bytes:
    """The list as it stands now, in the form of `removed.csv` in a release.

    That of the newest release, and what was erased since.
    """
    text = io.StringIO(newest.text(REMOVED) if newest else "", newline="")
    listed = {line["id"] for line in csv.DictReader(text)}
    lines = csv.writer(text)
    if not newest:
        lines.writerow(HEADING)
    lines.writerows(one for one in _erased() if newest and one[1] not in listed)
    return text.getvalue().removeprefix("\ufeff").encode("utf-8-sig")


def _erased() -> Iterator[tuple[str, ...]]:
    tables = {
        noun.model.ID_PREFIX: noun.name for noun in TABLES if hasattr(noun.model, "ID_PREFIX")
    }
    for stone in Tombstone.objects.told():
        table = tables.get(stone.public_id.partition("-")[0])
        if table:
            yield table, stone.public_id, ERASED, "", stone.erased_on.isoformat()
