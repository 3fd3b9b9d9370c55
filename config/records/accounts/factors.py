"""The second factor: an authenticator that tells codes, and recovery codes for when it is lost."""

import base64
import secrets
import time

import pyotp
import segno
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from config.records.accounts.models import Authenticator, RecoveryCode, SignIn

RECOVERY_CODES = 10
# A telephone's clock may go half a minute wrong.
STEPS_AROUND = (-1, 0, 1)


def is_demanded(account) -> bool:
    """Staff, and whoever has set one up. Only the demonstration on its own machine asks nobody."""
    return settings.SECOND_FACTOR_DEMANDED and (account.is_staff or account.is_superuser)


def is_set_up(account) -> bool:
    return Authenticator.objects.filter(account=account, proved_at__isnull=False).exists()


def begin(account) -> Authenticator:
    """The authenticator that the account is setting up: the same until its first code is told."""
    made, _ = Authenticator.objects.get_or_create(
        account=account, defaults={"secret": pyotp.random_base32()}
    )
    made.refresh_from_db()
    return made


def secret_of(authenticator: Authenticator) -> str:
    """For the one page that sets it up."""
    if authenticator.proved_at is not None:
        raise ValueError("The secret of an authenticator in use is told to nobody.")
    return authenticator.secret.tell()


def drawing(authenticator: Authenticator) -> str:
    """The secret as a square for a camera: SVG without styles."""
    totp = pyotp.TOTP(secret_of(authenticator))
    told = totp.provisioning_uri(
        name=authenticator.account.username, issuer_name=settings.REGISTER_NAME
    )
    return segno.make_qr(told).svg_inline(scale=5, border=4, light="white")


def prove(authenticator: Authenticator, code: str) -> list[str]:
    """Its first code; gives the recovery codes, which are never told again. None if it is wrong."""
    with transaction.atomic():
        if authenticator.proved_at or not _is_next(authenticator, code):
            return []
        authenticator.proved_at = timezone.now()
        authenticator.save(update_fields=["proved_at"])
        return new_recovery_codes(authenticator.account)


def is_right(account, code: str) -> bool:
    """Whether the code is the authenticator's, or one of recovery; each is taken once."""
    code = "".join(code.split()).replace("-", "").upper()
    if code.isascii() and code.isdigit() and len(code) == 6:
        found = Authenticator.objects.filter(account=account, proved_at__isnull=False).first()
        return found is not None and _is_next(found, code)
    return _is_recovery(account, code)


def _is_next(authenticator: Authenticator, code: str) -> bool:
    """Two who tell the same code at once: the database lets one of them through."""
    totp = pyotp.TOTP(authenticator.secret.tell())
    now = int(time.time()) // totp.interval
    for step in (now + one for one in STEPS_AROUND):
        if pyotp.utils.strings_equal(totp.generate_otp(step), code):
            unused = Authenticator.objects.filter(pk=authenticator.pk, last_step__lt=step)
            return unused.update(last_step=step) == 1
    return False


def _is_recovery(account, code: str) -> bool:
    used, _ = RecoveryCode.objects.filter(account=account, hashed=_hashed(code)).delete()
    return used == 1


def new_recovery_codes(account) -> list[str]:
    """New codes in place of the old ones."""
    codes = [base64.b32encode(secrets.token_bytes(10)).decode() for _ in range(RECOVERY_CODES)]
    with transaction.atomic():
        RecoveryCode.objects.filter(account=account).delete()
        RecoveryCode.objects.bulk_create(
            RecoveryCode(account=account, hashed=_hashed(code)) for code in codes
        )
    return ["-".join(code[at : at + 4] for at in range(0, 16, 4)) for code in codes]


def recovery_codes_left(account) -> int:
    return RecoveryCode.objects.filter(account=account).count()


def _hashed(code: str) -> str:
    return salted_hmac("tizim.recovery", code, algorithm="sha256").hexdigest()


def reset(account) -> bool:
    """Forget the second factor and end every sign-in; whether there was any."""
    with transaction.atomic():
        SignIn.objects.filter(account=account).delete()
        RecoveryCode.objects.filter(account=account).delete()
        return Authenticator.objects.filter(account=account).delete()[0] > 0
