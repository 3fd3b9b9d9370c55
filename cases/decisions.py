"""What may be found in an article, and what may become of it; only staff see these words."""

from config.records.choices import DefinedChoices

# Answers to "who or what is it?" that are no id: a new record, or none.
NEW, LEAVE = "new", "leave"


class SuggestionKind(DefinedChoices):
    PERSON = "person", "Somebody whom the article names.", "person"
    SPOT = "spot", "A place or a facility that it names.", "place or facility"
    TIE = "tie", "What one person is to another.", "tie"
    EVENT = "event", "Something that happened.", "event"


class Decision(DefinedChoices):
    OPEN = "open", "Nobody has decided.", "to be decided"
    ACCEPTED = "accepted", "Entered, or found entered.", "accepted"
    LEFT_OUT = "left_out", "True, and not for the register.", "left out"
    REJECTED = "rejected", "Not so: no person, no such tie or event.", "rejected"
