"""Faults put in one at a time, each a guard that is gone; each must turn the test named red.

`python -m tests.mutants` tries all, in a copy of the sources; words choose those whose name has
one of them. What was caught is written down: `--resume` goes on where a run was cut off, as long
as the sources are the same. A new guard gets a line in faults.py or faults_doors.py: a name, a
file, what stands there, what to put in its place, the test that has to notice.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.faults import RECORDS
from tests.faults_doors import DOORS

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns("var", ".git", ".venv", "__pycache__", "*.png", ".*_cache")
SECONDS = 600
CAUGHT = ROOT / "var" / "mutants.txt"


@dataclass(frozen=True)
class Mutant:
    """A guard that is taken away, and the test that has to notice."""

    name: str
    file: str
    guard: str
    instead: str
    test: str

    @property
    def is_in_database(self) -> bool:
        """Whether the fault is in what `migrate` puts into the database."""
        kept = ("models/rules", "models/grounds", "models/accesses", "tombstones", "migrations")
        return any(one in self.file for one in kept) or "pgtrigger" in self.guard + self.instead

    def apply(self, copy: Path) -> str:
        """Put the fault in; what the file said before."""
        path = copy / self.file
        text = path.read_text()
        if text.count(self.guard) < 1:
            raise LookupError(f"{self.name}: {self.file} no longer says so.")
        path.write_text(text.replace(self.guard, self.instead, 1))
        return text


MUTANTS = [Mutant(*row) for row in (*RECORDS, *DOORS)]


def main(words: list[str]) -> int:
    resumed, words = "--resume" in words, [word for word in words if word != "--resume"]
    chosen = [one for one in MUTANTS if not words or any(word in one.name for word in words)]
    # Those in Python first, in one database that is kept; the others each make their own.
    chosen.sort(key=lambda one: one.is_in_database)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        known = Caught(copy)
        before = known.names() if resumed else set()
        survived = [one for one in chosen if one.name not in before and not known.tried(one, copy)]
    print(f"{len(chosen) - len(survived)} of {len(chosen)} faults were caught.")
    return 1 if survived else 0


class Caught:
    """What was caught in sources that were just so, in a file of the checkout."""

    def __init__(self, copy: Path):
        each = sorted(path for path in copy.rglob("*") if path.is_file())
        told = hashlib.sha256()
        for path in each:
            told.update(path.relative_to(copy).as_posix().encode() + path.read_bytes())
        self.sources = told.hexdigest()[:16]

    def names(self) -> set[str]:
        lines = CAUGHT.read_text().splitlines() if CAUGHT.exists() else []
        return {line[17:] for line in lines if line[:16] == self.sources}

    def tried(self, mutant: Mutant, copy: Path) -> bool:
        caught = _is_caught(mutant, copy)
        if caught:
            CAUGHT.parent.mkdir(exist_ok=True)
            with CAUGHT.open("a") as file:
                file.write(f"{self.sources} {mutant.name}\n")
        return caught


def _is_caught(mutant: Mutant, copy: Path) -> bool:
    begun = time.monotonic()
    before = mutant.apply(copy)
    try:
        code = _run(mutant.test, copy, "--create-db" if mutant.is_in_database else "--reuse-db")
    finally:
        (copy / mutant.file).write_text(before)
    # 1: tests were red. Anything else, a test that is not there or never ends, catches nothing.
    word = "caught" if code == 1 else f"NOT CAUGHT ({code})"
    print(f"{word:<11} {mutant.name} ({time.monotonic() - begun:.0f} s)", flush=True)
    return code == 1


def _run(test: str, copy: Path, database: str) -> int:
    asked = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", database, test]
    told = {**os.environ, "TIZIM_VAR": str(copy / "var"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(
            asked, cwd=copy, env=told, capture_output=True, timeout=SECONDS, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return -1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
