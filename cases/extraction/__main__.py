"""The process in which originals are read: it ends when it takes too long or too much."""

import json
import sys
from dataclasses import asdict

from cases.apart import limit
from cases.extraction.decoding import decoded
from cases.extraction.found import Found, NotReadable
from cases.extraction.pdf import read_pdf
from cases.extraction.sniffing import SENTENCES, is_page, is_pdf, is_text, refused
from cases.extraction.web_page import read_page

MEMORY = 2 * 1024**3
SECONDS = 60  # of work; bounded.py ends it sooner by the clock
DEEP = "This is built in a way that cannot be read; it is too deep or too large."


def main() -> None:
    """Reads one line of JSON and then the original; writes what was found, or why nothing was."""
    limit(MEMORY, SECONDS)
    told = json.loads(sys.stdin.buffer.readline())
    original = sys.stdin.buffer.read()
    try:
        answer = {"found": asdict(read(original, told["address"], told["charset"]).tidied())}
    except NotReadable as error:
        answer = {"refused": str(error)}
    except (MemoryError, RecursionError):
        answer = {"refused": DEEP}
    sys.stdout.write(json.dumps(answer))


def read(original: bytes, address: str, charset: str) -> Found:
    """What the original says, whatever it is called. Raises NotReadable."""
    if is_pdf(original):
        return read_pdf(original)
    why = refused(original)
    if why:
        raise NotReadable(why)
    text = decoded(original, charset)
    if is_page(text):
        return read_page(text, address)
    if is_text(text):
        return Found("text", text)
    raise NotReadable(SENTENCES["unknown"])


if __name__ == "__main__":
    main()
