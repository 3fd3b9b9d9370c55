"""The demonstration is loaded once, only into an empty register, and says what is invented."""

import io

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from cases.example import companions, load
from cases.models import Case, Event
from config.records import server
from config.records.choices import Secrecy, State
from people.models import Person, PersonName
from tests import factories


@pytest.fixture(scope="module")
def loaded(module_db):
    return load.load()


def everything() -> dict:
    """The number of rows of every table, histories included, and the last key given out."""
    models = [apps.get_model("pghistory", "Context")]
    for label in ("cases", "people", "auth"):
        models += apps.get_app_config(label).get_models()
    rows = {model._meta.label: model._base_manager.all() for model in models}
    return {
        name: (found.count(), found.order_by("pk").values_list("pk", flat=True).last())
        for name, found in rows.items()
    }


def companions_with(**wanted):
    ids = [load.public_id("C", one.case) for one in companions.DOSSIERS]
    return Case.objects.filter(public_id__in=ids, **wanted)


def test_loading_twice_changes_nothing(loaded):
    before = everything()

    again = load.load()

    assert loaded["is_new"]
    assert again == {"is_new": False, "case": loaded["case"], "passwords": {}}
    assert everything() == before


def test_a_register_with_records_of_its_own_is_left_alone(db):
    factories.place()
    before = everything()

    with pytest.raises(load.RegisterInUse, match="holds records already"):
        load.load()

    assert everything() == before


def test_an_account_of_somebody_else_is_left_alone(db):
    User.objects.create_user("chief")

    with pytest.raises(load.RegisterInUse, match=r"exist already: chief\."):
        load.load()

    assert User.objects.get().groups.count() == 0


def test_two_accounts_of_one_sentence_stand_side_by_side(loaded):
    said = [
        set(one.citations.filter(field="sentence_months").values_list("says", flat=True))
        for one in Event.objects.published().filter(kind="sentencing", case__in=companions_with())
    ]

    assert {"15 years", "17 years"} in said


def test_what_was_withdrawn_is_not_to_be_seen_anywhere(loaded):
    withdrawn = companions_with(state=State.WITHDRAWN)

    assert len(withdrawn) == 2
    assert not Person.objects.published().filter(cases__in=withdrawn).exists()


def test_every_role_has_an_account_and_nobody_is_superuser(loaded):
    rows = User.objects.values_list("username", "is_staff", "is_superuser", "groups__name")

    assert sorted(rows) == [
        ("auditor", True, False, "auditor"),
        ("chief", True, False, "chief"),
        ("contributor", True, False, "contributor"),
        ("researcher", False, False, "researcher"),
        ("reviewer", True, False, "reviewer"),
    ]
    assert len(set(loaded["passwords"].values())) == 5


def test_what_one_account_submitted_another_published(loaded):
    signed = Case.objects.filter(state=State.PUBLISHED)
    signatures = signed.values_list("submitted_by__username", "published_by__username")

    assert set(signatures) == {("contributor", "reviewer")}


def test_sixty_cases_and_more_are_to_be_seen(loaded):
    assert Case.objects.published().count() >= 60
    assert {one.state for one in Case.objects.all()} == set(State)
    assert {one.secrecy for one in Case.objects.all()} == set(Secrecy)


def test_lists_and_filters_have_something_to_show(loaded):
    shown = Case.objects.published()
    scripts = PersonName.objects.published().values_list("script", flat=True)
    dated = [one.occurred for one in Event.objects.published() if one.occurred]

    assert set(scripts) == {"Latn", "Cyrl", "Arab", "Hani"}
    assert len(set(shown.values_list("status", flat=True))) >= 10
    assert len(set(shown.values_list("verification", flat=True))) >= 6
    assert {one.precision for one in dated} >= {
        *("day", "month", "season", "year", "interval"),
        *("before", "after", "unknown_start"),
    }
    assert {mark for one in dated for mark in "?~" if mark in one.edtf} == {"?", "~"}


def test_every_invented_case_and_person_says_so(loaded):
    cases = companions_with()

    assert len(cases) == len(companions.DOSSIERS)
    assert all(one.title.startswith("Invented") for one in cases)
    people = Person.objects.exclude(public_id__in=_real_ids())
    assert all(one.biography.startswith("Invented for the demonstration") for one in people)


def _real_ids() -> list[str]:
    return [load.public_id("P", one.key) for one in load.FACTS if one.model == "Person"]


def test_every_published_case_lacks_nothing(loaded):
    assert [one.missing() for one in Case.objects.published() if one.missing()] == []


def test_no_two_records_have_one_address():
    entries = [*load.FACTS, *companions.ENTRIES]
    ids = {(entry.model, load.public_id("X", entry.key)) for entry in entries}

    assert len(ids) == len({entry.key for entry in entries}) == len(entries)


def test_the_command_tells_the_passwords_once_and_keeps_them(db, settings, tmp_path, monkeypatch):
    settings.VAR = tmp_path
    monkeypatch.setattr(server, "prepare", lambda stdout: None)

    first, second = (_run("--no-serve") for _ in range(2))

    logins = tmp_path / "demo_logins.txt"
    assert logins.stat().st_mode & 0o777 == 0o600
    passwords = [line.split()[1] for line in logins.read_text().splitlines()]
    assert [word in first for word in passwords] == [True] * 5
    assert [word in second for word in passwords] == [False] * 5
    assert str(logins) in second
    assert f"/cases/{load.MAIN_CASE}/" in second


def test_the_command_leaves_another_register_alone_in_one_line(db, monkeypatch):
    monkeypatch.setattr(server, "prepare", lambda stdout: None)
    factories.person()

    with pytest.raises(CommandError) as refusal:
        _run("--no-serve")

    assert str(refusal.value).count("\n") == 0


def _run(*arguments: str) -> str:
    told = io.StringIO()
    call_command("demo", *arguments, stdout=told)
    return told.getvalue()
