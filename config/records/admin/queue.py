"""What waits: for a reviewer, for an author to mend, for a decision, for an embargo to end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.template.response import TemplateResponse
from django.utils import timezone

from config.records.admin.differences import is_seen, page_of
from config.records.admin.moves import MOVES, rehearse
from config.records.choices import State
from config.records.models import PendingChange, Record, kinds, may

SHOWN = 25  # of each part of the page: what is missing is tried out for each
COUNTED = 100  # of each kind; beyond it the page says "more than"
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Part:
    """One part of the queue: which records of a kind wait for what, the first come first."""

    name: str
    title: str
    asked: Callable[[type[Record], object], QuerySet]
    by: str
    moves: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A record that waits: what it is, since when, by whom, what it lacks, where to go."""

    record: Record
    kind: str
    described: str
    since: object
    by: str
    missing: list[str]
    gaps: list[str]
    note: str
    page: str
    links: list[tuple[str, str]]


def _seen(model: type[Record], user) -> QuerySet:
    found = model.objects.visible_to(user)
    return found if may(user, "view", model) else found.none()


def _heads(found: QuerySet) -> QuerySet:
    """Without what goes along with a record that waits itself: that is reviewed on its page."""
    for owner in kinds().values():
        links = [link for kind, link in owner.ROWS if kind == found.model._meta.label_lower]
        for link in links:
            along = owner.objects.filter(state=State.SUBMITTED).order_by().values("pk")
            found = found.exclude(**{f"{link}__isnull": False, f"{link}__in": along})
    for name in getattr(found.model, "WAITS_WITH", ()):
        found = found.exclude(**{f"{name}__state": State.SUBMITTED})
    return found


def _to_review(model: type[Record], user) -> QuerySet:
    waiting = _seen(model, user).filter(state=State.SUBMITTED).exclude(submitted_by=user)
    return _heads(waiting)


def _to_mend(model: type[Record], user) -> QuerySet:
    return _seen(model, user).filter(state=State.DRAFT, sent_back_to=user)


def _to_open(model: type[Record], user) -> QuerySet:
    now = timezone.now()
    soon = Q(embargoed_until__gt=now, embargoed_until__lte=now + SOON)
    return _heads(_seen(model, user).filter(soon).exclude(state=State.WITHDRAWN))


PARTS = (
    Part("review", "Submitted by others, to be reviewed", _to_review, "submitted_at", ("publish",)),
    Part("mend", "Sent back to you", _to_mend, "entered_at", ("submit",)),
    Part("open", "Embargoes that end within 30 days", _to_open, "embargoed_until"),
)


def queue(request):
    """All that waits, of every kind or of one; counted so far and no further."""
    if not works(request.user):
        raise PermissionDenied
    kind = request.GET.get("kind", "")
    models = kinds() if kind not in kinds() else {kind: kinds()[kind]}
    context = {
        **admin.site.each_context(request),
        "title": "What waits",
        "parts": [_part(part, models, request.user) for part in PARTS],
        "changes": _changes(models, request.user),
        "kinds": [(one, model._meta.verbose_name_plural) for one, model in kinds().items()],
        "kind": kind if kind in kinds() else "",
        "shown": SHOWN,
    }
    return TemplateResponse(request, "admin/queue.html", context)


def works(user) -> bool:
    """Whether this user has to do with records at all: an auditor has not."""
    return any(may(user, "view", model) for model in kinds().values())


def waiting(user) -> str:
    """How much waits for this user, in a few letters for the index: "12", "more than 100"."""
    if not works(user):
        return ""
    models = kinds()
    count = len(_changes(models, user))
    count += sum(_count(part, models, user) for part in PARTS[:2])
    return f"more than {COUNTED}" if count > COUNTED else str(count)


def _count(part: Part, models: dict, user) -> int:
    found = (part.asked(model, user).order_by()[: COUNTED + 1] for model in models.values())
    return sum(one.count() for one in found)


def _part(part: Part, models: dict, user) -> dict:
    rows: list[Record] = []
    for model in models.values():
        described = getattr(admin.site.get_model_admin(model), "described_with", ())
        found = part.asked(model, user).select_related(*described, "submitted_by", "sent_back_to")
        rows += found.order_by(part.by, "pk")[:SHOWN]
    rows.sort(key=lambda record: (getattr(record, part.by), record.pk))
    count = _count(part, models, user)
    return {
        "name": part.name,
        "title": part.title,
        "count": f"more than {COUNTED}" if count > COUNTED else count,
        "rows": [_row(part, record, user) for record in rows[:SHOWN]],
    }


def _row(part: Part, record: Record, user) -> Row:
    page = page_of(record)
    verb = part.moves[0] if part.moves else ""
    _, missing = rehearse(MOVES[verb], record, user) if verb else ([], [])
    return Row(
        record=record,
        kind=str(record._meta.verbose_name),
        described=admin.site.get_model_admin(type(record)).describe(record),
        since=getattr(record, part.by),
        by=str(record.submitted_by or record.sent_back_to or ""),
        missing=missing,
        gaps=record.gaps(),
        note=record.sent_back_why,
        page=page,
        links=_links(record, verb, page, user),
    )


def _links(record: Record, verb: str, page: str, user) -> list[tuple[str, str]]:
    """The moves that this user may make from here."""
    verbs = {"publish": ("publish", "send_back"), "submit": ("submit",)}.get(verb, ())
    return [
        (MOVES[one].label, page.replace("/change/", f"/move/{one}/"))
        for one in verbs
        if may(user, MOVES[one].permission, record)
    ]


def _changes(models: dict, user) -> list[PendingChange]:
    found = PendingChange.objects.visible_to(user).waiting().filter(kind__in=models)
    some = found.select_related("by")[: COUNTED + 1]
    return [change for change in some if is_seen(change, user)]
