"""The only verbs that move a record's state: submit, send back, publish, withdraw, reopen.

Each takes the record and, where it is told to, what belongs with it; each is all or nothing,
signed, and refuses with a ValidationError that says what to do.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from config.records.choices import Secrecy, State
from config.records.history import because
from config.records.models import Record, kinds, may

OPEN_LEVELS = (Secrecy.PUBLIC, Secrecy.REGISTERED)
UNSIGNED = {"submitted_by": None, "submitted_at": None, "published_by": None, "published_at": None}
NOT_SENT_BACK = {"sent_back_to": None, "sent_back_why": ""}


def submit(record: Record, *, by, together: bool = True) -> list[Record]:
    """Hand a draft, and the drafts that belong with it, to somebody else for review."""
    require(by, "change", record)
    _require_state(record, State.DRAFT, "Only a draft can be submitted.")
    _require_open(record)
    signed = {"submitted_by": by, "submitted_at": timezone.now(), **NOT_SENT_BACK}
    return _move(_of(record, together), {State.DRAFT}, State.SUBMITTED, signed, by, "submit")


def send_back(record: Record, *, by, why: str, together: bool = True) -> list[Record]:
    """Return a submitted record to its author, with a reason that stays until the next try."""
    require(by, "publish", record)
    _require_state(record, State.SUBMITTED, "Only a submitted record can be sent back.")
    _require_reason(why)
    records = _of(record, together)
    told = {"sent_back_to": lambda row: row.submitted_by, "sent_back_why": why.strip()}
    signed = {**told, **UNSIGNED}
    return _move(records, {State.SUBMITTED}, State.DRAFT, signed, by, "send back", why)


def publish(record: Record, *, by, together: bool = True) -> list[Record]:
    """Show a submitted record, and what was submitted with it by somebody else, to its readers."""
    require(by, "publish", record)
    _require_state(record, State.SUBMITTED, "Only a submitted record can be published.")
    _require_open(record)
    if record.submitted_by_id == by.pk:
        raise ValidationError("You submitted this record; somebody else has to publish it.")
    records = [one for one in _of(record, together) if one.submitted_by_id != by.pk]
    signed = {
        "published_by": by,
        "published_at": timezone.now(),
        "embargoed_until": lambda row: _later(row.embargoed_until, record.embargoed_until),
    }
    with transaction.atomic():
        _require_not_barred(records)
        moved = _move(records, {State.SUBMITTED}, State.PUBLISHED, signed, by, "publish")
        require_whole(record)
        require_no_objections(moved)
    return moved


def submit_all(records: Iterable[Record], *, by) -> None:
    """Submit many drafts in one step, as a load or an import does; each for itself alone."""
    signed = {"submitted_by": by, "submitted_at": timezone.now(), **NOT_SENT_BACK}
    _move_all(list(records), "change", State.DRAFT, State.SUBMITTED, signed, by, "submit")


def publish_all(records: Iterable[Record], *, by) -> None:
    """Publish many records that somebody else submitted; all, or none if one lacks something."""
    records = list(records)
    signed = {"published_by": by, "published_at": timezone.now()}
    with transaction.atomic():
        _require_not_barred(records)
        _move_all(records, "publish", State.SUBMITTED, State.PUBLISHED, signed, by, "publish")
        for record in records:
            require_whole(record)
        require_no_objections(records)


def withdraw(record: Record, *, by, why: str) -> list[Record]:
    """Take a published record from its readers. What is seen only through it goes with it."""
    require(by, "publish", record)
    _require_state(record, State.PUBLISHED, "Only a published record can be withdrawn.")
    _require_reason(why)
    shown = type(record)._default_manager.published().filter(pk=record.pk).exists()
    signed = {"was_public": shown}
    return _move([record], {State.PUBLISHED}, State.WITHDRAWN, signed, by, "withdraw", why)


def reopen(record: Record, *, by, why: str) -> list[Record]:
    """Make a published or withdrawn record a draft again; nobody but staff sees it meanwhile."""
    require(by, "change", record)
    if record.state not in (State.PUBLISHED, State.WITHDRAWN):
        raise ValidationError("Only a published or withdrawn record can be reopened.")
    _require_reason(why)
    states = {State.PUBLISHED, State.WITHDRAWN}
    signed = {**UNSIGNED, "was_public": False}
    return _move([record], states, State.DRAFT, signed, by, "reopen", why)


def _later(*moments: datetime | None) -> datetime | None:
    return max((one for one in moments if one), default=None)


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
        moved = [one for one in records if _move_one(one, sources, state, signed)]
        if records[0] not in moved:
            records[0].refresh_from_db(fields=["state"])
            now = records[0].get_state_display()
            raise ValidationError(f"Somebody else was quicker: it is {now} already.")
        return moved


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
            require(by, verb, group[0])
            rows = model._default_manager.filter(pk__in=[one.pk for one in group], state=source)
            rows.update(state=state, **signed)


def _move_one(record: Record, sources: set[str], state: str, signed: dict) -> bool:
    """Lock the row and look again: somebody else may have moved it since it was read."""
    row = type(record)._base_manager.select_for_update().filter(pk=record.pk).first()
    if row is None or row.state not in sources:
        return False
    signed = {name: one(row) if callable(one) else one for name, one in signed.items()}
    for target in (row, record):
        target.state = state
        for name, value in signed.items():
            setattr(target, name, value)
    row.save(update_fields=["state", *signed])
    return True


def require(by, verb: str, record: Record | type[Record]) -> None:
    """Raises PermissionDenied for who may not do this to records of this kind."""
    if not may(by, verb, record):
        raise PermissionDenied(f"You may not {verb} a {record._meta.verbose_name}.")


def _require_state(record: Record, state: str, message: str) -> None:
    record.refresh_from_db(fields=["state", "submitted_by", "embargoed_until"])
    if record.state != state:
        raise ValidationError(message)


def _require_open(record: Record) -> None:
    if record.secrecy not in OPEN_LEVELS:
        raise ValidationError("A staff-only or sealed record cannot be published.")


def require_whole(record: Record) -> None:
    if type(record).missing is Record.missing:
        return
    record.refresh_from_db()
    missing = record.missing()
    if missing:
        raise ValidationError(missing)


def require_no_objections(records: list[Record]) -> None:
    """What other records have against these: that they tell a name which is withheld."""
    found = [objection for model in kinds().values() for objection in model.objections(records)]
    if found:
        raise ValidationError(found)


def _require_not_barred(records: list[Record]) -> None:
    about = {record: record.barred() for record in records if record.state == State.SUBMITTED}
    barred = [f"{record}: {sentence}" for record, said in about.items() for sentence in said]
    if barred:
        raise ValidationError(barred)


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
