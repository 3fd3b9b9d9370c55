"""Prove that every kept copy is still what was kept: every byte of it, and every letter."""

import hashlib

from django.core.management import BaseCommand, CommandError

from cases import originals
from cases.models import Snapshot
from cases.models.snapshots import sha256, words_sha256
from config.records.progress import progress

AT_ONCE = 50


class Command(BaseCommand):
    help = (
        "Read every kept copy again, original and text, and compare it with its hashes. A copy "
        "that differs or is missing is named, and is a failure; files of no copy are named, too. "
        "Nothing is changed."
    )

    def handle(self, **options):
        self._tell_of_strays()
        total = Snapshot.objects.count()
        copies = Snapshot.objects.order_by("pk").iterator(chunk_size=AT_ONCE)
        broken = 0
        for snapshot in progress(copies, total, "kept copies"):
            problems = wrong_with(snapshot)
            broken += bool(problems)
            for problem in problems:
                self.stdout.write(f"{snapshot.public_id}: {problem}")
        if broken:
            raise CommandError(f"{broken} of {total} kept copies are not what was kept.")
        self.stdout.write(f"All {total} kept copies are what was kept.")
        redacted = Snapshot.objects.filter(redacted_on__isnull=False).count()
        if redacted:
            self.stdout.write(
                f"{redacted} of them were redacted by an erasure: their originals are gone, and "
                "their text is what was left of it on that day."
            )

    def _tell_of_strays(self):
        """No failure: they take room, and are what a process left that was ended at once."""
        for name in originals.stray(_names_of_copies):
            self.stdout.write(f"{name}: This file belongs to no kept copy. It may be deleted.")


def _names_of_copies(names: list[str]) -> set[str]:
    return set(Snapshot.objects.filter(file__in=names).values_list("file", flat=True))


def wrong_with(snapshot: Snapshot) -> list[str]:
    """What does not agree, each a sentence."""
    text = snapshot.text.encode()
    problems = []
    if sha256(text) != snapshot.text_sha256:
        problems.append("The text is not the one that was kept.")
    if words_sha256(snapshot.text) != snapshot.words_sha256:
        problems.append("The words are not those that were kept.")
    if snapshot.redacted_on:  # the original went with what was blanked, as the row says
        return problems
    return problems + _wrong_with_original(snapshot, text)


def _wrong_with_original(snapshot: Snapshot, text: bytes) -> list[str]:
    content = originals.pieces(snapshot.file) if snapshot.file else [text]
    digest, size = hashlib.sha256(), 0
    try:
        for piece in content:
            digest.update(piece)
            size += len(piece)
    except FileNotFoundError:
        return ["The original is missing."]
    except OSError as error:
        return [f"The original cannot be read ({type(error).__name__})."]
    same = (digest.hexdigest(), size) == (snapshot.sha256, snapshot.size)
    return [] if same else ["The original is not the one that was kept."]
