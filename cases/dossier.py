"""The dossier of a case: what its page tells, with numbered facts, sources in full, and a hash."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from cases import dossier_data as data
from cases.models import Case, Snapshot
from cases.passages import Evidence, NumberedSource
from cases.story import Entry, Kin, Story
from config.records.models import Record


@dataclass(frozen=True)
class Fact:
    """Something that happened or was answered, with its number in the dossier."""

    number: int
    entry: Entry


@dataclass(frozen=True)
class FullSource:
    """A numbered source with the copies that the register keeps of it, the oldest first."""

    listed: NumberedSource
    copies: list[Snapshot]


class Dossier:
    """What one reader may see of a case, as it is handed to a court: nothing the page hides.

    The hash is that of `contents`: codes, dates and passages without a word of any interface
    language. The same version has the same hash, whoever asks for it and in whatever language.
    """

    def __init__(self, case: Case, user, address: str):
        self.case, self.person, self.address = case, case.person, address
        self.story = Story(case, user)
        told = len(self.story.entries)
        self.facts = _numbered(self.story.entries, 1)
        self.answers = _numbered(self.story.answers, told + 1)
        self.sources = self._with_copies(user)

    def _with_copies(self, user) -> list[FullSource]:
        listed = self.story.sources
        kept = Snapshot.objects.visible_to(user).filter(source__in=[one.source for one in listed])
        copies: dict[int, list[Snapshot]] = {}
        for copy in kept.defer("text").order_by("id"):
            copies.setdefault(copy.source_id, []).append(copy)
        return [FullSource(one, copies.get(one.source.pk, [])) for one in listed]

    @property
    def kin(self) -> list[Kin]:
        return self.story.kin

    # The version

    def _evidence(self) -> Iterator[Evidence]:
        yield from (self.story.about_case, self.story.about_person)
        yield from (fact.entry.evidence for fact in (*self.facts, *self.answers))
        yield from (one.evidence for one in self.kin)

    def _records(self) -> Iterator[Record]:
        """All that the dossier tells of, each of which the reader may see."""
        yield from (self.person, *self.person.seen_names)
        for fact in (*self.facts, *self.answers):
            event = fact.entry.event
            yield from (event, *event.seen_parts, *(part.person for part in event.seen_parts))
            yield from filter(None, (event.place, event.facility, event.organization))
        for one in self.kin:
            yield from (one.tie, one.person, *(part.event for part in one.deeds))
        for source in self.sources:
            yield from filter(None, (source.listed.source, source.listed.source.publisher))
        for evidence in self._evidence():
            yield from (passage.citation for passage in evidence.passages)

    @cached_property
    def as_of(self) -> datetime:
        """When anything that it tells last changed."""
        kept = [copy.kept_at for source in self.sources for copy in source.copies]
        return max(self.case.changed_at, *(one.updated_at for one in self._records()), *kept)

    @cached_property
    def contents(self) -> bytes:
        """The file that the hash is of: JSON in UTF-8, keys in order, no space between."""
        told = data.told(self.address, self.story)
        told["facts"] = _each(data.fact, self.facts)
        told["answers"] = _each(data.fact, self.answers)
        told["ties"] = _each(data.tie, self.kin)
        told["sources"] = _each(data.source, self.sources)
        text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return text.encode()

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.contents).hexdigest()


def _numbered(entries: Iterable[Entry], first: int) -> list[Fact]:
    return [Fact(number, one) for number, one in enumerate(entries, first)]


def _each(tell, things: Iterable) -> list[dict]:
    return [tell(one) for one in things]
