"""Who may be meant by a name: the one function that every search box, list and proposal asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import islice

from django.db.models import QuerySet

from people.candidates import Nearby
from people.hints import Hints, rerank
from people.models import PersonName
from people.names.compare import heft
from people.names.parse import parse
from people.names.score import Comparison, Likeness, compare, score

MOST = 200
AT_ONCE = 50  # names read from the database at once
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

    @property
    def tier(self) -> str:
        """That of the likeness, which the score decides: no reason has to be worked out for it."""
        return Likeness(self.score).tier

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        return (*self.hinted, *compare(self.asked, self.spelling).comparisons)


# A closer look ends where no name can come within this of the best, in shares of the whole name.
MARGIN = 0.25
# Nor is it worth while for what cannot come among the first so many.
ENOUGH = 30
# Where the best is less alike than this, words are looked for with a consonant less in common; and
# names that have only one word in common, which cannot be more alike than the second.
WIDEN_BELOW, ONE_WORD_BELOW = 0.96, 0.85
MERELY_LIKELY = 2
# Who is this much less alike than the likeliest is not proposed beside them.
BEHIND = 0.12
# What is less alike than this is no answer.
LEAST = 0.5
LEAST_OF_ONE = 0.3  # of one word, which is most of what a short name says and little of a long one


def find(
    query: str, user, *, hints: Hints = NO_HINTS, most: int = MOST, least: float = 0.0
) -> list[Match]:
    """People whom `user` may see and whom the query may mean, the best first, each once.

    least: who is less alike is no answer, and not looked for.
    """
    enough = min(most, ENOUGH) if hints == NO_HINTS else ENOUGH
    found = _Search(query, user, least=least, first=enough).ranked()
    return rerank(found, hints, user, by_name=find)[:most]


def find_each(queries: Sequence[str], user, *, most: int, least: float) -> list[list[Match]]:
    """What `find` answers to each of several queries, in fewer questions to the database."""
    enough = min(most, ENOUGH)
    searches = [_Search(query, user, least=least, first=enough) for query in queries]
    nearby = Nearby.each([search.words for search in searches], user)
    return [one.ranked(near)[:most] for one, near in zip(searches, nearby, strict=True)]


class _Search:
    """A query, and for each person the spelling that answers best.

    besides: a person who is no answer. thorough: look for what has less in common even where
    somebody is alike enough. least: who is less alike is no answer. first: nobody is looked for who
    cannot come among the first so many.
    """

    def __init__(
        self,
        query: str,
        user,
        *,
        besides: int | None = None,
        thorough: bool = False,
        least: float = 0.0,
        first: int = ENOUGH,
    ):
        self.query, self.user, self.first = query, user, first
        self.besides, self.thorough = besides, thorough
        self.words = parse(query)
        self.full = max(sum(map(heft, self.words)), 1.0)
        self.least = max(least, LEAST if len(self.words) > 1 else LEAST_OF_ONE)
        self.highest = self.enough = 0.0
        self.seen: set[int] = set()
        self.best: dict[int, Match] = {}

    @cached_property
    def visible(self) -> QuerySet:
        """Person, name and spelling of every name that `user` may see."""
        names = PersonName.objects.visible_to(self.user)
        return names.values_list("person", "pk", "text")

    def ranked(self, nearby: Nearby | None = None) -> list[Match]:
        """By likeness; who is equally alike in the order of ids. nearby: what is near, if known."""
        if self.words:
            self._run(nearby or Nearby.each([self.words], self.user)[0])
        return sorted(self.best.values(), key=lambda match: (-match.score, match.person))

    def _run(self, nearby: Nearby) -> None:
        """Look for names with less and less in common, until one is alike enough."""
        self.look_at(nearby.together())
        if self.thorough or self.highest < WIDEN_BELOW:
            nearby.widen()
            self.look_at(nearby.together())
        if self.highest < ONE_WORD_BELOW:
            self.look_at(nearby.alone())

    def look_at(self, near: list[tuple[int, float]]) -> None:
        """Compare names, given with the least that each can cost, the cheapest first."""
        new = (one for one in near if one[0] not in self.seen)
        while some := list(islice(new, AT_ONCE)):
            if self._is_hopeless(some[0][1]):
                return
            self._compare(some)

    def _compare(self, near: list[tuple[int, float]]) -> None:
        names = [name for name, _ in near]
        rows = {row[1]: row for row in self.visible.filter(pk__in=names)}
        self.seen.update(names)
        for name, least_cost in near:
            if name in rows and not self._is_hopeless(least_cost):
                self._note(*rows[name])
        scores = nlargest(self.first, (match.score for match in self.best.values()))
        self.enough = scores[-1] if len(scores) == self.first else 0.0

    def _is_hopeless(self, least_cost: float) -> bool:
        most = 1.0 - least_cost / self.full
        return most < max(self.highest - MARGIN, self.enough, self.least)

    def _note(self, person: int, name: int, spelling: str) -> None:
        if person == self.besides:
            return
        match = Match(person, name, spelling, score(self.query, spelling), self.query)
        self.highest = max(self.highest, match.score)
        known = self.best.get(person)
        if match.score >= self.least and (known is None or match.score > known.score):
            self.best[person] = match


def likely(
    spellings: Sequence[str],
    user,
    *,
    hints: Hints = NO_HINTS,
    besides: int | None = None,
    most: int = 10,
) -> list[Match]:
    """People who are likely the one with these spellings: the proposals for a duplicate.

    Everybody very likely, and the nearest MERELY_LIKELY of the others, but nobody whose name is far
    BEHIND the nearest: a common name has many namesakes. besides: the primary key of a person who
    is not proposed, the one in question.
    """
    best: dict[int, Match] = {}
    for spelling in spellings:
        found = _Search(spelling, user, besides=besides, thorough=True).ranked()
        near = [match for match in found if match.score >= found[0].score - BEHIND]
        for match in rerank(near, hints, user, by_name=find):
            known = best.get(match.person)
            if match.tier and (known is None or match.score > known.score):
                best[match.person] = match
    ranked = sorted(best.values(), key=lambda match: (-match.score, match.person))
    surely = [match for match in ranked if match.tier == "very likely"]
    return [*surely, *ranked[len(surely) :][:MERELY_LIKELY]][:most]
