"""Taking out of strangers' messages what they say of whom is erased; the receipt stays good."""

from django.core.exceptions import ValidationError

from cases.redacting import Spellings
from config.records.cipher_fields import Secret
from config.records.ciphers import Undecipherable
from config.records.models import PUBLIC_ID, Message

UNREADABLE = (
    "A message cannot be read, so that nobody knows whether it names them. Put back the key that "
    "is missing, or wait until the message is deleted."
)


def unsay(near: Spellings, far: Spellings, ids: set[str]) -> int:
    """Empty messages about what is erased, blank the names in all others; returns how many.

    ids: of the records that go. near, far: how they are called where a text is about them, and how
    where it is about anybody. Messages are enciphered, so that each has to be read.
    """
    changed = 0
    for message in Message.objects.order_by("pk").iterator():
        try:
            columns = _without(message, near, far, ids)
        except Undecipherable as error:
            raise ValidationError(UNREADABLE) from error
        if columns:
            Message.objects.filter(pk=message.pk).update(**columns)
            changed += 1
    return changed


def _without(message: Message, near: Spellings, far: Spellings, ids: set[str]) -> dict:
    told = {name: getattr(message, name).tell() for name in Message.SECRETS}
    named = {message.record, *(one.upper() for one in PUBLIC_ID.findall(told["about"]))}
    is_about = bool(named & ids)
    spellings = near if is_about else far
    new = {name: spellings.blank_in(text) for name, text in told.items()}
    if is_about:
        new |= dict.fromkeys(Message.WRITTEN, "")
    columns = {name: Secret.of(text) for name, text in new.items() if text != told[name]}
    return columns | ({"record": ""} if message.record in ids else {})
