"""Build the index of names, under the rules that this version of Tizim has."""

from django.core.management import BaseCommand

from config.records.progress import progress
from people import indexing


class Command(BaseCommand):
    help = (
        "Index every name so that it is found in any spelling. Needed after an upgrade that "
        "changes the rules, and after names were loaded past Tizim. The register answers "
        "meanwhile; stopped half-way, it goes on where it ended."
    )

    def add_arguments(self, parser):
        parser.add_argument("--anew", action="store_true", help="build even what is built already")

    def handle(self, *, anew, **options):
        if not anew and not indexing.is_needed():
            self.stdout.write("The index of names is up to date.")
            return
        number = indexing.number_of_steps(anew=anew)
        label = f"names, {indexing.STEP:,} at a time"
        for _ in progress(indexing.steps(anew=anew), number, label):
            pass
        self.stdout.write("The index of names is built.")
