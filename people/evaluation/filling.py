"""Filling a register for an evaluation: invented people in bulk, labelled ones as if entered."""

import random
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import islice

from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from config.records.choices import Basis, State
from config.records.models import ID_LETTERS, Record
from people.choices import PlaceLevel, Sex
from people.evaluation.copying import Copy, lightened
from people.evaluation.labelled import Group
from people.invented import people
from people.models import Person, PersonName, Place

BATCH = 20_000
COUNTIES = 80
BORN = (1930, 2004)
MEN = 0.62
PERSON_COLUMNS = (
    "id",
    "public_id",
    "name_full",
    "name_shown",
    "sex",
    "home_id",
    "birth_written",
    "birth_edtf",
    "birth_earliest",
    "birth_latest",
)
# What is a name's own, and not like in every record: it follows from the letters, or may.
_RECORDS = {field.name for field in Record._meta.local_fields} - {"public_id"}
OWN = [one.attname for one in PersonName._meta.concrete_fields if one.name not in _RECORDS]
_TRIPLES = [a + b + c for a in ID_LETTERS for b in ID_LETTERS for c in ID_LETTERS]


def fill(groups: Sequence[Group], background: int, seed: int, tell: Callable[[str], None]) -> None:
    """People 1 to `background` are invented; the labelled ones come after them, in order.

    Everybody is published, signed by two accounts, and has a year of birth, a sex and a county,
    drawn by the seed.
    """
    signed = _signatures()
    counties = _counties(signed)
    chance = random.Random(f"facts {seed}")  # noqa: S311  not a secret
    shared = [spelling for group in groups for spelling in group.spellings]
    invented = (
        (one.spellings[0].text, _facts(one.sex, one.birth_year, chance.choice(counties)))
        for one in people(background, seed, shared=shared)
    )
    _load(invented, background, signed, tell)
    for number, group in enumerate(groups, start=background + 1):
        sex = Sex.MALE if chance.random() < MEN else Sex.FEMALE
        facts = _facts(sex, chance.randint(*BORN), chance.choice(counties))
        person = Person(id=number, **signed, **facts)
        person.save()
        PersonName(person=person, text=group.held(0).text, is_primary=True, **signed).save()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def empty() -> None:
    """Forget whoever is there: a kept database was filled with others."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE people_person, people_place, auth_user CASCADE")


def hold(groups: Sequence[Group], background: int, turn: int) -> None:
    """Have the register hold each labelled person under this turn's spelling, and no other."""
    names = PersonName.objects.filter(person__gt=background).order_by("person_id")
    for group, name in zip(groups, names, strict=True):
        if name.text != group.held(turn).text:
            name.text, name.script = group.held(turn).text, ""
            name.save()


def _signatures() -> dict:
    enters, publishes = (User.objects.create(username=name) for name in ("enters", "publishes"))
    now = timezone.now()
    return {
        "state": State.PUBLISHED,
        "entered_by": enters,
        "submitted_by": enters,
        "submitted_at": now,
        "published_by": publishes,
        "published_at": now,
    }


def _counties(signed: dict) -> list[int]:
    counties = [
        Place(name=f"County {number}", level=PlaceLevel.COUNTY, **signed)
        for number in range(1, COUNTIES + 1)
    ]
    for county in counties:
        county.save()
    return [county.pk for county in counties]


def _facts(sex: str, born: int, county: int) -> dict:
    return {
        "sex": sex,
        "home_id": county,
        "birth_written": str(born),
        "birth_edtf": str(born),
        "birth_earliest": date(born, 1, 1),
        "birth_latest": date(born, 12, 31),
        "birth_basis": Basis.STATED,
    }


def _load(
    invented: Iterable[tuple[str, dict]], number: int, signed: dict, tell: Callable[[str], None]
) -> None:
    """What the triggers would do is done here: the name shown follows from the name."""
    persons = Copy(Person(**signed, birth_basis=Basis.STATED), *PERSON_COLUMNS)
    template = PersonName(is_primary=True, **signed)
    names = Copy(template, *OWN)
    numbered = enumerate(invented, start=1)
    with lightened(Person, PersonName):
        while batch := list(islice(numbered, BATCH)):
            for pk, (text, facts) in batch:
                _add(persons, names, template, pk, text, facts)
            persons.write()
            names.write()
            tell(f"{batch[-1][0]:,} of {number:,} invented people are loaded.")
    _go_on_counting()


def _add(persons: Copy, names: Copy, name: PersonName, pk: int, text: str, facts: dict):
    high, low = divmod(pk, len(_TRIPLES))
    signs = _TRIPLES[high] + _TRIPLES[low]
    name.id, name.person_id, name.text, name.script = pk, pk, text, ""
    name.public_id = f"N-{signs}"
    name.prepare()
    facts = {"id": pk, "public_id": f"P-{signs}", "name_full": name.text} | facts
    facts["name_shown"] = name.text
    persons.add(*(facts[column] for column in PERSON_COLUMNS))
    names.add(*(getattr(name, column) for column in OWN))


def _go_on_counting() -> None:
    """Numbers were given by hand; the next ones are given by the database again."""
    with connection.cursor() as cursor:
        for model in (Person, PersonName):
            table = model._meta.db_table
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id))"  # noqa: S608
                f" FROM {table} HAVING max(id) IS NOT NULL"
            )
