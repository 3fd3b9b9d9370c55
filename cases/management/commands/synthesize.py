"""Fill an empty register with invented people and all that belongs to them."""

from django.core.management import BaseCommand, CommandError, call_command

from cases.synthetic import load, tables
from cases.synthetic.book import MODELS
from config.records import notices, server


class Command(BaseCommand):
    help = (
        "Fill the register with so many invented people, their names in several scripts, cases, "
        "events, sources and citations; the same seed gives the same register. A register that "
        "holds real records is refused; an invented one is replaced."
    )

    requires_system_checks = []  # migrate runs them, when the database is there

    def add_arguments(self, parser):
        parser.add_argument("--people", type=int, required=True, metavar="N", help="how many")
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="default: 1")

    def handle(self, *, people, seed, **options):
        if people < 1:
            raise CommandError("--people must be at least 1.")
        server.prepare(self.stdout)
        try:
            written = load.load(people, seed)
        except load.RegisterInUse as error:
            raise CommandError(str(error)) from error
        call_command("index_names", anew=True, stdout=self.stdout)
        notices.begin_anew()
        tables.tidy(MODELS)
        for noun, rows in written.items():
            self.stdout.write(f"{rows:>12,} {noun}")
