"""What was asked and what came of it, told overall, by set, by script and with hints (pure)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from people.evaluation.labelled import Group, Spelling
from people.evaluation.measures import Ranks, percentile


@dataclass(frozen=True)
class Question:
    """One spelling of somebody whom the register holds under another."""

    group: Group
    person: int
    asked: Spelling
    held: Spelling

    @property
    def scripts(self) -> str:
        """The script of the query, then that of the spelling held: "Latn>Cyrl"."""
        return f"{self.asked.script}>{self.held.script}"


@dataclass(frozen=True)
class Answer:
    """The rank at which the person was found, who came first, how long it took.

    hinted: the ranks when something else was known as well, by what was known.
    """

    question: Question
    rank: float
    first: str
    seconds: float
    hinted: dict[str, float] = field(default_factory=dict)


def told(answers: Sequence[Answer]) -> dict:
    hints = sorted({hint for answer in answers for hint in answer.hinted})
    return {
        **_ranks(answer.rank for answer in answers),
        "by_set": _by(answers, lambda question: question.group.sets),
        "by_script_pair": _by(answers, lambda question: (question.scripts,)),
        **{hint: _ranks(answer.hinted[hint] for answer in answers) for hint in hints},
    }


def latency(answers: Sequence[Answer]) -> dict:
    times = [1000 * answer.seconds for answer in answers]
    return {"median": _rounded(percentile(times, 50)), "p95": _rounded(percentile(times, 95))}


def worst(answers: Iterable[Answer], most: int) -> list[Answer]:
    """The answers that were furthest from the first place, each question once."""
    once = {(a.question.asked.text, a.question.held.text): a for a in answers if a.rank > 1}
    return sorted(once.values(), key=lambda answer: -answer.rank)[:most]


def _by(answers: Sequence[Answer], names: Callable[[Question], Iterable[str]]) -> dict:
    found: dict[str, list[float]] = {}
    for answer in answers:
        for name in names(answer.question):
            found.setdefault(name, []).append(answer.rank)
    return {name: _ranks(found[name]) for name in sorted(found)}


def _ranks(ranks: Iterable[float]) -> dict:
    return Ranks(list(ranks)).told()


def _rounded(milliseconds: float | None) -> float | None:
    return None if milliseconds is None else round(milliseconds, 2)
