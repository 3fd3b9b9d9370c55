"""The production server as its keeper meets it: mistakes, killed processes, Ctrl-C."""

import os
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import psutil
import pytest

from config.records.server import STANDSTILL, listen

ROOT = Path(__file__).resolve().parents[3]


def serve(var, port=0):
    """Start it in a terminal of its own, as Ctrl-C goes to everything in a terminal."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "serve", f"--port={port}"],
        env={**os.environ, "TIZIM_VAR": str(var), "DATABASE_URL": "", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def address(process):
    """Read on until it says where it is."""
    for line in process.stdout:
        if found := re.search(r"http://\S+/", line):
            return found[0]
    raise AssertionError(process.stderr.read())


def status(address):
    """The answer, waited for: a server whose worker was killed needs a moment."""
    for _ in range(100):
        try:
            return urllib.request.urlopen(address, timeout=30).status  # noqa: S310  our own
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            time.sleep(0.1)
    return None


@pytest.fixture
def var():
    with tempfile.TemporaryDirectory(prefix="tizim-") as folder:
        yield Path(folder) / "var"


@pytest.fixture
def server(var):
    process = serve(var)
    yield process
    process.terminate()
    process.communicate(timeout=30)


def is_running(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def test_it_answers_whatever_is_killed_and_ctrl_c_ends_it_quietly(server, var):
    home = address(server)
    healthz, style = home + "healthz", home + "static/admin/css/base.css"
    long = healthz + "?q=" + urllib.parse.quote("阿" * 10_000)
    at_first = [status(page) for page in (healthz, style, long, healthz + "?q=" + "a" * 140_000)]

    psutil.Process(server.pid).children()[0].kill()
    after_a_worker = status(healthz)
    note = (var / "postgres" / "postmaster.pid").read_text()
    psutil.Process(int(note.split()[0])).kill()
    time.sleep(1)  # until its last connections have ended; before, one of them may half answer
    after_the_database = status(healthz)
    os.killpg(server.pid, signal.SIGINT)
    said = server.communicate(timeout=30)

    assert at_first == [200, 200, 200, 414]
    assert (after_a_worker, after_the_database) == (200, 200)
    assert (server.returncode, "Traceback" in said[1]) == (0, False)
    # A database that was killed leaves its note behind if nothing had to start it again.
    left = var / "postgres" / "postmaster.pid"
    assert not (left.exists() and is_running(int(left.read_text().split()[0])))


def test_it_starts_again_straight_away_after_kill_9(server, var):
    first = address(server)
    server.kill()
    server.communicate(timeout=30)

    again = serve(var, urllib.parse.urlsplit(first).port)
    found = (address(again) == first, status(first + "healthz"))
    again.terminate()
    again.communicate(timeout=30)

    assert found == (True, 200)


def test_a_port_that_is_taken_gets_one_line(server, var):
    port = urllib.parse.urlsplit(address(server)).port

    second = serve(var, port)
    said, complaint = second.communicate(timeout=30)

    assert (second.returncode, said) == (1, "")
    assert complaint == (
        f"CommandError: Port {port} is in use by another program; choose another with --port.\n"
    )


def test_who_takes_nothing_is_let_go_after_a_while():
    with listen("127.0.0.1", 0) as listener:
        visitor = socket.create_connection(listener.getsockname())
        taken, _ = listener.accept()
        with visitor, taken:
            patience = taken.getsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, 16)

    assert struct.unpack("ll", patience)[0] == STANDSTILL
