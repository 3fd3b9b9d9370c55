"""Drawing a picture anew in a process of its own, for a bounded time (no Django)."""

import json
import subprocess
import sys
from pathlib import Path

from cases.redrawing.drawn import LARGEST, Drawn, NotDrawn

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 20
EMPTY = "There is nothing in this file."
TOO_LARGE = f"The file is larger than {LARGEST // 1024**2} MB."
UNREADABLE = "The picture is built in a way that cannot be read."


def redraw(original: bytes) -> Drawn:
    """The picture in a file, without all else that the file holds. Raises NotDrawn alone.

    The process is given no settings, no database and no key; a crash of it is an answer too.
    """
    if not original:
        raise NotDrawn(EMPTY)
    if len(original) > LARGEST:
        raise NotDrawn(TOO_LARGE)
    told, _, pictures = _answer(original).partition(b"\n")
    said = json.loads(told)
    if "refused" in said:
        raise NotDrawn(said["refused"])
    content, small = pictures[: said["size"]], pictures[said["size"] :]
    return Drawn(content, small, said["width"], said["height"])


def _answer(original: bytes) -> bytes:
    command = [sys.executable, "-E", "-s", "-m", "cases.redrawing"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module; what is hostile is its input
            command, input=original, capture_output=True, timeout=SECONDS, cwd=ROOT, env={}
        )
    except subprocess.TimeoutExpired as error:
        raise NotDrawn(f"Drawing it takes longer than {SECONDS} seconds.") from error
    if done.returncode:
        raise NotDrawn(UNREADABLE)
    return done.stdout
