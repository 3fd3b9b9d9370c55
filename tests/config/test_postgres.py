"""The database starts by itself, survives what happens to processes, and says plainly why not."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from config import private_postgres

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import sys, django
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute(sys.argv[1])
    print(cursor.fetchone()[0] if cursor.description else "done", flush=True)
if sys.argv[2:]:
    sys.stdin.readline()
"""


@pytest.fixture
def fresh():
    """Where no database is yet. Not pytest's tmp_path, which is too long for a socket."""
    with tempfile.TemporaryDirectory(prefix="tizim test ü ") as folder:
        yield Path(folder) / "var"


@pytest.fixture(scope="module")
def var():
    """Where a database is, made by the first test that asks."""
    with tempfile.TemporaryDirectory(prefix="tizim-") as folder:
        yield Path(folder) / "var"


def ask(var, sql, *, wait=False, python=sys.executable):
    """Another process that connects through the settings, asks, and (with wait) stays."""
    environment = {**os.environ, "TIZIM_VAR": str(var), "DATABASE_URL": ""}
    environment |= {"DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [python, "-c", ASK, sql, *(["wait"] if wait else [])],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answer(process):
    said, complaint = process.communicate(timeout=60)
    assert process.returncode == 0, complaint
    return said.strip()


def postmaster(var):
    note = var / "postgres" / "postmaster.pid"
    return psutil.Process(int(note.read_text().split()[0])) if note.exists() else None


def manage(*words, **environment):
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *words],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_six_commands_at_once_start_one_server_and_the_last_stops_it(fresh):
    started = [ask(fresh, "SELECT pg_postmaster_start_time()", wait=True) for _ in range(6)]
    times = {process.stdout.readline() for process in started}
    running = postmaster(fresh).is_running()

    ended = [answer(process) for process in started]

    assert (len(times), running, ended, postmaster(fresh)) == (1, True, [""] * 6, None)


def test_the_database_is_utf8_in_code_point_order_in_utc_and_safe(var):
    names = ["server_encoding", "TimeZone", "fsync", "full_page_writes", "listen_addresses"]
    asked = ", ".join(f"current_setting('{name}')" for name in names)

    found = answer(ask(var, f"SELECT concat_ws(' ', lower('ҚАЗАҚ'), 'Z' < 'a', {asked}, '.')"))

    assert found == "қазақ t UTF8 UTC on on  ."


def test_nobody_else_may_enter_the_data(var):
    answer(ask(var, "SELECT 1"))

    assert (var / "postgres").stat().st_mode & 0o077 == 0
    assert private_postgres.sockets(var.resolve()).stat().st_mode & 0o077 == 0
    assert var.stat().st_mode & 0o076 == 0


def test_what_was_saved_is_there_after_kill_9_of_the_database(var):
    user = ask(var, "CREATE TABLE kept AS SELECT 27 AS number", wait=True)
    user.stdout.readline()

    postmaster(var).kill()
    found = answer(ask(var, "SELECT number FROM kept"))
    answer(user)

    assert (found, postmaster(var)) == ("27", None)


def test_a_database_left_by_a_killed_command_is_used_and_stopped_by_the_next(var):
    killed = ask(var, "CREATE TABLE left_over AS SELECT 27 AS number", wait=True)
    killed.stdout.readline()
    killed.kill()
    killed.communicate()
    left = postmaster(var).is_running()

    found = answer(ask(var, "SELECT number FROM left_over"))

    assert (left, found, postmaster(var)) == (True, "27", None)


def test_a_first_start_that_was_killed_is_begun_again(fresh):
    killed = ask(fresh, "SELECT 1")
    deadline = time.monotonic() + 30
    while not list(fresh.glob("postgres.new.*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    killed.kill()
    killed.communicate()

    assert answer(ask(fresh, "SELECT 27")) == "27"


def test_a_number_that_another_process_has_now_does_not_stop_the_start(var):
    answer(ask(var, "SELECT 1"))
    (var / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n")

    assert answer(ask(var, "SELECT 27")) == "27"


def test_a_path_too_long_for_a_socket_still_works(fresh):
    long = fresh / ("a long folder " * 8)

    assert answer(ask(long, "SELECT 27")) == "27"


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "sqlite:///kept",
        "mysql://worker:hush-hush@localhost/kept",
        "postgres://worker:hush#hush@localhost:5432/kept",
        "postgres://worker:hush-hush@localhost:port/kept",
        "postgres://worker:hush-hush@localhost",
        "postgres://worker:hush-hush@localhost/kept?sslmod=require",
        "postgres://worker:hush-hush@[::1/kept",
    ],
)
def test_a_broken_database_url_gets_one_line_without_the_password(url):
    done = manage("migrate", DATABASE_URL=url)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "DATABASE_URL is not the address of a PostgreSQL database; it should look like "
        "postgres://user:password@host:5432/name, with special characters percent-encoded.\n"
    )


def test_a_database_that_does_not_answer_gets_one_line_without_the_password():
    done = manage("migrate", DATABASE_URL="postgres://worker:hush-hush@127.0.0.1:1/kept")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "The database kept (host 127.0.0.1, port 1) cannot be used: Connection refused\n"
    )


def test_a_database_that_cannot_be_started_gets_one_line(fresh):
    answer(ask(fresh, "SELECT 1"))
    (fresh / "postgres" / "postgresql.conf").write_text("port = nonsense\n")

    done = manage("migrate", TIZIM_VAR=str(fresh), DATABASE_URL="")

    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "Tizim's own PostgreSQL does not start: FATAL: " in done.stderr


def test_ctrl_c_ends_a_command_without_a_traceback_and_stops_the_database(var):
    user = ask(var, "SELECT 1", wait=True)
    user.stdout.readline()

    user.send_signal(signal.SIGINT)
    user.communicate(timeout=30)

    assert postmaster(var) is None
