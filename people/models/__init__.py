"""Who: people, their names, their ties, the places they come from."""

from people.models.person import Person, PersonName
from people.models.place import Place
from people.models.relationship import Relationship

__all__ = ["Person", "PersonName", "Place", "Relationship"]
