"""An invented register is loaded whole or not at all, and never in the place of a real one."""

import hashlib
import io

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import DataError, connection
from django.db.models import F

from cases.models import Citation
from cases.synthetic import accounts, load
from cases.synthetic.book import MODELS
from people import indexing
from people.models import Person, Place
from tests import factories


def everything() -> dict[str, str]:
    """Each table's rows in one word."""
    return {
        model.__name__: hashlib.sha256(
            repr(list(model._base_manager.order_by("pk").values_list())).encode()
        ).hexdigest()
        for model in MODELS
    }


def shape() -> list[tuple]:
    """Every constraint, index and trigger there is, and whether it is at work."""
    questions = (
        "SELECT conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint",
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid FROM pg_index "
        "WHERE indrelid::regclass::text !~ '^pg_'",
        "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal",
    )
    found = []
    with connection.cursor() as cursor:
        for question in questions:
            cursor.execute(question)
            found += [tuple(map(str, row)) for row in cursor.fetchall()]
    return sorted(found)


def loaded(people: int, seed: int) -> dict[str, str]:
    load.load(people, seed)
    indexing.build(anew=True)
    return everything()


def test_the_same_seed_gives_the_same_register_and_another_another(db):
    first = loaded(60, 7)
    other = loaded(60, 8)

    assert loaded(60, 7) == first
    assert not set(other.values()) & set(first.values())


def test_each_place_has_the_area_that_the_database_would_give_it(db):
    load.load(60, 7)
    loaded = dict(Place.objects.values_list("pk", "area"))

    Place.objects.update(staff_note="")

    assert dict(Place.objects.values_list("pk", "area")) == loaded
    assert not Place.objects.filter(level="county").exclude(area=F("pk")).exists()


def test_constraints_indexes_and_triggers_are_as_they_were(db):
    before = shape()

    load.load(30, 1)
    indexing.build(anew=True)

    assert shape() == before


def test_a_real_record_is_never_replaced(db):
    someone = factories.person("Somebody Real")

    with pytest.raises(load.RegisterInUse, match="were not invented"):
        load.load(30, 1)

    assert list(Person.objects.values_list("pk", flat=True)) == [someone.pk]
    assert User.objects.filter(username=accounts.WRITER).count() == 0


def test_a_real_record_among_invented_ones_protects_them_all(db):
    load.load(30, 1)
    factories.place("A real place")

    with pytest.raises(load.RegisterInUse, match="were not invented"):
        load.load(30, 2)

    assert Person.objects.count() == 30


def test_the_history_of_a_real_record_is_never_thrown_away(db):
    factories.place("A real place").delete()

    with pytest.raises(load.RegisterInUse, match="were not invented"):
        load.load(30, 1)


def test_an_account_that_somebody_uses_is_not_taken(db):
    User.objects.create_user(accounts.WRITER, password="a long enough passphrase")

    with pytest.raises(load.RegisterInUse, match="take for its own: invented-writer"):
        load.load(30, 1)


def test_a_load_that_breaks_a_rule_leaves_nothing_behind(db, monkeypatch):
    before = shape()
    monkeypatch.setattr("cases.synthetic.families._BIOGRAPHY", "a\ttab too many")

    with pytest.raises(DataError, match="extra data after last expected column"):
        load.load(30, 1)

    assert Person.objects.count() == User.objects.count() == 0
    assert shape() == before


def test_the_command_tells_how_much_was_written(db):
    told = io.StringIO()
    call_command("synthesize", "--people", "30", "--seed", "4", stdout=told)

    lines = [" ".join(line.split()) for line in told.getvalue().splitlines()]
    assert "30 people" in lines
    assert f"{Citation.objects.count()} citations" in lines


def test_the_command_refuses_a_real_register(db):
    factories.place("A real place")

    with pytest.raises(CommandError, match="were not invented"):
        call_command("synthesize", "--people", "30")


def test_nobody_is_no_register(db):
    with pytest.raises(CommandError, match="at least 1"):
        call_command("synthesize", "--people", "0")
