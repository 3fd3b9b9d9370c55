"""Who signs in: second factors, sign-ins and limits, as a Django app beside Django's accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "config.records.accounts"
    label = "accounts"
    verbose_name = "Accounts"
    default_auto_field = "django.db.models.BigAutoField"
