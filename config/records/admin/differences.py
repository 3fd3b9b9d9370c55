"""What a change would do, told: row by row, what each column said and what it would say."""

from collections import defaultdict
from dataclasses import dataclass

from django.db import models
from django.urls import reverse

from config.records.admin.versions import called, told
from config.records.facts import closed
from config.records.models import Audience, PendingChange, Record
from config.records.steps import ADD, CHANGE, DELETE, WITHDRAW, Step, steps_of

WORDS = {ADD: "added", CHANGE: "changed", WITHDRAW: "withdrawn", DELETE: "deleted"}


@dataclass(frozen=True)
class Difference:
    """One row: what it is, what becomes of it, and each column that would say something else."""

    kind: str
    public_id: str
    what: str
    lines: list[tuple[str, str, str]]  # label, old, new
    address: str
    staff_only: bool = False


def differences(change: PendingChange, user) -> list[Difference]:
    """All that the change would do; nothing of it if the user may not see one of its rows."""
    steps = steps_of(change)
    rows = _rows(steps)
    if not _all_seen(steps, rows, user):
        return []
    return told_steps(steps, user)


def told_steps(steps: list[Step], user) -> list[Difference]:
    """Steps in words, for who may see all rows that they speak of."""
    rows, names = _rows(steps), _names(steps, user)
    return [_difference(step, rows.get((step.kind, step.key)), names) for step in steps]


def is_seen(change: PendingChange, user) -> bool:
    """Whether the user may see every row that the change speaks of, as they are now, and read
    every fact of them that it changes, as it was, is and would be.
    """
    steps = steps_of(change)
    return _all_seen(steps, _rows(steps), user)


def _rows(steps: list[Step]) -> dict[tuple[str, int], Record]:
    keys = defaultdict(set)
    for step in steps:
        keys[step.model].add(step.key)
    found = [row for model, some in keys.items() for row in model._base_manager.filter(pk__in=some)]
    return {(row._meta.label_lower, row.pk): row for row in found}


def _all_seen(steps: list[Step], rows: dict, user) -> bool:
    for model in {step.model for step in steps}:
        keys = [key for kind, key in rows if kind == model._meta.label_lower]
        if model.objects.visible_to(user).filter(pk__in=keys).count() != len(keys):
            return False
    return not any(_closed(step, rows.get((step.kind, step.key)), user) for step in steps)


def _closed(step: Step, row: Record | None, user) -> set[str]:
    """Fields of facts of which a step speaks and that are not for this user, or no longer."""
    levels = Audience.of(user, step.model).levels
    now = closed(step.model, levels, vars(row)) if row is not None else set()
    return step.closed(user) | (step.speaks_of & now)


def _names(steps: list[Step], user) -> dict[type, dict[int, str]]:
    """What to call the records that the values point to; new ones by the id they will have."""
    wanted = defaultdict(set)
    for step in steps:
        for field in _links(step):
            wanted[field.related_model] |= {
                side.get(field.attname) for side in (step.old, step.new)
            }
    names = defaultdict(dict, {model: called(model, keys, user) for model, keys in wanted.items()})
    for step in steps:
        if step.what == ADD:
            names[step.model].setdefault(step.key, f"{step.public_id} (new)")
    return names


def page_of(record: Record | None) -> str:
    """The page of a record in the admin, where there is a record."""
    if record is None:
        return ""
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def preview_of(record: Record) -> str:
    """Where the record is shown as readers would see it; empty if it has no page of its own."""
    if not hasattr(record, "get_absolute_url"):
        return ""
    return reverse("admin:preview", args=[record._meta.label_lower, record.pk])


def _links(step: Step) -> list[models.Field]:
    return [one for one in step.model._meta.concrete_fields if one.many_to_one]


def _difference(step: Step, row: Record | None, names: dict) -> Difference:
    old, new = step.values(step.old), step.values(step.new)
    fields = [one for one in step.model._meta.concrete_fields if one.editable]
    changed = [one for one in fields if _says(old, one) != _says(new, one)]
    public = {field.name for field in changed} & set(step.model.PUBLIC_FIELDS)
    return Difference(
        kind=str(step.model._meta.verbose_name),
        public_id=step.public_id,
        what=WORDS[step.what],
        lines=[_line(field, old, new, names) for field in changed],
        address=page_of(row),
        staff_only=step.what == CHANGE and not public,
    )


def _says(side: dict, field: models.Field):
    """What a column says; all that is empty says the same."""
    value = side.get(field.attname)
    return None if value in field.empty_values else value


def _line(field: models.Field, old: dict, new: dict, names: dict) -> tuple[str, str, str]:
    sides = (
        "" if _says(side, field) is None else told(field, side[field.attname], names)
        for side in (old, new)
    )
    return (str(field.verbose_name), *sides)
