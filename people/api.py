"""The API of people, their relationships, and which of them were merged."""

from django.http import Http404
from rest_framework.exceptions import NotFound

from config.records.addresses import answered_by
from config.records.api import RecordViewSet
from people.columns import CHANGE_COLUMNS, PERSON_COLUMNS, RELATIONSHIP_COLUMNS
from people.filters import ChangeFilter, PersonFilter, RelationshipFilter
from people.models import Change, Person, Relationship


def _ties(person: Person, user):
    return Relationship.objects.visible_to(user).of(person).order_by("pk")


class PersonViewSet(RecordViewSet):
    model = Person
    columns = PERSON_COLUMNS
    filterset_class = PersonFilter
    related = {"relationships": (RELATIONSHIP_COLUMNS, _ties)}

    def retrieve(self, request, *args, **kwargs):
        try:
            return super().retrieve(request, *args, **kwargs)
        except NotFound as missing:
            visible = Person.objects.visible_to(request.user)
            try:
                return answered_by(request, visible, self.kwargs["public_id"])
            except Http404:
                raise missing from None


class RelationshipViewSet(RecordViewSet):
    model = Relationship
    columns = RELATIONSHIP_COLUMNS
    filterset_class = RelationshipFilter


class ChangeViewSet(RecordViewSet):
    model = Change
    columns = CHANGE_COLUMNS
    filterset_class = ChangeFilter
