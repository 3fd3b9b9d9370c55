"""Evidence: records from which a case's status and verification follow.

The database marks the cases concerned as unsettled at any change, however it is made (rules.py).
Every write through the ORM settles them before it returns; `manage.py settle` does so for the rest.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.apps import apps
from django.db import transaction

from config.records.models import Record, RecordQuerySet

_settling_later: ContextVar[bool] = ContextVar("settling_later", default=False)


def settle_now() -> None:
    """Derive again what is unsettled, unless a surrounding `settled_once` will."""
    if not _settling_later.get():
        apps.get_model("cases", "Case").objects.settle()


@contextmanager
def settled_once():
    """Many writes, one derivation at the end; all or nothing."""
    if _settling_later.get():
        yield
        return
    token = _settling_later.set(True)
    try:
        with transaction.atomic():
            yield
            _settling_later.reset(token)
            token = None
            settle_now()
    finally:
        if token is not None:
            _settling_later.reset(token)


class EvidenceQuerySet(RecordQuerySet):
    def bulk_create(self, objs, *args, **kwargs):
        for record in objs:
            record.public_id = record.public_id or record.free_id()
        with settled_once():
            return super().bulk_create(objs, *args, **kwargs)

    def update(self, **kwargs):
        with settled_once():
            return super().update(**kwargs)

    update.alters_data = True

    def delete(self):
        with settled_once():
            return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class Evidence(Record):
    """A record that a case's derived columns depend on."""

    objects = EvidenceQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True

    def save(self, *args, **kwargs):
        with settled_once():
            super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        with settled_once():
            return super().delete(*args, **kwargs)

    @staticmethod
    def written_together():
        return settled_once()
