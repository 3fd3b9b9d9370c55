"""Ids that some release held and that are gone: what whoever holds a release has to leave out."""

import csv
import io

from config.records.releases import REMOVED, Release

HEADING = ("table", "id", "change", "into", "gone_since")


def removed(newest: Release | None) -> bytes:
    """The list as it stands now, in the form of `removed.csv` in a release.

    The one place for it: what is erased between two releases is to be added here.
    """
    if newest:
        return newest.text(REMOVED).encode()
    text = io.StringIO()
    csv.writer(text).writerow(HEADING)
    return text.getvalue().encode("utf-8-sig")
