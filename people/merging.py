"""Merging two people into one, row by row; each change is written down, to be taken back."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from config.records.history import is_version
from config.records.models import Record
from people import blending
from people.decisions import FIELDS, RELATIONS, Alias, Moves, links_decided
from people.ledger import Entry, Ledger
from people.models import Person
from people.readership import Sight, record_of, sight


@dataclass
class Outcome:
    """What a merge does: each field, each row that changes, what readers no longer see."""

    kept: Person
    absorbed: Person
    lines: list[blending.Line] = field(default_factory=list)
    rows: list[Entry] = field(default_factory=list)
    before: Sight = frozenset()
    lost: list[models.Model] = field(default_factory=list)

    @property
    def open_lines(self) -> list[blending.Line]:
        return [line for line in self.lines if line.is_open]


def undecided() -> list[str]:
    """Fields of people and links to them that nobody has decided on: a merge would lose them."""
    fields = {one.name for one in (*Person._meta.concrete_fields, *Person._meta.many_to_many)}
    known = {f"people.Person.{name}" for name in FIELDS}
    found = {f"people.Person.{name}" for name in fields} - known
    found |= set(links_to(Person)) - links_decided()
    for label, rule in RELATIONS.items():
        if isinstance(rule, Moves) and rule.key:
            found |= _undecided_of(apps.get_model(label), rule)
    return sorted(found)


def _undecided_of(model: type[Record], rule: Moves) -> set[str]:
    """Of rows that may be set aside: what they say, and what points to them."""
    told = {*rule.links, *rule.keyed_by, *rule.said, rule.main}
    said = {f"{model._meta.label}.{name}" for name in set(model.PUBLIC_FIELDS) - told}
    return said | (set(links_to(model)) - {*rule.followers, *rule.within})


def links_to(model: type[models.Model]) -> Iterator[str]:
    """Every foreign key, one to one or many to many to a model, hidden ones included."""
    for one in model._meta.get_fields(include_hidden=True):
        is_link = one.is_relation and one.auto_created and not one.concrete
        if is_link and not is_version(one.related_model):
            yield f"{one.related_model._meta.label}.{one.field.name}"


def locked(keys: list[int]) -> list[Person]:
    """The people with these keys, locked in order: who merges the other way round waits."""
    rows = Person._base_manager.select_for_update(of=("self",)).filter(pk__in=keys)
    return list(rows.order_by("pk"))


@contextmanager
def written_as_one():
    """Around all the rows: what follows from them follows once, at the end."""
    with ExitStack() as stack:
        for label in RELATIONS:
            model = apps.get_model(label)
            if issubclass(model, Record):
                stack.enter_context(model.written_together())
        yield


class Merging:
    """One merge under way; the people are locked and their rows are as the database has them."""

    def __init__(self, kept: Person, absorbed: Person, choices: dict[str, str]):
        self.kept, self.absorbed = kept, absorbed
        self.ledger = Ledger()
        self.were_public = kept.is_public and absorbed.is_public
        self.lines = blending.person(kept, absorbed, choices)

    def alias(self, key: int | None) -> int | None:
        return self.kept.pk if key == self.absorbed.pk else key

    def run(self) -> Outcome:
        before = sight([self.kept.pk, self.absorbed.pk])
        gaps = _gaps(before)
        with written_as_one():
            self._write()
        after = sight([self.kept.pk, self.absorbed.pk])
        _require_nothing_shown(after - before)
        _require_no_gaps(gaps, _gaps(after))
        rows = list(self.ledger.entries.values())
        lost = self._lost(before - after)
        return Outcome(self.kept, self.absorbed, self.lines, rows, before, lost)

    def _write(self) -> None:
        for label, rule in RELATIONS.items():
            if isinstance(rule, Moves):
                self._move(apps.get_model(label), rule)
        columns = {name: v for line in self.lines for name, v in line.columns.items()}
        self.ledger.write(self.kept, "kept", **columns)
        self.ledger.write(self.absorbed, "absorbed", merged_into_id=self.kept.pk)

    def _move(self, model: type[models.Model], rule: Moves) -> None:
        ends = [one.attname for one in map(model._meta.get_field, rule.links)]
        both = models.Q()
        for end in ends:
            both |= models.Q(**{f"{end}__in": [self.kept.pk, self.absorbed.pk]})
        rows = model._base_manager.select_for_update(of=("self",)).filter(both).order_by("pk")
        theirs, mine = [], []
        for row in rows:
            is_theirs = self.absorbed.pk in {getattr(row, end) for end in ends}
            (theirs if is_theirs else mine).append(row)
        self._one_main(rule, mine, theirs)
        for row in theirs:
            if not (rule.key and self._set_aside(row, rule, mine, theirs)):
                self.ledger.write(row, "moved", **repointed(row, ends, rule, self.alias))

    def _one_main(self, rule: Moves, mine: list, theirs: list) -> None:
        """Of two main rows that of the person whom readers know stays the main one."""
        if not rule.main:
            return
        mains = [row for row in (*mine, *theirs) if getattr(row, rule.main)]
        if len(mains) == 2:
            loser = mains[0 if blending.leads(self.kept, self.absorbed) else 1]
            self.ledger.write(loser, "completed", **{rule.main: False})

    def _set_aside(self, row: models.Model, rule: Moves, mine: list, theirs: list) -> bool:
        """Leave a row where it is if the kept person has it already, or if it says nothing now."""
        key = rule.key(row, self.alias)
        if key is None:
            self.ledger.write(row, "set aside")
            return True
        if rule.apart and getattr(row, f"{rule.apart}_id") and _is_twice(row, rule, theirs):
            return False
        alike = [one for one in mine if rule.key(one, self.alias) == key]
        twin = next((one for one in alike if _says_as_much(one, row, rule.apart)), None)
        if twin is None:
            return False
        self._complete(twin, row, rule, mine)
        for label in rule.followers:
            self._follow(label, row, twin)
        return True

    def _complete(self, twin: Record, row: Record, rule: Moves, mine: list) -> None:
        columns = blending.row(twin, row, rule.said) if isinstance(twin, Record) else {}
        if rule.main and getattr(row, rule.main) and not any(getattr(m, rule.main) for m in mine):
            columns[rule.main] = True
        # Set aside first: of what only one row may say, the other must have let go.
        apart = {f"{rule.apart}_id": None} if rule.apart else {}
        self.ledger.write(row, "set aside", twin=twin.pk, **apart)
        self.ledger.write(twin, "completed", **columns)

    def _follow(self, label: str, row: Record, twin: Record) -> None:
        app, model, link = label.split(".")
        rows = apps.get_model(app, model)._base_manager.select_for_update(of=("self",))
        for follower in rows.filter(**{link: row}).order_by("pk"):
            self.ledger.write(follower, "moved", **{f"{link}_id": twin.pk})

    def _lost(self, gone: Sight) -> list[models.Model]:
        """What readers no longer see, and nothing that says the same."""
        aside = {entry.place for entry in self.ledger.entries.values() if entry.twin}
        records = {seen: record_of(seen) for seen in sorted(gone)}
        found = {(one._meta.label, one.pk): one for one in records.values()}
        return [one for place, one in found.items() if place not in aside]


def repointed(row: models.Model, ends: list[str], rule: Moves, alias: Alias) -> dict[str, int]:
    """To whom a row points once the two are one."""
    people = [alias(getattr(row, end)) for end in ends]
    return dict(zip(ends, sorted(people) if rule.in_order else people, strict=True))


def _says_as_much(twin: Record, row: Record, apart: str) -> bool:
    """Rows for different cases both stay. One for no case says less than one for some case, and
    the two become one unless readers would learn of the case by it, or lose it.
    """
    if not apart:
        return True
    mine, theirs = getattr(twin, f"{apart}_id"), getattr(row, f"{apart}_id")
    if mine == theirs:
        return True
    return None in (mine, theirs) and blending.are_alike(twin, row)


def _is_twice(row: Record, rule: Moves, rows: list) -> bool:
    """Whether the person has another such row, for another case or for none."""
    return sum(rule.key(one, int) == rule.key(row, int) for one in rows) > 1


def _require_nothing_shown(shown: Sight) -> None:
    records = sorted({str(record_of(seen)) for seen in shown})
    if records:
        raise ValidationError(
            f"Readers do not see this yet and would after the merge: {', '.join(records)}. "
            "Reopen it first, so that somebody reviews it where it will stand."
        )


def _gaps(seen: Sight) -> dict[str, list[str]]:
    """What published records lack to be published, where they know."""
    records = {(label.split(" ")[1], key): (label, key) for label, key in seen}
    found = (record_of(one) for (label, _), one in records.items() if label.count(".") == 1)
    return {str(one): one.missing() for one in found if type(one).missing is not Record.missing}


def _require_no_gaps(before: dict[str, list[str]], after: dict[str, list[str]]) -> None:
    new = [
        f"{record}: {sentence}"
        for record, sentences in after.items()
        for sentence in sentences
        if sentence not in before.get(record, [])
    ]
    if new:
        raise ValidationError(new)
