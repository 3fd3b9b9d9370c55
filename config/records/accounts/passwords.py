"""Passwords that somebody who guesses gets to soon: stolen ones, and what is made of them."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from zxcvbn import zxcvbn

# With Argon2 a machine that stole the hashes tries some hundreds in a second: centuries.
GUESSES = 10**10
# Longer ones are looked at up to here; reading more takes long and tells no more.
READ = 72
# What lies under each key of a Russian keyboard: a word of Latin letters typed on it is no secret.
KEYS = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.")
TOLD = (
    "This password is too easy to guess: it is, or is made of, passwords that were stolen "
    "elsewhere, names, dates, or keys in a row. Take four words that have nothing to do with "
    "each other, or let a password manager make one."
)


class NotGuessed:
    """Refuses what is guessed in fewer tries than `GUESSES`, by lists that ship: no network."""

    def validate(self, password: str, user=None) -> None:
        known = [settings.REGISTER_NAME, *(_said_of(user) if user else ())]
        begun = password[:READ]
        for one in {begun, begun.casefold().translate(KEYS)}:
            if zxcvbn(one, user_inputs=known)["guesses"] < GUESSES:
                raise ValidationError(TOLD, code="password_too_guessable")

    def get_help_text(self) -> str:
        return "It must be neither a stolen password nor made of such, of names, dates or keys."


def _said_of(user) -> list[str]:
    told = (getattr(user, name, "") for name in ("username", "email", "first_name", "last_name"))
    return [part for one in told if one for part in (one, *re.split(r"\W+", one)) if part]
