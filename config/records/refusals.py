"""What the database refuses, told in a sentence for the worker who asked for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, DataError, IntegrityError, InternalError

# A rule is broken: by a constraint, by a trigger, by a value too large.
BROKEN_RULES = (IntegrityError, InternalError, DataError)
# Two changes wait for one another, or one began before the other was kept: 40001 and 40P01 are
# PostgreSQL's words for it. The database gave up one of the two; nothing else is wrong with it.
CROSSED = {"40001", "40P01"}

REFUSED = "The database refused this change; nothing was saved. Check what you entered."
UNDELETABLE = "A published record cannot be deleted; withdraw it. A kept copy is never changed."
OUT_OF_RANGE = "A value is too long or out of range."
TRY_AGAIN = "Somebody else was changing the same records; nothing was saved. Try again."


class Refused(Exception):
    """The database did not take a change. The message is for the worker."""


@contextmanager
def refusals_told() -> Iterator[None]:
    """What the database refuses inside comes out as Refused; a lost connection as it is."""
    try:
        yield
    except BROKEN_RULES as error:
        raise Refused(_why(error)) from error
    except DatabaseError as error:
        if getattr(error.__cause__, "pgcode", None) not in CROSSED:
            raise
        raise Refused(TRY_AGAIN) from error


def tried(do: Callable[[], Any]) -> tuple[Any, list[str]]:
    """What it answers and no problems; or nothing, and why it was refused, in sentences."""
    try:
        with refusals_told():
            return do(), []
    except ValidationError as error:
        return None, error.messages
    except (PermissionDenied, Refused) as error:
        return None, [str(error)]


def _why(error: DatabaseError) -> str:
    diagnosis = getattr(error.__cause__, "diag", None)
    said = getattr(diagnosis, "message_primary", None) or ""
    if said.startswith("rule:"):
        return said.removeprefix("rule:").strip()
    if said.startswith("pgtrigger: Cannot"):
        return UNDELETABLE
    if isinstance(error, DataError):
        return OUT_OF_RANGE
    return _rules().get(getattr(diagnosis, "constraint_name", None), REFUSED)


@cache
def _rules() -> dict[str, str]:
    """The message of every constraint, by the name that the database knows it by."""
    constraints = [rule for model in apps.get_models() for rule in model._meta.constraints]
    return {rule.name: str(rule.violation_error_message) for rule in constraints}
