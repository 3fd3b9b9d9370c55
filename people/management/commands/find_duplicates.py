"""Compare everybody in the register with everybody else, and propose pairs that may be one."""

from collections.abc import Iterator

from django.core.management import BaseCommand

from config.records.progress import progress
from people import proposing
from people.models import Judgement, Proposal, Sweep


class Command(BaseCommand):
    help = (
        "Look for people who were entered twice, and propose them in the admin to be judged. It "
        "may be broken off at any time and goes on from there. Pairs that are judged are left out."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--anew", action="store_true", help="from the first person, not from where it stopped"
        )

    def handle(self, *, anew, **options):
        sweep = proposing.sweep_begun(anew=anew)
        if sweep.last:
            self.stdout.write("Going on where it was broken off.")
        for _ in progress(_one_by_one(sweep), sweep.people().count(), "people"):
            pass
        dropped = proposing.sweep_ended(sweep)
        waiting, judged = Proposal.objects.count(), Judgement.objects.count()
        self.stdout.write(
            f"Pairs that wait to be judged: {waiting}. Judged: {judged}. "
            f"Dropped, since they are no longer alike: {dropped}."
        )


def _one_by_one(sweep: Sweep) -> Iterator[None]:
    """Once for each person that was looked at."""
    while looked_at := proposing.sweep_on(sweep):
        yield from [None] * looked_at
