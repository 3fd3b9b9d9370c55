"""The only verbs that move a record's state: submit, send back, publish, withdraw, reopen.

Each takes the record and, where it is told to, what belongs with it; each is all or nothing,
signed, and refuses with a ValidationError that says what to do.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from config.records.choices import Secrecy, State
from config.records.history import because
from config.records.models import Record

OPEN_LEVELS = (Secrecy.PUBLIC, Secrecy.REGISTERED)
UNSIGNED = {"submitted_by": None, "submitted_at": None, "published_by": None, "published_at": None}


def submit(record: Record, *, by, together: bool = True) -> list[Record]:
    """Hand a draft, and the drafts that belong with it, to somebody else for review."""
    _require(by, "change", record)
    _require_state(record, State.DRAFT, "Only a draft can be submitted.")
    _require_open(record)
    signed = {"submitted_by": by, "submitted_at": timezone.now()}
    return _move(_of(record, together), {State.DRAFT}, State.SUBMITTED, signed, by, "submit")


def send_back(record: Record, *, by, why: str, together: bool = True) -> list[Record]:
    """Return a submitted record to its author, with a reason."""
    _require(by, "publish", record)
    _require_state(record, State.SUBMITTED, "Only a submitted record can be sent back.")
    _require_reason(why)
    records = _of(record, together)
    return _move(records, {State.SUBMITTED}, State.DRAFT, UNSIGNED, by, "send back", why)


def publish(record: Record, *, by, together: bool = True) -> list[Record]:
    """Show a submitted record, and what was submitted with it by somebody else, to its readers."""
    _require(by, "publish", record)
    _require_state(record, State.SUBMITTED, "Only a submitted record can be published.")
    _require_open(record)
    if record.submitted_by_id == by.pk:
        raise ValidationError("You submitted this record; somebody else has to publish it.")
    records = [one for one in _of(record, together) if one.submitted_by_id != by.pk]
    signed = {"published_by": by, "published_at": timezone.now()}
    with transaction.atomic():
        moved = _move(records, {State.SUBMITTED}, State.PUBLISHED, signed, by, "publish")
        _require_whole(record)
        _require_no_objections(moved)
    return moved


def submit_all(records: Iterable[Record], *, by) -> None:
    """Submit many drafts in one step, as a load or an import does; each for itself alone."""
    signed = {"submitted_by": by, "submitted_at": timezone.now()}
    _move_all(list(records), "change", State.DRAFT, State.SUBMITTED, signed, by, "submit")


def publish_all(records: Iterable[Record], *, by) -> None:
    """Publish many records that somebody else submitted; all, or none if one lacks something."""
    records = list(records)
    signed = {"published_by": by, "published_at": timezone.now()}
    with transaction.atomic():
        _move_all(records, "publish", State.SUBMITTED, State.PUBLISHED, signed, by, "publish")
        for record in records:
            _require_whole(record)
        _require_no_objections(records)


def withdraw(record: Record, *, by, why: str) -> list[Record]:
    """Take a published record from its readers. What is seen only through it goes with it."""
    _require(by, "publish", record)
    _require_state(record, State.PUBLISHED, "Only a published record can be withdrawn.")
    _require_reason(why)
    return _move([record], {State.PUBLISHED}, State.WITHDRAWN, {}, by, "withdraw", why)


def reopen(record: Record, *, by, why: str) -> list[Record]:
    """Make a published or withdrawn record a draft again; nobody but staff sees it meanwhile."""
    _require(by, "change", record)
    if record.state not in (State.PUBLISHED, State.WITHDRAWN):
        raise ValidationError("Only a published or withdrawn record can be reopened.")
    _require_reason(why)
    states = {State.PUBLISHED, State.WITHDRAWN}
    return _move([record], states, State.DRAFT, UNSIGNED, by, "reopen", why)


def _of(record: Record, together: bool) -> list[Record]:
    belongings = record.together() if together else []
    return [record, *(one for one in belongings if one.secrecy in OPEN_LEVELS)]


def _move(
    records: Iterable[Record],
    sources: set[str],
    state: str,
    signed: dict,
    by,
    action: str,
    why: str = "",
) -> list[Record]:
    records = list(records)
    with (
        transaction.atomic(),
        records[0].written_together(),
        because(by=by, action=action, why=why),
    ):
        return [one for one in records if _move_one(one, sources, state, signed)]


def _move_all(
    records: list[Record], verb: str, source: str, state: str, signed: dict, by, action: str
) -> None:
    """One statement a model; whatever is not in the state to move from stays as it is."""
    kinds: dict[type[Record], list[Record]] = {}
    for record in records:
        kinds.setdefault(type(record), []).append(record)
    with ExitStack() as stack:
        stack.enter_context(transaction.atomic())
        stack.enter_context(because(by=by, action=action))
        for model in kinds:
            stack.enter_context(model.written_together())
        for model, group in kinds.items():
            _require(by, verb, group[0])
            rows = model._default_manager.filter(pk__in=[one.pk for one in group], state=source)
            rows.update(state=state, **signed)


def _move_one(record: Record, sources: set[str], state: str, signed: dict) -> bool:
    """Lock the row and look again: somebody else may have moved it since it was read."""
    row = type(record)._base_manager.select_for_update().filter(pk=record.pk).first()
    if row is None or row.state not in sources:
        return False
    for target in (row, record):
        target.state = state
        for name, value in signed.items():
            setattr(target, name, value)
    row.save(update_fields=["state", *signed])
    return True


def _require(by, verb: str, record: Record) -> None:
    permission = f"{record._meta.app_label}.{verb}_{record._meta.model_name}"
    if not by.has_perm(permission):
        raise PermissionDenied(f"You may not {verb} a {record._meta.verbose_name}.")


def _require_state(record: Record, state: str, message: str) -> None:
    record.refresh_from_db(fields=["state", "submitted_by"])
    if record.state != state:
        raise ValidationError(message)


def _require_open(record: Record) -> None:
    if record.secrecy not in OPEN_LEVELS:
        raise ValidationError("A staff-only or sealed record cannot be published.")


def _require_whole(record: Record) -> None:
    if type(record).missing is Record.missing:
        return
    record.refresh_from_db()
    missing = record.missing()
    if missing:
        raise ValidationError(missing)


def _require_no_objections(records: list[Record]) -> None:
    kinds = [model for model in apps.get_models() if issubclass(model, Record)]
    found = [objection for model in kinds for objection in model.objections(records)]
    if found:
        raise ValidationError(found)


def _require_reason(why: str) -> None:
    if not why.strip():
        raise ValidationError("Give a reason.")


ACTIONS: dict[str, Callable] = {
    "submit": submit,
    "send_back": send_back,
    "publish": publish,
    "withdraw": withdraw,
    "reopen": reopen,
}
