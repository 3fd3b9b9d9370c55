"""Audiences: which states and levels of secrecy somebody may see of a kind of record."""

from dataclasses import dataclass

from django.db import models

from config.records.choices import Secrecy, State
from config.records.models.permissions import may


@dataclass(frozen=True)
class Audience:
    """The states and levels of secrecy that somebody may see, of one kind of record."""

    states: tuple[str, ...]
    levels: tuple[str, ...]

    @property
    def is_staff(self) -> bool:
        return State.DRAFT in self.states

    @classmethod
    def of(cls, user, model: type[models.Model]) -> "Audience":
        """Everybody sees what is published and public; signing in and roles open more."""
        if cls.is_anybody(user):
            return cls((State.PUBLISHED,), (Secrecy.PUBLIC,))
        if not user.is_staff:
            return cls((State.PUBLISHED,), (Secrecy.PUBLIC, Secrecy.REGISTERED))
        asked_for = "view" in model._meta.default_permissions and not model._meta.abstract
        if asked_for and not may(user, "view", model):
            # An auditor, or somebody whose role was taken away: the logs are not the content.
            return cls((State.PUBLISHED,), (Secrecy.PUBLIC,))
        open_to_staff = (Secrecy.PUBLIC, Secrecy.REGISTERED, Secrecy.STAFF)
        sealed = (Secrecy.SEALED,) if may(user, "unseal", model) else ()
        return cls(tuple(State), open_to_staff + sealed)

    @staticmethod
    def is_anybody(user) -> bool:
        """Whether nothing is known of them: not signed in, or an account that was closed."""
        return user is None or not user.is_authenticated or not user.is_active
