"""Which columns of a case follow from its events and citations, and how they are declared."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

DERIVED = (
    "status",
    "status_event",
    "status_as_of",
    "deprived_event",
    "released_event",
    "died_event",
    "sentenced_event",
    "facility",
    "sentence_months",
    "sentence_end_earliest",
    "sentence_end_latest",
    "verification",
    "source_count",
    "origin_count",
    "citation_count",
    "last_source",
    "kinds",
    "reasons",
    "changed_at",
)


# Of the work on a case, for staff.
WORK_FIELDS = ("priority", "next_review_on", "is_settled", "opens_at", "search_keys")
# What readers see move without any record of theirs being written: an event was withdrawn.
TOLD = ("status", "verification", "kinds", "reasons")


def words_column(about: str) -> ArrayField:
    return ArrayField(
        models.CharField(max_length=30),
        default=list,
        editable=False,
        help_text=f"Public. Derived: {about}.",
    )


def event_column(about: str) -> models.ForeignKey:
    return models.ForeignKey(
        "cases.Event",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        help_text=f"Public. Derived: {about}.",
    )
