"""Print the codebook as Markdown; docs/codebook.md is what it prints."""

from django.core.management import BaseCommand

from cases.tidy import TABLES
from config.records.codebook_markdown import as_markdown


class Command(BaseCommand):
    help = "Print the codebook as Markdown: every column, filter and word of the public data."
    requires_system_checks = []  # it reads the code alone

    def handle(self, **options):
        self.stdout.write(as_markdown(TABLES), ending="")
