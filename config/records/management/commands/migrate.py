"""Bring the tables up to date, and let PostgreSQL count what the new ones hold."""

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from config.records.statistics import count_anew


class Command(migrate.Command):
    help = f"{migrate.Command.help} Then PostgreSQL counts every table anew."

    def handle(self, *args, database, **options):
        recorder = MigrationRecorder(connections[database])
        before = set(recorder.applied_migrations())
        super().handle(*args, database=database, **options)
        if set(recorder.applied_migrations()) != before:
            # Of a column just added it knows nothing, and takes a third of the rows for found.
            count_anew(database)
