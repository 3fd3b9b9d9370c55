"""Columns of which the database holds the cipher alone: what they say has to be asked for."""

from collections.abc import Iterable

from django.apps import apps
from django.db import models
from django.db.models import CheckConstraint, F, Q, TextField
from django.db.models.functions import Cast
from django.db.models.lookups import Exact, StartsWith

from config.records.ciphers import BEGINS, decipher, encipher

MASK = "••••••"


class Secret:
    """A value as the database has it. In a page, a log or an error it is a row of dots."""

    __slots__ = ("token",)

    def __init__(self, token: str):
        self.token = token

    @classmethod
    def of(cls, text: str) -> "Secret":
        return cls(encipher(text) if text else "")

    def tell(self) -> str:
        """What it says. Whoever shows it to somebody writes down to whom. Raises Undecipherable."""
        return decipher(self.token) if self.token else ""

    def __bool__(self) -> bool:
        return bool(self.token)

    def __str__(self) -> str:
        return MASK if self.token else ""

    __repr__ = __str__

    def __eq__(self, other) -> bool:
        return isinstance(other, Secret) and other.token == self.token

    def __hash__(self) -> int:
        return hash(self.token)


class SecretText(models.TextField):
    """A text that is enciphered on its way into the database, and stays a Secret on its way out.

    Nothing can be asked of it in a query but whether it is filled in.
    """

    # The last two are pgtrigger's own words for "is distinct from": history asks what changed.
    ASKED = {"isnull", "df", "ndf"}

    def from_db_value(self, value, expression, connection) -> Secret | None:
        return None if value is None else Secret(value)

    def to_python(self, value):
        return value

    def get_prep_value(self, value):
        if value is None or isinstance(value, Secret):
            return value.token if value is not None else None
        return Secret.of(str(value)).token

    def pre_save(self, model_instance, add):
        value = getattr(model_instance, self.attname)
        if isinstance(value, str):
            value = Secret.of(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_lookup(self, lookup_name):
        return super().get_lookup(lookup_name) if lookup_name in self.ASKED else None


def enciphered(name: str, field: str) -> CheckConstraint:
    """The column is empty or a cipher: what is written past the field in plain text is refused."""
    plain = Cast(F(field), TextField())
    return CheckConstraint(
        name=name,
        condition=Q(Exact(plain, "")) | Q(StartsWith(plain, BEGINS)),
        violation_error_message="Only the cipher of a confidential value is kept.",
    )


def secret_columns() -> Iterable[tuple[type[models.Model], list[str]]]:
    """Every model that has such columns, versions included, with their names."""
    for model in apps.get_models():
        names = [one.name for one in model._meta.concrete_fields if isinstance(one, SecretText)]
        if names:
            yield model, names
