"""The verb that decides about two people who may be one, and remembers who said so and why."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from config.records.history import because
from config.records.pairs import in_order
from config.records.text import one_line
from people.choices import Verdict
from people.models import Judgement, Person, Proposal


def judge(
    first: Person, second: Person, verdict: str, *, by, why: str = "", known: str | None = None
) -> Judgement:
    """Remember a verdict on two people. It is never asked for again; a new one replaces it.

    known: the verdict that the worker saw before giving this one, "" for none. If somebody else
    has judged meanwhile it is refused, so that no verdict is replaced unread. None: do not look.
    """
    if not by.has_perm("people.change_person"):
        raise PermissionDenied("You may not judge who is who.")
    one, other = in_order(first.pk, second.pk)
    judgement = Judgement(
        one_id=one, other_id=other, verdict=verdict, why=one_line(why), by=by, at=timezone.now()
    )
    judgement.full_clean(validate_unique=False, exclude=["one", "other", "by"])
    with transaction.atomic(), because(by=by, action="judge", why=judgement.why):
        kept = _kept(judgement, known)
        Proposal.objects.between(one, other).delete()
    return kept


def _kept(judgement: Judgement, known: str | None) -> Judgement:
    """The row of this pair, with the new verdict in it."""
    said = {name: getattr(judgement, name) for name in ("verdict", "why", "by", "at")}
    rows = Judgement.objects.select_for_update()
    kept, is_new = rows.get_or_create(
        one_id=judgement.one_id, other_id=judgement.other_id, defaults=said
    )
    before = "" if is_new else kept.verdict
    if known is not None and known != before:
        raise ValidationError(_told_meanwhile(kept))
    if not is_new:
        for name, value in said.items():
            setattr(kept, name, value)
        kept.save()
    return kept


def _told_meanwhile(kept: Judgement) -> str:
    verdict = Verdict(kept.verdict).label
    return f"These two were judged meanwhile, by {kept.by}: {verdict}. Look before you change it."
