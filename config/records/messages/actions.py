"""The verbs of messages: receive one, read its answer, decide about it, let it go."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from config.records.choices import MessageState
from config.records.messages.receipts import hash_of, new_code
from config.records.models import Message, kinds, may

DECISIONS = (MessageState.HANDLED, MessageState.REFUSED)
MEANWHILE = "Somebody else decided about it meanwhile. Look at it again."
NO_RECORD = "There is no such record, or you may not see it."


def receive(*, topic: str, text: str, about: str = "", contact: str = "", use: str = "") -> str:
    """Keep a message; returns the code by which its answer is read. It is told once."""
    Message.objects.forget_due()
    code = new_code()
    more = {"use": use} if use else {}
    Message.objects.create(
        topic=topic, text=text, about=about, contact=contact, receipt=hash_of(code), **more
    )
    return code


def of_code(code: str) -> Message | None:
    """The message that a code is the receipt of. What is due is as if deleted already."""
    found = Message.objects.filter(receipt=hash_of(code))
    return found.exclude(pk__in=Message.objects.due().values("pk")).first()


def take_back(code: str) -> bool:
    """Delete a message for good, because whoever wrote it says so; whether there was one."""
    message = of_code(code)
    return bool(message and message.delete())


def decide(
    message: Message,
    *,
    by,
    state: str,
    answer: str = "",
    why: str = "",
    record: str = "",
    seen: str = "",
) -> Message:
    """See to a message, or turn it down with a reason. It may be decided anew.

    seen: when it was decided, as the page said that this user was shown.
    """
    if not may(by, "change", Message):
        raise PermissionDenied("You may not answer messages.")
    if state not in DECISIONS:
        raise ValidationError("Say what became of it.")
    if state == MessageState.REFUSED and not why.strip():
        raise ValidationError("Say why it is turned down.")
    record = _linked(record, by)
    with transaction.atomic():
        message = Message.objects.select_for_update().get(pk=message.pk)
        if str(message.decided_at or "") != seen:
            raise ValidationError(MEANWHILE)
        message.state, message.record = state, record
        message.answer, message.why = answer, why
        message.decided_by, message.decided_at = by, timezone.now()
        message.save()
    return message


def _linked(record: str, by) -> str:
    """The id of a record that this user may see; empty where none is named."""
    public_id = record.strip().upper()
    seen = (one.objects.visible_to(by).filter(public_id=public_id) for one in kinds().values())
    if public_id and not any(found.exists() for found in seen):
        raise ValidationError(NO_RECORD)
    return public_id
