"""What readers see of some people: which records, and which records name them.

Merging compares it before and after, so that nothing hidden is shown and nothing vanishes unsaid.
"""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

from config.records.models import Record
from people.decisions import RELATIONS
from people.models import Person

Sight = frozenset[tuple[str, int]]


def sight(people: Iterable[int]) -> Sight:
    """What the public and researchers see, each as ("public cases.Case", key)."""
    people = list(people)
    readers = {"public": None, "registered": get_user_model()(is_active=True)}
    return frozenset(
        (f"{who} {label}", key)
        for who, reader in readers.items()
        for label, key in _seen_by(reader, people)
    )


def record_of(seen: tuple[str, int]) -> models.Model:
    """The record that an entry of a sight is about."""
    label = seen[0].split(" ")[1]
    return apps.get_model(".".join(label.split(".")[:2]))._base_manager.get(pk=seen[1])


def _seen_by(reader, people: list[int]) -> Iterator[tuple[str, int]]:
    for model in apps.get_models():
        if issubclass(model, Record) and model is not Person:
            for path in _ways_to_person(model):
                rows = model._base_manager.filter(model.visible(reader), **{f"{path}__in": people})
                yield from ((model._meta.label, key) for key in rows.values_list("pk", flat=True))
    yield from _named(reader, people)


def _ways_to_person(model: type[Record]) -> Iterator[str]:
    """The paths on which a record is seen through a person: event__case__person."""
    for name in model.VISIBLE_THROUGH:
        target = model._meta.get_field(name).related_model
        if target is Person:
            yield name
        else:
            yield from (f"{name}__{rest}" for rest in _ways_to_person(target))


def _named(reader, people: list[int]) -> Iterator[tuple[str, int]]:
    """Records that are seen and name one of these people, who is seen too, in passing."""
    for label, rule in RELATIONS.items():
        model = apps.get_model(label)
        public = set(getattr(model, "PUBLIC_FIELDS", ())) if issubclass(model, Record) else set()
        for link in public & set(rule.links) - set(getattr(model, "VISIBLE_THROUGH", ())):
            rows = model._base_manager.filter(
                model.visible(reader),
                Person.visible(reader, f"{link}__"),
                **{f"{link}__in": people},
            )
            keys = rows.values_list("pk", flat=True)
            yield from ((f"{label}.{link}", key) for key in keys)
