"""The base of all records, as a Django app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "config.records"
    label = "records"
    verbose_name = "Records"
