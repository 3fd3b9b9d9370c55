"""Who: people, their names, their ties, the places they come from, and which two may be one."""

from people.models.judgement import Judgement
from people.models.person import Person, PersonName
from people.models.place import Place
from people.models.proposal import Proposal, Sweep
from people.models.relationship import Relationship

__all__ = ["Judgement", "Person", "PersonName", "Place", "Proposal", "Relationship", "Sweep"]
