"""Prove that every picture is still the one that was kept."""

from collections.abc import Iterator

from django.core.management import BaseCommand, CommandError

from cases import originals
from cases.models import Attachment
from cases.models.snapshots import sha256
from config.records.progress import progress


class Command(BaseCommand):
    help = (
        "Read the files of every picture again and compare them with their hashes. A picture that "
        "differs or is missing is named, and is a failure. Nothing is changed."
    )

    def handle(self, **options):
        total = Attachment.objects.count()
        broken = 0
        for attachment in progress(Attachment.objects.order_by("pk").iterator(), total, "pictures"):
            problems = list(wrong_with(attachment))
            broken += bool(problems)
            for problem in problems:
                self.stdout.write(f"{attachment.public_id}: {problem}")
        if broken:
            raise CommandError(f"{broken} of {total} pictures are not what was kept.")
        self.stdout.write(f"All {total} pictures are what was kept.")


def wrong_with(attachment: Attachment) -> Iterator[str]:
    """What does not agree, each a sentence."""
    for word, name, digest in (
        ("picture", attachment.file, attachment.sha256),
        ("small picture", attachment.small_file, attachment.small_sha256),
    ):
        try:
            if sha256(originals.read(name)) != digest:
                yield f"The {word} is not the one that was kept."
        except FileNotFoundError:
            yield f"The {word} is missing."
        except OSError as error:
            yield f"The {word} cannot be read ({type(error).__name__})."
