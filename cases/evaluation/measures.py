"""The measures of a reading: mentions, roles, events, links, against the labels (pure)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from cases.evaluation.pairing import Read, found_events, labelled_events, once
from cases.reading.article import Role, Span
from config.records.dates_edtf import DateNotUnderstood, bounds
from people.evaluation.measures import share


@dataclass
class Counts:
    """How many were found rightly and wrongly, and how many were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __iadd__(self, other: "Counts") -> "Counts":
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        return self

    @property
    def precision(self) -> float | None:
        return share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        return share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    def told(self) -> dict:
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}


def total(counts: Iterable[Counts]) -> Counts:
    every = Counts()
    for one in counts:
        every += one
    return every


# Mentions


def mentions(read: Read) -> Counts:
    """Spans that name a person, letter for letter, whoever it is."""
    found = spans(one.mentions for one in read.reading.people)
    wanted = spans(person.mentions for person in read.labelled.people)
    return Counts(len(found & wanted), len(found - wanted), len(wanted - found))


def spans(groups: Iterable[Iterable[Span]]) -> set[Span]:
    return {span for group in groups for span in group}


def mentions_by(reads: Sequence[Read], key) -> dict[str, Counts]:
    """By what `key` tells of a labelled article, in order."""
    names = sorted({key(read.labelled) for read in reads})
    return {
        name: total(mentions(read) for read in reads if key(read.labelled) == name)
        for name in names
    }


# Headlines


def is_title_case(title: str) -> bool:
    """Nearly every word that is long enough begins with a capital letter."""
    words = [word for word in title.split() if sum(map(str.isalpha, word)) > 3]
    return len(words) > 3 and sum(_is_capital(word) for word in words) >= 0.8 * len(words)


def _is_capital(word: str) -> bool:
    return next((one for one in word if one.isalpha()), "").isupper()


def false_in_headline(read: Read, found: Iterable[str]) -> int:
    """How many of the names found in a headline name nobody who is in the labels."""
    surfaces = [read.labelled.surfaces(person) for person in read.labelled.people]
    known = {word for forms in surfaces for form in forms for word in form.casefold().split()}
    return sum(not set(name.casefold().split()) <= known for name in found)


# Roles


def roles(reads: Iterable[Read]) -> dict:
    """Who was not found has no role, which is a wrong one."""
    pairs: list[tuple[Role, Role | None]] = []
    for read in reads:
        numbers = read.numbers
        for place, person in enumerate(read.labelled.people):
            found = read.reading.people[numbers[place]].role if place in numbers else None
            pairs.append((person.role, found))
    right = sum(wanted == found for wanted, found in pairs)
    return {"accuracy": share(right, len(pairs)), "macro_f1": _macro_f1(pairs)}


def _macro_f1(pairs: Sequence[tuple[Role, Role | None]]) -> float | None:
    """The mean over the roles that the labels hold, each as heavy as any other."""
    wanted, found = (Counter(side) for side in zip(*pairs, strict=True)) if pairs else ({}, {})
    right = Counter(one for one, other in pairs if one == other)
    each = [2 * right[role] / (wanted[role] + found[role]) for role in wanted]
    return round(mean(each), 4) if each else None


# Events


@dataclass
class Events:
    """Events found, and of those that the labels date, how many are dated alike."""

    counts: Counts
    dated: int = 0
    dated_alike: int = 0

    def told(self) -> dict:
        return self.counts.told() | {"date_accuracy": share(self.dated_alike, self.dated)}


def events(reads: Iterable[Read], kinds: frozenset[str]) -> Events:
    every = Events(Counts())
    for read in reads:
        wanted, found = once(labelled_events(read)), once(found_events(read, kinds))
        both = [(one, other) for one in wanted for other in found if one[0].is_like(other[0])]
        matched = {id(one) for pair in both for one in pair}
        every.counts += Counts(
            right=len({id(one) for one, _ in both}),
            wrong=sum(id(one) not in matched for one in found),
            missed=sum(id(one) not in matched for one in wanted),
        )
        for one, other in both:
            dates = {_bounds(event.date) for event in other if event.date}
            dated = [event for event in one if event.date]
            every.dated += len(dated)
            every.dated_alike += sum(_bounds(event.date) in dates for event in dated)
    return every


def _bounds(edtf: str) -> tuple:
    """The first and the last possible day, by which dates are the same however written."""
    try:
        return bounds(edtf)
    except DateNotUnderstood:
        return (edtf,)


# Links


@dataclass
class Links:
    """Of the pairs of an article and somebody whom the register holds, how many were linked.

    wrong: links to anybody else, of whomever. differing: pairs whose spelling in the article is
    not the register's. new: people whom the register did not hold; taken_for: of them those who
    were linked to somebody.
    """

    counts: Counts
    differing: Counts
    new: int = 0
    taken_for: int = 0

    def told(self) -> dict:
        return {
            "linking": {"precision": self.counts.precision, "recall": self.counts.recall},
            "linking_cross_spelling": {
                "recall": self.differing.recall,
                "pairs": self.differing.right + self.differing.missed,
            },
            "new_people": {"wrongly_linked": share(self.taken_for, self.new)},
        }
