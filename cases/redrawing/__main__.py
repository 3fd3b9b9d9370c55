"""The process in which pictures are drawn anew: it ends when it takes too long or too much."""

import json
import sys
from contextlib import suppress

with suppress(ImportError):  # there is none on Windows
    import resource

from cases.redrawing.drawing import TOO_MANY_POINTS, draw
from cases.redrawing.drawn import NotDrawn

MEMORY = 1024**3
SECONDS = 30  # of work; bounded.py ends it sooner by the clock


def main() -> None:
    """Reads a file; writes one line of JSON, and, where there is a picture, the two JPEGs."""
    limit()
    original = sys.stdin.buffer.read()
    try:
        drawn = draw(original)
    except NotDrawn as error:
        answer(refused=str(error))
    except MemoryError:
        answer(refused=TOO_MANY_POINTS)
    else:
        answer(width=drawn.width, height=drawn.height, size=len(drawn.content))
        sys.stdout.buffer.write(drawn.content + drawn.small)


def answer(**said) -> None:
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")


def limit() -> None:
    """No more memory or time than a picture takes, and no file is written."""
    with suppress(NameError, ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()
