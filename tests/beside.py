"""The CSV of all cases beside what else one would use: datasette over SQLite, and the plain way.

    python -m tests.beside [--datasette PATH] [--json]

All three send the same rows in the same run, each from one process of its own, in turns.
"""

import argparse
import csv
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import django

ROUNDS = 3
PIECE = 1 << 18
NO_DATASETTE = "datasette is not installed here: it was not measured. Say where it is: --datasette"


def measured(datasette: str | None) -> dict:
    """Each way, its rows a second and its first byte, and how many times as fast Tizim is."""
    from cases.measuring import HEADERS, Server

    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours = stack.enter_context(Server()).home + "api/v1/cases.csv"
        plain = stack.enter_context(_served(_gunicorn)) + "cases.csv"
        ways = {"tizim": (ours, HEADERS), "plain": (plain, HEADERS)}
        number = _into_sqlite(ours, HEADERS, folder)
        if datasette:
            home = stack.enter_context(_served(lambda port: _datasette(datasette, folder, port)))
            ways["datasette"] = (f"{home}register/cases.csv?_stream=on&_size=max", {})
        taken = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                taken[name].append(_take(*way, number if name != "tizim" else 0))
    return {"rows": number} | figures(taken, number)


def figures(taken: dict[str, list], number: int) -> dict:
    best = {name: min(seconds for seconds, _ in each) for name, each in taken.items()}
    return {
        name: {
            "rows_per_s": round(number / best[name]),
            "first_byte_s": round(max(first for _, first in each), 3),
            "tizim_is_times_as_fast": round(best[name] / best["tizim"], 2),
        }
        for name, each in taken.items()
    }


def _take(address: str, headers: dict, least: int) -> tuple[float, float]:
    """Seconds for all of it, and until the first byte. It must have a line for each row."""
    begun = time.monotonic()
    lines, room = 0, bytearray(PIECE)
    with _asked(address, headers) as answer:
        lines += answer.read(1).count(b"\n")
        first = time.monotonic() - begun
        while length := answer.readinto(room):
            lines += room.count(b"\n", 0, length)
    if lines <= least:
        sys.exit(f"{address} sent {lines:,} lines, and there are {least:,} rows.")
    return time.monotonic() - begun, first


def _asked(address: str, headers: dict):
    asked = urllib.request.Request(address, headers=headers)  # noqa: S310  servers of our own
    return urllib.request.urlopen(asked)  # noqa: S310  the same


def _into_sqlite(address: str, headers: dict, folder: Path) -> int:
    """The same table for datasette: what our own CSV holds, keyed by id."""
    file = folder / "cases.csv"
    with _asked(address, headers) as answer, open(file, "wb") as out:
        shutil.copyfileobj(answer, out)
    with (
        open(file, encoding="utf-8-sig", newline="") as text,
        closing(sqlite3.connect(folder / "register.db")) as base,
    ):
        lines = csv.reader(text)
        heading = next(lines)
        names = ", ".join(f'"{name}"' for name in heading)
        base.execute(f'CREATE TABLE cases ({names}, PRIMARY KEY ("id"))')
        marks = ", ".join("?" * len(heading))
        number = base.executemany(f"INSERT INTO cases VALUES ({marks})", lines).rowcount  # noqa: S608
        base.commit()
    return number


def _gunicorn(port: int) -> list[str]:
    options = ["--worker-class=gthread", "--workers=1", "--threads=4", "--log-level=error"]
    return [
        sys.executable,
        "-m",
        "gunicorn",
        *options,
        f"--bind=127.0.0.1:{port}",
        "tests.plain_way",
    ]


def _datasette(program: str, folder: Path, port: int) -> list[str]:
    bounds = ["max_csv_mb", "0", "--setting", "sql_time_limit_ms", "600000"]
    base = str(folder / "register.db")
    return [program, "serve", base, "--port", str(port), "--setting", *bounds]


@contextmanager
def _served(command):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command(port), **quiet)
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(30)


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    sys.exit("A server to measure beside did not start.")


def table(report: dict) -> str:
    told = [f"{report['rows']:,} public cases, the same rows from each"]
    told += [
        f"{name:12}{one['rows_per_s']:>10,} rows a second, "
        f"first byte after {one['first_byte_s']} s; "
        f"Tizim is {one['tizim_is_times_as_fast']} times as fast"
        for name, one in report.items()
        if name != "rows"
    ]
    return "\n".join([*told, *([] if "datasette" in report else [NO_DATASETTE])])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    asked = argparse.ArgumentParser(description=re.split(r"\n\n", __doc__)[0])
    asked.add_argument("--datasette", default=shutil.which("datasette"))
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    found = measured(given.datasette)
    print(json.dumps(found) if given.json else table(found))
