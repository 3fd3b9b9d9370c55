"""Hints: what else is known of the person meant, and how it ranks namesakes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from config.records.paths import seen
from people.choices import RelationshipKind, Sex
from people.models import Person, Relationship
from people.models.told import birth_bounds
from people.names.score import Comparison
from people.ties import FAMILY

# What a hint adds to the likeness of a name. An exact name is 1, so a wrong year weighs as much as
# a fifth of the name, and a known tie more than a year. What is not known weighs nothing.
SAME_YEAR, NEXT_YEAR, OTHER_YEAR, POSSIBLE_YEAR = 0.15, 0.05, -0.2, 0.05
SAME_SEX, OTHER_SEX = 0.03, -0.15
HERE, ELSEWHERE = 0.1, -0.05
TIED, TIED_OTHERWISE = 0.25, 0.1
# Below, a name found for the relative is too unlike the one that was given.
LIKE_ENOUGH = 0.5


@dataclass(frozen=True)
class Hints:
    """What else is known of the person meant. It ranks namesakes and hides nobody.

    places: primary keys of places, with all that lies in them, one of which may be the home.
    kin: pairs of a RelationshipKind, or "", and the name of who stands in that tie to the person:
    "sister of Baqytkhan Myrzan" is ("sibling", "Baqytkhan Myrzan").
    """

    born: int | None = None
    sex: str = ""
    places: frozenset[int] = frozenset()
    kin: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Facts:
    """What a reader sees of a person that a hint may speak of.

    born: the first and last possible year; for readers both or neither, and the same.
    """

    sex: str
    born: tuple[int | None, int | None]
    places: frozenset[int]


def rerank(
    matches: Sequence, hints: Hints, user, *, by_name: Callable[[str, object], Iterable]
) -> list:
    """The matches, the best first, each with what the hints say for and against it.

    Only what `user` sees of the people counts. by_name: gives the matches for a relative's name.
    """
    if hints == Hints() or not matches:
        return list(matches)
    facts = facts_of([match.person for match in matches], user)
    tied = _tied(facts, hints, user, by_name)
    weighed = []
    for match in matches:
        said = [*_compared(facts[match.person], hints), *tied.get(match.person, ())]
        total = match.score + sum(one.points for one in said)
        weighed.append((-total, _with(match, total, said)))
    return [match for _, match in sorted(weighed, key=lambda pair: pair[0])]


def _with(match, total: float, said: list[Comparison]):
    return replace(match, score=min(max(total, 0.0), 1.0), hinted=tuple(said))


def facts_of(people: list[int], user) -> dict[int, Facts]:
    """What this reader is told of the people: not every one is told a day and a village."""
    places = (seen(Person, f"{name}__id", user) for name in ("home", "birthplace"))
    told = birth_bounds(Person, user)
    found = Person.objects.filter(pk__in=people).values_list("pk", "sex", *told, *places)
    return {
        pk: Facts(sex, _years(first, last), frozenset(places) - {None})
        for pk, sex, first, last, *places in found
    }


def _years(first, last) -> tuple[int | None, int | None]:
    return first and first.year, last and last.year


# What each hint says


def _compared(facts: Facts, hints: Hints) -> list[Comparison]:
    found = (_by_year(facts.born, hints.born), _by_sex(facts, hints), _by_place(facts, hints))
    return [one for one in found if one]


def _by_year(known: tuple[int | None, int | None], asked: int | None) -> Comparison | None:
    first, last = known
    if not asked or not (first or last):
        return None
    if first == last:
        return _by_exact_year(first, asked)
    words = {"asked": asked}
    if (first or asked) <= asked <= (last or asked):
        return Comparison("born", POSSIBLE_YEAR, _("May be born in %(asked)s, as asked."), words)
    return Comparison("born", OTHER_YEAR, _("Cannot be born in %(asked)s."), words)


def _by_exact_year(known: int, asked: int) -> Comparison:
    words = {"known": known, "asked": asked}
    if known == asked:
        return Comparison("born", SAME_YEAR, _("Born in %(known)s, as asked."), words)
    if abs(known - asked) == 1:
        told = _("Born in %(known)s, a year from %(asked)s.")
        return Comparison("born", NEXT_YEAR, told, words)
    return Comparison("born", OTHER_YEAR, _("Born in %(known)s, not in %(asked)s."), words)


def _by_sex(facts: Facts, hints: Hints) -> Comparison | None:
    if not facts.sex or not hints.sex:
        return None
    words = {"known": Sex(facts.sex).label.capitalize(), "asked": Sex(hints.sex).label}
    if facts.sex == hints.sex:
        return Comparison("sex", SAME_SEX, _("%(known)s, as asked."), words)
    return Comparison("sex", OTHER_SEX, _("%(known)s, not %(asked)s."), words)


def _by_place(facts: Facts, hints: Hints) -> Comparison | None:
    if not facts.places or not hints.places:
        return None
    if facts.places & hints.places:
        return Comparison("place", HERE, _("Home or birthplace lies where was asked for."))
    told = _("Home and birthplace, as far as known, are elsewhere.")
    return Comparison("place", ELSEWHERE, told)


# Ties


def standing(kin: Iterable[int], user) -> list[tuple[int, int, RelationshipKind]]:
    """Who is visibly tied to these people: who, to whom, and what they are to them."""
    kin = set(kin)
    ties = Relationship.objects.visible_to(user)
    ties = ties.filter(Q(from_person__in=kin) | Q(to_person__in=kin)).order_by("pk")
    found = []
    for first, second, word in ties.values_list("from_person", "to_person", "kind"):
        kind = RelationshipKind(word)
        found += [(first, second, kind)] if second in kin else []
        found += [(second, first, kind.inverse)] if first in kin else []
    return found


def fits(asked: str, found: RelationshipKind) -> bool:
    """Whether a tie is of the kind asked for; a relative may be family of any kind."""
    return not asked or asked == found or (asked == RelationshipKind.RELATIVE and found in FAMILY)


def _tied(
    facts: dict[int, Facts], hints: Hints, user, by_name: Callable
) -> dict[int, list[Comparison]]:
    """For each person the best that can be said of a tie, for each relative named."""
    said: dict[int, list[Comparison]] = {}
    for asked, name in hints.kin:
        kin = {one.person: one for one in by_name(name, user) if one.score >= LIKE_ENOUGH}
        best: dict[int, Comparison] = {}
        for person, relative, kind in standing(kin, user):
            if person in facts:
                one = _by_tie(asked, kind, kin[relative], facts[person].sex)
                best[person] = max(best.get(person, one), one, key=lambda said: said.points)
        for person, one in best.items():
            said.setdefault(person, []).append(one)
    return said


def _by_tie(asked: str, kind: RelationshipKind, relative, sex: str) -> Comparison:
    points = (TIED if fits(asked, kind) else TIED_OTHERWISE) * relative.score
    words = {"tie": kind.word(sex).capitalize(), "name": relative.spelling}
    return Comparison("tie", points, _("%(tie)s of “%(name)s”."), words)
