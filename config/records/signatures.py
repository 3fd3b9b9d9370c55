"""The log of all changes: who changed which record when, and nothing of what it says."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Q, Value

from config.records.history import is_version

AT_ONCE = 100
# Whoever wants more of the past asks for one record.
LAST_PAGE = 50
# Never a reason: it is typed, and may name somebody.
TOLD = ("pgh_created_at", "pgh_id", "kind_of", "pgh_label", "public_id", "pgh_context__metadata")


@dataclass(frozen=True)
class Signature:
    """One change: of which record, what was done, by whom."""

    at: datetime.datetime
    kind: str
    record: str
    what: str
    action: str
    by: str


def signatures(*, record: str = "", page: int = 1) -> list[Signature]:
    """A page of the changes of all kinds of record, or of those of one id; the newest first."""
    rule = Q(public_id=record.upper()) if record else Q()
    found = [row for model in _tracked() for row in _newest(model, rule, AT_ONCE * page)]
    found.sort(key=lambda row: row[:2], reverse=True)
    return _signed(found[AT_ONCE * (page - 1) : AT_ONCE * page])


def _tracked() -> list[type]:
    """The versions of every kind of record that has a public id."""
    versions = [model for model in apps.get_models() if is_version(model)]
    return [one for one in versions if any(f.name == "public_id" for f in one._meta.fields)]


def _newest(model: type, rule: Q, most: int) -> Iterable[tuple]:
    kind = str(model._meta.get_field("pgh_obj").related_model._meta.verbose_name)
    rows = model.objects.filter(rule).annotate(kind_of=Value(kind))
    return rows.order_by("-pgh_created_at", "-pgh_id").values_list(*TOLD)[:most]


def _signed(rows: list[tuple]) -> list[Signature]:
    signed = [(row[-1] or {}) for row in rows]
    accounts = get_user_model()._base_manager.in_bulk({one["by"] for one in signed if "by" in one})
    return [
        Signature(
            at, kind, record, what, said.get("action", ""), str(accounts.get(said.get("by"), ""))
        )
        for (at, _, kind, what, record, _), said in zip(rows, signed, strict=True)
    ]
