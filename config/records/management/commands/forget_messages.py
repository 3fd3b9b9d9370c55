"""Delete what strangers wrote once it was kept for as long as the form says."""

from django.core.management import BaseCommand

from config.records.models import Message


class Command(BaseCommand):
    help = (
        "Delete messages for good: those answered TIZIM_MESSAGES_DAYS ago, and those that came "
        "TIZIM_MESSAGES_DAYS_UNANSWERED ago and nobody answered."
    )

    def handle(self, **options):
        self.stdout.write(f"Deleted: {Message.objects.forget_due()}.")
