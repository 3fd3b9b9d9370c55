"""Who: people, their names, ties and places; who may be whom, and who was merged with whom."""

from people.models.confidential import Consent, Contact, Identifier, Look
from people.models.heard import Heard, HeardKey, HeardWord
from people.models.judgement import Judgement
from people.models.merge import Change, Merge
from people.models.name import PersonName
from people.models.person import Person
from people.models.place import Place
from people.models.proposal import Proposal, Sweep
from people.models.relationship import Relationship
from people.models.words import NameIndex, NameWord, Word

__all__ = [
    "Change",
    "Consent",
    "Contact",
    "Heard",
    "HeardKey",
    "HeardWord",
    "Identifier",
    "Judgement",
    "Look",
    "Merge",
    "NameIndex",
    "NameWord",
    "Person",
    "PersonName",
    "Place",
    "Proposal",
    "Relationship",
    "Sweep",
    "Word",
]
