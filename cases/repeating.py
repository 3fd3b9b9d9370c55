"""How much of one text stands in another, word for word (pure)."""

from hashlib import blake2b
from itertools import islice

from cases.rereading import words_of

# So many words in a row are no accident.
RUN = 5
# What is compared; an article that is longer is known by its beginning.
LONGEST = 100_000
# A text of fewer words says too little to be called the same as another.
FEWEST = 40
# How many runs a text is remembered by.
KEPT = 64


def words(text: str) -> list[str]:
    return words_of(text[:LONGEST])


def sketch(text: str) -> list[int]:
    """The runs by which a text is found again: those whose hashes are smallest.

    Which ones are smallest does not depend on the text, so that texts with runs in common have
    some of the smallest in common, in proportion.
    """
    runs = {_hash(run) for run in _runs(words(text))}
    return list(islice(sorted(runs), KEPT))


def share(one: str, other: str) -> float:
    """Which part of the shorter text's words stand in the longer, in runs of five or more."""
    shorter, longer = sorted((words(one), words(other)), key=len)
    if len(shorter) < FEWEST:
        return 0.0
    known = set(_runs(longer))
    covered = 0
    upto = 0
    for start, run in enumerate(_runs(shorter)):
        if run in known:
            covered += start + RUN - max(start, upto)
            upto = start + RUN
    return covered / len(shorter)


def _runs(of: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(of[start:] for start in range(RUN)), strict=False))


def _hash(run: tuple[str, ...]) -> int:
    """63 bits, the same on every machine."""
    digest = blake2b("\0".join(run).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
