"""Running a module of ours on what strangers sent, in a process of its own, bounded (no Django)."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

with suppress(ImportError):  # there is none on Windows
    import resource

ROOT = Path(__file__).resolve().parents[1]


class TooLong(Exception):
    """It took longer than it may."""


class Crashed(Exception):
    """It ended without an answer."""


def answer_of(module: str, asked: bytes, seconds: float) -> bytes:
    """What a module writes that is given this to read. Raises TooLong or Crashed.

    The process is given no settings, no database and no key; a crash of it is an answer too.
    """
    command = [sys.executable, "-E", "-s", "-m", module]
    try:
        done = subprocess.run(  # noqa: S603 - our own module; what is hostile is its input
            command, input=asked, capture_output=True, timeout=seconds, cwd=ROOT, env={}
        )
    except subprocess.TimeoutExpired as error:
        raise TooLong from error
    if done.returncode:
        raise Crashed
    return done.stdout


def limit(memory: int, seconds: int) -> None:
    """In that process: no more bytes of memory, seconds of work than these, and no file written."""
    with suppress(NameError, ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
