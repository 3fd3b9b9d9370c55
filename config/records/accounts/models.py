"""What is kept of an account beside its name and password: second factor, sign-ins, counts."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import connection, models
from django.utils import timezone

from config.records.accounts.store import SessionStore
from config.records.accounts.tokens import Token
from config.records.cipher_fields import SecretText, enciphered

__all__ = ["Authenticator", "RecoveryCode", "SignIn", "Tally", "Token"]


class Authenticator(models.Model):
    """The app on somebody's telephone that tells a new code every thirty seconds.

    Its secret is enciphered. Until a first code was told, it counts for nothing.
    """

    PUBLIC_FIELDS = ()
    STAFF_FIELDS = ("id", "account", "secret", "last_step", "proved_at")

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="authenticator"
    )
    secret = SecretText(help_text="Shared with the app; nobody reads it after the first code.")
    last_step = models.PositiveBigIntegerField(
        default=0, help_text="The half minute of the last code used; no earlier one is taken."
    )
    proved_at = models.DateTimeField(null=True, help_text="When the first code was told.")

    class Meta:
        constraints = [enciphered("authenticator_secret_enciphered", "secret")]

    def __str__(self) -> str:
        return f"authenticator of account {self.account_id}"


class RecoveryCode(models.Model):
    """A code that stands in once for a telephone that is lost. Only its keyed hash is kept."""

    PUBLIC_FIELDS = ()
    STAFF_FIELDS = ("id", "account", "hashed")

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="recovery_codes"
    )
    hashed = models.CharField(max_length=64, help_text="The keyed hash; the code itself is gone.")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="recovery_code_once", fields=["account", "hashed"])
        ]

    def __str__(self) -> str:
        return f"recovery code of account {self.account_id}"


class SignIn(AbstractBaseSession):
    """One sign-in of an account, on one device: Django's session, and whose it is."""

    PUBLIC_FIELDS = ()
    STAFF_FIELDS = ("session_key", "session_data", "expire_date", "account", "began_at")

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="sign_ins"
    )
    began_at = models.DateTimeField(default=timezone.now, help_text="When the cookie was made.")

    def __str__(self) -> str:
        return f"sign-in of account {self.account_id}"

    @classmethod
    def get_session_store_class(cls):
        return SessionStore


class TallyQuerySet(models.QuerySet):
    """Counting that several processes share: one statement adds one and tells how many."""

    ADD = """
        INSERT INTO accounts_tally AS t (key, count, ends_at)
        VALUES (%(key)s, 1, clock_timestamp() + %(seconds)s * interval '1 second')
        ON CONFLICT (key) DO UPDATE SET
            count = CASE WHEN t.ends_at <= clock_timestamp() THEN 1 ELSE t.count + 1 END,
            ends_at = CASE WHEN t.ends_at <= clock_timestamp()
                      THEN excluded.ends_at ELSE t.ends_at END
        RETURNING count, greatest(1, ceil(extract(epoch FROM ends_at - clock_timestamp())))
    """

    def add(self, key: str, seconds: int) -> tuple[int, int]:
        """How often by now, this time included, and in how many seconds it begins anew."""
        with connection.cursor() as cursor:
            cursor.execute(self.ADD, {"key": key, "seconds": seconds})
            count, left = cursor.fetchone()
        if count == 1 and key.startswith("00"):  # now and then
            self.filter(ends_at__lt=timezone.now()).delete()
        return count, int(left)


class Tally(models.Model):
    """How often something was tried in a span of time. Who tried stands in a hash of the day."""

    PUBLIC_FIELDS = ()
    STAFF_FIELDS = ("key", "count", "ends_at")

    key = models.CharField(primary_key=True, max_length=64, help_text="A keyed hash.")
    count = models.PositiveIntegerField(help_text="How often, since it began.")
    ends_at = models.DateTimeField(help_text="When it begins anew.")

    objects = TallyQuerySet.as_manager()

    def __str__(self) -> str:
        return "tally"
