"""The public page of a record as readers would see it if it were published now."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import resolve
from django.utils import timezone

from config.records.actions import OPEN_LEVELS
from config.records.admin.differences import is_seen, page_of
from config.records.choices import ChangeState, State
from config.records.models import PendingChange, Record, kinds, may
from config.records.pending import rehearse
from config.records.refusals import tried

# Nobody, twice: accounts that no row has stand in for who submits and who publishes.
SUBMITS, PUBLISHES = -1, -2
PASSED_ON = ("SERVER_NAME", "SERVER_PORT", "wsgi.url_scheme", "HTTP_HOST", "REMOTE_ADDR")
READERS = {"reader": "everybody", "researcher": "registered researchers"}


def preview(request, kind: str, pk: int):
    """What everybody, or a researcher, would see at the record's address; of a change, with it."""
    record = _record(request, kind, pk)
    change = _change(request, record)
    reader = request.GET.get("as", "reader")
    if reader not in READERS:
        raise Http404
    page, problems = tried(lambda: _seen_by(request, record, change, reader))
    if not problems:
        return page
    for problem in problems:
        messages.error(request, f"It cannot be shown so. {problem}")
    return HttpResponseRedirect(page_of(record))


def _record(request, kind: str, pk: int) -> Record:
    model = kinds().get(kind)
    if model is None or not may(request.user, "view", model):
        raise Http404
    record = model.objects.visible_to(request.user).filter(pk=pk).first()
    if record is None or not hasattr(record, "get_absolute_url"):
        raise Http404
    return record


def _change(request, record: Record) -> PendingChange | None:
    asked = request.GET.get("change", "")
    if not asked:
        return None
    found = PendingChange.objects.visible_to(request.user).of(record)
    one = found.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 18 else None
    if one is None or one.state != ChangeState.WAITING or not is_seen(one, request.user):
        raise Http404
    return one


def _seen_by(request, record: Record, change: PendingChange | None, reader: str) -> HttpResponse:
    """Everything is published in a transaction that is taken back once the page is written."""
    with transaction.atomic():
        try:
            if change is not None:
                rehearse(change)
            _publish(record)
            page = _page(request, record, reader)
        finally:
            transaction.set_rollback(True)
    # The outer answer is no other's: it is of this moment, and for who asked.
    answer = HttpResponse(page.content, status=page.status_code, content_type=page["Content-Type"])
    answer["Cache-Control"] = "no-store, private"
    return answer


def _publish(record: Record) -> None:
    """As if it and what is published along were published now, no embargo standing."""
    now = timezone.now()
    signed = {"submitted_by_id": SUBMITS, "submitted_at": now}
    signed |= {"published_by_id": PUBLISHES, "published_at": now}
    with record.written_together():
        for one in [record, *record.together()]:
            rows = type(one).objects.filter(pk=one.pk, secrecy__in=OPEN_LEVELS)
            rows.exclude(state__in=[State.PUBLISHED, State.WITHDRAWN]).update(
                state=State.PUBLISHED, **signed
            )
            rows.update(embargoed_until=None)


def _page(request, record: Record, reader: str) -> HttpResponse:
    asked = HttpRequest()
    asked.method = "GET"
    asked.path = asked.path_info = record.get_absolute_url()
    asked.META = {name: request.META[name] for name in PASSED_ON if name in request.META}
    asked.user = AnonymousUser()
    if reader == "researcher":
        asked.user = get_user_model()(pk=SUBMITS, username="researcher", is_active=True)
    asked.preview_for = READERS[reader]
    found = resolve(asked.path)
    asked.resolver_match = found
    page = found.func(asked, *found.args, **found.kwargs)
    return page.render() if hasattr(page, "render") else page
