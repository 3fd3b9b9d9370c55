"""Messages: what somebody without an account tells the register, and what was answered."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from config.records.choices import MessageState, MessageTopic, MessageUse
from config.records.cipher_fields import SecretText, enciphered
from config.records.constraints import both_or_neither, hashed, implies
from config.records.models.ids import free_id


class MessageQuerySet(models.QuerySet):
    def waiting(self) -> "MessageQuerySet":
        return self.filter(state=MessageState.WAITING)

    def due(self) -> "MessageQuerySet":
        """Those that were kept for as long as was said: since they were answered, or in all."""
        now = timezone.now()
        decided = now - timedelta(days=settings.MESSAGES_DAYS)
        came = timezone.localdate() - timedelta(days=settings.MESSAGES_DAYS_UNANSWERED)
        return self.filter(
            Q(decided_at__lte=decided) | Q(decided_at__isnull=True, received_on__lte=came)
        )

    def forget_due(self) -> int:
        """Delete what is due, for good; returns how many that were."""
        return self.due().delete()[0]

    forget_due.alters_data = True


class Message(models.Model):
    """What a stranger wrote. It is no record, has no history, and nothing of it becomes public.

    What it says is enciphered. Of when it came the day is kept, and of from where nothing.
    """

    ID_PREFIX = "M"
    PUBLIC_FIELDS: tuple[str, ...] = ()
    STAFF_FIELDS = (
        *("id", "public_id", "received_on", "topic", "use", "about", "text", "contact", "receipt"),
        *("state", "record", "answer", "why", "decided_by", "decided_at"),
    )
    # What whoever wrote it said of it.
    WRITTEN = ("about", "text", "contact")
    # What is enciphered: that, and what staff write of it.
    SECRETS = (*WRITTEN, "answer", "why")

    public_id = models.CharField(
        "id", max_length=12, unique=True, editable=False, help_text="Only reviewers read this."
    )
    received_on = models.DateField(
        "came on",
        default=timezone.localdate,
        editable=False,
        help_text="Only reviewers read this. The day alone.",
    )
    topic = models.CharField(
        max_length=12, choices=MessageTopic.choices, help_text="Only reviewers read this."
    )
    use = models.CharField(
        "who may know",
        max_length=12,
        choices=MessageUse.choices,
        default=MessageUse.STAFF,
        help_text="Only reviewers read this. What the sender allows.",
    )
    about = SecretText(blank=True, help_text="Only reviewers read this. As it was typed.")
    text = SecretText(blank=True, help_text="Only reviewers read this. As it was typed.")
    contact = SecretText(
        "way to reach them", blank=True, help_text="Only reviewers read this, when they ask for it."
    )
    receipt = models.CharField(
        max_length=64, unique=True, editable=False, help_text="Nobody reads this: a hash."
    )
    state = models.CharField(
        max_length=12,
        choices=MessageState.choices,
        default=MessageState.WAITING,
        help_text="Reviewers read this, and whoever has the receipt.",
    )
    record = models.CharField(
        max_length=12, blank=True, help_text="Only reviewers read this. The id that it led to."
    )
    answer = SecretText(
        blank=True, help_text="Reviewers read this, and whoever has the receipt. No names."
    )
    why = SecretText("reason", blank=True, help_text="Only reviewers read this.")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        help_text="Only reviewers read this.",
    )
    decided_at = models.DateTimeField(
        null=True, editable=False, help_text="Only reviewers read this."
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["received_on", "id"]
        default_permissions = ("view", "change")
        indexes = [
            models.Index(
                fields=["received_on", "id"],
                condition=Q(state=MessageState.WAITING),
                name="message_waiting",
            )
        ]
        constraints = [
            *(
                enciphered(f"message_{name}_enciphered", name)
                for name in ("about", "text", "contact", "answer", "why")
            ),
            hashed(
                "message_receipt_is_a_hash",
                "receipt",
                message="Of a receipt only the hash is kept.",
            ),
            both_or_neither(
                "message_decided", "decided_by", "decided_at", "A decision has a person and a time."
            ),
            implies(
                "message_waits_or_is_decided",
                ~Q(state=MessageState.WAITING),
                Q(decided_by__isnull=False),
                "Say who decided.",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    def save(self, *args, **kwargs):
        if not self.public_id:
            self.public_id = free_id(type(self), self.ID_PREFIX)
        super().save(*args, **kwargs)
