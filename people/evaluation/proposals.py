"""How well spellings of one person are told from those of another, and what is proposed wrongly."""

import random
from collections.abc import Sequence
from dataclasses import asdict
from itertools import combinations

from people.evaluation.answers import Question
from people.evaluation.labelled import Group, Pair
from people.evaluation.measures import Scored, share
from people.matching import MOST, likely
from people.models import PersonName
from people.names.score import LIKELY, VERY_LIKELY, compare

# Pairs of different labelled people, and new records of either kind, that are looked at at most.
OTHERS = 50_000
RECORDS = 250


def duplicates(groups: Sequence[Group], pairs: Sequence[Pair], seed: int) -> dict:
    """Every pair of one person's spellings against the negatives and against any two people."""
    same = [pair for group in groups for pair in combinations(group.spellings, 2)]
    others = _others(groups, random.Random(f"others {seed}"))  # noqa: S311  not a secret
    negatives = {pair: compare(pair.one, pair.other).score for pair in pairs}
    scored = Scored(
        [compare(*pair).score for pair in same],
        list(negatives.values()),
        [compare(*pair).score for pair in others],
    )
    false = [(pair, score) for pair, score in negatives.items() if score >= LIKELY]
    return {
        **scored.told(LIKELY),
        "very_likely": scored.told(VERY_LIKELY),
        "pairs": len(same),
        "negatives": len(negatives),
        "others": len(others),
        "false_matches": [
            {"score": round(score, 4), **asdict(pair)}
            for pair, score in sorted(false, key=lambda found: -found[1])
        ],
    }


def _others(groups: Sequence[Group], chance: random.Random) -> list[tuple[str, str]]:
    """Each two labelled people once, each under one spelling drawn by the seed."""
    couples = list(combinations(groups, 2))
    if len(couples) > OTHERS:
        couples = chance.sample(couples, OTHERS)
    return [(chance.choice(a.spellings), chance.choice(b.spellings)) for a, b in couples]


def false_proposals(asked: Sequence[Question], background: int, seed: int) -> dict:
    """How many wrong people are proposed, on average, to whoever enters a new record.

    New records are labelled people under a spelling that is not held, and invented people under
    the one that is. Proposals are counted without the limit that a form shows them with.
    """
    chance = random.Random(f"records {seed}")  # noqa: S311  not a secret
    labelled = [
        _wrong(question.asked.text, question.person)
        for question in chance.sample(asked, min(RECORDS, len(asked)))
    ]
    drawn = chance.sample(range(1, background + 1), min(RECORDS, background))
    texts = PersonName.objects.filter(person__in=drawn).values_list("text", "person")
    invented = [_wrong(text, person) for text, person in texts.order_by("person_id")]
    return {
        "false_per_record": _mean([*labelled, *invented]),
        "false_per_labelled_record": _mean(labelled),
        "false_per_invented_record": _mean(invented),
        "records": len(labelled) + len(invented),
    }


def _wrong(text: str, person: int) -> int:
    return sum(match.person != person for match in likely([text], None, most=MOST))


def _mean(numbers: Sequence[int]) -> float | None:
    return share(sum(numbers), len(numbers))
