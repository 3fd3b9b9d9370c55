"""Drawing a picture anew in a process of its own, for a bounded time (no Django)."""

import json

from cases.apart import Crashed, TooLong, answer_of
from cases.redrawing.drawn import LARGEST, Drawn, NotDrawn

SECONDS = 20
EMPTY = "There is nothing in this file."
TOO_LARGE = f"The file is larger than {LARGEST // 1024**2} MB."
UNREADABLE = "The picture is built in a way that cannot be read."


def redraw(original: bytes) -> Drawn:
    """The picture in a file, without all else that the file holds. Raises NotDrawn alone."""
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
    try:
        return answer_of("cases.redrawing", original, SECONDS)
    except TooLong as error:
        raise NotDrawn(f"Drawing it takes longer than {SECONDS} seconds.") from error
    except Crashed as error:
        raise NotDrawn(UNREADABLE) from error
