"""What must not get out: numbers of papers, ways to reach somebody, and consents.

No record leads to these tables and no public query joins them. What they say is enciphered.
"""

import re
import unicodedata

import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone

from config.records.cipher_fields import Secret, SecretText, enciphered
from config.records.ciphers import hashes
from config.records.constraints import hashed, in_order
from config.records.history import tracked
from config.records.models import may
from people.choices import ConsentForm, ContactKind, IdentifierKind, SpeaksAs
from people.models.grounds import WITHDRAWAL_SHOWS
from people.models.person import Person

LAST = 4
# Of a shorter number the last signs would tell too much.
SHORTEST_WITH_LAST = 8
LONGEST_SECRET = 2000


class ConfidentialQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ConfidentialQuerySet":
        """With its person, for who has the permission for this kind; for nobody else."""
        if user is None or not may(user, "view", self.model):
            return self.none()
        return self.filter(Person.visible(user, "person__"))


class Confidential(models.Model):
    """Something about one person that only few may see, and only one at a time."""

    PUBLIC_FIELDS: tuple[str, ...] = ()
    STAFF_FIELDS: tuple[str, ...] = ("id", "person", "entered_by", "entered_at")

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="%(class)ss", help_text="Only chiefs read this."
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        help_text="Only chiefs read this.",
    )
    entered_at = models.DateTimeField(
        default=timezone.now, editable=False, help_text="Only chiefs read this."
    )

    objects = ConfidentialQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


def normal(number: str) -> str:
    """A number as it is compared: letters and digits alone, in capitals."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", number)).upper()


class IdentifierQuerySet(ConfidentialQuerySet):
    def saying(self, number: str) -> "IdentifierQuerySet":
        """Those with this number, the whole of it, whatever the spaces and hyphens in it."""
        bare = normal(number)
        return self.filter(digest__in=hashes(bare)) if bare else self.none()


@tracked(exclude=("digest",))
class Identifier(Confidential):
    """A number that means one person: of a passport, an identity card, a prisoner's file."""

    STAFF_FIELDS = (*Confidential.STAFF_FIELDS, "kind", "value", "digest", "last_four", "note")

    kind = models.CharField(
        max_length=20, choices=IdentifierKind.choices, help_text="Only chiefs read this."
    )
    value = SecretText("number", help_text="Only chiefs read this. As it stands on the paper.")
    digest = models.CharField(
        max_length=64, editable=False, db_index=True, help_text="Nobody reads this."
    )
    last_four = models.CharField(
        max_length=LAST, blank=True, editable=False, help_text="Only chiefs read this."
    )
    note = SecretText(blank=True, help_text="Only chiefs read this. Who issued it, until when.")

    objects = IdentifierQuerySet.as_manager()

    class Meta(Confidential.Meta):
        constraints = [
            enciphered("identifier_value_enciphered", "value"),
            enciphered("identifier_note_enciphered", "note"),
            hashed(
                "identifier_has_a_hash",
                "digest",
                message="An identifier is found by the hash of its number.",
            ),
        ]

    def save(self, *args, **kwargs):
        self.prepare()
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if isinstance(self.value, str) and not normal(self.value):
            raise ValidationError({"value": "A number has letters or digits."})
        self.prepare()

    def prepare(self) -> None:
        """What follows from a number that was just written: its hash, its last signs."""
        if isinstance(self.value, str):
            bare = normal(self.value)
            self.digest = hashes(bare)[0]
            self.last_four = bare[-LAST:] if len(bare) >= SHORTEST_WITH_LAST else ""

    def follow(self) -> dict[str, str]:
        """What has to be written beside a value that is enciphered anew."""
        return {"digest": hashes(normal(self.value.tell()))[0]}


@tracked()
class Contact(Confidential):
    """How to reach somebody in the register: a relative, an informant, the person."""

    STAFF_FIELDS = (*Confidential.STAFF_FIELDS, "kind", "value", "safe_use")

    kind = models.CharField(
        max_length=20, choices=ContactKind.choices, help_text="Only chiefs read this."
    )
    value = SecretText("number or address", help_text="Only chiefs read this.")
    safe_use = SecretText(
        "safe to use",
        blank=True,
        help_text="Only chiefs read this. When, by whom, who may be listening, what not to say.",
    )

    class Meta(Confidential.Meta):
        constraints = [
            enciphered("contact_value_enciphered", "value"),
            enciphered("contact_safe_use_enciphered", "safe_use"),
        ]


SCOPES = (
    "store",
    "publish",
    "publish_name",
    "publish_photo",
    "share_with_un",
    "researchers",
    "media",
)


def _scope(about: str) -> models.BooleanField:
    return models.BooleanField(default=False, help_text=f"Only reviewers read this. {about}")


@tracked()
class Consent(Confidential):
    """What somebody allows us to do with what we know of them, or of whom they speak for."""

    STAFF_FIELDS = (
        *Confidential.STAFF_FIELDS,
        "given_as",
        "given_by",
        "how",
        "given_on",
        *SCOPES,
        "withdrawn_on",
        "evidence",
    )

    given_as = models.CharField(
        "given by",
        max_length=20,
        choices=SpeaksAs.choices,
        help_text="Only reviewers read this. Who gives it.",
    )
    given_by = SecretText(
        "who that is", blank=True, help_text="Only reviewers read this. If not the person."
    )
    how = models.CharField(
        max_length=20, choices=ConsentForm.choices, help_text="Only reviewers read this."
    )
    given_on = models.DateField("on", help_text="Only reviewers read this.")
    store = _scope("We may keep what we know.")
    publish = _scope("What happened may be told to everyone, without the name.")
    publish_name = _scope("The name may be told with it.")
    publish_photo = _scope("A picture may be shown with it.")
    share_with_un = _scope("It may be handed to bodies of the United Nations.")
    researchers = _scope("Registered researchers may see it.")
    media = _scope("It may be told to journalists who ask.")
    withdrawn_on = models.DateField(
        null=True,
        blank=True,
        help_text="Only reviewers read this. What is published on the strength of it is withdrawn "
        "at once.",
    )
    evidence = SecretText(
        blank=True,
        help_text="Only reviewers read this. Where the paper or recording is, who was there.",
    )

    class Meta(Confidential.Meta):
        constraints = [
            enciphered("consent_given_by_enciphered", "given_by"),
            enciphered("consent_evidence_enciphered", "evidence"),
            CheckConstraint(
                name="consent_to_something",
                condition=Q(*((name, True) for name in SCOPES), _connector=Q.OR),
                violation_error_message="Say what the consent is to: at least one thing.",
            ),
            in_order(
                "consent_withdrawn_after",
                "given_on",
                "withdrawn_on",
                "A consent is not withdrawn before it is given.",
            ),
        ]
        triggers = [WITHDRAWAL_SHOWS]

    def allows(self) -> list[str]:
        """What it is to, in words."""
        return [str(self._meta.get_field(one).verbose_name) for one in SCOPES if getattr(self, one)]


class Look(models.Model):
    """Somebody looked at a confidential value, or at a person's list of them. It is never changed.

    It names no person and holds nothing of what was seen: ids alone.
    """

    PUBLIC_FIELDS: tuple[str, ...] = ()
    STAFF_FIELDS = ("id", "by", "at", "what", "kind", "key", "person")

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who looked."
    )
    at = models.DateTimeField(default=timezone.now, help_text="When.")
    what = models.CharField(max_length=12, help_text="listed, shown, opened or searched.")
    kind = models.CharField(max_length=20, help_text="identifier, contact or consent.")
    key = models.BigIntegerField(null=True, help_text="Which one; empty for a list.")
    person = models.CharField(max_length=12, blank=True, help_text="The id of whose it is.")

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"look {self.pk}"

    @classmethod
    def note(cls, by, what: str, one: Confidential | None = None, **of) -> None:
        """Write down who looked, before it is shown."""
        if one is not None:
            of = {"kind": one._meta.model_name, "key": one.pk, "person": one.person.public_id}
        cls.objects.create(by=by, what=what, **of)


def tell(one: Confidential, name: str, by) -> str:
    """What a confidential value says, to somebody whose look is written down first."""
    Look.note(by, "shown", one)
    value = getattr(one, name)
    return value.tell() if isinstance(value, Secret) else value
