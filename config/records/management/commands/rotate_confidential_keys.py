"""Write every confidential value anew under the newest key, history included."""

from django.core.management import BaseCommand, CommandError
from django.db import models, transaction

from config.records.cipher_fields import Secret, secret_columns
from config.records.ciphers import Undecipherable, is_newest
from config.records.history import past_protection
from config.records.progress import progress

AT_ONCE = 200


class Command(BaseCommand):
    help = (
        "Encrypt every confidential value with the newest key of TIZIM_CONFIDENTIAL_KEYS, in "
        "history too. It may be broken off at any time, and goes on from there. A value that no "
        "key reads is left as it is and named by its number, and is a failure."
    )

    def handle(self, **options):
        self.anew, self.unreadable = 0, []
        for model, names in secret_columns():
            keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
            steps = range(0, len(keys), AT_ONCE)
            for start in progress(steps, len(steps), str(model._meta.verbose_name_plural)):
                self._some(model, names, keys[start : start + AT_ONCE])
        self._told()

    def _some(self, model: type[models.Model], names: list[str], keys: list) -> None:
        """Some rows, in one transaction; what is under the newest key already is left alone."""
        with transaction.atomic(), past_protection():
            for row in model._base_manager.select_for_update(of=("self",)).filter(pk__in=keys):
                try:
                    columns = anew(row, names)
                except Undecipherable:
                    self.unreadable.append(f"{model._meta.label} {row.pk}")
                    continue
                if columns:
                    model._base_manager.filter(pk=row.pk).update(**columns)
                    self.anew += 1

    def _told(self) -> None:
        for place in self.unreadable:
            self.stdout.write(f"No key reads {place}.")
        if self.unreadable:
            raise CommandError(
                f"{self.anew} rows were written anew, {len(self.unreadable)} could not be read. "
                "Keep every key, and put back the one that is missing."
            )
        self.stdout.write(
            f"{self.anew} rows were written anew. Every confidential value is under the newest "
            "key; the others are needed for older backups alone."
        )


def anew(row: models.Model, names: list[str]) -> dict:
    """The columns of a row that have to be written under the newest key."""
    values = {name: getattr(row, name) for name in names}
    old = {name: value for name, value in values.items() if value and not is_newest(value.token)}
    columns = {name: Secret.of(value.tell()) for name, value in old.items()}
    follow = getattr(row, "follow", None)
    return columns | follow() if columns and follow else columns
