"""The verbs of changes that wait: note what a form would do, accept it, refuse it, take it back."""

from collections.abc import Iterable
from dataclasses import asdict

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone

from config.records.actions import OPEN_LEVELS, require, require_no_objections, require_whole
from config.records.choices import ChangeState, Secrecy, State
from config.records.history import because, versions_of
from config.records.models import PendingChange, Record, kinds
from config.records.steps import (
    ADD,
    DELETE,
    WITHDRAW,
    Step,
    contents,
    in_order,
    step_to,
    steps_of,
)

NOBODY = -1


# Noting


def written_in(context) -> list[models.Model]:
    """The last version of each row that was written under this signature, in the order written."""
    found = []
    for model in kinds().values():
        rows = versions_of(model).objects.filter(pgh_context_id=context.id).order_by("pgh_id")
        last = {row.pgh_obj_id: row for row in rows}
        entered = {row.pgh_obj_id for row in rows if row.pgh_label == "entered"}
        gone = {key for key, row in last.items() if row.pgh_label == "deleted"}
        found += [row for key, row in last.items() if key not in entered & gone]
    return found


def steps_to(versions: Iterable[models.Model]) -> list[Step]:
    """What would make the rows as they stand into what these versions say."""
    found = (step_to(version) for version in versions)
    return [step for step in found if step is not None]


def propose(record: Record, steps: list[Step], *, by, why: str) -> PendingChange:
    """Keep a change of a published record until somebody else decides about it."""
    require(by, "change", record)
    if not why.strip():
        raise ValidationError("Give a reason.")
    if not steps:
        raise ValidationError("Nothing would change.")
    return PendingChange.objects.create(
        kind=record._meta.label_lower,
        key=record.pk,
        steps=[asdict(step) for step in steps],
        is_sealed=record.secrecy == Secrecy.SEALED or any(step.is_sealed for step in steps),
        why=why.strip(),
        by=by,
    )


# Deciding


def accept(change: PendingChange, *, by) -> Record:
    """Make it so: all of it as the forms would, or nothing; what was added is published with it."""
    with transaction.atomic():
        row = _locked(change)
        if row.by_id == by.pk:
            raise ValidationError("You made this change; somebody else has to accept it.")
        record = _published(row)
        for step in (steps := steps_of(row)):
            require(by, "publish", step.model)
        require(by, "publish", record)
        _apply(row, record, steps, by)
        _decide(row, ChangeState.ACCEPTED, by, "")
    return record


def rehearse(change: PendingChange) -> None:
    """Make it so within a transaction that the caller takes back, to see what it would look like.

    No row is signed by anybody who is somebody.
    """
    _apply(change, _published(change), steps_of(change), get_user_model()(pk=NOBODY))


def refuse(change: PendingChange, *, by, why: str) -> None:
    """Leave everything as it is, with a reason for who made it."""
    if not why.strip():
        raise ValidationError("Give a reason.")
    with transaction.atomic():
        row = _locked(change)
        if row.by_id == by.pk:
            raise ValidationError("You made this change; take it back instead.")
        require(by, "publish", row.model)
        _decide(row, ChangeState.REFUSED, by, why.strip())


def take_back(change: PendingChange, *, by) -> None:
    """Whoever made a change may drop it as long as it waits."""
    with transaction.atomic():
        row = _locked(change)
        if row.by_id != by.pk:
            raise PermissionDenied("Only who made a change takes it back.")
        _decide(row, ChangeState.TAKEN_BACK, by, "")


def _locked(change: PendingChange) -> PendingChange:
    """The change as it is now: somebody else may have decided since it was read."""
    row = PendingChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
    if row.state != ChangeState.WAITING:
        told = f"{row.decided_by} decided on {row.decided_at:%-d %B %Y, %H:%M}"
        raise ValidationError(f"It is {row.get_state_display()} already: {told}.")
    return row


def _published(change: PendingChange) -> Record:
    record = change.model._base_manager.select_for_update().filter(pk=change.key).first()
    if record is None or record.state != State.PUBLISHED:
        raise ValidationError("The record is not published any more, so that nothing is changed.")
    return record


def _decide(row: PendingChange, state: str, by, why: str) -> None:
    row.state, row.decided_by, row.decided_at, row.decided_why = state, by, timezone.now(), why
    row.save(update_fields=["state", "decided_by", "decided_at", "decided_why"])


# Making it so


def _apply(change: PendingChange, record: Record, steps: list[Step], by) -> None:
    signed = because(by=by, action="accept", why=change.why, proposed_by=change.by_id)
    new = {"entered_by_id": change.by_id, "entered_at": change.at}
    both = {
        "state": State.PUBLISHED,
        "submitted_by_id": change.by_id,
        "submitted_at": change.at,
        "published_by": by,
        "published_at": timezone.now(),
    }
    with record.written_together(), signed:
        touched = [perform(step, new, both) for step in in_order(steps)]
    rows = [record, *(row for row in touched if row is not None)]
    shown = [one for one in rows if one.state == State.PUBLISHED]
    for one in shown:
        require_whole(one)
    require_no_objections(shown)


def perform(step: Step, new: dict, published: dict) -> Record | None:
    """Do what a step says, as a form would. A row that is added is signed with `new`, and with
    `published` if it may be shown at all.
    """
    if step.what == ADD:
        return _add(step, new, published)
    row = step.model._base_manager.select_for_update().filter(pk=step.key).first()
    _require_unchanged(step, row)
    if step.what == DELETE:
        row.delete()
        return None
    if step.what == WITHDRAW:
        row.was_public = step.model.objects.published().filter(pk=row.pk).exists()
        row.state = State.WITHDRAWN
    for name, value in step.values(step.new).items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    return row


def _require_unchanged(step: Step, row: Record | None) -> None:
    now = contents(row) if row is not None else {}
    others = [name for name, value in step.old.items() if now.get(name) != value]
    if row is None or others:
        what = ", ".join(sorted(_label(step.model, name) for name in others)) or "it is gone"
        raise ValidationError(
            f"{step.public_id} has been changed since this was proposed ({what}). Refuse it, and "
            "have it proposed anew."
        )


def _label(model: type[Record], attname: str) -> str:
    found = (one for one in model._meta.concrete_fields if one.attname == attname)
    return next((str(one.verbose_name) for one in found), attname)


def _add(step: Step, new: dict, published: dict) -> Record:
    row = step.model(pk=step.key, public_id=step.public_id, **step.values(step.new), **new)
    if row.secrecy in OPEN_LEVELS:
        for name, value in published.items():
            setattr(row, name, value)
    row.full_clean()
    row.save(force_insert=True)
    return row
