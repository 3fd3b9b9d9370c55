"""The verbs that erase somebody for good: one chief proposes, another confirms, all goes.

It is the one lawful way past append-only history and kept copies. All or nothing: it is one
transaction, and the files go once that is kept.
"""

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from cases import originals, waiting
from cases.dooming import Doomed, doomed, versions
from cases.forgetting import Forgetting, unused_words
from cases.models import Attachment, Case, Erasure, Snapshot
from cases.models.evidence import settled_once
from cases.unsaying import unsay
from config.records.choices import State
from config.records.history import past_protection, versions_of
from config.records.models import PendingChange, Record
from config.records.tombstones import Tombstone
from people.models import NameWord, Person, PersonName

TARGETS = (Person, Case)
GONE = "There is no such person or case."
CHANGED = "What would be removed has changed since you saw the list. Look at it again."
NAMED = "The reason names the person. It is kept for good; say it without the name."


def target(public_id: str, by) -> Person | Case:
    """The person or case that an erasure is about, as far as this chief may see it."""
    for model in TARGETS:
        found = model.objects.visible_to(by).filter(public_id=public_id.strip().upper()).first()
        if found:
            return found
    raise ValidationError(GONE)


def propose(what: Person | Case, *, by, law: str, why: str) -> Erasure:
    """Ask another chief to erase a person or a case for good."""
    _require(by, "add")
    if Forgetting(doomed(what)).near.spans(why):
        raise ValidationError({"why": NAMED})
    proposed = Erasure(public_id=what.public_id, law=law, why=why.strip(), proposed_by=by)
    proposed.full_clean(exclude=["confirmed_by", "confirmed_at", "removed", "originals"])
    proposed.save()
    return proposed


def drop(proposed: Erasure, *, by) -> None:
    """Take a proposal back, or turn it down. What was confirmed stays."""
    _require(by, "change")
    Erasure.objects.filter(pk=proposed.pk, confirmed_at=None).delete()


def confirm(proposed: Erasure, *, by, seen: str) -> Erasure:
    """Erase it. seen: the print of the list that this chief was shown (`Doomed.print`)."""
    _require(by, "change")
    with transaction.atomic(), past_protection(), settled_once():
        proposed = Erasure.objects.select_for_update().get(pk=proposed.pk)
        if proposed.confirmed_at:
            raise ValidationError("This was erased already.")
        if proposed.proposed_by_id == by.pk:
            raise ValidationError("You proposed this erasure; somebody else has to confirm it.")
        what = target(proposed.public_id, by)
        _lock(what)
        found = doomed(what)
        if found.print() != seen:
            raise ValidationError(CHANGED)
        _erase(found, proposed, by)
    finish(proposed)
    return proposed


def finish(proposed: Erasure) -> None:
    """Let storage go of what the database no longer names; again, if it could not before."""
    left = []
    for name in proposed.originals:
        try:
            originals.delete(name)
        except Exception:  # each storage fails its own way; the name is kept
            left.append(name)
    Erasure.objects.filter(pk=proposed.pk).update(originals=left)
    proposed.originals = left
    waiting.forget()


def _require(by, verb: str) -> None:
    if not by.has_perm(f"cases.{verb}_erasure"):
        raise PermissionDenied("You may not erase anything.")


def _lock(what: Person | Case) -> None:
    """Nothing is hung on them meanwhile: whoever tries waits, and then finds nobody."""
    of = Q(pk=what.pk) | Q(merged_into=what.pk) if isinstance(what, Person) else Q(pk=what.pk)
    list(type(what)._base_manager.select_for_update(of=("self",)).filter(of).order_by("pk"))


def _erase(found: Doomed, proposed: Erasure, by) -> None:
    forgetting = Forgetting(found)
    files = models.QuerySet(Snapshot).filter(pk__in=found.rows[Snapshot]).exclude(file="")
    forgetting.originals += files.values_list("file", flat=True)
    pictures = models.QuerySet(Attachment).filter(pk__in=found.rows[Attachment])
    forgetting.originals += (name for one in pictures for name in one.files)
    ids = _bury(found)
    copies = forgetting.redact_copies()
    _forget_ids(ids)
    messages = unsay(forgetting.near, forgetting.far, ids)
    _drop_changes(found)
    shared = _remove(found)
    forgetting.nearby[apps.get_model("pghistory", "Context")] = shared
    forgetting.blank_texts()
    proposed.confirmed_by, proposed.confirmed_at = by, timezone.now()
    proposed.removed = {**found.counts(), "kept copies redacted": copies}
    proposed.removed["messages emptied or blanked"] = messages
    proposed.originals = forgetting.originals
    proposed.save()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing that stays points to what went
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _bury(found: Doomed) -> set[str]:
    """A tombstone for each id."""
    stones = [
        Tombstone(public_id=public_id, was_public=was_public)
        for model, keys in found.records()
        for public_id, was_public in _ids(model, keys)
    ]
    Tombstone.objects.bulk_create(stones)
    return {stone.public_id for stone in stones}


def _ids(model: type[models.Model], keys: set[int]) -> list[tuple[str, bool]]:
    """Each id, and whether readers know it, or have known it."""
    rows = models.QuerySet(model).filter(pk__in=keys)
    if not issubclass(model, Record):
        return [(public_id, False) for public_id in rows.values_list("public_id", flat=True)]
    version = versions_of(model)
    once = version.objects.filter(pgh_obj_id=OuterRef("pk"), state=State.PUBLISHED)
    known = rows.annotate(known=Q(state=State.PUBLISHED) | Exists(once))
    return list(known.values_list("public_id", "known"))


def _forget_ids(ids: set[str]) -> None:
    """Suggestions that led to what goes, or hold who may be meant."""
    suggestion = apps.get_model("cases", "Suggestion").objects
    suggestion.filter(led_to__overlap=list(ids)).delete()
    for one in suggestion.exclude(looked_up={}).only("pk", "looked_up").iterator():
        if any(public_id in str(one.looked_up) for public_id in ids):
            suggestion.filter(pk=one.pk).update(looked_up={})


def _drop_changes(found: Doomed) -> None:
    """What somebody would have changed of what goes, whether it waits or was decided."""
    gone = {(model._meta.label_lower, key) for model in found.rows for key in found.keys(model)}
    for change in PendingChange.objects.iterator():
        rows = {(change.kind, change.key), *((one["kind"], one["key"]) for one in change.steps)}
        if rows & gone:
            change.delete()


def _remove(found: Doomed) -> set:
    """Returns the signatures that changes of theirs share with changes of others."""
    held = NameWord.objects.filter(name__in=found.rows[PersonName])
    words = set(held.values_list("word", flat=True))
    held.delete()
    _let_go(found)
    contexts = _remove_history(found)
    order = sorted(found.rows, key=lambda model: model is not Person)
    for model in order:
        models.QuerySet(model).filter(pk__in=found.rows[model])._raw_delete("default")
    unused_words(words)
    return contexts - _remove_contexts(contexts)


def _let_go(found: Doomed) -> None:
    """What stays and may be without it no longer points to what goes."""
    for model in (one for one in apps.get_models() if one._meta.managed):
        for link in (one for one in model._meta.concrete_fields if one.many_to_one and one.null):
            keys = found.keys(link.related_model)
            if keys and link.name != "pgh_context":
                stay = models.QuerySet(model).exclude(pk__in=found.rows.get(model, set()))
                stay.filter(**{f"{link.name}__in": keys}).update(**_without(model, link))


def _without(model: type[models.Model], link: models.Field) -> dict:
    """The columns that say who it was go with the link."""
    said = {"informant": {"informant_connection": "", "informant_knows": ""}}
    return {link.name: None, **said.get(link.name, {})}


def _remove_history(found: Doomed) -> set:
    """Versions, and the admin's own log; returns who signed them, by context."""
    contexts = set()
    for model, version in versions():
        rows = models.QuerySet(version).filter(pgh_obj_id__in=found.keys(model))
        contexts |= set(rows.values_list("pgh_context_id", flat=True))
        rows._raw_delete("default")
    for model in found.rows:
        kind = ContentType.objects.get_for_model(model)
        keys = [str(key) for key in found.keys(model)]
        LogEntry.objects.filter(content_type=kind, object_id__in=keys).delete()
    return contexts - {None}


def _remove_contexts(contexts: set) -> set:
    """The reasons given for changes of which nothing is left."""
    for _, version in versions():
        used = version.objects.filter(pgh_context__in=contexts)
        contexts = contexts - set(used.values_list("pgh_context_id", flat=True))
    apps.get_model("pghistory", "Context").objects.filter(pk__in=contexts).delete()
    return contexts
