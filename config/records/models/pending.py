"""Changes of published records that wait for a second person; readers see what was, until then."""

from functools import reduce
from operator import or_

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils import timezone

from config.records.choices import ChangeState
from config.records.constraints import both_or_neither, implies
from config.records.history import Keeps
from config.records.models.permissions import may
from config.records.models.record import Record


def kinds() -> dict[str, type[Record]]:
    """Every kind of record by the name under which work on it is kept: "cases.event"."""
    records = (one for one in apps.get_models() if issubclass(one, Record))
    return {one._meta.label_lower: one for one in records}


class PendingChangeQuerySet(models.QuerySet):
    def visible_to(self, user) -> "PendingChangeQuerySet":
        """For staff who view its kind of record; hidden with that, and, where a row or a fact of it
        is sealed, for chiefs alone.
        """
        if user is None or not (user.is_active and user.is_staff):
            return self.none()
        viewed = [one for one in kinds().items() if may(user, "view", one[1])]
        rules = [self._of_kind(user, *one) for one in viewed]
        return self.filter(reduce(or_, rules)) if rules else self.none()

    def _of_kind(self, user, kind: str, model: type[Record]) -> Q:
        rule = Q(kind=kind, key__in=model.objects.visible_to(user).order_by().values("pk"))
        return rule if may(user, "unseal", model) else rule & Q(is_sealed=False)

    def waiting(self) -> "PendingChangeQuerySet":
        return self.filter(state=ChangeState.WAITING)

    def of(self, record: Record) -> "PendingChangeQuerySet":
        return self.filter(kind=record._meta.label_lower, key=record.pk)


# What was asked for is never altered, and what was decided once stays decided.
DECIDED_ONCE = Keeps(
    name="decided_once",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=pgtrigger.Func(
        """
        IF OLD.state <> 'waiting' THEN
            RAISE EXCEPTION 'rule: This change was decided already.'
                USING ERRCODE = 'check_violation';
        END IF;
        IF (OLD.kind, OLD.key, OLD.steps, OLD.why, OLD.by_id, OLD.at) IS DISTINCT FROM
            (NEW.kind, NEW.key, NEW.steps, NEW.why, NEW.by_id, NEW.at)
        THEN
            RAISE EXCEPTION 'rule: A change that waits is not altered; take it back.'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
        """
    ),
)


class PendingChange(models.Model):
    """What somebody would change on the page of a published record: of it and of rows beside it.

    `steps` are rows with their values before and after (pending.py); staff alone ever read them.
    """

    PUBLIC_FIELDS = ()
    STAFF_FIELDS = ("id", "kind", "key", "steps", "is_sealed", "why", "by", "at", "state")
    STAFF_FIELDS += ("decided_by", "decided_at", "decided_why")

    kind = models.CharField(max_length=60, help_text="Only staff read this. The kind of record.")
    key = models.BigIntegerField(help_text="Only staff read this. Of which record.")
    steps = models.JSONField(
        encoder=DjangoJSONEncoder, help_text="Only staff read this. What would change, row by row."
    )
    is_sealed = models.BooleanField(
        default=False, help_text="Only staff read this. A row of it is sealed: for chiefs alone."
    )
    why = models.TextField(help_text="Only staff read this.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        help_text="Only staff read this.",
    )
    at = models.DateTimeField(default=timezone.now, help_text="Only staff read this.")
    state = models.CharField(
        max_length=12,
        choices=ChangeState.choices,
        default=ChangeState.WAITING,
        help_text="Only staff read this.",
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="Only staff read this.",
    )
    decided_at = models.DateTimeField(null=True, help_text="Only staff read this.")
    decided_why = models.TextField(blank=True, help_text="Only staff read this.")

    objects = PendingChangeQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["kind", "key"], name="change_of_record"),
            models.Index(
                fields=["at", "id"],
                condition=Q(state=ChangeState.WAITING),
                name="change_waiting",
            ),
        ]
        constraints = [
            both_or_neither(
                "change_decided", "decided_by", "decided_at", "A decision has a person and a time."
            ),
            CheckConstraint(
                name="change_waits_or_is_decided",
                condition=Q(state=ChangeState.WAITING, decided_by__isnull=True)
                | (~Q(state=ChangeState.WAITING) & Q(decided_by__isnull=False)),
                violation_error_message="Say who decided.",
            ),
            implies(
                "change_two_people",
                Q(state__in=[ChangeState.ACCEPTED, ChangeState.REFUSED]),
                ~Q(decided_by=F("by")),
                "Who decides about a change must be somebody else than who made it.",
            ),
            implies(
                "change_taken_back_by_author",
                Q(state=ChangeState.TAKEN_BACK),
                Q(decided_by=F("by")),
                "Only who made a change takes it back.",
            ),
        ]
        triggers = [DECIDED_ONCE]

    def __str__(self) -> str:
        return f"change {self.pk}"

    @property
    def model(self) -> type[Record]:
        return kinds()[self.kind]

    @property
    def record(self) -> Record | None:
        return self.model._base_manager.filter(pk=self.key).first()
