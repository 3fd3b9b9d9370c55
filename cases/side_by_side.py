"""Two people side by side: what the register tells of each, what they share, what speaks for it.

The reasons are told anew for each reader, from what that reader may see, and are stored nowhere.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from django.db.models import Prefetch, Q

from cases.models import Case, Citation, Participation, Source
from people.choices import Sex
from people.models import Judgement, Person, PersonName, Place, Relationship
from people.models.pair import Pair
from people.names.score import LIKELY, Likeness, compare
from people.names.score import Comparison as NameComparison

# Ways that lead from a citation to the person whom it tells of.
WAYS = (
    "person",
    "person_name__person",
    "case__person",
    "event__case__person",
    "participation__person",
    "relationship__from_person",
    "relationship__to_person",
)
# What is told of each side, and whether there is anything to tell.
KNOWN = {
    "born": lambda side: side.person.birth or side.person.birthplace,
    "sex": lambda side: side.person.sex,
    "home": lambda side: side.person.home,
    "work": lambda side: side.person.occupation or side.person.occupation_group,
    "family and others": lambda side: side.ties,
    "cases": lambda side: side.cases,
    "sources": lambda side: side.sources,
}
# Of somebody with very many spellings, how many are compared.
COMPARED = 12
NOTHING = Likeness(0.0)
# A word that takes no more than this from the likeness of two names is much the same in both.
NEARLY_THE_SAME = 0.1


@dataclass(frozen=True)
class Reason:
    """A sentence that speaks for two people being one, or against it."""

    sentence: str
    is_against: bool = False


@dataclass
class Side:
    """One of the two: the person, and of what belongs to them that which the reader may see."""

    person: Person
    ties: list[tuple[str, Person]] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    events: set[int] = field(default_factory=set)
    sources: set[int] = field(default_factory=set)

    @property
    def names(self) -> list[PersonName]:
        return self.person.seen_names

    @property
    def called(self) -> str:
        return self.person.name_full or self.person.public_id


@dataclass
class Comparison:
    """A pair as it is laid before somebody who judges it."""

    one: Side
    other: Side
    pair: Pair | None
    judgement: Judgement | None
    shared: list[Source]
    reasons: list[Reason]

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.one, self.other

    @property
    def unknown(self) -> list[str]:
        """What the register tells of neither."""
        return [what for what, known in KNOWN.items() if not any(map(known, self.sides))]


class SideBySide:
    """Some pairs, with all that is laid beside them read in few questions."""

    def __init__(self, pairs: Iterable[tuple[int, int]], user):
        self.pairs, self.user = list(pairs), user
        keys = {key for pair in self.pairs for key in pair}
        people = Person.objects.visible_to(user).filter(pk__in=keys)
        self.sides = {one.pk: Side(one) for one in people.prefetch_related(*self._beside())}
        for side in self.sides.values():
            side.person.tell(user)
        self._add_ties()
        self._add_what_happened()
        self.sources = self._add_sources()

    def comparisons(self, found: dict[tuple[int, int], Pair]) -> list[Comparison]:
        """The pairs of which both people may be seen; `found` holds what is kept of each."""
        seen = [pair for pair in self.pairs if all(key in self.sides for key in pair)]
        return [self._comparison(*pair, found.get(pair)) for pair in seen]

    def _comparison(self, one: int, other: int, pair: Pair | None) -> Comparison:
        left, right = self.sides[one], self.sides[other]
        shared = [self.sources[key] for key in sorted(left.sources & right.sources)]
        judgement = pair if isinstance(pair, Judgement) else None
        return Comparison(left, right, pair, judgement, shared, reasons(left, right))

    def _beside(self) -> tuple[Prefetch, ...]:
        names = PersonName.objects.visible_to(self.user).order_by("-is_primary", "pk")
        places = Place.objects.visible_to(self.user)
        links = (Prefetch(name, places) for name in ("home", "birthplace", "citizenship"))
        return Prefetch("names", names, to_attr="seen_names"), *links

    def _add_ties(self) -> None:
        ends = Q(from_person__in=self.sides) | Q(to_person__in=self.sides)
        ties = Relationship.objects.visible_to(self.user).filter(ends).order_by("pk")
        for tie in ties.select_related("from_person", "to_person"):
            for person in (tie.from_person, tie.to_person):
                if person.pk in self.sides:
                    told = (tie.word_for_other(person), tie.other(person))
                    self.sides[person.pk].ties.append(told)

    def _add_what_happened(self) -> None:
        for case in Case.objects.visible_to(self.user).filter(person__in=self.sides).order_by("pk"):
            self.sides[case.person_id].cases.append(case)
        parts = Participation.objects.visible_to(self.user).filter(person__in=self.sides)
        for person, event in parts.order_by().values_list("person", "event"):
            self.sides[person].events.add(event)

    def _add_sources(self) -> dict[int, Source]:
        cited = Citation.objects.visible_to(self.user).order_by()
        first, *rest = (
            cited.filter(**{f"{way}__in": self.sides}).values_list(way, "source") for way in WAYS
        )
        tellers = defaultdict(set)
        for person, source in first.union(*rest):
            self.sides[person].sources.add(source)
            tellers[source].add(person)
        common = [source for source, people in tellers.items() if len(people) > 1]
        return Source.objects.visible_to(self.user).in_bulk(common)


# Reasons


def reasons(one: Side, other: Side) -> list[Reason]:
    """What speaks for the two being one and what against it, the worst first."""
    likeness = best_likeness(one.names, other.names)
    weighed = sorted(likeness.comparisons, key=lambda comparison: comparison.points)
    names = [Reason(comparison.sentence, _is_against(comparison)) for comparison in weighed]
    known = [*_by_birth(one, other), *_by_person(one, other), *_by_kin(one, other)]
    found = [*names, *known, *_by_events(one, other)]
    return sorted(found, key=lambda reason: not reason.is_against)


def _is_against(comparison: NameComparison) -> bool:
    """Words that sound nearly the same lose a little, and speak for a pair all the same."""
    return comparison.name != "sound" or comparison.points < -NEARLY_THE_SAME


def best_likeness(ones: list[PersonName], others: list[PersonName]) -> Likeness:
    """Of the two spellings that are most alike."""
    pairs = product(ones[:COMPARED], others[:COMPARED])
    found = (compare(one.text, other.text) for one, other in pairs)
    return max(found, key=lambda likeness: likeness.score, default=NOTHING)


def _by_birth(one: Side, other: Side) -> list[Reason]:
    left, right = one.person.birth, other.person.birth
    if not left or not right:
        return []
    if one.person.birth_year and one.person.birth_year == other.person.birth_year:
        return [Reason(f"Both were born in {one.person.birth_year}.")]
    bounds = (left.earliest, right.latest), (right.earliest, left.latest)
    if any(first and last and first > last for first, last in bounds):
        return [Reason(f"They were not born at the same time: {left}, and {right}.", True)]
    return [Reason(f"They may have been born at the same time: {left}, and {right}.")]


def _by_person(one: Side, other: Side) -> list[Reason]:
    found = []
    left, right = one.person, other.person
    if left.sex and right.sex and left.sex != right.sex:
        words = f"{Sex(left.sex).label}, and {Sex(right.sex).label}"
        found.append(Reason(f"They are not of one sex: {words}.", True))
    if left.home and right.home:
        same = left.home == right.home
        told = f"Both are at home in {left.home.name}."
        differ = f"Their homes differ: {left.home.name}, and {right.home.name}."
        found.append(Reason(told if same else differ, not same))
    return found


def _by_kin(one: Side, other: Side) -> list[Reason]:
    """A tie between the two, a relative whom they share, relatives whose names are alike."""
    found = [
        Reason(f"The register tells of both as two people: the second is the first's {word}.", True)
        for word, relative in one.ties
        if relative == other.person
    ]
    for (word, left), (same_word, right) in product(one.ties, other.ties):
        if word != same_word or {left, right} & {one.person, other.person}:
            continue
        if left == right:
            found.append(Reason(f"Both have the same {word}: {left.name_full}."))
        elif compare(left.name_full, right.name_full).score >= LIKELY:
            names = f"{left.name_full}, and {right.name_full}"
            found.append(Reason(f"Each has a {word} of much the same name: {names}."))
    return found


def _by_events(one: Side, other: Side) -> list[Reason]:
    if one.events & other.events:
        return [Reason("Both take part in the same event, as two people.", True)]
    return []
