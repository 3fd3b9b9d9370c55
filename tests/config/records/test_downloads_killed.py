"""Downloads from a real server while something is killed: the client, the server, the database.

Nothing leaks, the next request works, and what came says that it is not all.
"""

import http.client
import io
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import zipfile
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from config.records.exports import INCOMPLETE

ROOT = Path(__file__).resolve().parents[3]
BIG = """
import secrets
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("ALTER TABLE people_person DISABLE TRIGGER USER")
    cursor.execute("SELECT id FROM people_person")
    for (key,) in cursor.fetchall():
        told = [secrets.token_hex(40_000), key]
        cursor.execute("UPDATE people_person SET biography = %s WHERE id = %s", told)
    cursor.execute("ALTER TABLE people_person ENABLE TRIGGER USER")
"""
FILES = {
    "csv": "/api/v1/people.csv",
    "jsonl": "/api/v1/people.jsonl",
    "xlsx": "/api/v1/people.xlsx",
    "zip": "/api/v1/tidy.zip",
    "entities": "/api/v1/entities.jsonl",
}


class Register:
    """A register of its own with long rows, served by the production server with one process."""

    def __init__(self, var: Path):
        self.env = {**os.environ, "TIZIM_VAR": str(var), "DATABASE_URL": ""}
        self.env |= {"PYTHONUNBUFFERED": "1", "TIZIM_DOWNLOADS_AT_ONCE": "2"}
        self.var = var
        self.run("synthesize", "--people=800")
        self.run("shell", "-c", BIG)
        command = [sys.executable, "manage.py", "serve", "--port=0", "--workers=1"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.env, text=True, stdout=subprocess.PIPE
        )
        said = (re.search(r"http://\S+/", line) for line in self.process.stdout)
        self.at = urllib.parse.urlsplit(next(found[0] for found in said if found))

    def run(self, *words: str) -> None:
        command = [sys.executable, "manage.py", *words]
        subprocess.run(command, cwd=ROOT, env=self.env, check=True, capture_output=True)

    def end(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=30)

    def ask(self, path: str, method: str = "GET") -> http.client.HTTPResponse:
        """The answer, its body still to come."""
        taken = http.client.HTTPConnection(self.at.hostname, self.at.port)
        taken.sock = self.connected()
        taken.request(method, path, headers={"Connection": "close"})
        return taken.getresponse()

    def connected(self) -> socket.socket:
        """With little room, so that what is sent waits at the server."""
        one = socket.socket()
        one.settimeout(60)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.connect((self.at.hostname, self.at.port))
        return one

    def status(self, path: str = "/healthz") -> int:
        """Waited for: what was killed needs a moment to be there again."""
        for _ in range(100):
            try:
                with closing(self.ask(path)) as answer:
                    answer.read()
                    if answer.status != 503:
                        return answer.status
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(0.2)
        return 0

    @property
    def worker(self) -> psutil.Process:
        return psutil.Process(self.process.pid).children()[0]

    @property
    def database(self) -> psutil.Process:
        note = (self.var / "postgres" / "postmaster.pid").read_text()
        return psutil.Process(int(note.split()[0]))

    def kill_database(self) -> None:
        """All of it: a process that is at work would go on without the one that started it."""
        for one in [first := self.database, *first.children()]:
            one.kill()

    def copies(self) -> int:
        """How many processes of the database run a COPY, waited for until they end."""
        for _ in range(100):
            number = sum("COPY" in _title(one) for one in self.database.children())
            if not number:
                break
            time.sleep(0.1)
        return number


def _title(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


@pytest.fixture(scope="module")
def served():
    with tempfile.TemporaryDirectory(prefix="tizim-") as folder:
        register = Register(Path(folder) / "var")
        yield register
        register.end()


def rest(answer: http.client.HTTPResponse) -> tuple[bytes, bool]:
    """What still comes, and whether the answer had its end."""
    found = []
    try:
        while piece := answer.read(1 << 16):
            found.append(piece)
    except http.client.IncompleteRead as error:
        return b"".join([*found, error.partial]), False
    except OSError:
        return b"".join(found), False
    finally:
        answer.close()
    return b"".join(found), True


@pytest.mark.parametrize("kind", FILES)
def test_who_goes_away_in_the_middle_leaves_nothing_at_work(served, kind):
    answer = served.ask(FILES[kind])
    began = len(answer.read(100_000))

    answer.close()

    assert (began, served.copies(), served.status()) == (100_000, 0, 200)


@pytest.mark.parametrize("kind", FILES)
def test_a_file_whose_database_is_killed_says_that_it_is_not_all(served, kind):
    answer = served.ask(FILES[kind])
    begun = answer.read(100_000)

    served.kill_database()
    came, has_end = rest(answer)

    whole = begun + came
    says_so = {
        "csv": lambda: whole.splitlines()[-1].decode() == INCOMPLETE,
        "jsonl": lambda: json.loads(whole.splitlines()[-1]) == {"error": INCOMPLETE},
        "entities": lambda: json.loads(whole.splitlines()[-1]) == {"error": INCOMPLETE},
    }.get(kind, lambda: not zipfile.is_zipfile(io.BytesIO(whole)))
    assert (has_end, says_so()) == (False, True)
    assert (served.status(), served.status(FILES["csv"])) == (200, 200)


@pytest.mark.parametrize("kind", FILES)
def test_a_file_whose_server_is_killed_has_no_end(served, kind):
    answer = served.ask(FILES[kind])
    begun = answer.read(100_000)

    served.worker.kill()
    came, has_end = rest(answer)

    is_zip = zipfile.is_zipfile(io.BytesIO(begun + came))
    assert (len(begun), has_end, is_zip) == (100_000, False, False)
    assert (served.status(), served.copies()) == (200, 0)
    assert served.status(FILES["csv"]) == 200


def test_slow_downloads_keep_nobody_from_the_pages_and_one_more_is_told_to_come_again(served):
    slow = [_barely_read(served, FILES["csv"]) for _ in range(2)]
    begun = time.monotonic()

    pages = [served.status(path) for path in ("/healthz", "/", "/people/", "/cases/") * 3]
    seconds = time.monotonic() - begun
    more = served.ask(FILES["jsonl"])
    headers = served.ask(FILES["jsonl"], "HEAD")
    for one in (*slow, headers):
        one.close()

    assert (set(pages), seconds < 30) == ({200}, True)
    assert (more.status, more.headers["Retry-After"], headers.status) == (503, "30", 200)
    assert "errors" in json.loads(more.read())
    assert (served.copies(), served.status(FILES["jsonl"])) == (0, 200)


def _barely_read(served, path: str) -> socket.socket:
    """A client that asks, and then takes next to nothing."""
    one = served.connected()
    one.sendall(f"GET {path} HTTP/1.1\r\nHost: {served.at.netloc}\r\n\r\n".encode())
    one.recv(10)
    return one
