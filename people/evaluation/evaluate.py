"""The whole evaluation, in whatever database is in use: fill it, ask, compare, tell."""

import hashlib
import json
from collections.abc import Callable, Sequence
from time import perf_counter

from people.evaluation import answers, asking, proposals
from people.evaluation.database import note, set_note
from people.evaluation.filling import empty, fill
from people.evaluation.labelled import Group, Pair
from people.indexing import build, is_needed
from people.invented import people

FORMAT = 1  # of what is filled in; a kept database of another one is filled again


def evaluate(
    groups: Sequence[Group],
    pairs: Sequence[Pair],
    *,
    background: int,
    seed: int,
    hints: Sequence[str] = tuple(asking.HINTS),
    tell: Callable[[str], None],
) -> tuple[dict, list[answers.Answer]]:
    """The report, and every answer that it was made of."""
    seconds = _prepare(groups, background, seed, tell)
    given = asking.ask(groups, background, hints, tell)
    tell("Comparing spellings of one person and of two.")
    found = proposals.duplicates(groups, pairs, seed)
    tell("Proposing people for new records.")
    last = asking.questions(groups, background, asking.ROUNDS - 1)
    return {
        "people": len(groups),
        "background": background,
        "seed": seed,
        "search": answers.told(given),
        "duplicates": found | proposals.false_proposals(last, background, seed),
        "latency_ms": answers.latency(given),
        "seconds": seconds,
    }, given


def _prepare(
    groups: Sequence[Group], background: int, seed: int, tell: Callable[[str], None]
) -> dict[str, float]:
    """Fill the database, unless it was kept with just this in it; how long it took."""
    wanted = _note(groups, background, seed)
    start = perf_counter()
    if note() != wanted:
        set_note("")
        empty()
        fill(groups, background, seed, tell)
    filled = perf_counter()
    if note() != wanted or is_needed():
        tell("Building the index of names.")
        build(anew=True)
    set_note(wanted)
    indexed = perf_counter()
    return {"filling": round(filled - start, 1), "index": round(indexed - filled, 1)}


def _note(groups: Sequence[Group], background: int, seed: int) -> str:
    """What the database holds; of the invented people the first stand for all."""
    spellings = [group.spellings for group in groups]
    shared = [spelling for group in spellings for spelling in group]
    invented = [one.spellings[0].text for one in people(min(background, 500), seed, shared=shared)]
    digest = hashlib.sha256(json.dumps([spellings, invented]).encode()).hexdigest()
    return f"Tizim, names evaluated: {FORMAT}, {background} people, seed {seed}, {digest}"
