"""What every record shares, and what is kept about the work on records."""

from config.records.models.accesses import Access
from config.records.models.audience import Audience
from config.records.models.ids import ID_LENGTH, ID_LETTERS, PUBLIC_ID, free_id, random_id
from config.records.models.message import Message
from config.records.models.naming import named_by
from config.records.models.pending import PendingChange, kinds
from config.records.models.permissions import may
from config.records.models.record import Record, RecordQuerySet
from config.records.models.touching import touched

__all__ = [
    "ID_LENGTH",
    "ID_LETTERS",
    "PUBLIC_ID",
    "Access",
    "Audience",
    "Message",
    "PendingChange",
    "Record",
    "RecordQuerySet",
    "free_id",
    "kinds",
    "may",
    "named_by",
    "random_id",
    "touched",
]
