"""Words that every record shares: its state, its secrecy, the basis of a date."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DefinedChoices(models.TextChoices):
    """Choices of which each word has a definition: VALUE = "value", "Label", "Definition." """

    def __new__(cls, value: str, definition: str = ""):
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = definition
        return member

    @classmethod
    def definitions(cls) -> list[tuple[str, str, str]]:
        """Rows of (value, label, definition), in the order the words are declared."""
        return [(member.value, member.label, member.definition) for member in cls]


class State(DefinedChoices):
    DRAFT = "draft", "Being entered; only staff see it.", "draft"
    SUBMITTED = "submitted", "Waits for somebody else to review it.", "submitted"
    PUBLISHED = "published", "Reviewed by a second person and shown.", "published"
    WITHDRAWN = "withdrawn", "Was published and is no longer shown.", "withdrawn"


class ChangeState(DefinedChoices):
    """What became of a change of a published record."""

    WAITING = "waiting", "Waits for somebody else to decide about it.", "waiting"
    ACCEPTED = "accepted", "Accepted by somebody else, and made so.", "accepted"
    REFUSED = "refused", "Refused by somebody else, with a reason.", "refused"
    TAKEN_BACK = "taken_back", "Taken back by who made it.", "taken back"


class AccessKind(DefinedChoices):
    """What the logbook keeps of those who are signed in."""

    DOWNLOAD = "download", "Took a file.", "took a file"
    SEALED = "sealed", "Opened a sealed record in the admin.", "opened something sealed"
    MESSAGE = "message", "Read a message that a stranger sent.", "read a message"


class MessageTopic(DefinedChoices):
    """What somebody who has no account writes about."""

    CORRECTION = "correction", "Something that is shown is wrong.", _("something here is wrong")
    NEWS = "news", "Something that is not in the register.", _("something new")
    HIDE = "hide", "Something should not be shown.", _("something should not be shown here")
    OTHER = "other", "Anything else.", _("something else")


class MessageUse(DefinedChoices):
    """What whoever wrote a message allows; where nothing is said, only staff may know of it."""

    STAFF = "staff", "Only staff may know of it.", _("only those who keep this register")
    NOT_FROM_ME = (
        "not_from_me",
        "It may be followed up; nobody may learn from whom it came.",
        _("others too, if they are not told that it came from me"),
    )
    ANYBODY = "anybody", "It may be shown once it is checked.", _("anybody, once it is checked")


class MessageState(DefinedChoices):
    """What became of a message."""

    WAITING = "waiting", "Nobody has decided about it.", _("nobody has answered yet")
    HANDLED = "handled", "Somebody saw to it.", _("somebody has seen to it")
    REFUSED = "refused", "Somebody decided against it, with a reason.", _("it was turned down")


class Secrecy(DefinedChoices):
    PUBLIC = "public", "Anyone may see it once it is published.", "public"
    REGISTERED = "registered", "Signed-in researchers and staff may see it.", "registered"
    STAFF = "staff", "Only staff may see it.", "staff only"
    SEALED = "sealed", "Only chiefs may see it.", "sealed"


class Basis(DefinedChoices):
    """How we come to a date."""

    STATED = "stated", "The source states it in full.", "stated"
    PARTLY_STATED = (
        "partly_stated",
        "The source states a part; the rest is context, such as the year of publication.",
        "partly stated",
    )
    DERIVED = "derived", "Calculated from what the source states.", "derived"
    INFERRED = "inferred", "Our judgement; no source states it.", "inferred"
