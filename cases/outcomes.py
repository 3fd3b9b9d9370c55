"""Words for what is found out by asking and comparing; nobody types them."""

from config.records.choices import DefinedChoices


class LinkOutcome(DefinedChoices):
    """What the address of a source answered when we last asked; nobody types it."""

    ANSWERS = "answers", "The site shows a page at this address.", "answers"
    MOVED = "moved", "The site leads on to another address.", "moved"
    GONE = "gone", "The site says that there is no such page.", "gone"
    REFUSED = "refused", "The site does not show the page to us; it may to others.", "refuses us"
    SILENT = "silent", "No site answers, or it is out of order.", "does not answer"


class TraceOutcome(DefinedChoices):
    """What became of a passage in a newer kept copy; worked out, nobody types it."""

    SAME = "same", "The same words at the same place.", "the same"
    MOVED = "moved", "The same words at another place.", "moved"
    REWORDED = "reworded", "Nearly the same words.", "reworded"
    LOST = "lost", "Neither these words nor nearly the same.", "lost"
