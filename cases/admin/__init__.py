"""The pages on which staff enter and review what happened; one module per page."""

from cases.admin import (
    attachments,
    cases,
    citations,
    duplicates,
    erasures,
    events,
    facilities,
    intake,
    likely,
    log,
    new_article,
    people,
    questionnaires,
    sources,
)

__all__ = [
    "attachments",
    "cases",
    "citations",
    "duplicates",
    "erasures",
    "events",
    "facilities",
    "intake",
    "likely",
    "log",
    "new_article",
    "people",
    "questionnaires",
    "sources",
]
