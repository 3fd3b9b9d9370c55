"""Write a dated copy of the public data that never changes, or prove one that was written."""

import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from cases.release_citing import DOI
from cases.releasing import Asked, release
from config.records.releases import SUMS, Refused, Release, releases


class Command(BaseCommand):
    help = (
        "Write all public data in every shape into a folder named by the day, with checksums and "
        "what has changed since the release before. The same data make the same bytes."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "folder", nargs="?", type=Path, help="the folder of releases; by default that served"
        )
        parser.add_argument("--day", type=_day, help="the day that it is of; today")
        parser.add_argument("--since", type=Path, help="the release before, if it lies elsewhere")
        parser.add_argument("--doi", type=_doi, help="the DOI reserved for it")
        parser.add_argument("--verify", type=Path, metavar="DIR", help="prove a release; no other")

    def handle(self, *, folder, day, since, doi, verify, **options):
        if verify:
            return self.verify(verify)
        folder, day = (folder or settings.RELEASES).resolve(), day or timezone.localdate()
        before = _release_in(since) if since else _newest(folder, day)
        try:
            made = release(folder, Asked(day, before, doi or ""))
        except Refused as error:
            raise CommandError(str(error)) from error
        compared = f"compared with that of {before.day}" if before else "the first"
        self.stdout.write(
            f"Release of {day}, {compared}: {len(made.sums):,} files, {made.size:,} bytes."
        )

    def verify(self, folder: Path) -> None:
        """Of one release, or of all in a folder; each holds the hash of the one before."""
        is_one = (folder / SUMS).is_file()
        found = [_release_in(folder)] if is_one else releases(folder)
        if not found:
            raise CommandError("There is no release in this folder.")
        faults = [f"{one.day}: {fault}" for one in found for fault in _faults(one)]
        if faults:
            raise CommandError("\n".join(faults))
        for one in found:
            self.stdout.write(f"{one.day}: {len(one.sums):,} files are as they were written.")


def _faults(one: Release) -> list[str]:
    if faults := one.faults():
        return faults
    before = one.manifest["before"]
    beside = {other.day: other.seal for other in releases(one.folder.parent)}
    if before and beside.get(before["day"], before["sha256sums"]) != before["sha256sums"]:
        return [f"the release of {before['day']} is not the one that this was compared with."]
    return []


def _newest(folder: Path, day: datetime.date) -> Release | None:
    """The release before this day."""
    return next((one for one in releases(folder) if one.day < day.isoformat()), None)


def _release_in(folder: Path) -> Release:
    if not (folder / SUMS).is_file():
        raise CommandError("There is no release in this folder: it has no SHA256SUMS.")
    return Release(folder.resolve())


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _doi(text: str) -> str:
    if not DOI.fullmatch(text):
        raise ValueError("not a DOI")
    return text
