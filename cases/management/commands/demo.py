"""Load the demonstration and serve it."""

import os
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from cases.example.accounts import ROLES
from cases.example.load import RegisterInUse, load
from config.records import server

THIS_MACHINE = ("127.0.0.1", "::1", "localhost")


class Command(BaseCommand):
    help = (
        "Load the example of 27 March 2023 with invented companions and an account a role, then "
        "serve it until Ctrl-C. A second run changes nothing and serves."
    )
    requires_system_checks = []  # migrate runs them, when the database is there

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="default: this machine only")
        parser.add_argument("--port", type=int, default=8000, choices=range(65536), metavar="PORT")
        parser.add_argument("--workers", type=int, default=2, help="processes, of 4 threads each")
        parser.add_argument("--no-serve", action="store_true", help="load and end")

    def handle(self, *, host, port, workers, no_serve, **options):
        listener = None if no_serve else server.listen(host, port)
        server.prepare(self.stdout)
        case = self._load()
        self._ask_for_codes_only_if_others_can_come(host)
        address = server.address(listener) if listener else "/"
        self.stdout.write(f"A case to start with: {address}cases/{case}/")
        self.stdout.write(f"Staff sign in at: {address}admin/")
        if listener:
            self.stdout.write(f"Tizim is at {address} (Ctrl-C ends it).")
            self.stdout.flush()
            server.run(listener, workers)

    def _ask_for_codes_only_if_others_can_come(self, host: str) -> None:
        """On this machine alone a password is enough to try things out; `serve` always asks."""
        settings.SECOND_FACTOR_DEMANDED = host not in THIS_MACHINE
        if settings.SECOND_FACTOR_DEMANDED:
            self.stdout.write("Staff set up a second factor at their first sign-in.")
        else:
            self.stdout.write("Because only this machine can come, no second factor is asked for.")

    def _load(self) -> str:
        """Load, tell the passwords that were made, and keep them; returns the main case's id."""
        self.stdout.write("Loading the demonstration.")
        try:
            loaded = load()
        except RegisterInUse as error:
            raise CommandError(str(error)) from error
        logins = settings.VAR / "demo_logins.txt"
        if loaded["passwords"]:
            self._keep(logins, loaded["passwords"])
        elif logins.exists():
            self.stdout.write(f"It is loaded already. The passwords are in {logins}.")
        else:
            self.stdout.write(
                f"It is loaded already. The accounts are {', '.join(ROLES)}; "
                "manage.py changepassword gives one a new password."
            )
        return loaded["case"]

    def _keep(self, logins: Path, passwords: dict[str, str]) -> None:
        lines = [f"{role:<12} {password}" for role, password in passwords.items()]
        logins.unlink(missing_ok=True)
        descriptor = os.open(logins, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write("\n".join([*lines, ""]))
        self.stdout.write(f"Accounts and their passwords, kept in {logins}:")
        for line in lines:
            self.stdout.write(f"  {line}")
