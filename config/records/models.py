"""What every record shares: a public id, a state, a secrecy, signatures, and who may see it."""

import re
import secrets
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils import timezone

from config.records.choices import Secrecy, State
from config.records.constraints import both_or_neither, implies
from config.records.date_columns import date_columns
from config.records.notices import EMPTIED, RECORD_MOVES
from config.records.tokens import Token

__all__ = ["Token"]  # a model of its own, which Django looks for here

# Crockford's base 32: no I, L, O or U, so that an id survives being read out or copied by hand.
ID_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ID_LENGTH = 6
# What may be an id; a name such as Al-Farabi may look like one.
PUBLIC_ID = re.compile(r"[A-Za-z]{1,2}-[0-9A-Za-z]{6}")


def random_id(prefix: str) -> str:
    """An id such as C-7K3M9Q. It says nothing about when or how many."""
    return f"{prefix}-{''.join(secrets.choice(ID_LETTERS) for _ in range(ID_LENGTH))}"


def free_id(model: type[models.Model], prefix: str) -> str:
    """A random id that no row of this model has; the unique index has the last word."""
    while True:
        candidate = random_id(prefix)
        if not model._base_manager.filter(public_id=candidate).exists():
            return candidate


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
        if user is None or not user.is_authenticated or not user.is_active:
            return cls((State.PUBLISHED,), (Secrecy.PUBLIC,))
        if not user.is_staff:
            return cls((State.PUBLISHED,), (Secrecy.PUBLIC, Secrecy.REGISTERED))
        open_to_staff = (Secrecy.PUBLIC, Secrecy.REGISTERED, Secrecy.STAFF)
        unseal = f"{model._meta.app_label}.unseal_{model._meta.model_name}"
        sealed = (Secrecy.SEALED,) if user.has_perm(unseal) else ()
        return cls(tuple(State), open_to_staff + sealed)


class RecordQuerySet(models.QuerySet):
    def visible_to(self, user) -> "RecordQuerySet":
        """What this reader may see: the one rule that pages, API, downloads and admin ask.

        It closes over the records named in VISIBLE_THROUGH: an event of a hidden case is hidden.
        """
        return self.filter(self.model.visible(user))

    def published(self) -> "RecordQuerySet":
        """What anyone may see."""
        return self.visible_to(None)


class Record(models.Model):
    """One entry of the register. Its state changes only through `config.records.actions`."""

    ID_PREFIX: str
    # Foreign keys to the records that this one cannot be seen without.
    VISIBLE_THROUGH: tuple[str, ...] = ()
    PUBLIC_FIELDS: tuple[str, ...]
    STAFF_FIELDS: tuple[str, ...] = (
        "id",
        "state",
        "secrecy",
        "entered_by",
        "entered_at",
        "submitted_by",
        "submitted_at",
        "published_by",
        "staff_note",
    )
    RECORD_FIELDS: tuple[str, ...] = ("public_id", "published_at", "updated_at")

    public_id = models.CharField(
        "id", max_length=12, unique=True, editable=False, help_text="Public. Random."
    )
    state = models.CharField(
        max_length=12, choices=State.choices, default=State.DRAFT, editable=False, db_index=True
    )
    secrecy = models.CharField(
        max_length=12,
        choices=Secrecy.choices,
        default=Secrecy.PUBLIC,
        help_text="Who may see this once it is published. Staff-only and sealed records cannot be.",
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+"
    )
    entered_at = models.DateTimeField(default=timezone.now, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    published_at = models.DateTimeField(null=True, editable=False, help_text="Public.")
    updated_at = models.DateTimeField(
        default=timezone.now,
        editable=False,
        help_text="Public. When something that readers see changed; kept by the database.",
    )
    staff_note = models.TextField(
        blank=True, help_text="Only staff read this. Never a phone number or an address."
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-id"]
        default_permissions = ("add", "change", "delete", "view", "publish", "unseal")
        constraints = [
            CheckConstraint(
                name="%(app_label)s_%(class)s_public_id",
                condition=Q(public_id__regex=r"^[A-Z]{1,2}-[0-9A-Z]{6}$"),
                violation_error_message="A public id is letters, a hyphen and six random signs.",
            ),
            both_or_neither(
                "%(app_label)s_%(class)s_submitted",
                "submitted_by",
                "submitted_at",
                "A submission has a person and a time.",
            ),
            both_or_neither(
                "%(app_label)s_%(class)s_published",
                "published_by",
                "published_at",
                "A publication has a person and a time.",
            ),
            implies(
                "%(app_label)s_%(class)s_signed",
                Q(state__in=[State.SUBMITTED, State.PUBLISHED]),
                Q(submitted_by__isnull=False),
                "Submit the record first: it has to say who submitted it.",
            ),
            implies(
                "%(app_label)s_%(class)s_two_people",
                Q(state=State.PUBLISHED),
                Q(published_by__isnull=False) & ~Q(published_by=F("submitted_by")),
                "Who publishes a record must be somebody else than who submitted it.",
            ),
            implies(
                "%(app_label)s_%(class)s_not_secret",
                Q(state=State.PUBLISHED),
                Q(secrecy__in=[Secrecy.PUBLIC, Secrecy.REGISTERED]),
                "A staff-only or sealed record cannot be published.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="keep_published",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__state=State.PUBLISHED.value),
            ),
            RECORD_MOVES,
            EMPTIED,
        ]

    def __str__(self) -> str:
        return self.public_id

    def save(self, *args, **kwargs):
        if not self.public_id:
            self.public_id = self.free_id()
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        errors: dict[str, list] = {}
        for columns in date_columns(type(self)):
            try:
                columns.complete(self)
            except ValidationError as error:
                errors |= error.message_dict
        if errors:
            raise ValidationError(errors)

    @classmethod
    def free_id(cls) -> str:
        """A random id that no record of this kind has."""
        return free_id(cls, cls.ID_PREFIX)

    @classmethod
    def visible(cls, user, prefix: str = "") -> Q:
        """The condition under which `user` sees the record that `prefix` leads to."""
        audience = Audience.of(user, cls)
        rule = Q(**{f"{prefix}secrecy__in": audience.levels})
        if not audience.is_staff:
            rule &= Q(**{f"{prefix}state__in": audience.states})
        for name in cls.VISIBLE_THROUGH:
            rule &= cls._visible_through(user, name, prefix)
        return rule

    @classmethod
    def _visible_through(cls, user, name: str, prefix: str) -> Q:
        field = cls._meta.get_field(name)
        rule = field.related_model.visible(user, f"{prefix}{name}__")
        return rule | Q(**{f"{prefix}{name}__isnull": True}) if field.null else rule

    def together(self) -> list["Record"]:
        """What is submitted and published along with this record; itself not included."""
        return []

    def missing(self) -> list[str]:
        """What the record lacks to be published, each a sentence; empty if nothing."""
        return []

    @staticmethod
    def written_together() -> AbstractContextManager:
        """Around many writes that belong together; what follows from them follows once."""
        return nullcontext()

    @property
    def is_public(self) -> bool:
        """Published for everyone, as far as this record alone decides."""
        return self.state == State.PUBLISHED and self.secrecy == Secrecy.PUBLIC


def named_by(records: Iterable[Record]) -> list[Record]:
    """The records that these name in their public fields, and those in turn, each once.

    A place brings its region and country, a source its publisher and its origin.
    """
    found: dict[tuple, Record] = {}
    waiting = list(records)
    given = {(type(record), record.pk) for record in waiting}
    while waiting:
        record = waiting.pop()
        for name in record.PUBLIC_FIELDS:
            field = record._meta.get_field(name)
            value = getattr(record, name) if field.many_to_one else None
            key = (type(value), value.pk) if isinstance(value, Record) else None
            if key and key not in given and key not in found:
                found[key] = value
                waiting.append(value)
    return list(found.values())


def touched(*public_fields: str) -> pgtrigger.Trigger:
    """The database moves `updated_at` when, and only when, something that readers see changes.

    A draft's edits and a staff note move nothing: the time of a hidden change is hidden too.
    """
    columns = ", ".join(f"'{field}'" for field in ("state", "secrecy", *public_fields))
    return pgtrigger.Trigger(
        name="touch",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        declare=[("shown", "text[]")],
        func=pgtrigger.Func(
            f"""
            shown := ARRAY[{columns}];
            IF (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(NEW))
                WHERE key = ANY(shown))
               IS DISTINCT FROM
               (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(OLD))
                WHERE key = ANY(shown))
            THEN NEW.updated_at = now();
            END IF;
            RETURN NEW;
            """
        ),
    )
