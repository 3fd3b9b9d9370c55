"""Answering a search box: whom it may mean, how it was read, and the rows in that order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, TextField, Value
from django.db.models.expressions import Combinable
from django.utils.http import urlencode
from django.utils.translation import gettext, override, pgettext

from config.records import text
from people import asking
from people.asking import Asked
from people.choices import RelationshipKind
from people.hints import LIKE_ENOUGH, Hints, fits, standing
from people.matching import MOST, Match, find
from people.models import Person, Place

# Longer than any name; the rest of a sentence that somebody pastes only slows the search.
MOST_WORDS = 12
# A relative is whoever is nearly as like the name given as the likeliest.
NEARLY = 0.1

Way = tuple[str, str]  # what else can be asked, and the address that asks it


@dataclass(frozen=True)
class Answer:
    """Whom a query may mean, the best first, and how it was read.

    places: names of the places that were asked for, as the register has them.
    """

    asked: Asked
    matches: tuple[Match, ...] = ()
    places: tuple[str, ...] = ()

    @cached_property
    def people(self) -> list[int]:
        return [match.person for match in self.matches]

    @cached_property
    def by_person(self) -> dict[int, Match]:
        return {match.person: match for match in self.matches}

    @property
    def is_likely(self) -> bool:
        """Whether anybody found is proposed as the one who is meant."""
        return any(match.tier for match in self.matches)

    @property
    def is_one_word(self) -> bool:
        return len(text.words(self.asked.whole)) == 1

    # For the database

    def rank(self, path: str) -> Combinable:
        """How far down a person stands, from 1; NULL for who was not found."""
        people = Value(self.people, ArrayField(BigIntegerField()))
        return Func(people, F(path), function="array_position", output_field=IntegerField())

    def cell(self, path: str, says: Callable[[Match], str]) -> Combinable:
        """What is said of each person's match; NULL for who was not found."""
        texts = Value([says(match) for match in self.matches], ArrayField(TextField()))
        return _At(texts, self.rank(path))

    # Told in words

    @property
    def said(self) -> str:
        """How a query was read that says more than a name."""
        asked = self.asked
        name = asked.short or asked.name
        parts = [gettext("the name “%(name)s”") % {"name": name}] if name else []
        if asked.born:
            parts.append(gettext("born in %(year)s") % {"year": asked.born})
        parts += [gettext("of %(place)s") % {"place": place} for place in self.places]
        of_name = gettext("%(tie)s of “%(name)s”")
        parts += [of_name % {"tie": _word(*tie), "name": name} for *tie, name in self._kin]
        if not parts or not (asked.has_hints or self.places):
            return ""
        return gettext("Read as %(parts)s.") % {
            "parts": pgettext("between items", ", ").join(parts)
        }

    @property
    def _kin(self) -> list[tuple[str, str, str]]:
        """Each tie that is asked for: its kind, the sex that the query tells, and whose it is."""
        return [(kind, self.asked.sex, name) for kind, name in self.asked.kin]

    @property
    def notes(self) -> list[str]:
        """What a reader should know of how the query was answered, each a sentence."""
        asked = self.asked
        if not asked.letters:
            return [gettext("There is no letter in this. Write a name, in any script.")]
        if not enough(asked.whole):
            return [gettext("One letter is too little to find anybody by. Write a whole name.")]
        no_place = gettext("The register knows no place called “%(name)s”.")
        found = [no_place % {"name": one} for one in asked.unknown]
        if not asked.name:
            found.append(self._without_name)
        return found + self._cut_short

    @property
    def _without_name(self) -> str:
        if self.asked.kin:
            return gettext("This gives only the relative's name. Here is who may be meant by that.")
        return gettext("This gives no name. It can be asked as a filter.")

    @property
    def _cut_short(self) -> list[str]:
        """What was left out of the question or of the answer."""
        found = []
        if len(text.words(self.asked.name)) > MOST_WORDS:
            told = gettext("Only the first %(most)s words were looked for as a name.")
            found.append(told % {"most": MOST_WORDS})
        if len(self.matches) >= MOST:
            told = gettext(
                "Only the %(most)s likeliest people are listed. A second name, a year of birth, a "
                "place or a relative would say whom you mean."
            )
            found.append(told % {"most": MOST})
        return found

    @property
    def ways(self) -> list[Way]:
        """What can be asked instead of a query without a name."""
        asked = self.asked
        if asked.name or not asked.has_hints:
            return []
        of_kin = gettext("Everybody who is the %(tie)s of %(name)s")
        of_place = gettext("Everybody of %(place)s")
        questions = [
            (of_kin % {"tie": _word(kind, sex), "name": name}, {"tie": _as_asked(kind, sex, name)})
            for kind, sex, name in self._kin
        ]
        questions += [(of_place % {"place": place}, {"home": place}) for place in self.places]
        if asked.born:
            told = gettext("Everybody born in %(year)s") % {"year": asked.born}
            questions.append((told, {"born": asked.born}))
        return [(label, urlencode(question)) for label, question in questions]


class _At(Func):
    """The element of an array at a position."""

    template = "(%(expressions)s]"
    arg_joiner = ")["
    output_field = TextField()


def _word(kind: str, sex: str) -> str:
    return RelationshipKind(kind or RelationshipKind.RELATIVE).word(sex if kind else "")


def _as_asked(kind: str, sex: str, name: str) -> str:
    """A tie as the filter reads it, whatever language the page speaks."""
    with override("en"):
        return f"{_word(kind, sex)} of {name}"


def spelling(match: Match) -> str:
    return match.spelling


def why(match: Match) -> str:
    return " ".join(one.sentence for one in match.comparisons)


def enough(query: str) -> bool:
    """Whether there is enough to look for: two letters, or one Chinese character."""
    letters = "".join(text.words(query))
    return len(letters) > 1 or text.script(letters) == "Hani"


def ask(query: str, user, hints: Hints = Hints()) -> Answer:  # noqa: B008 frozen
    """Whom the query may mean, of those whom `user` may see. `hints` add to what the query says."""
    known = _Places(query, user)
    asked = asking.read(query, known.by_key)
    if not enough(asked.whole):
        return Answer(asked)
    hints = Hints(
        born=asked.born or hints.born,
        sex=asked.sex or hints.sex,
        places=known.inside(asked.places) or hints.places,
        kin=(*asked.kin, *hints.kin),
    )
    names = tuple(known.name(key) for key in asked.places)
    return Answer(asked, tuple(_found(asked, hints, user)), names)


def _found(asked: Asked, hints: Hints, user) -> list[Match]:
    """Each reading of the name; and the query as a whole, where they find nobody likely.

    Of a query that names relatives alone, who those are.
    """
    readings = [name for name in (asked.name, asked.short) if name]
    kin = [] if readings else [name for _, name in asked.kin]
    if not readings and not kin:
        return []
    found = _best(find(_cut(name), user, hints=hints) for name in readings)
    found = found or _best(find(_cut(name), user) for name in kin)
    if not (found and found[0].tier) and asked.whole not in readings:
        found = _best([found, find(_cut(asked.whole), user)])
    return found[:MOST]


def _cut(name: str) -> str:
    return " ".join(name.split()[:MOST_WORDS])


def _best(answers: Iterable[list[Match]]) -> list[Match]:
    """One match for each person, the best first; equals stay in the order of their answer."""
    best: dict[int, Match] = {}
    for match in (match for answer in answers for match in answer):
        if match.person not in best or match.score > best[match.person].score:
            best[match.person] = match
    return sorted(best.values(), key=lambda match: -match.score)


@dataclass
class _Places:
    """The places that `user` may see and that a query of several words may name."""

    query: str
    user: Any
    by_key: dict[str, dict[int, str]] = field(default_factory=dict)

    def __post_init__(self):
        self.visible = Place.objects.visible_to(self.user)
        phrases = asking.phrases(self.query) if len(self.query.split()) > 1 else set()
        found = self.visible.called(phrases).values_list("pk", "name", "search_keys")
        for pk, name, keys in found.order_by("pk"):
            for key in phrases.intersection(keys):
                self.by_key.setdefault(key, {})[pk] = name

    def inside(self, keys: Iterable[str]) -> frozenset[int]:
        return frozenset(self.visible.inside(pk for key in keys for pk in self.by_key[key]))

    def name(self, key: str) -> str:
        return next(iter(self.by_key[key].values()))


# Ties as a filter


def tied_to(query: str, user) -> tuple[set[int], str]:
    """Who stands in a tie to each person whom the query means, and the sex that it tells.

    The query is an id, a name, or a tie and a name: sister of Almakhan Myrzan.
    """
    people = Person.objects.visible_to(user)
    by_id = set(people.filter(public_id=query.strip().upper()).values_list("pk", flat=True))
    if by_id:
        return {person for person, _, _ in standing(by_id, user)}, ""
    asked = asking.read(query)
    found = [_tied(kind, name, user) for kind, name in asked.kin or (("", asked.name),)]
    return set.intersection(*found), asked.sex


def _tied(asked: str, name: str, user) -> set[int]:
    found = find(_cut(name), user) if enough(name) else []
    least = max(found[0].score - NEARLY, LIKE_ENOUGH) if found else 0
    kin = {match.person for match in found if match.score >= least}
    return {person for person, _, kind in standing(kin, user) if fits(asked, kind)}
