"""Guard: the database is as the code says: no migration is missing, every trigger is installed."""

import pgtrigger
import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pgtrigger.core import INSTALLED, OUTDATED

from cases.models import Case
from config.records.models import Record
from tests.planted import MODELS

pytestmark = pytest.mark.django_db


def statuses() -> dict[str, tuple]:
    """Each trigger that the code declares, and how it stands in the database."""
    return {
        f"{model.__name__}.{trigger.name}": trigger.get_installation_status(model)
        for model, trigger in pgtrigger.registered()
    }


def test_no_migration_is_missing(capsys):
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)

    assert capsys.readouterr().out == "No changes detected\n"


def test_every_trigger_is_installed_as_the_code_says_and_no_other():
    stale = [(table, name) for table, name, _, _ in pgtrigger.prunable()]

    assert statuses() == dict.fromkeys(statuses(), (INSTALLED, True))
    assert stale == []


def test_triggers_are_installed_by_migrate_and_not_by_migrations():
    assert settings.PGTRIGGER_MIGRATIONS is False
    assert settings.PGTRIGGER_INSTALL_ON_MIGRATE is True

    pgtrigger.uninstall("cases.Citation:quote_is_there")
    call_command("migrate", verbosity=0)

    assert statuses()["Citation.quote_is_there"] == (INSTALLED, True)


def test_migrate_has_postgresql_count_the_tables_that_it_changed():
    counted = []
    for name in ("0001", "0002", "0002"):
        with CaptureQueriesContext(connection) as asked:
            call_command("migrate", "accounts", name, verbosity=0)
        counted.append(any(one["sql"].startswith("ANALYZE") for one in asked))

    assert counted == [True, True, False]


def test_a_trigger_that_was_changed_by_hand_is_seen():
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER IF EXISTS nothing ON cases_case")
        (trigger,) = (one for one in Case._meta.triggers if one.name == "unsettle")
        cursor.execute(f"COMMENT ON TRIGGER {trigger.get_pgid(Case)} ON cases_case IS 'other'")

    assert trigger.get_installation_status(Case) == (OUTDATED, True)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_record_is_protected_touched_and_kept_in_history(model):
    names = {trigger.name for one, trigger in pgtrigger.registered() if one is model}
    versions = {
        trigger.name
        for one, trigger in pgtrigger.registered()
        if one is model.versions.rel.related_model
    }

    assert {
        "keep_published",
        "touch",
        "entered_insert",
        "changed_update",
        "deleted_delete",
    } - names == set()
    assert versions == {"append_only"}
    of_model = {"app_label": model._meta.app_label, "class": model._meta.model_name}
    rules = {rule.name % of_model for rule in Record.Meta.constraints}
    assert rules - {rule.name for rule in model._meta.constraints} == set()


def test_the_roles_are_made_with_what_they_may_do():
    verbs = {
        group.name: sorted({one.codename.split("_")[0] for one in group.permissions.all()})
        for group in Group.objects.all()
    }

    assert verbs == {
        "researcher": [],
        "contributor": ["add", "change", "delete", "view"],
        "reviewer": ["add", "change", "delete", "merge", "publish", "view"],
        "chief": ["add", "change", "delete", "document", "merge", "publish", "unseal", "view"],
        "auditor": ["view"],
    }


# What is no record, by role: what each may do to it.
BESIDES = {
    "contributor": {},
    "reviewer": {"consent": ["add", "change", "view"], "message": ["change", "view"]},
    "auditor": {"access": ["view"], "context": ["view"]},
    "chief": {
        "context": ["view"],
        "consent": ["add", "change", "delete", "view"],
        "contact": ["add", "change", "delete", "view"],
        "erasure": ["add", "change", "view"],
        "identifier": ["add", "change", "delete", "view"],
        "interest": ["document"],
        "message": ["change", "view"],
    },
}


@pytest.mark.parametrize("role", list(BESIDES))
def test_what_is_no_record_is_for_few(role):
    found: dict[str, list] = {}
    for codename in Group.objects.get(name=role).permissions.values_list("codename", flat=True):
        verb, _, model = codename.partition("_")
        if model not in {"snapshot", *(one._meta.model_name for one in MODELS)}:
            found.setdefault(model, []).append(verb)

    assert {model: sorted(verbs) for model, verbs in found.items()} == BESIDES[role]


@pytest.mark.parametrize("role", ["contributor", "reviewer", "chief"])
def test_a_role_may_do_the_same_to_every_record(role):
    allowed = Group.objects.get(name=role).permissions.values_list("codename", flat=True)
    by_verb: dict[str, set] = {}
    for codename in allowed:
        verb, _, model = codename.partition("_")
        by_verb.setdefault(verb, set()).add(model)

    kinds = {model._meta.model_name for model in MODELS}
    for verb in ("merge", "document"):  # of people alone
        by_verb.pop(verb, None)
    besides = {"snapshot", *BESIDES[role]}
    others = {verb: (found - besides) ^ kinds for verb, found in by_verb.items()}
    assert {verb: models for verb, models in others.items() if models} == {}
