"""Ids that some release held and that are gone: what whoever holds a release has to leave out."""

import csv
import io

from cases.removed_since import Gone, gone
from config.records.exports import BYTE_ORDER_MARK
from config.records.releases import REMOVED, Release

HEADING = ("table", "id", "change", "into", "gone_since")


def removed_in(release: Release | None) -> list[dict[str, str]]:
    """The lines of a release's own list; none without a release."""
    if release is None or REMOVED not in release.sums:
        return []
    text = release.text(REMOVED).removeprefix(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def removed(newest: Release | None) -> bytes:
    """The list as it stands now, in the form of `removed.csv` in a release.

    That of the newest release, and what was withdrawn, merged or erased since.
    """
    lines = removed_in(newest)
    listed = {line["id"] for line in lines}
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, HEADING)
    writer.writeheader()
    writer.writerows(lines)
    if newest:
        writer.writerows(_line(one) for one in gone() if one.id not in listed)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _line(one: Gone) -> dict[str, str]:
    told = (one.table, one.id, one.change, one.into, one.at.date().isoformat())
    return dict(zip(HEADING, told, strict=True))
