"""Who may be meant by a name: the one function that every search box, list and proposal asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from people.hints import Hints, rerank
from people.models import PersonName
from people.names.score import Comparison, Likeness, compare

MOST = 200


@dataclass(frozen=True)
class Match:
    """A person who may be meant, under which of their spellings, how surely, and why.

    person, name: primary keys of the Person and of the PersonName that matched.
    """

    person: int
    name: int
    spelling: str
    likeness: Likeness

    @property
    def score(self) -> float:
        return self.likeness.score

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        return self.likeness.comparisons


def find(query: str, user, *, hints: Hints = Hints(), most: int = MOST) -> list[Match]:  # noqa: B008 frozen
    """People whom `user` may see and whom the query may mean, the best first, each once."""
    names = PersonName.objects.visible_to(user).matching(query).order_by("pk")
    rows = names.values_list("person", "pk", "text")[: 10 * most]
    found: dict[int, Match] = {}
    for person, name, spelling in rows:
        match = Match(person, name, spelling, compare(query, spelling))
        if person not in found or match.score > found[person].score:
            found[person] = match
    by_likeness = sorted(found.values(), key=lambda match: (-match.score, match.person))
    return rerank(by_likeness, hints, user, by_name=find)[:most]


def likely(
    spellings: Sequence[str],
    user,
    *,
    hints: Hints = Hints(),  # noqa: B008 frozen
    besides: int | None = None,
    most: int = 10,
) -> list[Match]:
    """People who are likely the one with these spellings: the proposals for a duplicate.

    besides: the primary key of a person who is not proposed, the one in question.
    """
    best: dict[int, Match] = {}
    for spelling in spellings:
        for match in find(spelling, user, hints=hints):
            known = best.get(match.person)
            if match.likeness.tier and (known is None or match.score > known.score):
                best[match.person] = match
    best.pop(besides, None)
    return sorted(best.values(), key=lambda match: (-match.score, match.person))[:most]
