"""The process in which pictures are drawn anew: it ends when it takes too long or too much."""

import json
import sys

from cases.apart import limit
from cases.redrawing.drawing import TOO_MANY_POINTS, draw
from cases.redrawing.drawn import NotDrawn

MEMORY = 1024**3
SECONDS = 30  # of work; bounded.py ends it sooner by the clock


def main() -> None:
    """Reads a file; writes one line of JSON, and, where there is a picture, the two JPEGs."""
    limit(MEMORY, SECONDS)
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


if __name__ == "__main__":
    main()
