"""Asking for labelled people by the spellings that the register does not hold."""

import gc
from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from people.evaluation.answers import Answer, Question
from people.evaluation.filling import hold
from people.evaluation.labelled import Group
from people.evaluation.measures import rank
from people.matching import Hints, Match, find
from people.models import Person

ROUNDS = 3
# Asked before anything is timed: the first questions of a process read tables into memory.
WARMING = 5

# Names this alike sound the same.
NAMESAKE = 0.985

HINTS: dict[str, Callable[[Person], Hints]] = {
    "with_birth_year": lambda person: Hints(born=person.birth_year),
    "with_sex": lambda person: Hints(sex=person.sex),
    "with_county": lambda person: Hints(places=frozenset({person.home_id})),
}


def questions(groups: Sequence[Group], background: int, turn: int) -> list[Question]:
    return [
        Question(group, person, asked, group.held(turn))
        for person, group in enumerate(groups, start=background + 1)
        for asked in group.asked(turn)
    ]


def ask(
    groups: Sequence[Group], background: int, hints: Sequence[str], tell: Callable[[str], None]
) -> list[Answer]:
    """Every question of every round, through the function that the pages call."""
    people = Person.objects.in_bulk(range(background + 1, background + len(groups) + 1))
    answers = []
    for turn in range(ROUNDS):
        hold(groups, background, turn)
        asked = questions(groups, background, turn)
        if not turn:
            _warm(asked[:WARMING])
        answers += _answers(asked, people, hints)
        tell(f"Round {turn + 1} of {ROUNDS}: {len(asked)} questions are asked.")
    return answers


def _warm(asked: Sequence[Question]) -> None:
    """As the server does before its first visitor: what is loaded once is left in peace."""
    for question in asked:
        find(question.asked.text, None)
    gc.collect()
    gc.freeze()


def _answers(
    asked: Sequence[Question], people: dict[int, Person], hints: Sequence[str]
) -> Iterator[Answer]:
    for question in asked:
        text = question.asked.text
        start = perf_counter()
        found = find(text, None)
        seconds = perf_counter() - start
        person = people[question.person]
        hinted = {
            hint: _rank(question, find(text, None, hints=HINTS[hint](person))) for hint in hints
        }
        hinted["besides_namesakes"] = _rank(question, _without_namesakes(question, found))
        first = found[0].spelling if found else ""
        yield Answer(question, _rank(question, found), first, seconds, hinted)


def _without_namesakes(question: Question, found: Sequence[Match]) -> list[Match]:
    """The answer without other people whose name sounds just as the query does.

    No spelling tells them from the person meant; what is left tells what the spelling cost.
    """
    return [one for one in found if one.person == question.person or one.score < NAMESAKE]


def _rank(question: Question, found: Sequence[Match]) -> float:
    return rank(question.person, ((match.person, match.score) for match in found))
