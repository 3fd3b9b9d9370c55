"""Who: people, their names, their ties, the places they come from."""

from people.models.person import Person, PersonName
from people.models.place import Place
from people.models.relationship import Relationship
from people.models.words import NameIndex, NameWord, Word, WordKey

__all__ = [
    "NameIndex",
    "NameWord",
    "Person",
    "PersonName",
    "Place",
    "Relationship",
    "Word",
    "WordKey",
]
