"""Who: people, their names, their ties, the places they come from, who was merged with whom."""

from people.models.merge import Change, Merge
from people.models.person import Person, PersonName
from people.models.place import Place
from people.models.relationship import Relationship
from people.models.words import NameIndex, NameWord, Word, WordKey

__all__ = [
    "Change",
    "Merge",
    "NameIndex",
    "NameWord",
    "Person",
    "PersonName",
    "Place",
    "Relationship",
    "Word",
    "WordKey",
]
