"""Whom in the register the people of an article may be: one each, how surely, and why."""

from collections import Counter
from dataclasses import dataclass
from itertools import product
from math import log10

from django.db import connection

from cases.reading.article import Article, Reading, Someone
from people.hints import TIED, TIED_OTHERWISE, fits, standing
from people.matching import Match, find_each
from people.models import Person
from people.names.parse import INITIAL, TITLE, parse
from people.names.score import LIKELY, Comparison, furthest, is_each_more, is_reordered

# Who is less alike than this is not even shown to the worker; of the others so many are.
LEAST, MOST = 0.72, 5
# How alike somebody has to be to be sure, and by how much more than the next, in a register of
# SMALL people; and what is asked on top each time that the register is ten times as large, since
# namesakes become as many. All were set on labelled spellings: docs/decisions tells how.
SURE, AHEAD, SMALL = LIKELY, 0.04, 5_000
SURER, FURTHER_AHEAD, SUREST = 0.075, 0.03, 0.97
# However alike on the whole: a sister bears the father's name, too. So much of one word may sound
# otherwise; and so alike has to be whose words stand in another order.
UNLIKE, IN_ORDER = 0.37, 0.9
# A name of one word is surely nobody but who is written the same, with nobody else as near as this
# beyond what is asked of other names.
SAME, ALONE_AHEAD = 0.995, 0.06
# Of the forms that an article has of a name so many are looked for, until one is found like this.
MOST_FORMS, EXACT = 4, 0.97
# Of the sentences that say why two names are alike, those that say most.
REASONS = 3


@dataclass(frozen=True)
class Chance:
    """Somebody in the register who may be meant: the match of the names, and what ties add."""

    match: Match
    ties: tuple[Comparison, ...] = ()

    @property
    def total(self) -> float:
        """What speaks for it, which ties may lift above 1: an exact namesake has no tie."""
        return self.match.score + sum(tie.points for tie in self.ties)

    @property
    def rank(self) -> tuple[float, int]:
        return -self.total, self.match.person


@dataclass(frozen=True)
class Link:
    """Who in the register somebody of an article may be.

    person, name: primary keys of the Person and of the PersonName that matched; spelling: its text.
    is_sure: so alike, and so much more than anybody else, that a form may choose it beforehand.
    others: who else may be meant, the likeliest first.
    """

    chance: Chance
    is_sure: bool
    others: tuple["Link", ...] = ()

    @property
    def person(self) -> int:
        return self.chance.match.person

    @property
    def name(self) -> int:
        return self.chance.match.name

    @property
    def spelling(self) -> str:
        return self.chance.match.spelling

    @property
    def score(self) -> float:
        return min(self.chance.total, 1.0)

    @property
    def why(self) -> tuple[str, ...]:
        """The sentences that say most, for it and against, ties before names."""
        match = self.chance.match
        said = sorted(match.comparisons, key=lambda one: -abs(one.points))
        return tuple(one.sentence for one in (*self.chance.ties, *said)[:REASONS])


def link(article: Article, reading: Reading, user) -> dict[int, Link]:
    """For people of the reading, by their numbers, who of those whom `user` may see they may be.

    Nobody in the register is linked to two people of one article.
    """
    people = dict(enumerate(reading.people))
    found = _chances({n: forms(one, article.text) for n, one in people.items()}, user)
    found = _with_ties(found, people, user)
    given = _given_out(found)
    strict = _Strictness.now()
    return {
        number: _link(chance, _left_over(found, given, number), strict)
        for number, chance in given.items()
    }


# Looking for each


def forms(someone: Someone, text: str) -> list[str]:
    """The ways in which the text names somebody in full, those it uses most first.

    A surname or a given name alone is a form only where the text has nothing else.
    """
    written = Counter(" ".join(span.of(text).split()) for span in someone.mentions)
    written[" ".join(someone.name.split())] += 1
    words = {form: len(parse(form)) for form in written}
    full = [form for form in written if words[form] > 1] or list(written)
    return sorted(full, key=lambda form: (-words[form], -written[form]))[:MOST_FORMS]


def _chances(asked: dict[int, list[str]], user) -> dict[int, list[Chance]]:
    """Who may be meant by each: all are looked for at once, and again under their next form."""
    best: dict[int, dict[int, Match]] = {number: {} for number in asked}
    waiting = dict(asked)
    for turn in range(MOST_FORMS):
        waiting = {n: names for n, names in waiting.items() if turn < len(names)}
        if not waiting:
            break
        names = [names[turn] for names in waiting.values()]
        answers = find_each(names, user, most=MOST, least=LEAST)
        for number, found in zip(waiting, answers, strict=True):
            _keep_best(best[number], found)
        waiting = {n: names for n, names in waiting.items() if not _is_found(best[n])}
    return {
        number: sorted(map(Chance, found.values()), key=lambda chance: chance.rank)
        for number, found in best.items()
    }


def _keep_best(best: dict[int, Match], found: list[Match]) -> None:
    for match in found:
        known = best.get(match.person)
        if known is None or match.score > known.score:
            best[match.person] = match


def _is_found(best: dict[int, Match]) -> bool:
    return any(match.score >= EXACT for match in best.values())


# Ties

# The number of somebody in the article and a person in the register → what each relative says.
Said = dict[tuple[int, int], dict[int, Comparison]]


def _with_ties(
    found: dict[int, list[Chance]], people: dict[int, Someone], user
) -> dict[int, list[Chance]]:
    """The same, lifted where the register knows a tie that the article tells as well."""
    told = [(number, tie) for number, one in people.items() for tie in one.ties]
    everybody = {chance.match.person for chances in found.values() for chance in chances}
    if not told or not everybody:
        return found
    known = {(first, second): kind for first, second, kind in standing(everybody, user)}
    said: Said = {}
    for number, tie in told:
        for one, relative in product(found[number], found.get(tie.of, ())):
            kind = known.get((one.match.person, relative.match.person))
            if kind:
                points = TIED if fits(tie.kind, kind) else TIED_OTHERWISE
                _say(said, number, one, tie.of, relative, points)
                _say(said, tie.of, relative, number, one, points)
    return {number: _lifted(number, chances, said) for number, chances in found.items()}


def _say(said: Said, number: int, one: Chance, other: int, relative: Chance, points: float) -> None:
    """What is best said of each relative: who may be several people in the register."""
    told = f"The register knows the tie to “{relative.match.spelling}”, too."
    new = Comparison("tie", points * relative.match.score, told)
    best = said.setdefault((number, one.match.person), {})
    best[other] = max(best.get(other, new), new, key=lambda comparison: comparison.points)


def _lifted(number: int, chances: list[Chance], said: Said) -> list[Chance]:
    lifted = (
        Chance(one.match, tuple(said.get((number, one.match.person), {}).values()))
        for one in chances
    )
    return sorted(lifted, key=lambda chance: chance.rank)


# One each


def _given_out(found: dict[int, list[Chance]]) -> dict[int, Chance]:
    """The likeliest pairs first, so that nobody in the register is given out twice."""
    every = [(chance, number) for number, chances in found.items() for chance in chances]
    every.sort(key=lambda pair: (pair[0].rank, pair[1]))
    given: dict[int, Chance] = {}
    taken: set[int] = set()
    for chance, number in every:
        if number not in given and chance.match.person not in taken:
            given[number] = chance
            taken.add(chance.match.person)
    return given


def _left_over(
    found: dict[int, list[Chance]], given: dict[int, Chance], number: int
) -> list[Chance]:
    """Who else may be meant, besides those who are somebody else of the article, less unlike."""
    elsewhere = {
        chance.match.person: chance.total for other, chance in given.items() if other != number
    }
    own = given[number].match.person
    return [
        chance
        for chance in found[number]
        if chance.match.person != own and elsewhere.get(chance.match.person, 0.0) <= chance.total
    ]


# How surely


@dataclass(frozen=True)
class _Strictness:
    """What it takes to be sure, in a register of as many people."""

    least: float
    ahead: float

    @classmethod
    def now(cls) -> "_Strictness":
        larger = max(0.0, log10(max(_people(), 1) / SMALL))
        return cls(min(SURE + SURER * larger, SUREST), AHEAD + FURTHER_AHEAD * larger)

    def is_met(self, chance: Chance, others: list[Chance]) -> bool:
        """A short name says too little alone; a tie that is known tells more."""
        ahead = chance.total - max((other.total for other in others), default=0.0)
        if not chance.ties and not self._may_be_sure(chance.match, ahead):
            return False
        return chance.total >= self.least and ahead >= self.ahead

    def _may_be_sure(self, match: Match, ahead: float) -> bool:
        """Whether the names alone may decide it."""
        words = [_weighty(match.asked), _weighty(match.spelling)]
        if min(words) < 2:
            is_same = max(words) == 1 and match.score >= SAME
            return is_same and ahead >= self.ahead + ALONE_AHEAD
        if is_reordered(match.asked, match.spelling) and match.score < IN_ORDER:
            return False
        if is_each_more(match.asked, match.spelling):
            return False
        return furthest(match.asked, match.spelling) <= UNLIKE


def _people() -> int:
    """How many the register holds, about, as PostgreSQL last estimated it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [Person._meta.db_table]
        )
        return int(cursor.fetchone()[0])


def _weighty(name: str) -> int:
    return sum(word.part not in (TITLE, INITIAL) for word in parse(name))


def _link(chance: Chance, others: list[Chance], strict: _Strictness) -> Link:
    is_sure = strict.is_met(chance, others)
    return Link(chance, is_sure, tuple(Link(other, False) for other in others))
