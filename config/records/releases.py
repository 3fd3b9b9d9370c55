"""Releases: folders named by their day, written whole or not at all, proved by their sums."""

import hashlib
import io
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
SUMS, MANIFEST, REMOVED = "SHA256SUMS", "release.json", "removed.csv"
A_SUM = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*)")
PIECE = 1 << 16
READ_ONLY, OPEN_TO_READ = 0o444, 0o755


class Refused(Exception):
    """A release that cannot be written, in a sentence."""


class NoSuchFile(Exception):
    """There is no such file in a release, or it is not a plain one."""


@dataclass(frozen=True)
class Release:
    """One release, as it lies in its folder."""

    folder: Path

    @property
    def day(self) -> str:
        return self.folder.name

    @cached_property
    def sums(self) -> dict[str, str]:
        """Each file and its SHA-256, as the release says it; nothing else belongs to it."""
        found = map(A_SUM.fullmatch, self._said.decode().splitlines())
        return {one[2]: one[1] for one in found if one}

    @cached_property
    def seal(self) -> str:
        """The hash of the sums, and so of everything."""
        return hashlib.sha256(self._said).hexdigest()

    @cached_property
    def manifest(self) -> dict:
        with self.open(MANIFEST) as file:
            return json.load(file)

    @property
    def size(self) -> int:
        return sum(one["bytes"] for one in self.manifest["files"])

    def open(self, path: str) -> io.BufferedReader:
        """A file of the release to read. A link is none, wherever it leads."""
        self.hash_of(path)  # or it is not there
        return open(os.open(self._plain(path), os.O_RDONLY | _NO_LINK), "rb")

    def hash_of(self, path: str) -> str:
        """The SHA-256 of a file, as the release says it."""
        if path != SUMS and path not in self.sums:
            raise NoSuchFile(path)
        return self.seal if path == SUMS else self.sums[path]

    def size_of(self, path: str) -> int:
        return self._plain(path).stat().st_size

    def text(self, path: str) -> str:
        with self.open(path) as file:
            return file.read().decode()

    def faults(self) -> list[str]:
        """What differs from the sums, each a sentence; empty if all is as it was written."""
        there = {one.relative_to(self.folder).as_posix() for one in _files(self.folder)}
        listed = {*self.sums, SUMS}
        broken = (f"{path} differs from its sum." for path in self.sums if self._differs(path))
        more = (f"{path} does not belong to the release." for path in sorted(there - listed))
        unread = [] if len(self.sums) == len(self._said.splitlines()) else [f"{SUMS} is damaged."]
        return [*unread, *broken, *more]

    @cached_property
    def _said(self) -> bytes:
        with open(os.open(self._plain(SUMS), os.O_RDONLY | _NO_LINK), "rb") as file:
            return file.read()

    def _plain(self, path: str) -> Path:
        found = self.folder
        for step in ("", *path.split("/")):
            found = found / step
            if found.is_symlink():
                raise NoSuchFile(path)
        if not found.is_file():
            raise NoSuchFile(path)
        return found

    def _differs(self, path: str) -> bool:
        try:
            with self.open(path) as file:
                return hashlib.file_digest(file, "sha256").hexdigest() != self.sums[path]
        except (NoSuchFile, OSError):
            return True


_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # not known to Windows


def _files(folder: Path) -> Iterator[Path]:
    return (one for one in folder.rglob("*") if one.is_symlink() or not one.is_dir())


def releases(folder: Path) -> list[Release]:
    """Those of a folder, the newest first. What is half written, or a link, is none."""
    if not folder.is_dir():
        return []
    found = (one for one in folder.iterdir() if re.fullmatch(DAY, one.name))
    whole = (one for one in found if not one.is_symlink() and (one / SUMS).is_file())
    return [Release(one) for one in sorted(whole, reverse=True)]


def release_of(folder: Path, day: str) -> Release:
    """The release of a day."""
    found = [one for one in releases(folder) if one.day == day]
    if not found:
        raise NoSuchFile(day)
    return found[0]


class Writing:
    """A release while it is written: its folder, and the sum and size of each file so far."""

    def __init__(self, folder: Path):
        self.folder, self.sums, self.sizes = folder, {}, {}

    def add(self, path: str, pieces: Iterable[bytes]) -> None:
        with self.file(path) as file:
            for piece in pieces:
                file.write(piece)

    @contextmanager
    def file(self, path: str) -> Iterator[io.BufferedWriter]:
        """A new file that can be written to once."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        with open(self.folder / path, "xb") as made:
            hashed = _Hashed(made)
            buffer = io.BufferedWriter(hashed, PIECE)
            yield buffer
            buffer.flush()
            made.flush()
            os.fsync(made.fileno())
            os.chmod(made.name, READ_ONLY)
        self.sums[path], self.sizes[path] = hashed.digest.hexdigest(), hashed.size

    def seal(self) -> None:
        """The sums of all files, in the order of their names; it is the last file."""
        lines = (f"{number}  {path}\n" for path, number in sorted(self.sums.items()))
        self.add(SUMS, [line.encode() for line in lines])


class _Hashed(io.RawIOBase):
    """Writes into a file, and remembers the hash and size of all that."""

    def __init__(self, file):
        self.made, self.digest, self.size = file, hashlib.sha256(), 0

    def writable(self) -> bool:
        return True

    def write(self, piece) -> int:
        self.digest.update(piece)
        self.size += len(piece)
        return self.made.write(piece)


@contextmanager
def written_whole(folder: Path, day: str) -> Iterator[Writing]:
    """A release is seen under its name when all of it is there; of a broken one nothing stays."""
    if (folder / day).exists():
        raise Refused(f"There is a release of {day} already, and a release never changes.")
    folder.mkdir(parents=True, exist_ok=True)
    hidden = Path(tempfile.mkdtemp(prefix=f".{day}.", dir=folder))
    try:
        writing = Writing(hidden)
        yield writing
        writing.seal()
        hidden.chmod(OPEN_TO_READ)
        _put(hidden, folder / day)
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


def _put(hidden: Path, name: Path) -> None:
    try:
        hidden.rename(name)
    except OSError as error:
        raise Refused(f"There is a release of {name.name} already.") from error
    handle = os.open(name.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
