"""Throwing drafts away in the admin: what goes with them, and what keeps them."""

from django.contrib import messages
from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.http import HttpResponseRedirect

from config.records.admin.restoring import RestoringAdmin
from config.records.choices import State
from config.records.history import because
from config.records.models import Record
from config.records.refusals import Refused, refusals_told

# It says no more: neither how many there are, nor what they are called.
NEEDED = "Something else needs it that not everybody sees. Ask a chief."


class DeletingAdmin(RestoringAdmin):
    """A draft goes with what is its own; never with what whoever throws it away does not see."""

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (
            obj is None or obj.state == State.DRAFT
        )

    def get_deleted_objects(self, objs, request):
        if _takes_hidden(objs, request.user):
            return [str(one) for one in objs], {}, set(), [NEEDED]
        *found, protected = super().get_deleted_objects(objs, request)
        kept = [f"{one} is {one.get_state_display()}" for one in objs if one.state != State.DRAFT]
        return (*found, [*protected, *kept])

    def delete_view(self, request, object_id, extra_context=None):
        try:
            with refusals_told(), because(by=request.user, action="delete"):
                return super().delete_view(request, object_id, extra_context)
        except Refused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(self._page("change", object_id))


def _takes_hidden(objs, user) -> bool:
    """Whether something goes along, or stands in the way, that the user does not see."""
    collector = NestedObjects(using=router.db_for_write(next(iter(objs)))) if objs else None
    if collector is None:
        return False
    collector.collect(objs)
    rows: dict[type, set[int]] = {}
    for one in (*collector.protected, *(row for some in collector.data.values() for row in some)):
        rows.setdefault(type(one), set()).add(one.pk)
    return any(
        model._default_manager.visible_to(user).filter(pk__in=keys).count() < len(keys)
        for model, keys in rows.items()
        if issubclass(model, Record)
    )
