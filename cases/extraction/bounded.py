"""Reading an original in a process of its own, for a bounded time (no Django)."""

import json

from cases.apart import Crashed, TooLong, answer_of
from cases.extraction.found import LONGEST_TEXT, TOO_LONG, Found, NotReadable

LARGEST = 20 * 1024 * 1024
SECONDS = 20
EMPTY = "There is nothing in it."


def extract(original: bytes, *, address: str = "", charset: str = "") -> Found:
    """What an original says: page, PDF or text. Raises NotReadable, and nothing else."""
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
    try:
        return json.loads(answer_of("cases.extraction", asked, SECONDS))
    except TooLong as error:
        raise NotReadable(f"Reading it takes longer than {SECONDS} seconds.") from error
    except Crashed as error:
        raise NotReadable("It is built in a way that cannot be read.") from error
