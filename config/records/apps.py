"""The base of all records, as a Django app."""

from django.apps import AppConfig
from django.core.checks import Error, register

from config.records.ciphers import wrong_with_keys


class RecordsConfig(AppConfig):
    name = "config.records"
    label = "records"
    verbose_name = "Records"

    def ready(self):
        register(keys_can_be_used)


def keys_can_be_used(app_configs, **kwargs) -> list[Error]:
    """No command starts with keys that would fail at the first confidential value."""
    wrong = wrong_with_keys()
    return [Error(wrong, id="tizim.E001")] if wrong else []
