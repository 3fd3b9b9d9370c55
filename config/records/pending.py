"""The verbs of changes that wait: note what a form would do, accept it, refuse it, take it back."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist, PermissionDenied, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

from config.records.actions import OPEN_LEVELS, require, require_whole
from config.records.choices import ChangeState, Secrecy, State
from config.records.history import because, kept_columns, versions_of
from config.records.models import PendingChange, Record, kinds

# Set by the verbs and by the database; a form changes none of them.
BOOKKEEPING = {
    *("id", "public_id", "state", "updated_at", "entered_by_id", "entered_at"),
    *("submitted_by_id", "submitted_at", "published_by_id", "published_at"),
    *("was_public", "sent_back_to_id", "sent_back_why"),
}
NOBODY = -1
ADD, CHANGE, WITHDRAW, DELETE = "add", "change", "withdraw", "delete"


@dataclass
class Step:
    """What becomes of one row. old, new: values of columns as JSON has them."""

    kind: str
    key: int
    public_id: str
    what: str
    old: dict = field(default_factory=dict)
    new: dict = field(default_factory=dict)

    @property
    def model(self) -> type[Record]:
        return kinds()[self.kind]

    @property
    def is_sealed(self) -> bool:
        return Secrecy.SEALED in (self.old.get("secrecy"), self.new.get("secrecy"))

    def values(self, side: dict) -> dict:
        """The values of one side as Python has them."""
        return {name: column(self.model, name).to_python(one) for name, one in side.items()}


def column(model: type[Record], attname: str) -> models.Field:
    """The field that a column of this name holds; of a link the key that it points to."""
    found = next((one for one in model._meta.concrete_fields if one.attname == attname), None)
    if found is None:
        raise FieldDoesNotExist(f"A {model._meta.verbose_name} has no {attname} any more.")
    return found.target_field if found.many_to_one else found


def steps_of(change: PendingChange) -> list[Step]:
    return [Step(**one) for one in change.steps]


def contents(row: models.Model) -> dict:
    """What a row, or a version of it, says: as JSON has it, without what the verbs keep."""
    model = type(row)
    names = [one.attname for one in model._meta.concrete_fields]
    if not isinstance(row, Record):
        model = row._meta.get_field("pgh_obj").related_model
        names = [one for one in names if not one.startswith("pgh_")]
    else:
        kept = set(kept_columns(row))
        names = [one for one in names if one in kept]
    return as_json({name: getattr(row, name) for name in names if name not in BOOKKEEPING})


def as_json(values: dict) -> dict:
    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))


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


def step_to(version: models.Model) -> Step | None:
    """What would make the row of this version say again what it said in it; None if it does."""
    model = version._meta.get_field("pgh_obj").related_model
    row = model._base_manager.filter(pk=version.pgh_obj_id).first()
    return _step(model, row, version)


def _step(model: type[Record], row: Record | None, version: models.Model) -> Step | None:
    about = (model._meta.label_lower, version.pgh_obj_id, version.public_id)
    if version.pgh_label == "deleted":
        return Step(*about, DELETE, contents(row)) if row is not None else None
    new = contents(version)
    if row is None:
        return Step(*about, ADD, {}, new)
    old = contents(row)
    if version.state == State.WITHDRAWN != row.state:
        return Step(*about, WITHDRAW, old)
    changed = [name for name in new if new[name] != old.get(name)]
    if not changed:
        return None
    sides = ({name: side.get(name) for name in (*changed, "secrecy")} for side in (old, new))
    return Step(*about, CHANGE, *sides)


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
    for one in [record, *(row for row in touched if row is not None)]:
        if one.state == State.PUBLISHED:
            require_whole(one)


def in_order(steps: list[Step]) -> list[Step]:
    """New rows before what points to them; rows that go come last."""
    waiting = [step for step in steps if step.what == ADD]
    ordered: list[Step] = []
    while waiting:
        new = {(step.model, step.key) for step in waiting}
        ready = [step for step in waiting if not (_links(step) & (new - {(step.model, step.key)}))]
        ordered += ready or waiting
        waiting = [step for step in waiting if ready and step not in ready]
    changed = [step for step in steps if step.what == CHANGE]
    return ordered + changed + [step for step in steps if step.what in (WITHDRAW, DELETE)]


def _links(step: Step) -> set[tuple]:
    fields = [one for one in step.model._meta.concrete_fields if one.many_to_one]
    return {(one.related_model, step.new.get(one.attname)) for one in fields}


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
