"""Public ids: random, short enough to be read out, saying nothing of when or how many."""

import re
import secrets

from django.db import models

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
