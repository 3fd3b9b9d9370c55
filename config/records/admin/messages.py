"""What strangers wrote: the queue of messages, and one of them, to be read and decided about."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from config.records.admin.differences import page_of
from config.records.choices import MessageState
from config.records.ciphers import UNREADABLE, Undecipherable
from config.records.logbook import read
from config.records.messages.actions import DECISIONS, decide
from config.records.messages.forms import LONGEST, PlainText
from config.records.models import PUBLIC_ID, Message, Record, kinds, may
from config.records.refusals import tried

LISTED = 200
COUNTED = 100


class DecisionForm(forms.Form):
    """What became of a message, and what its sender is told."""

    state = forms.ChoiceField(
        label="What became of it",
        choices=[(one.value, one.label) for one in DECISIONS],
        widget=forms.RadioSelect,
    )
    answer = PlainText(
        label="Answer",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 6, "cols": 80, "dir": "auto"}),
        help_text="Whoever has the code reads this. Name nobody, and nothing that was not asked.",
    )
    why = PlainText(
        label="Reason",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 3, "cols": 80, "dir": "auto"}),
        help_text="Only reviewers read this. Needed to turn a message down.",
    )
    record = forms.CharField(
        label="Id of the record",
        max_length=12,
        required=False,
        help_text="Which record it is about, or led to. It goes with that record if it is erased.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)


def message_queue(request) -> TemplateResponse:
    """What waits, the oldest first, and what was decided; nothing of what was written."""
    _require(request, "view")
    Message.objects.forget_due()
    found = Message.objects.select_related("decided_by")
    context = {
        "title": "Messages",
        "waiting": found.waiting()[:LISTED],
        "decided": found.exclude(state=MessageState.WAITING).order_by("-decided_at")[:LISTED],
        "listed": LISTED,
    }
    return _answer(request, "admin/messages.html", context)


def messages_waiting(user) -> str:
    """How many wait, for the index; empty for who may not read them."""
    if not may(user, "view", Message):
        return ""
    count = Message.objects.waiting().order_by()[: COUNTED + 1].count()
    return f"more than {COUNTED}" if count > COUNTED else str(count)


def one_message(request, pk: int) -> TemplateResponse:
    """A message, and the form to decide about it. Each look is in the logbook."""
    _require(request, "view")
    message = Message.objects.filter(pk=pk).first()
    if message is None:
        raise Http404
    form = DecisionForm(request.POST if "decide" in request.POST else None, initial=_said(message))
    if form.is_bound and form.is_valid() and _decided(request, message, form):
        return HttpResponseRedirect(reverse("admin:messages"))
    read(message, by=request.user)
    context = {
        "title": f"Message {message}",
        "message": message,
        "form": form,
        "about": _tell(request, message.about),
        "text": _tell(request, message.text),
        "records": _records(request, message),
        "may_decide": may(request.user, "change", Message),
    }
    if "contact" in request.POST:
        read(message, by=request.user, what="way to reach who wrote it")
        context["contact"] = _tell(request, message.contact)
    return _answer(request, "admin/message.html", context)


def _said(message: Message) -> dict:
    """What was decided before, to be changed."""
    try:
        told = {"answer": message.answer.tell(), "why": message.why.tell()}
    except Undecipherable:
        told = {}
    seen = str(message.decided_at or "")
    return {"state": message.state, "record": message.record, "seen": seen, **told}


def _decided(request, message: Message, form: DecisionForm) -> bool:
    done, problems = tried(lambda: decide(message, by=request.user, **form.cleaned_data))
    for problem in problems:
        form.add_error(None, problem)
    if done:
        messages.success(request, f"Decided: {message}.")
    return bool(done)


def _tell(request, value) -> str:
    try:
        return value.tell()
    except Undecipherable:
        messages.error(request, UNREADABLE)
        return ""


def _records(request, message: Message) -> list[tuple[Record, str]]:
    """The records that its sender or a colleague named, as far as this user sees them."""
    try:
        told = f"{message.record} {message.about.tell()}"
    except Undecipherable:
        told = message.record
    ids = {one.upper() for one in PUBLIC_ID.findall(told)}
    return [
        (record, page_of(record))
        for model in kinds().values()
        for record in model.objects.visible_to(request.user).filter(public_id__in=ids)
    ]


def _require(request, verb: str) -> None:
    if not may(request.user, verb, Message):
        raise PermissionDenied


def _answer(request, template: str, context: dict) -> TemplateResponse:
    about = {**admin.site.each_context(request), "opts": Message._meta}
    return TemplateResponse(request, template, {**about, **context})
