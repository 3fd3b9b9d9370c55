"""History: written by the database at every change, never altered, signed with who and why."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pghistory
import pgtrigger
from django.db import models


def tracked(exclude: tuple[str, ...] = ()) -> Callable[[type[models.Model]], type[models.Model]]:
    """Keep every version of a model's rows in a table `<Model>Version` beside it.

    Columns that are derived from other rows are left out: they follow from the rest.
    """

    def keep(model: type[models.Model]) -> type[models.Model]:
        return pghistory.track(
            pghistory.InsertEvent("entered"),
            pghistory.UpdateEvent("changed"),
            pghistory.DeleteEvent("deleted"),
            exclude=list(exclude) or None,
            model_name=f"{model.__name__}Version",
            obj_field=pghistory.ObjForeignKey(related_name="versions", related_query_name="+"),
            append_only=True,
        )(model)

    return keep


def because(*, by, action: str, why: str = "", **more) -> pghistory.context:
    """Sign every change made inside: `with because(by=user, action="publish", why="checked"):`."""
    return pghistory.context(by=by.pk, action=action, why=why, **more)


def versions(record: models.Model) -> models.QuerySet:
    """Every version of a record, newest first, each with its signature in `pgh_context`."""
    return record.versions.select_related("pgh_context").order_by("-pgh_id")


def versions_of(model: type[models.Model]) -> type[models.Model]:
    """The table that holds the versions of a kind of record."""
    return model.versions.rel.related_model


def is_version(model: type[models.Model]) -> bool:
    """Whether a model holds the versions of another."""
    return issubclass(model, pghistory.models.Event)


def kept_columns(record: models.Model) -> list[str]:
    """The columns of a record that its versions keep: those that do not follow from others."""
    kept = {field.name for field in record.versions.model._meta.fields}
    return [one.attname for one in record._meta.concrete_fields if one.name in kept]


class Keeps(pgtrigger.Trigger):
    """A trigger that does nothing but keep rows as they are."""


def past_protection() -> AbstractContextManager:
    """The one way past the triggers that keep rows from being changed or deleted, and that write
    history; all other rules hold inside. For what the law or a new key demands, and nothing else:
    erasing somebody, and writing ciphers anew.
    """
    guards = pgtrigger.Protect | pghistory.trigger.Event | Keeps
    found = [(model, one) for model, one in pgtrigger.registered() if isinstance(one, guards)]
    return pgtrigger.ignore(*(f"{model._meta.label}:{one.name}" for model, one in found))
