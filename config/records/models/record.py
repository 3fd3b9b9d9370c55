"""What every record shares: a public id, a state, a secrecy, signatures, and who may see it."""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from functools import cache

import pgtrigger
from django.conf import settings
from django.contrib.postgres.functions import TransactionNow
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.db.models.sql import Query
from django.utils import timezone
from django.utils.encoding import force_str

from config.records.choices import Secrecy, State
from config.records.constraints import both_or_neither, implies
from config.records.date_columns import date_columns
from config.records.facts import Fact, fact_named
from config.records.models.audience import Audience
from config.records.models.ids import free_id
from config.records.notices import EMPTIED, RECORD_MOVES
from config.records.tombstones import NEVER_AGAIN


class RecordQuerySet(models.QuerySet):
    def visible_to(self, user) -> "RecordQuerySet":
        """What this reader may see: the one rule that pages, API, downloads and admin ask.

        It closes over the records named in VISIBLE_THROUGH: an event of a hidden case is hidden.
        """
        if not Audience.is_anybody(user) or vars(self.query) != vars(Query(self.model)):
            return self.filter(self.model.visible(user))
        seen = self._chain()
        seen.query = _seen_by_anybody(self.model).clone()
        return seen

    def published(self) -> "RecordQuerySet":
        """What anyone may see."""
        return self.visible_to(None)

    def forget_ended_embargoes(self) -> int:
        """Nothing becomes visible by this; what was made of the names that are shown follows."""
        return self.filter(embargoed_until__lte=TransactionNow()).update(embargoed_until=None)

    forget_ended_embargoes.alters_data = True


@cache
def _seen_by_anybody(model: type[models.Model]) -> Query:
    """What strangers ask of nothing but the kind: for each the same, so worked out once.

    It is the question that is kept, never an answer. Working it out takes a millisecond, and a page
    asks it dozens of times.
    """
    return models.QuerySet(model).filter(model.visible(None)).query


@cache
def _words_of(field: models.Field) -> dict:
    """Its choices, to be told in the language of whoever asks."""
    return dict(field.flatchoices)


class Record(models.Model):
    """One entry of the register. Its state changes only through `config.records.actions`."""

    ID_PREFIX: str
    # Foreign keys to the records that this one cannot be seen without.
    VISIBLE_THROUGH: tuple[str, ...] = ()
    # Rows that are entered on its page: their kind, and the link by which they belong to it.
    ROWS: tuple[tuple[str, str], ...] = ()
    PUBLIC_FIELDS: tuple[str, ...]
    STAFF_FIELDS: tuple[str, ...] = tuple(
        "id state secrecy entered_by entered_at submitted_by submitted_at published_by "
        "embargoed_until was_public sent_back_to sent_back_why staff_note".split()
    )
    REGISTERED_FIELDS: tuple[str, ...] = ()
    FACTS: tuple[Fact, ...] = ()
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
    embargoed_until = models.DateTimeField(
        "not shown before",
        null=True,
        blank=True,
        help_text="Only staff read this. No reader sees it before this day and time (UTC).",
    )
    was_public = models.BooleanField(
        default=False,
        editable=False,
        help_text="Only staff read this. Everybody saw it until it was withdrawn.",
    )
    sent_back_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    sent_back_why = models.TextField(
        blank=True, editable=False, help_text="Only staff read this. Until it is submitted again."
    )
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
            NEVER_AGAIN,
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

    def _get_FIELD_display(self, field) -> str:
        """As Django's, which to find one word puts all of its list into the reader's language."""
        value = getattr(self, field.attname)
        return force_str(_words_of(field).get(value, value), strings_only=True)

    @classmethod
    def free_id(cls) -> str:
        """A random id that no record of this kind has."""
        return free_id(cls, cls.ID_PREFIX)

    @classmethod
    def visible(cls, user, prefix: str = "", through: Iterable[str] | None = None) -> Q:
        """When `user` sees the record that `prefix` leads to; `through` where few can hide it."""
        audience = Audience.of(user, cls)
        rule = Q(**{f"{prefix}secrecy__in": audience.levels})
        if not audience.is_staff:
            rule &= Q(**{f"{prefix}state__in": audience.states}) & cls.not_embargoed(prefix)
        for name in cls.VISIBLE_THROUGH if through is None else through:
            rule &= cls._visible_through(user, name, prefix)
        return rule

    @staticmethod
    def not_embargoed(prefix: str = "") -> Q:
        """That no embargo holds, by the clock of the database as the transaction began: nothing has
        to happen when one ends, and a download reads at one moment.
        """
        embargo = f"{prefix}embargoed_until"
        return Q(**{f"{embargo}__isnull": True}) | Q(**{f"{embargo}__lte": TransactionNow()})

    @classmethod
    def withdrawn_from_all(cls, prefix: str = "") -> Q:
        """Everybody saw it until it was withdrawn, and nothing that it is seen through is secret.

        Its address may tell that a record was withdrawn. All others are as if they never were.
        """
        gone = Q(**{f"{prefix}state": State.WITHDRAWN, f"{prefix}was_public": True})
        return gone & cls._open_to_all(prefix)

    @classmethod
    def _open_to_all(cls, prefix: str) -> Q:
        rule = Q(**{f"{prefix}secrecy": Secrecy.PUBLIC})
        for name in cls.VISIBLE_THROUGH:
            field = cls._meta.get_field(name)
            through = field.related_model._open_to_all(f"{prefix}{name}__")
            rule &= through | Q(**{f"{prefix}{name}__isnull": True}) if field.null else through
        return rule

    @classmethod
    def _visible_through(cls, user, name: str, prefix: str) -> Q:
        field = cls._meta.get_field(name)
        rule = field.related_model.visible(user, f"{prefix}{name}__")
        return rule | Q(**{f"{prefix}{name}__isnull": True}) if field.null else rule

    @classmethod
    def shown_to(cls, user, name: str, prefix: str = "", *, roughly: bool = False) -> Q:
        """The condition under which `user`, who sees the record, reads this fact of it."""
        fact = fact_named(cls, name)
        said = fact.said(Audience.of(user, cls).levels, roughly=roughly)
        return Q() if said == fact.levels else Q(**{f"{prefix}{fact.column}__in": said})

    def tell(self, user) -> None:
        """Forget here what this reader is not told. A record told so is not to be saved."""

    def together(self) -> list["Record"]:
        """What is submitted and published along with this record; itself not included."""
        return []

    def missing(self) -> list[str]:
        """What the record lacks to be published, each a sentence; empty if nothing."""
        return []

    @classmethod
    def objections(cls, records: list["Record"]) -> Iterable[str]:
        """What this kind of record has against the publication of others, of any kind."""
        return ()

    def barred(self) -> list[str]:
        """Why nobody may publish it, however complete it is, each a sentence; empty if nothing."""
        return []

    def gaps(self) -> list[str]:
        """What a reviewer should know is not there, though it may be published; each a sentence."""
        return []

    @staticmethod
    def written_together() -> AbstractContextManager:
        """Around many writes that belong together; what follows from them follows once."""
        return nullcontext()

    @property
    def is_public(self) -> bool:
        """Published for everyone, as far as this record alone decides."""
        embargoed = self.embargoed_until is not None and self.embargoed_until > timezone.now()
        return self.state == State.PUBLISHED and self.secrecy == Secrecy.PUBLIC and not embargoed
