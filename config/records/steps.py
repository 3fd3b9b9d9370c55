"""Steps: what becomes of rows, each with its values before and after, as JSON has them."""

import json
from dataclasses import dataclass, field

from django.core.exceptions import FieldDoesNotExist
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from config.records.choices import Secrecy, State
from config.records.facts import closed
from config.records.history import kept_columns
from config.records.models import Audience, PendingChange, Record, kinds

# Set by the verbs and by the database; a form changes none of them.
BOOKKEEPING = {
    *("id", "public_id", "state", "updated_at", "entered_by_id", "entered_at"),
    *("submitted_by_id", "submitted_at", "published_by_id", "published_at"),
    *("was_public", "sent_back_to_id", "sent_back_why"),
}
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
        """Whether the row is, or a fact of which it speaks."""
        columns = ("secrecy", *(fact.column for fact in self.model.FACTS))
        return any(side.get(name) == Secrecy.SEALED for side in self.sides for name in columns)

    @property
    def sides(self) -> tuple[dict, dict]:
        return self.old, self.new

    @property
    def speaks_of(self) -> set[str]:
        """The fields that it holds values of."""
        names = {one.attname: one.name for one in self.model._meta.concrete_fields}
        return {names.get(one, one) for side in self.sides for one in side}

    def closed(self, user) -> set[str]:
        """Those of them that this user may not read as they were, or as they would be."""
        sides = [side for side in self.sides if side]
        levels = Audience.of(user, self.model).levels
        return self.speaks_of & closed(self.model, levels, *sides)

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
    kept = (*changed, "secrecy", *_who_reads(model, changed))
    sides = ({name: side.get(name) for name in kept} for side in (old, new))
    return Step(*about, CHANGE, *sides)


def _who_reads(model: type[Record], columns: list[str]) -> list[str]:
    """The columns that say who reads the facts that these columns are of."""
    names = {one.name for one in model._meta.concrete_fields if one.attname in columns}
    return [fact.column for fact in model.FACTS if names & set(fact.fields)]


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
