"""Measuring downloads: over HTTP from a server of its own, against PostgreSQL's COPY by psql."""

import importlib
import importlib.util
import io
import re
import shutil
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet

from cases.columns import CASE_COLUMNS
from cases.models import Case
from config.private_postgres import PROGRAMS
from config.records.cells import plain
from config.records.columns import rows
from config.records.statements import csv_copy, jsonl_copy, xlsx_copy
from people.evaluation.measures import percentile
from people.models import Person

COPIES = {"csv": csv_copy, "jsonl": jsonl_copy, "xlsx": xlsx_copy}
ROUNDS = 3
SHEET = 5_000  # rows given to openpyxl; it is as fast with more
PIECE = 1 << 18
# What the web server in front says, if the settings want one.
HEADERS = {"Host": settings.ALLOWED_HOSTS[0], "X-Forwarded-Proto": "https"}


@dataclass
class Taken:
    """What one download took."""

    seconds: float
    first_byte: float
    bytes: int
    memory: float  # megabytes that the server grew by


def downloads() -> dict:
    """Every format of all public cases: the best of some rounds, each beside COPY."""
    found = rows(Case.objects.published().order_by("-pk"), CASE_COLUMNS, None)
    report = {"people": Person.objects.count(), "rows": found.count()}
    copies = {name: make(list(CASE_COLUMNS), found) for name, make in COPIES.items()}
    with Server() as server:
        server.take("api/v1/cases.csv?q=nobody")  # so that everything is loaded
        for name, copy in copies.items():
            report[name] = _measured(server, f"api/v1/cases.{name}", copy, report["rows"])
    report["xlsx"] |= beside_openpyxl(found, report["xlsx"]["rows_per_s"])
    return report


def beside_openpyxl(found: QuerySet, rows_per_s: float) -> dict:
    """How many times faster than openpyxl's write-only mode, given tuples that wait in memory.

    Of openpyxl only its own work counts; of ours also the database's and the server's.
    """
    if not importlib.util.find_spec("openpyxl"):
        return {"ratio_to_openpyxl": None}
    openpyxl = importlib.import_module("openpyxl")
    heading = [column.name for column in CASE_COLUMNS]
    tuples = [tuple(map(plain, row)) for row in found[:SHEET]]
    seconds = min(_write_only(openpyxl, [heading, *tuples]) for _ in range(ROUNDS))
    return {"ratio_to_openpyxl": round(rows_per_s / (len(tuples) / seconds), 2)}


def _write_only(openpyxl, lines: list) -> float:
    begun = time.monotonic()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in lines:
        sheet.append(line)
    book.save(io.BytesIO())
    return time.monotonic() - begun


def _measured(server: "Server", path: str, copy: str, number: int) -> dict:
    taken, copied = [], []
    copy_once(copy)  # so that neither finds the disk's cache cold
    for _ in range(ROUNDS):
        copied.append(copy_once(copy))
        taken.append(server.take(path))
    best = min(one.seconds for one in taken)
    return {
        "rows_per_s": round(number / best),
        "ratio_to_copy": round(min(copied) / best, 3),
        "first_byte_s": round(max(one.first_byte for one in taken), 3),
        "added_memory_mb": round(max(one.memory for one in taken), 1),
        "megabytes": round(taken[0].bytes / 1e6, 1),
    }


def copy_once(copy: str) -> float:
    """Seconds that psql takes to run the same statement and throw the rows away."""
    where = connection.settings_dict
    told = {
        "PGHOST": where["HOST"],
        "PGPORT": str(where["PORT"]),
        "PGUSER": where["USER"],
        "PGPASSWORD": where["PASSWORD"],
        "PGDATABASE": where["NAME"],
        "PGOPTIONS": "-c jit=off",
    }
    program = shutil.which("psql") or str(PROGRAMS / "psql")
    begun = time.monotonic()
    subprocess.run(  # noqa: S603  our own statement, given on standard input
        [program, "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"],
        input=copy.encode() + b";\n",
        env={name: value for name, value in told.items() if value},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.monotonic() - begun


def in_ms(times: list[float], ending: str = "") -> dict[str, float]:
    """Half of the seconds that something took and nearly all, as a report has them."""
    return {f"p{share}_ms{ending}": round(percentile(times, share) * 1000, 1) for share in (50, 95)}


def opened(home: str, address: str):
    """An answer of a server that was started here, over a connection of its own."""
    asked = urllib.request.Request(  # noqa: S310  it is at home: http, on this machine
        urllib.parse.urljoin(home, address), headers=HEADERS
    )
    return urllib.request.urlopen(asked)  # noqa: S310  the same


def ask(home: str, address: str) -> tuple[float, int]:
    """Seconds from the request to the last byte; and the bytes."""
    begun = time.perf_counter()
    with opened(home, address) as answer:
        size = len(answer.read())
    return time.perf_counter() - begun, size


class Server:
    """The production server as a process of its own; with one worker, that is the one to watch."""

    def __init__(self, workers: int = 1):
        self.workers = workers

    def __enter__(self) -> "Server":
        told = ["serve", "--port=0", f"--workers={self.workers}"]
        command = [sys.executable, "-u", "manage.py", *told]
        self.process = subprocess.Popen(  # noqa: S603  our own command
            command,
            cwd=settings.BASE_DIR,
            stdout=subprocess.PIPE,
            text=True,
        )
        said = (re.search(r"http://\S+/", line) for line in self.process.stdout)
        self.home = next((found[0] for found in said if found), "")
        if not self.home:
            self.__exit__()
            raise RuntimeError("The server did not start; what it says stands above.")
        return self

    def __exit__(self, *error) -> None:
        self.process.terminate()
        self.process.communicate(timeout=30)

    def take(self, path: str) -> Taken:
        """Download to nowhere, looking at the worker's memory meanwhile."""
        with Watch(self.process.pid) as watch:
            begun = time.monotonic()
            with opened(self.home, path) as answer:
                size = len(answer.read(1))
                first = time.monotonic() - begun
                room = bytearray(PIECE)
                while number := answer.readinto(room):
                    size += number
            seconds = time.monotonic() - begun
        return Taken(seconds, first, size, watch.added)


class Watch:
    """The most memory that the children of a process held, beyond what they held at first."""

    def __init__(self, parent: int):
        self.parent, self.is_over = parent, threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "Watch":
        self.first = self.most = self._held()
        self.thread.start()
        return self

    def __exit__(self, *error) -> None:
        self.is_over.set()
        self.thread.join()

    @property
    def added(self) -> float:
        return (self.most - self.first) / 1024

    def _look(self) -> None:
        while not self.is_over.wait(0.2):
            self.most = max(self.most, self._held())

    def _held(self) -> int:
        """Kilobytes."""
        said = subprocess.run(  # noqa: S603  a program of the system, without anybody's words
            [shutil.which("ps") or "ps", "-A", "-o", "ppid=,rss="],
            capture_output=True,
            text=True,
            check=True,
        )
        lines = (line.split() for line in said.stdout.splitlines())
        return sum(int(held) for parent, held in lines if int(parent) == self.parent)
