"""Reading an original in a process of its own, for a bounded time (no Django)."""

import json
import subprocess
import sys
from pathlib import Path

from cases.extraction.found import LONGEST_TEXT, TOO_LONG, Found, NotReadable

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 20 * 1024 * 1024
SECONDS = 20
EMPTY = "There is nothing in it."


def extract(original: bytes, *, address: str = "", charset: str = "") -> Found:
    """What an original says: page, PDF or text. Raises NotReadable, and nothing else.

    The process is given no settings, no database and no key; a crash of it is an answer too.
    """
    if not original.strip():
        raise NotReadable(EMPTY)
    if len(original) > LARGEST:
        raise NotReadable(f"It is larger than {LARGEST // 1024 // 1024} MB.")
    told = json.dumps({"address": address, "charset": charset}).encode()
    answer = _answer(told + b"\n" + original)
    if "found" not in answer:
        raise NotReadable(answer["refused"])
    found = Found(**answer["found"])
    if len(found.text) > LONGEST_TEXT:
        raise NotReadable(TOO_LONG)
    return found


def _answer(asked: bytes) -> dict:
    command = [sys.executable, "-E", "-s", "-m", "cases.extraction"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module; what is hostile is its input
            command, input=asked, capture_output=True, timeout=SECONDS, cwd=ROOT, env={}
        )
    except subprocess.TimeoutExpired as error:
        raise NotReadable(f"Reading it takes longer than {SECONDS} seconds.") from error
    if done.returncode:
        raise NotReadable("It is built in a way that cannot be read.")
    return json.loads(done.stdout)
