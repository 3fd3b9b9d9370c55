"""The pages on which staff enter and review records."""

from config.records.admin.records import RecordAdmin
from config.records.admin.rows import RecordBlocks, RecordFormSet, RecordTable

__all__ = ["RecordAdmin", "RecordBlocks", "RecordFormSet", "RecordTable"]
