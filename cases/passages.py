"""The passages of a page: what each source says, with the sources numbered as they appear."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import models

from cases.choices import Stance
from cases.models import Citation, Source
from cases.models.citations import TARGETS
from config.records.date_columns import DateColumns
from config.records.models import Record
from config.records.text import words

NAMES = {"personname": "person_name"}


@dataclass(frozen=True)
class NumberedSource:
    """A source in a page's list, with the numbers of those it rests on or is known through."""

    number: int
    source: Source
    origin: int | None = None
    cited_by: int | None = None


@dataclass(frozen=True)
class Passage:
    """One passage, shown once, with all that it is cited for."""

    number: int
    citation: Citation
    says: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def contradicts(self) -> bool:
        return self.citation.stance == Stance.CONTRADICTS


@dataclass(frozen=True)
class Accounts:
    """What several sources say of one field of one record, side by side."""

    label: str
    preferred: str
    passages: list[Passage]
    disagree: bool


@dataclass
class Evidence:
    """What supports one record: passages, sources that are cited as a whole, differing accounts."""

    passages: list[Passage] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    accounts: list[Accounts] = field(default_factory=list)


class Passages:
    """The citations that a page may show; asking for a record's evidence numbers its sources."""

    def __init__(self, citations: Iterable[Citation]):
        self._by_target: dict[tuple[str, int], list[Citation]] = {}
        self._sources: dict[int, Source] = {}
        for citation in citations:
            self._by_target.setdefault(_target(citation), []).append(citation)

    def of(self, *records: Record) -> Evidence:
        """The evidence of these records taken together."""
        found = self.together([one for record in records for one in self._citations(record)])
        found.accounts = [each for record in records for each in self._accounts(record)]
        return found

    def together(self, cited: list[Citation]) -> Evidence:
        """Each passage once; apart from them, the sources that are cited without a passage."""
        quoted = [one for one in cited if one.quote or one.says]
        told = {self.name(one.source) for one in quoted}
        return Evidence(
            passages=self._merged(quoted),
            numbers=sorted({self.name(one.source) for one in cited} - told),
        )

    def speaking_of(self, record: Record, field: str) -> tuple[int, ...]:
        """The numbers of the sources that support one field; if none does, the whole record."""
        cited = [one for one in self._citations(record) if one.stance != Stance.CONTRADICTS]
        chosen = [one for one in cited if one.field == field] or [
            one for one in cited if not one.field
        ]
        return tuple(sorted({self.name(one.source) for one in chosen}))

    def name(self, source: Source) -> int:
        """Name a source on the page; it keeps the number that it gets."""
        self._sources.setdefault(source.pk, source)
        return self.number(source.pk)

    def number(self, source_id: int | None) -> int | None:
        """The number of a source that has been named; None for another."""
        order = list(self._sources)
        return order.index(source_id) + 1 if source_id in self._sources else None

    def origins(self, numbers: Iterable[int]) -> int:
        """To how many origins the sources of these numbers go back."""
        named = list(self._sources.values())
        found = (named[number - 1] for number in numbers)
        return len({source.origin_id or source.pk for source in found})

    def sources(self) -> list[NumberedSource]:
        """The numbered list, ending with the sources that the cited ones rest on."""
        for source in list(self._sources.values()):
            for other in (source.origin, source.cited_by):
                if other:
                    self.name(other)
        return [self._listed(source) for source in self._sources.values()]

    def _listed(self, source: Source) -> NumberedSource:
        return NumberedSource(
            self.number(source.pk),
            source,
            self.number(source.origin_id),
            self.number(source.cited_by_id),
        )

    def _citations(self, record: Record) -> list[Citation]:
        model = record._meta.model_name
        return self._by_target.get((NAMES.get(model, model), record.pk), [])

    def _merged(self, citations: list[Citation]) -> list[Passage]:
        """Each passage once, however many facts it supports."""
        found: dict[tuple, list[Citation]] = {}
        for one in citations:
            place = one.quote or one.pk
            found.setdefault((one.source_id, place, one.stance), []).append(one)
        return [self._passage(group) for group in found.values()]

    def _passage(self, group: list[Citation]) -> Passage:
        says = dict.fromkeys(one.says for one in group if one.says)
        ids = tuple(one.public_id for one in group)
        return Passage(self.name(group[0].source), group[0], tuple(says), ids)

    def _accounts(self, record: Record) -> list[Accounts]:
        by_field: dict[str, list[Citation]] = {}
        for one in self._citations(record):
            by_field.setdefault(one.field, []).append(one)
        whole = by_field.get("", [])
        found = (self._side_by_side(record, name, cited, whole) for name, cited in by_field.items())
        return [accounts for accounts in found if accounts]

    def _side_by_side(
        self, record: Record, name: str, cited: list[Citation], whole: list[Citation]
    ) -> Accounts | None:
        """The accounts of one field if they differ; a contradiction stands beside all the rest."""
        disagree = any(one.stance == Stance.CONTRADICTS for one in cited)
        readings = {frozenset(words(one.says)) for one in cited if one.says}
        if not disagree and (len(readings) < 2 or not _holds_one_value(record, name)):
            return None
        if disagree:
            cited = [*cited, *whole] if name else self._citations(record)
        label, preferred = _field(record, name)
        return Accounts(label, preferred, self._by_source(cited), disagree)

    def _by_source(self, cited: list[Citation]) -> list[Passage]:
        """One account for each source and what it takes sides for."""
        found: dict[tuple, list[Citation]] = {}
        for one in cited:
            found.setdefault((one.source_id, one.stance), []).append(one)
        return [self._passage(list(dict.fromkeys(group))) for group in found.values()]


def _target(citation: Citation) -> tuple[str, int]:
    name = next(name for name in TARGETS if getattr(citation, f"{name}_id"))
    return name, getattr(citation, f"{name}_id")


def _holds_one_value(record: Record, name: str) -> bool:
    """Of a date, a number or a coded word two readings differ; of a description they add up."""
    if not name:
        return False
    if isinstance(getattr(type(record), name, None), DateColumns):
        return True
    column = record._meta.get_field(name)
    return bool(column.choices) or not isinstance(column, (models.CharField, models.TextField))


def _field(record: Record, name: str) -> tuple[str, str]:
    """What a field is called and what the register has in it."""
    if not name:
        return "this", ""
    dates = getattr(type(record), name, None)
    if isinstance(dates, DateColumns):
        return dates.about, str(getattr(record, name) or "")
    column = record._meta.get_field(name)
    return str(column.verbose_name), _value(record, column)


def _value(record: Record, column: models.Field) -> str:
    value = getattr(record, column.name)
    if column.choices:
        return getattr(record, f"get_{column.name}_display")()
    if column.is_relation:
        return getattr(value, "name", "") or getattr(value, "name_shown", "") if value else ""
    return "" if value is None else str(value)
