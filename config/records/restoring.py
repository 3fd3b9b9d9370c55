"""The verb that brings a record, with the rows that belong to it, back to what it once said."""

from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from config.records.choices import State
from config.records.history import because, versions_of
from config.records.models import Audience, Record, kinds
from config.records.pending import perform, propose
from config.records.steps import ADD, CHANGE, DELETE, WITHDRAW, Step, contents, in_order, step_to

AT_MOST = 500


def keys_of_rows(record: Record) -> dict[type[Record], set[int]]:
    """The record and every row of its page, or that once was, those that are gone included."""
    keys: dict[type[Record], set[int]] = {type(record): {record.pk}}
    waiting = [(type(record), {record.pk})]
    while waiting:
        model, owners = waiting.pop()
        for label, link in model.ROWS:
            kind = kinds()[label]
            found = versions_of(kind).objects.filter(**{f"{link}__in": owners}).order_by()
            rows = set(found.values_list("pgh_obj_id", flat=True).distinct()[:AT_MOST])
            new = rows - keys.setdefault(kind, set())
            keys[kind] |= new
            waiting += [(kind, new)] if new else []
    return keys


def keys_told(record: Record, user) -> Iterator[tuple[type[Record], set[int]]]:
    """The same without the rows that are there and hidden from this user."""
    for model, keys in keys_of_rows(record).items():
        there = model._base_manager.filter(pk__in=keys)
        hidden = there.exclude(pk__in=model.objects.visible_to(user).values("pk"))
        yield model, keys - set(hidden.values_list("pk", flat=True))


def as_it_was(record: Record, moment: datetime, user) -> list[Step]:
    """What would bring back what the record and its rows said, of all that this user may see.

    What was erased has no version left, and so cannot come back.
    """
    steps = []
    for model, keys in keys_told(record, user):
        rows = model.objects.visible_to(user).in_bulk(keys)
        then = _versions_at(model, keys, moment, user)
        for key in sorted(keys):
            step = _back(model, rows.get(key), then.get(key), user)
            steps += [step] if step else []
    return steps


def _versions_at(model: type[Record], keys: set[int], moment: datetime, user) -> dict:
    rows = versions_of(model).objects.filter(pgh_obj_id__in=keys, pgh_created_at__lte=moment)
    last = rows.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    levels = Audience.of(user, model).levels
    return {row.pgh_obj_id: row for row in last if row.secrecy in levels}


def _back(model: type[Record], row: Record | None, then, user) -> Step | None:
    """Who may see a row or a fact is never undone by bringing back what it said."""
    if then is None or then.pgh_label == "deleted":
        return _gone_again(model, row)
    step = step_to(then)
    if step is None or step.what not in (ADD, CHANGE):
        return None
    if step.what == ADD:
        return None if step.closed(user) else step
    _keep_readers(step, user)
    return step if step.new != step.old else None


def _keep_readers(step: Step, user) -> None:
    """What this user may not read, now or then, stays; so does a fact whose readers changed."""
    shut = step.closed(user)
    for fact in step.model.FACTS:
        if step.new.get(fact.column) != step.old.get(fact.column):
            shut |= {*fact.fields, fact.column}
    columns = {one.attname for one in step.model._meta.concrete_fields if one.name in shut}
    for side in step.sides:
        for name in ("embargoed_until", *columns):
            side.pop(name, None)
    step.new["secrecy"] = step.old["secrecy"]


def _gone_again(model: type[Record], row: Record | None) -> Step | None:
    """A row that was not there yet: a draft is deleted, what is published is withdrawn."""
    what = {State.DRAFT: DELETE, State.PUBLISHED: WITHDRAW}
    if row is None or row.state not in what:
        return None
    about = (model._meta.label_lower, row.pk, row.public_id)
    return Step(*about, what[State(row.state)], contents(row))


def restore(record: Record, moment: datetime, *, by, why: str) -> bool:
    """Of a draft at once; of a published record as a change that waits, which answers True."""
    steps = as_it_was(record, moment, by)
    if not steps:
        raise ValidationError("It says that already.")
    if record.state == State.PUBLISHED:
        propose(record, steps, by=by, why=f"Back to {moment:%-d %B %Y, %H:%M} UTC: {why.strip()}")
        return True
    if record.state != State.DRAFT:
        raise ValidationError("Only a draft or a published record goes back to what it said.")
    if not why.strip():
        raise ValidationError("Give a reason.")
    signed = because(by=by, action="restore", why=why.strip())
    with transaction.atomic(), record.written_together(), signed:
        for step in in_order(steps):
            perform(step, {"entered_by": by}, {})
    return False
