"""Whatever is done to the evidence, by whatever way, the derived columns are right afterwards."""

import random

import pytest
from django.db import connection, models
from django.utils import timezone

from cases.choices import EventKind, OrganizationKind, Reliability, SourceKind, Stance
from cases.models import Case, Citation, Event, Organization, Participation, Source
from cases.models.case import DERIVED
from cases.models.settling import derive
from config.records.choices import Secrecy, State
from tests import factories

pytestmark = pytest.mark.django_db
STEPS = 60
# Columns that a case's story rests on, and values they may take.
CHANGES = {
    Event: {
        "kind": [EventKind.ARREST, EventKind.DISAPPEARANCE, EventKind.CONTACT, EventKind.DEATH],
        "secrecy": [Secrecy.PUBLIC, Secrecy.REGISTERED],
        "ended_written": ["", "2022"],
    },
    Citation: {"stance": Stance.values, "secrecy": [Secrecy.PUBLIC, Secrecy.REGISTERED]},
    Source: {
        "kind": [SourceKind.WIRE, SourceKind.COURT_DOCUMENT],
        "reliability": Reliability.values,
        "is_seen": [True, False],
    },
    Organization: {"kind": [OrganizationKind.MEDIA, OrganizationKind.POLICE]},
    Participation: {"role": ["subject", "spoken_for", "demonstrator"]},
    Case: {"secrecy": [Secrecy.PUBLIC, Secrecy.REGISTERED]},
}
# A date that ended needs its standard form and its basis too.
ENDS = {
    "": {"ended_edtf": "", "ended_basis": ""},
    "2022": {"ended_edtf": "2022", "ended_basis": "stated"},
}


def stored(case: Case) -> dict:
    return {name: getattr(case, name) for name in columns()}


def columns() -> list[str]:
    return [Case._meta.get_field(name).attname for name in DERIVED if name != "changed_at"]


def anew() -> dict[int, dict]:
    derived = derive(Case.objects.all(), timezone.localdate())
    return {key: {name: row[name] for name in columns()} for key, row in derived.items()}


def a_register() -> None:
    papers = [factories.organization(published=True) for _ in range(2)]
    sources = [factories.source(publisher=papers[n % 2], published=True) for n in range(4)]
    cases = [factories.case(published=True) for _ in range(3)]
    shared = factories.event("arrest", published=True, occurred="2017", occurred_basis="stated")
    for number, case in enumerate(cases):
        part = factories.participation(shared, case.person, "subject", case=case, published=True)
        own = factories.event(
            "detention", case=case, published=True, occurred=f"201{number}", occurred_basis="stated"
        )
        for source, target in zip(
            sources,
            ({"event": own}, {"case": case}, {"participation": part}, {"person": case.person}),
            strict=True,
        ):
            factories.citation(source, published=True, **target)
        factories.citation(sources[number], person_name=case.person.names.get(), published=True)


def change(chance: random.Random) -> str:
    """One change, made in one of four ways; says which."""
    model = chance.choice(list(CHANGES))
    name = chance.choice(list(CHANGES[model]))
    value = chance.choice(CHANGES[model][name])
    values = {name: value, **(ENDS[value] if name == "ended_written" else {})}
    record = chance.choice(list(model.objects.all()))
    if name == "role" and record.event.participations.filter(person=record.person).count() > 1:
        return ""
    way = chance.choice([save, update, by_hand, move])
    way(chance, record, values)
    return f"{way.__name__} {model.__name__} {values}"


def save(chance, record, values: dict) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def update(chance, record, values: dict) -> None:
    type(record).objects.filter(pk=record.pk).update(**values)


def by_hand(chance, record, values: dict) -> None:
    """Past the models: the database marks what is behind, and settling mends it."""
    said = ", ".join(f"{connection.ops.quote_name(name)} = %s" for name in values)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {record._meta.db_table} SET {said} WHERE id = %s",  # noqa: S608  our own words
            [*values.values(), record.pk],
        )
    Case.objects.settle()


def move(chance, record, values: dict) -> None:
    """Withdraw and publish again: the state alone, as the actions set it."""
    state = chance.choice([State.PUBLISHED, State.WITHDRAWN])
    type(record).objects.filter(pk=record.pk).update(state=state)


@pytest.mark.parametrize("seed", range(3))
def test_after_every_change_each_case_says_what_its_evidence_says(seed):
    chance = random.Random(seed)
    a_register()
    seen = set()

    for _ in range(STEPS):
        done = change(chance)
        cases = {case.pk: stored(case) for case in Case.objects.all()}
        assert cases == anew(), done
        assert list(Case.objects.unsettled()) == [], done
        seen |= {str(row) for row in cases.values()}

    assert len(seen) > STEPS / 4


@pytest.mark.parametrize("model", [Citation, Event, Participation], ids=lambda one: one.__name__)
def test_evidence_that_is_added_in_bulk_or_deleted_settles(model):
    a_register()
    twin = model.objects.order_by("pk").last()
    twin.pk, twin.public_id = None, ""
    if model is Participation:
        twin.role = "informant"
    in_step = []

    def look() -> None:
        said = {case.pk: stored(case) for case in Case.objects.all()}
        in_step.append((said == anew(), Case.objects.unsettled().count()))

    model.objects.bulk_create([twin])
    look()
    model.objects.filter(pk=twin.pk).update(state=State.DRAFT)
    look()
    model.objects.filter(pk=twin.pk).delete()
    look()

    assert in_step == [(True, 0)] * 3


def test_a_change_that_settling_was_kept_from_is_seen():
    """The guard hears a column that is behind."""
    a_register()
    models.QuerySet(Case).update(source_count=99)

    assert {case.pk: stored(case) for case in Case.objects.all()} != anew()
