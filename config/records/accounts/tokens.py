"""Tokens: by which a researcher's program says whose it is; only their hash is kept."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from config.records.constraints import hashed

PREFIX = "tizim_"
LONGEST_DAYS = 366
AT_MOST = 10  # that one account has at a time


class Scope(models.TextChoices):
    """What a token opens. Each may do what stands before it as well."""

    PUBLIC = "public", "read what everybody may read"
    REGISTERED = "registered", "read what registered researchers may read"
    DOWNLOAD = "download", "read that, and download it"


class TokenQuerySet(models.QuerySet):
    def valid(self) -> "TokenQuerySet":
        """Neither expired nor revoked, of accounts that may still sign in.

        Whether the password is still the same, each says itself.
        """
        return self.filter(
            revoked_at__isnull=True, expires_at__gt=timezone.now(), user__is_active=True
        )

    def known_as(self, secret: str) -> "Token | None":
        found = self.valid().select_related("user").filter(digest=digest(secret)).first()
        return found if found and found.is_valid else None


class Token(models.Model):
    """One token: its secret is shown once, when it is made, and stands nowhere."""

    PUBLIC_FIELDS: tuple[str, ...] = ()
    STAFF_FIELDS = (
        *("id", "user", "label", "scope", "digest", "account_hash", "made_at"),
        *("expires_at", "last_used_on", "revoked_at"),
    )

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="tokens",
        help_text="Only staff and its owner read this.",
    )
    label = models.CharField(
        max_length=80, help_text="Only staff and its owner read this. What it is for."
    )
    scope = models.CharField(
        max_length=12,
        choices=Scope.choices,
        default=Scope.PUBLIC,
        help_text="Only staff and its owner read this.",
    )
    digest = models.CharField(max_length=64, unique=True, help_text="Nobody reads this.")
    account_hash = models.CharField(
        max_length=64, help_text="Nobody reads this. A new password has another."
    )
    made_at = models.DateTimeField(default=timezone.now, help_text="Only its owner reads this.")
    expires_at = models.DateTimeField(help_text="Only staff and its owner read this.")
    last_used_on = models.DateField(
        null=True, help_text="Only staff and its owner read this. The day, and nothing finer."
    )
    revoked_at = models.DateTimeField(null=True, help_text="Only staff and its owner read this.")

    objects = TokenQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-id"]
        constraints = [
            hashed("token_digest", "digest"),
        ]

    def __str__(self) -> str:
        return f"token {self.pk}"

    @classmethod
    def make(cls, user, label: str, scope: str, days: int) -> tuple["Token", str]:
        """A new token, and its secret, which cannot be told again."""
        secret = PREFIX + secrets.token_urlsafe(32)
        expires_at = timezone.now() + timedelta(days=min(days, LONGEST_DAYS))
        made = cls(user=user, label=label, scope=scope, expires_at=expires_at)
        made.digest, made.account_hash = digest(secret), user.get_session_auth_hash()
        made.save()
        return made, secret

    def use(self) -> None:
        """Remember the day of its last use, writing at most once a day."""
        today = timezone.localdate()
        if self.last_used_on != today:
            type(self).objects.filter(pk=self.pk).update(last_used_on=today)

    def revoke(self) -> None:
        type(self).objects.filter(pk=self.pk, revoked_at__isnull=True).update(
            revoked_at=timezone.now()
        )

    @property
    def is_valid(self) -> bool:
        """It ends with its day, with its owner's word, with the account and with the password."""
        if self.revoked_at or self.expires_at <= timezone.now() or not self.user.is_active:
            return False
        return constant_time_compare(self.account_hash, self.user.get_session_auth_hash())


def digest(secret: str) -> str:
    """Of 256 random bits a plain hash is enough: nobody guesses what was hashed."""
    return hashlib.sha256(secret.encode()).hexdigest()
