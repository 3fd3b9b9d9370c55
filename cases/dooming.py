"""What an erasure removes: everything that is of one person, or of one case, and of nobody else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from cases.models import (
    Attachment,
    Case,
    Citation,
    Event,
    Independence,
    Intake,
    LinkCheck,
    Participation,
    Sketch,
    Snapshot,
    Source,
    Suggestion,
    Trace,
)
from config.records.history import is_version
from config.records.models import Record
from people.models import (
    Change,
    Consent,
    Contact,
    Identifier,
    Judgement,
    Merge,
    Person,
    PersonName,
    Proposal,
    Relationship,
)

# What hangs on a person, and by which links.
OF_PERSON = {
    PersonName: ("person",),
    Relationship: ("from_person", "to_person"),
    Identifier: ("person",),
    Contact: ("person",),
    Consent: ("person",),
    Judgement: ("one", "other"),
    Proposal: ("one", "other"),
    Merge: ("kept", "absorbed"),
    Change: ("old", "new"),
}
# What hangs on a source that nothing else rests on, and by which links.
OF_SOURCE = {
    Snapshot: ("source",),
    LinkCheck: ("source",),
    Independence: ("one", "other"),
    Sketch: ("snapshot__source",),
    Intake: ("snapshot__source",),
    Suggestion: ("intake__snapshot__source",),
    Trace: ("snapshot__source", "citation__source"),
}
CITED = (Case, Event, Person, PersonName, Relationship, Participation)


@dataclass
class Doomed:
    """Rows to be removed, by kind; `gone` are deleted rows of which only history is left."""

    rows: dict[type[models.Model], set[int]] = field(default_factory=lambda: defaultdict(set))
    gone: dict[type[models.Model], set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, model: type[models.Model], found: models.QuerySet) -> None:
        self.rows[model] |= set(found.values_list("pk", flat=True))

    def keys(self, model: type[models.Model]) -> set[int]:
        return self.rows.get(model, set()) | self.gone.get(model, set())

    def records(self) -> Iterator[tuple[type[models.Model], set[int]]]:
        """Those with a public id."""
        for model, keys in self.rows.items():
            if keys and (issubclass(model, Record) or model in (Snapshot, Change)):
                yield model, keys

    def counts(self) -> dict[str, int]:
        """How many of each kind, in words."""
        return {
            str(model._meta.verbose_name_plural): len(keys)
            for model, keys in self.rows.items()
            if keys
        }

    def print(self) -> str:
        """The same for the same rows: whoever confirms says that they saw these."""
        return "|".join(
            f"{model._meta.label}:{','.join(map(str, sorted(keys)))}"
            for model, keys in sorted(self.rows.items(), key=lambda one: one[0]._meta.label)
            if keys
        )


def doomed(target: Person | Case) -> Doomed:
    """All that goes with a person, with whoever was merged into them, or with a case."""
    found = Doomed()
    if isinstance(target, Person):
        found.add(Person, _rows(Person).filter(Q(pk=target.pk) | Q(merged_into=target)))
        found.add(Case, _rows(Case).filter(person__in=found.rows[Person]))
        for model, links in OF_PERSON.items():
            found.add(model, _rows(model).filter(_any(links, found.rows[Person])))
    else:
        found.rows[Case] = {target.pk}
    _add_parts_and_events(found)
    _add_citations(found)
    _add_pictures(found, "person", Person)
    _add_pictures(found, "case", Case)
    _add_sources(found)
    _add_pictures(found, "source", Source)
    _add_gone(found)
    return found


def _rows(model: type[models.Model]) -> models.QuerySet:
    return models.QuerySet(model)


def _any(links: Iterable[str], keys: set[int]) -> Q:
    condition = Q()
    for link in links:
        condition |= Q(**{f"{link}__in": keys})
    return condition


def _add_parts_and_events(found: Doomed) -> None:
    """Their parts; events in which nobody else has a stake. What others share stays with them."""
    people, cases = found.rows[Person], found.rows[Case]
    ours = Q(person__in=people) | Q(case__in=cases)
    found.add(Participation, _rows(Participation).filter(ours))
    others = (
        _rows(Participation).filter(event=OuterRef("pk")).exclude(pk__in=found.rows[Participation])
    )
    their_case = Exists(others.filter(case__isnull=False))
    of_cases = _rows(Event).filter(case__in=cases).exclude(their_case)
    shared = _rows(Event).filter(case=None, participations__in=found.rows[Participation])
    found.add(Event, of_cases)
    found.add(Event, shared.exclude(Exists(others)))
    found.add(Participation, _rows(Participation).filter(event__in=found.rows[Event]))


def _add_citations(found: Doomed) -> None:
    cited = Q()
    for model in CITED:
        name = "person_name" if model is PersonName else model._meta.model_name
        cited |= Q(**{f"{name}__in": found.rows[model]})
    found.add(Citation, _rows(Citation).filter(cited))
    found.add(Trace, _rows(Trace).filter(citation__in=found.rows[Citation]))


def _add_pictures(found: Doomed, link: str, model: type[models.Model]) -> None:
    found.add(Attachment, _rows(Attachment).filter(**{f"{link}__in": found.rows[model]}))


def _add_sources(found: Doomed) -> None:
    """Sources that told of them and that nothing else is cited from or rests on."""
    told = Q(citations__in=found.rows[Citation]) | Q(informant__in=found.rows[Person])
    told |= Q(pictures__in=found.rows[Attachment])
    theirs = _rows(Attachment).exclude(pk__in=found.rows[Attachment])
    shows = theirs.filter(taken_from=OuterRef("pk"))
    others = _rows(Citation).filter(source=OuterRef("pk")).exclude(pk__in=found.rows[Citation])
    rest_on_it = _rows(Source).filter(Q(origin=OuterRef("pk")) | Q(cited_by=OuterRef("pk")))
    alone = _rows(Source).filter(told)
    for stays in (others, rest_on_it, shows):
        alone = alone.exclude(Exists(stays))
    found.add(Source, alone)
    for model, links in OF_SOURCE.items():
        found.add(model, _rows(model).filter(_any(links, found.rows[Source])))


def _add_gone(found: Doomed) -> None:
    """Rows deleted long ago that were theirs: drafts of names, ties. History has them."""
    for _ in range(3):  # a citation of a name of a person
        for model, version in versions():
            keys = _gone_of(found, model, version)
            found.gone[model] |= set(keys) - found.rows[model]


def _gone_of(found: Doomed, model: type[models.Model], version: type[models.Model]) -> set[int]:
    links = _links(version, found)
    if not links:
        return set()
    live = models.QuerySet(model).filter(pk=OuterRef("pgh_obj_id"))
    ours = models.QuerySet(version).filter(Q(*links, _connector=Q.OR)).exclude(Exists(live))
    return set(ours.values_list("pgh_obj_id", flat=True))


def _links(version: type[models.Model], found: Doomed) -> list[Q]:
    return [
        Q(**{f"{one.name}__in": found.keys(one.related_model)})
        for one in version._meta.concrete_fields
        if one.many_to_one
        and one.name not in ("pgh_obj", "pgh_context")
        and one.related_model in (*OF_PERSON, *CITED)
        and found.keys(one.related_model)
    ]


def versions() -> list[tuple[type[models.Model], type[models.Model]]]:
    """Every model that has history, with the model of its versions."""
    return [
        (one._meta.get_field("pgh_obj").related_model, one)
        for one in apps.get_models()
        if is_version(one) and any(f.name == "pgh_obj" for f in one._meta.concrete_fields)
    ]
