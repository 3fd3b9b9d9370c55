"""Serve the register."""

from django.core.management import BaseCommand

from config.records import server


class Command(BaseCommand):
    help = "Bring the database up to date and serve the register until Ctrl-C."
    requires_system_checks = []  # migrate runs them, when the database is there

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="default: this machine only")
        parser.add_argument("--port", type=int, default=8000, choices=range(65536), metavar="PORT")
        parser.add_argument("--workers", type=int, default=2, help="processes, of 4 threads each")

    def handle(self, *, host, port, workers, **options):
        listener = server.listen(host, port)
        server.prepare(self.stdout)
        self.stdout.write(f"Tizim is at {server.address(listener)} (Ctrl-C ends it).")
        server.run(listener, workers)
