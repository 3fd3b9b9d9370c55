"""Somebody entered twice, with everything that a person can have, and what the database holds."""

from dataclasses import dataclass
from datetime import timedelta

from django.apps import apps
from django.contrib.auth.models import User

from cases.models import Case
from cases.models.evidence import settled_once
from config.records.history import is_version
from config.records.notices import Notice
from people.models import (
    Change,
    Heard,
    HeardKey,
    HeardWord,
    Merge,
    NameIndex,
    NameWord,
    Person,
    Word,
)
from tests import register
from tests.register import dated, make

# What follows from the rest, or tells when something happened.
PASSING = {"updated_at", "changed_at"}
# What merging itself writes, accounts, and what Django keeps for itself.
OUTSIDE = {"auth", "contenttypes", "sessions", "admin", "pghistory"}


@dataclass
class Twofold:
    """The older entry, the newer one, and what both have to do with."""

    older: Person
    newer: Person
    sister: Person
    older_case: Case
    newer_case: Case
    protest: object
    march: object

    @property
    def both(self) -> tuple[Person, Person]:
        return self.older, self.newer


def twofold(*, older: dict | None = None, newer: dict | None = None) -> Twofold:
    """Two published entries of one person that share a spelling, a tie and two events."""
    with settled_once():
        return _twofold(older or {}, newer or {})


def _twofold(older: dict, newer: dict) -> Twofold:
    city, sister = make.place("Ghulja"), make.person("Aigul Aset")
    one = make.person("Gulnar Aset", sex="female", biography="A shopkeeper.", home=city, **older)
    other = make.person(
        "Гүлнар Әсет", sex="female", religion="Islam", **dated("1975", "birth"), **newer
    )
    spelling = make.name(other, "Gulnar Aset", kind="pinyin", language="kk")
    make.name(other, "Gülnar")
    cases = [make.case(one, title="taken at work"), make.case(other, title="a shopkeeper")]
    source = make.source(informant=other)
    protest, march = (make.event("demonstration", title=word) for word in ("protest", "march"))
    ties = [make.tie(one, "sibling", sister), make.tie(sister, "sibling", other)]
    make.tie(other, "colleague", one)
    make.tie(make.person(), "parent", other)
    parts = [make.participation(protest, one, "subject", case=cases[0])]
    parts += [make.participation(protest, other, "subject", case=cases[1])]
    parts += [make.participation(march, one, "witness")]
    parts += [make.participation(march, other, "witness")]
    arrest = make.event("arrest", case=cases[1], **dated("March 2018"))
    make.event("release", case=cases[0], release_kind="bail", **dated("2020"))
    targets = [{"case": case} for case in cases] + [{"relationship": tie} for tie in ties]
    targets += [{"participation": part} for part in parts] + [{"event": arrest}]
    targets += [{"person": one}, {"person": other, "field": "sex"}, {"person_name": spelling}]
    for target in targets:
        make.citation(source, **target, told_by=other)
    for entry in (one, other):
        entry.refresh_from_db()
    return Twofold(one, other, sister, *cases, protest, march)


def whole_twice() -> tuple[Person, Person]:
    """Two people of two cases, each with everything that a record can have."""
    first, second = register.whole(2, each=2)
    Person.objects.filter(pk=second.person_id).update(
        entered_at=first.person.entered_at + timedelta(days=1)
    )
    return first.person, Person.objects.get(pk=second.person_id)


def every_row() -> dict[tuple[str, int], dict]:
    """Each row of each table of the register, without history and without times of change."""
    return {
        (model._meta.label, row["pk"]): row
        for model in apps.get_models()
        if model._meta.app_label not in OUTSIDE and not is_version(model)
        if model not in (Merge, Change, Notice)
        for row in _rows(model)
    }


def _rows(model) -> list[dict]:
    columns = [one.attname for one in model._meta.concrete_fields if one.name not in PASSING]
    return [
        {"pk": row.pk, **{n: getattr(row, n) for n in columns}} for row in model._base_manager.all()
    ]


def differences(before: dict, after: dict) -> dict[tuple, dict]:
    """What differs between two states of the database: by row, each column as (before, after)."""
    found = {}
    for place in before.keys() | after.keys():
        old, new = before.get(place, {}), after.get(place, {})
        columns = {n: (old.get(n), new.get(n)) for n in old.keys() | new.keys()}
        changed = {n: pair for n, pair in columns.items() if pair[0] != pair[1]}
        if changed:
            found[place] = changed
    return found


def but_for_the_index(found: dict[tuple, dict]) -> dict[tuple, dict]:
    """The differences without those of the name index, which follows from the names."""
    models = (Heard, HeardKey, HeardWord, NameIndex, NameWord, Word)
    index = {model._meta.label for model in models}
    return {place: columns for place, columns in found.items() if place[0] not in index}


def superuser() -> User:
    return User.objects.get_or_create(username="root", is_superuser=True, is_staff=True)[0]
