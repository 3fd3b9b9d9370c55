"""Which part of a file somebody asks for, as HTTP says it (pure)."""

import re

ONE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


class NotThere(Exception):
    """The file ends before the part that is asked for."""


def span(asked: str, size: int) -> tuple[int, int] | None:
    """The first byte and how many; None for all of it, also where we do not understand."""
    found = ONE_RANGE.fullmatch(asked.strip())
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        length = min(int(last), size)
        begin, end = size - length, size - 1
    else:
        begin, end = int(first), min(int(last or size - 1), size - 1)
        if last and int(last) < begin:
            return None
    if begin > end:
        raise NotThere(asked)
    return begin, end - begin + 1
