"""Whom the register may know already under the names of somebody new, and what staff answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.db.models import Prefetch

from people import matching
from people.choices import Verdict
from people.judging import judge
from people.models import Judgement, Person, PersonName, Place
from people.proposing import PATIENCE, one_newcomer_at_a_time, patience

MOST = 8
# Of the sentences that say why two names are alike, those that say most.
REASONS = 2
NO_HINTS = matching.Hints()

NONE, UNSURE = "none", "unsure"
ASKED = "The register may know this person already. Say at the top of the page who is meant."
WHY_DIFFERENT = "Said when the second of the two was entered."


@dataclass(frozen=True)
class Acquaintance:
    """Somebody in the register who may be meant: under which spelling, how surely, and why."""

    person: Person
    name: PersonName
    tier: str
    why: str

    @property
    def called(self) -> str:
        return self.person.name_full or self.person.public_id

    @property
    def told_apart_by(self) -> list[str]:
        """Born 1975, and the home, as far as they are known."""
        born = f"born {self.person.birth_year}" if self.person.birth_year else ""
        home = self.person.home.name if self.person.home else ""
        return [part for part in (born, home) if part]


def acquaintances(
    spellings: Sequence[str],
    user,
    *,
    besides: int | None = None,
    hints: matching.Hints = NO_HINTS,
) -> list[Acquaintance]:
    """People whom this user may see and who may be the one with these spellings, likeliest first.

    besides: the primary key of the person in question, if they are in the register already. Who was
    judged together with them is left out, whatever the verdict.
    """
    judged = Judgement.objects.counterparts(besides) if besides else set()
    most = MOST + len(judged)
    matches = matching.likely(spellings, user, hints=hints, besides=besides, most=most)
    matches = [match for match in matches if match.person not in judged][:MOST]
    people = Person.objects.visible_to(user).prefetch_related(
        Prefetch("home", Place.objects.visible_to(user))
    )
    found = people.in_bulk([match.person for match in matches])
    for person in found.values():
        person.tell(user)
    names = PersonName.objects.visible_to(user).in_bulk([match.name for match in matches])
    return [
        Acquaintance(found[one.person], names[one.name], one.likeness.tier, _why(one))
        for one in matches
        if one.person in found and one.name in names
    ]


def _why(match: matching.Match) -> str:
    told = sorted(match.comparisons, key=lambda comparison: -abs(comparison.points))[:REASONS]
    return " ".join(comparison.sentence for comparison in told)


class Recognition:
    """The question that is asked once before somebody new is saved, and its answer.

    False where there is nobody to ask about. data: what the form sent. `shown` lists whom the
    worker has seen, so that somebody who was entered meanwhile is asked about too. `meant` is one
    of them, "none" or "unsure".
    """

    template = "admin/recognition.html"

    def __init__(self, names: Sequence[str], user, data, *, hints=NO_HINTS, may_choose=False):
        self.people = self._found(names, user, hints)
        self.may_choose = may_choose
        self.answer = data.get("meant", "")
        self.shown = set(data.getlist("shown"))

    @staticmethod
    def _found(names: Sequence[str], user, hints: matching.Hints) -> list[Acquaintance]:
        """Nobody, if it takes too long: what was typed is saved, and compared by the next sweep."""
        try:
            with patience(PATIENCE):
                one_newcomer_at_a_time()
                return acquaintances(names, user, hints=hints)
        except OperationalError:
            return []

    def __bool__(self) -> bool:
        return bool(self.people)

    @property
    def chosen(self) -> Person | None:
        """The person in the register who is meant, where the worker says so."""
        people = (one.person for one in self.people if self.may_choose)
        return next((one for one in people if one.public_id == self.answer), None)

    @property
    def is_answered(self) -> bool:
        if not self.people or self.chosen:
            return True
        seen = {one.person.public_id for one in self.people} <= self.shown
        return seen and self.answer in (NONE, UNSURE)

    @property
    def marked(self) -> str:
        """The answer as it stands in the form; an answer about fewer people is asked for again."""
        return self.answer if self.is_answered else ""

    def require_answer(self) -> None:
        if not self.is_answered:
            raise ValidationError(ASKED, code="recognition")

    def remember(self, newcomer: Person, *, by) -> None:
        """If none of those who were shown is the new person, keep that: nobody asks again."""
        if self.answer != NONE:
            return
        for one in self.people:
            judge(one.person, newcomer, Verdict.DIFFERENT, by=by, why=WHY_DIFFERENT)
