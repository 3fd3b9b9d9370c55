"""A record's history, told: who changed what, when and why."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models

from config.records.facts import closed
from config.records.history import versions, versions_of
from config.records.models import Audience, Record
from config.records.restoring import keys_told

TOLD_AT_MOST = 200
HIDDEN = "(hidden)"


@dataclass(frozen=True)
class Change:
    row: str  # of a row on the page: what it is; of the record itself empty
    at: datetime
    what: str
    by: str
    action: str
    proposed_by: str
    why: str
    fields: list[tuple[str, str, str]]  # label, old, new


def changes(record: Record, user) -> list[Change]:
    """The last changes of a record and of the rows on its page, newest first.

    As this user may see them: no row that is hidden from them, and no version that was.
    """
    told = []
    for model, keys in keys_told(record, user):
        told += _changes(model, keys, user, is_row=model is not type(record))
    return sorted(told, key=lambda one: one.at, reverse=True)[:TOLD_AT_MOST]


def _changes(model: type[Record], keys: set[int], user, *, is_row: bool) -> list[Change]:
    table = versions_of(model)
    levels = Audience.of(user, model).levels
    last = table.objects.filter(pgh_obj_id__in=keys, secrecy__in=levels).order_by("-pgh_id")
    rows = list(last.select_related("pgh_context")[: TOLD_AT_MOST + 1])
    kept = {field.name for field in table._meta.fields}
    # When it was last updated follows from the rest, and every version has its own time.
    told = kept - {"updated_at"} - _closed(model, keys, user)
    fields = [f for f in model._meta.concrete_fields if f.name in told]
    names = _names(rows, fields, user)
    kind = str(model._meta.verbose_name) if is_row else ""
    # Where older versions were left out, the first that is there may have had one before it.
    whole = len(rows) <= TOLD_AT_MOST
    pairs = [pair for pair in _pairs(rows) if whole or pair[1] or pair[0].pgh_label == "entered"]
    told = [_change(new, old, _open(fields, levels, new, old), names, kind) for new, old in pairs]
    return [change for change in told if change.fields or change.what == "deleted"]


def _closed(model: type[Record], keys: set[int], user) -> set[str]:
    """Fields of facts that this user may not read in one of the rows; nor what they once were."""
    if not model.FACTS:
        return set()
    there = model._base_manager.filter(pk__in=keys).values(*(one.column for one in model.FACTS))
    return closed(model, Audience.of(user, model).levels, *there)


def _open(fields: list[models.Field], levels, new, old) -> list[models.Field]:
    """Without the facts that were closed to these levels in one of the two versions."""
    model = new._meta.get_field("pgh_obj").related_model
    shut = closed(model, levels, vars(new), *([vars(old)] if old else []))
    return [field for field in fields if field.name not in shut]


def _pairs(rows: list) -> list[tuple]:
    """Each version with the one before it of the same row; the first of a row with none."""
    before: dict[int, Any] = {}
    pairs = []
    for row in reversed(rows):
        pairs.append((row, before.get(row.pgh_obj_id)))
        before[row.pgh_obj_id] = row
    return pairs[::-1]


def sent_back(record: Record) -> dict:
    """Who sent a record back, and when; empty if nobody did since it was last submitted."""
    if not record.sent_back_why:
        return {}
    last = versions(record).filter(pgh_context__metadata__action="send back").first()
    if last is None:
        return {}
    by = get_user_model().objects.filter(pk=last.pgh_context.metadata.get("by")).first()
    return {"by": by, "at": last.pgh_created_at}


def _change(new, old, fields: list[models.Field], names: dict, kind: str) -> Change:
    signature = new.pgh_context.metadata if new.pgh_context else {}
    accounts = names[get_user_model()]
    by = accounts.get(signature.get("by"), "")
    proposed_by = accounts.get(signature.get("proposed_by"), "")
    return Change(
        row=f"{kind} {new.public_id}" if kind else "",
        at=new.pgh_created_at,
        what=new.pgh_label,
        by=by,
        action=signature.get("action", ""),
        proposed_by=proposed_by,
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
    before = told(field, getattr(old, field.attname), names) if old else ""
    return str(field.verbose_name), before, told(field, getattr(new, field.attname), names)


def told(field: models.Field, value, names: dict) -> str:
    """A value in words; `names` are what to call the records that it may point to."""
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
        wanted[get_user_model()] |= {signature.get("by"), signature.get("proposed_by")}
        for field in (f for f in fields if f.many_to_one):
            wanted[field.related_model].add(getattr(row, field.attname))
    return defaultdict(dict, {model: called(model, keys, user) for model, keys in wanted.items()})


def called(model: type[models.Model], keys: set, user) -> dict[int, str]:
    """What to call records or accounts, of those that the user may see."""
    found = model._base_manager.all()
    if issubclass(model, Record):
        found = model.objects.visible_to(user)
    return {one.pk: str(one) for one in found.filter(pk__in=keys - {None})}
