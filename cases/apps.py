"""What happened: cases, events, facilities, and the sources that tell us."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = "Cases"
