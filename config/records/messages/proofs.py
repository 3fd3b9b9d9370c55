"""Proofs that a person fills in a form: a question, a signed time, and each form sent once only.

No cookie, no script, no other host: what the answer is measured by stands in the form itself,
signed, so that nobody makes one up.
"""

import secrets
import time
from dataclasses import dataclass

from django.core import signing
from django.utils.translation import gettext_lazy as _

from config.records.accounts.limits import Limit, take

SALT = "tizim.messages.proof"
SOONEST, LATEST = 5, 24 * 60 * 60  # seconds in which somebody writes
ONCE = Limit("a form that was sent", 1, LATEST)
NUMBERS = (
    *(_("one"), _("two"), _("three"), _("four"), _("five")),
    *(_("six"), _("seven"), _("eight"), _("nine")),
)


@dataclass(frozen=True)
class Proof:
    """What one form asks, and what is signed in it."""

    token: str
    first: int
    second: int
    made_at: int
    number: str

    @property
    def words(self) -> dict[str, str]:
        """The numbers of the question, as words."""
        return {"first": NUMBERS[self.first - 1], "second": NUMBERS[self.second - 1]}

    def is_too_soon(self) -> bool:
        return time.time() - self.made_at < SOONEST

    def is_right(self, answer: str) -> bool:
        """Digits of any script count."""
        bare = answer.strip()
        return bare.isdecimal() and len(bare) < 4 and int(bare) == self.first + self.second

    def is_used_up(self) -> bool:
        """Whether this very form was sent before; from now on it was."""
        return take(ONCE, self.number).is_too_much


def new_proof() -> Proof:
    said = {
        "first": secrets.randbelow(len(NUMBERS)) + 1,
        "second": secrets.randbelow(len(NUMBERS)) + 1,
        "made_at": int(time.time()),
        "number": secrets.token_urlsafe(12),
    }
    return Proof(signing.dumps(said, salt=SALT), **said)


def proof_of(token: str) -> Proof | None:
    """What was signed; None of what is too old, or not of ours."""
    try:
        return Proof(token, **signing.loads(token, salt=SALT, max_age=LATEST))
    except signing.BadSignature:
        return None
