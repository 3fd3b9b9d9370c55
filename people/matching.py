"""Who may be meant by a name: the one function that every search box, list and proposal asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from people.candidates import names_near
from people.hints import Hints, rerank
from people.models import PersonName
from people.names.compare import heft
from people.names.parse import Word, parse
from people.names.score import Comparison, Likeness, compare, score

MOST = 200
NO_HINTS = Hints()


@dataclass(frozen=True)
class Match:
    """A person who may be meant, under which of their spellings, how surely, and why.

    person, name: primary keys of the Person and of the PersonName that matched. asked: the query.
    hinted: what the hints add.
    """

    person: int
    name: int
    spelling: str
    score: float
    asked: str
    hinted: tuple[Comparison, ...] = ()

    @property
    def likeness(self) -> Likeness:
        return Likeness(self.score, self.comparisons)

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        return (*self.hinted, *compare(self.asked, self.spelling).comparisons)


# A closer look ends where no name can come within this of the best, in shares of the whole name.
MARGIN = 0.35
WIDEN_BELOW = 0.9
MERELY_LIKELY = 2
# What is less alike than this is no answer.
LEAST = 0.5


def find(query: str, user, *, hints: Hints = NO_HINTS, most: int = MOST) -> list[Match]:
    """People whom `user` may see and whom the query may mean, the best first, each once."""
    words = parse(query)
    if not words:
        return []
    found = _matches(query, words, user, wide=False)
    if not found or found[0].score < WIDEN_BELOW:
        found = _matches(query, words, user, wide=True)
    return rerank(found, hints, user, by_name=find)[:most]


def _matches(query: str, words: tuple[Word, ...], user, *, wide: bool) -> list[Match]:
    """The best spelling of each person, by likeness; equal ones in the order of their ids."""
    near = names_near(words, user, wide=wide)
    visible = PersonName.objects.visible_to(user).filter(pk__in=[name for name, _ in near])
    rows = {row[1]: row for row in visible.values_list("person", "pk", "text")}
    full = max(sum(map(heft, words)), 1.0)
    best: dict[int, Match] = {}
    highest = 0.0
    for name, least_cost in near:
        if 1.0 - least_cost / full < highest - MARGIN:
            break
        if name in rows:
            person, _, spelling = rows[name]
            match = Match(person, name, spelling, score(query, spelling), query)
            highest = max(highest, match.score)
            known = best.get(person)
            if match.score >= LEAST and (known is None or match.score > known.score):
                best[person] = match
    return sorted(best.values(), key=lambda match: (-match.score, match.person))


def likely(
    spellings: Sequence[str],
    user,
    *,
    hints: Hints = NO_HINTS,
    besides: int | None = None,
    most: int = 10,
) -> list[Match]:
    """People who are likely the one with these spellings: the proposals for a duplicate.

    Everybody very likely, and the nearest MERELY_LIKELY of the others: a common name has many
    namesakes. besides: the primary key of a person who is not proposed, the one in question.
    """
    best: dict[int, Match] = {}
    for spelling in spellings:
        for match in find(spelling, user, hints=hints):
            known = best.get(match.person)
            if match.likeness.tier and (known is None or match.score > known.score):
                best[match.person] = match
    best.pop(besides, None)
    ranked = sorted(best.values(), key=lambda match: (-match.score, match.person))
    surely = [match for match in ranked if match.likeness.tier == "very likely"]
    return [*surely, *ranked[len(surely) :][:MERELY_LIKELY]][:most]
