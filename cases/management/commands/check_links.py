"""Ask whether the links of sources still lead to a page, and remember the answers."""

from collections import Counter

from django.core.management import BaseCommand, CommandError

from cases.checking import PAUSE, check, waiting
from cases.outcomes import LinkOutcome
from config.records.progress import progress


class Command(BaseCommand):
    help = (
        "Ask the sites of sources whether their links still lead to a page. It asks each site "
        "slowly, keeps every answer at once, and may be broken off at any time: the next call goes "
        "on with those not asked for longest. Sealed sources are left out."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--older-than",
            type=int,
            default=30,
            metavar="DAYS",
            help="leave out what was asked in the last DAYS days (30)",
        )
        parser.add_argument("--limit", type=int, metavar="N", help="ask after N links at most")
        parser.add_argument(
            "--pause",
            type=float,
            default=PAUSE,
            metavar="SECONDS",
            help=f"between two questions to one site ({PAUSE:g})",
        )

    def handle(self, *, older_than, limit, pause, **options):
        if older_than < 0 or pause < 0 or (limit is not None and limit < 0):
            raise CommandError("A number of days, links or seconds is not below 0.")
        sources = waiting(older_than)
        number = min(sources.count(), limit) if limit is not None else sources.count()
        told: Counter[str] = Counter()
        try:
            for row in progress(check(sources, number, pause), number, "links"):
                told[row.outcome if row else ""] += 1
        finally:
            self.stdout.write(_told(told, number))


def _told(told: Counter[str], number: int) -> str:
    parts = [f"{one.label}: {told[one]}" for one in LinkOutcome if told[one]]
    left = number - sum(told.values()) + told[""]
    parts += [f"left for the next call: {left}"] if left else []
    return f"Links asked after: {number - left}. {'; '.join(parts)}".strip()
