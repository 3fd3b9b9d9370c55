"""Forget an account's second factor, for somebody who lost both the telephone and the codes."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from config.records.accounts import factors

TOLD = "The second factor was reset by a command on the server, and all sign-ins ended."


class Command(BaseCommand):
    help = (
        "Forget the second factor and the recovery codes of an account and end its sign-ins. "
        "Who signs in next with its password sets up a new one, so be sure who asks."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        accounts = get_user_model()
        try:
            account = accounts.objects.get_by_natural_key(username)
        except accounts.DoesNotExist as error:
            raise CommandError(f"There is no account {username}.") from error
        with transaction.atomic():
            if not factors.reset(account):
                raise CommandError(f"The account {username} has no second factor.")
            LogEntry.objects.log_actions(account.pk, [account], CHANGE, TOLD, single_object=True)
        self.stdout.write(f"{username} sets up a second factor at the next sign-in.")
