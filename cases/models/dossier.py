"""The dossier of a case: the records that are reviewed and published with it."""

from django.apps import apps
from django.db.models import Q

from config.records.models import Record, named_by
from people.models import Relationship


def dossier(case: Record) -> list[Record]:
    """Person, names, ties, events, who took part, citations, and all that these name.

    Who took part in a shared event for a case of their own is left to that case.
    """
    events = list(_model("Event").objects.of_case(case))
    parts = list(_participations(case, events))
    people = {case.person, *(part.person for part in parts)}
    names = [name for person in people for name in person.names.all()]
    ties = _ties(case.person, people)
    own = [case.person, *names, *ties, *events, *parts]
    citations = list(_citations([case, *own]))
    named = [one for one in named_by([*own, *citations]) if type(one) is not type(case)]
    return [*own, *named, *citations]


def _model(name: str):
    return apps.get_model("cases", name)


def _participations(case: Record, events: list[Record]):
    own_or_nobodys = Q(case=case) | Q(case__isnull=True)
    parts = _model("Participation").objects.filter(own_or_nobodys, event__in=events)
    return parts.filter(person__merged_into=None).select_related("person")


def _ties(person: Record, people: set[Record]) -> list[Record]:
    return [tie for tie in Relationship.objects.of(person) if tie.other(person) in people]


def _citations(records: list[Record]):
    found = Q()
    for record in records:
        name = "person_name" if record._meta.model_name == "personname" else record._meta.model_name
        found |= Q(**{name: record})
    return _model("Citation").objects.filter(found)
