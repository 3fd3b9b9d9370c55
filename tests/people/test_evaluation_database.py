"""An evaluation has a database of its own, filled as the register would be, and gone at the end."""

import os
import signal
import subprocess
import sys
from threading import Thread
from urllib.parse import quote, urlencode

import pgtrigger
import pytest
from django.db import connection
from pgtrigger.core import INSTALLED

from people.evaluation.copying import lightened
from people.evaluation.database import NoDatabase, own_database
from people.evaluation.filling import fill, hold
from people.evaluation.labelled import read_groups
from people.models import Person, PersonName
from tests import labelled
from tests.codebase import ROOT

pytestmark = pytest.mark.django_db

TRIGGERS = [one for one in pgtrigger.registered() if one[0] in (Person, PersonName)]


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return labelled.write(tmp_path_factory.mktemp("labelled"))


@pytest.fixture
def server():
    """A connection outside the test's transaction, which sees every database of the server."""
    beside = connection.copy()
    yield beside
    beside.close()


def databases(server) -> set[str]:
    ours = connection.settings_dict["NAME"]  # other tests run beside these
    with server.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        return {name for (name,) in cursor.fetchall() if name.startswith(f"{ours}_evaluation_")}


def test_what_is_loaded_in_bulk_is_as_if_it_were_entered(files):
    groups = read_groups(files[0])
    with own_database():
        fill(groups, 50, 1, lambda told: None)
        loaded = list(Person.objects.order_by("pk").values())
        names = list(PersonName.objects.order_by("pk"))
        statuses = [trigger.get_installation_status(model) for model, trigger in TRIGGERS]
        with connection.cursor() as cursor:
            cursor.execute("UPDATE people_person SET name_full = name_full")  # by the triggers
        entered = list(Person.objects.order_by("pk").values())
        seen = PersonName.objects.visible_to(None).count()

    scripts = [name.script for name in names]
    for name in names:
        name.script = ""
        name.prepare()
    assert loaded == entered
    assert scripts == [name.script for name in names]
    assert (len(loaded), len(names), seen) == (53, 53, 53)
    assert statuses == [(INSTALLED, True)] * len(TRIGGERS)


def shape() -> list[tuple]:
    """The indexes, constraints and triggers of the tables that are lightened, as they are now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_indexdef(indexrelid) FROM pg_index"
            " WHERE indrelid = ANY(%(t)s::regclass[])"
            " UNION SELECT concat(conname, pg_get_constraintdef(oid)) FROM pg_constraint"
            " WHERE conrelid = ANY(%(t)s::regclass[])"
            " UNION SELECT concat(tgname, tgenabled) FROM pg_trigger"
            " WHERE tgrelid = ANY(%(t)s::regclass[]) AND NOT tgisinternal ORDER BY 1",
            {"t": [Person._meta.db_table, PersonName._meta.db_table]},
        )
        return cursor.fetchall()


def test_tables_are_as_they_were_after_loading_and_after_loading_that_failed(files):
    inside = []

    def interrupted():
        with lightened(Person, PersonName):
            inside.extend(shape())
            raise KeyboardInterrupt

    with own_database():
        fresh = shape()
        with pytest.raises(KeyboardInterrupt):
            interrupted()
        failed = shape()
        fill(read_groups(files[0]), 5, 1, lambda told: None)
        loaded = shape()

    assert len(inside) < len(fresh) - 10
    assert failed == fresh
    assert loaded == fresh


def test_only_the_labelled_change_their_spelling_between_rounds(files):
    groups = read_groups(files[0])
    held = []
    with own_database():
        fill(groups, 20, 1, lambda told: None)
        names = PersonName.objects.order_by("person_id").values_list("text", flat=True)
        shown = Person.objects.order_by("pk").values_list("name_shown", flat=True)
        for turn in range(3):
            hold(groups, 20, turn)
            held.append(list(names.all()))
            assert list(shown.all()) == held[turn]

    spellings = [names for _, _, names in labelled.PEOPLE.values()]
    assert [texts[20:] for texts in held] == [
        [names[turn % len(names)] for names in spellings] for turn in range(3)
    ]
    assert held[0][:20] == held[1][:20] == held[2][:20]


def test_every_thread_works_in_the_evaluation_and_afterwards_in_the_register():
    names = []

    def look():
        names.append(connection.settings_dict["NAME"])
        connection.close()

    register = connection.settings_dict["NAME"]
    with own_database():
        look()
        thread = Thread(target=look)
        thread.start()
        thread.join()
    after = Thread(target=look)
    after.start()
    after.join()

    assert names == [f"{register}_evaluation_{os.getpid()}"] * 2 + [register]
    assert connection.settings_dict["NAME"] == register


def test_the_database_is_dropped_when_something_goes_wrong(server):
    with pytest.raises(KeyboardInterrupt), own_database():
        raise KeyboardInterrupt

    assert databases(server) == set()


@pytest.mark.parametrize(("told", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_whoever_ends_the_command_leaves_no_database_behind(files, server, told, code):
    # Said to the test's own server, which the command would not find by itself.
    where = connection.settings_dict
    account = f"{quote(where['USER'])}:{quote(where['PASSWORD'])}"
    host = urlencode({"host": where["HOST"], "port": where["PORT"]})
    address = f"postgres://{account}@/{where['NAME']}?{host}"
    process = subprocess.Popen(
        [sys.executable, ROOT / "manage.py", "evaluate_names", files[0], "--background=50000"],
        env={**os.environ, "DATABASE_URL": address},
        stderr=subprocess.PIPE,
        text=True,
    )
    process.stderr.readline()
    during = databases(server)
    process.send_signal(told)
    process.communicate(timeout=60)

    assert process.returncode == code
    assert during == {f"{where['NAME']}_evaluation_{process.pid}"}
    assert databases(server) == set()


def test_an_account_that_may_not_create_databases_is_told_so(monkeypatch):
    weak = {**connection.settings_dict["OPTIONS"], "options": "-c role=pg_read_all_data"}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", weak)

    with pytest.raises(NoDatabase) as refusal, own_database():
        pytest.fail("this should not be reached")

    assert str(refusal.value) == (
        "The evaluation works in a database of its own, and the database account "
        "pg_read_all_data may not create one: give it the right CREATEDB."
    )
