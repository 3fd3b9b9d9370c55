"""The API of people and their relationships."""

from config.records.api import RecordViewSet
from people.columns import PERSON_COLUMNS, RELATIONSHIP_COLUMNS
from people.filters import PersonFilter, RelationshipFilter
from people.models import Person, Relationship


def _ties(person: Person, user):
    return Relationship.objects.visible_to(user).of(person).order_by("pk")


class PersonViewSet(RecordViewSet):
    model = Person
    columns = PERSON_COLUMNS
    filterset_class = PersonFilter
    related = {"relationships": (RELATIONSHIP_COLUMNS, _ties)}


class RelationshipViewSet(RecordViewSet):
    model = Relationship
    columns = RELATIONSHIP_COLUMNS
    filterset_class = RelationshipFilter
