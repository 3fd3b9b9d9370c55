"""A record's history, told: who changed what, when and why."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import models

from config.records.history import versions
from config.records.models import Audience, Record

TOLD_AT_MOST = 200
HIDDEN = "(hidden)"


@dataclass(frozen=True)
class Change:
    at: datetime
    what: str
    by: str
    action: str
    why: str
    fields: list[tuple[str, str, str]]  # label, old, new


def changes(record: Record, user) -> list[Change]:
    """The last changes of a record, newest first, as this user may see them."""
    rows = list(versions(record)[: TOLD_AT_MOST + 1])
    kept = {field.name for field in versions(record).model._meta.fields}
    # When it was last updated follows from the rest, and every version has its own time.
    fields = [f for f in record._meta.concrete_fields if f.name in kept - {"updated_at"}]
    fields = [field for field in fields if field.name not in _closed(record, user)]
    names = _names(rows, fields, user)
    pairs = list(zip(rows, [*rows, None][1:], strict=True))[:TOLD_AT_MOST]
    told = [_change(new, old, fields, names) for new, old in pairs]
    return [change for change in told if change.fields or change.what == "deleted"]


def _closed(record: Record, user) -> set[str]:
    """Fields of the facts that this user may not read; nor then what they once were."""
    levels = Audience.of(user, type(record)).levels
    closed = (one for one in record.FACTS if getattr(record, one.column) not in levels)
    return {name for fact in closed for name in fact.fields}


def _change(new, old, fields: list[models.Field], names: dict) -> Change:
    signature = new.pgh_context.metadata if new.pgh_context else {}
    by = names[get_user_model()].get(signature.get("by"), "")
    return Change(
        at=new.pgh_created_at,
        what=new.pgh_label,
        by=by,
        action=signature.get("action", ""),
        why=signature.get("why", ""),
        fields=[_difference(field, new, old, names) for field in _differing(fields, new, old)],
    )


def _differing(fields: list[models.Field], new, old) -> list[models.Field]:
    """Of the first version only what was filled in."""
    if old is None:
        return [
            f for f in fields if not f.primary_key and getattr(new, f.attname) not in f.empty_values
        ]
    return [field for field in fields if getattr(new, field.attname) != getattr(old, field.attname)]


def _difference(field: models.Field, new, old, names: dict) -> tuple[str, str, str]:
    before = _told(field, getattr(old, field.attname), names) if old else ""
    return str(field.verbose_name), before, _told(field, getattr(new, field.attname), names)


def _told(field: models.Field, value, names: dict) -> str:
    if value in field.empty_values:
        return "–"
    if field.many_to_one:
        return names[field.related_model].get(value, HIDDEN)
    if isinstance(value, datetime):
        return f"{value:%-d %B %Y, %H:%M}"
    if isinstance(value, list):
        return ", ".join(value)
    return str(dict(field.flatchoices).get(value, value))


def _names(rows: list, fields: list[models.Field], user) -> dict[type, dict[int, str]]:
    """What to call the records and accounts that the versions point to."""
    wanted = defaultdict(set)
    for row in rows:
        signature = row.pgh_context.metadata if row.pgh_context else {}
        wanted[get_user_model()].add(signature.get("by"))
        for field in (f for f in fields if f.many_to_one):
            wanted[field.related_model].add(getattr(row, field.attname))
    return defaultdict(dict, {model: _called(model, keys, user) for model, keys in wanted.items()})


def _called(model: type[models.Model], keys: set, user) -> dict[int, str]:
    found = model._base_manager.all()
    if issubclass(model, Record):
        found = model.objects.visible_to(user)
    return {one.pk: str(one) for one in found.filter(pk__in=keys - {None})}
