"""A register in which every hidden thing carries a word of its own, so that a leak can be heard."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from django.apps import apps
from django.db import models
from django.utils import timezone

from cases.choices import ParticipationRole
from cases.models import (
    Attachment,
    Case,
    Citation,
    Event,
    Facility,
    Participation,
    Snapshot,
    Source,
)
from cases.models.attachments import PARENTS
from cases.models.case import DERIVED
from cases.models.citations import TARGETS
from cases.models.evidence import settled_once
from config.records.choices import Secrecy, State
from config.records.models import Record
from config.records.statistics import count_anew
from people.choices import RelationshipKind
from people.models import Person, PersonName, Relationship
from tests.factories import account
from tests.filled import KEPT, texts, words_chosen

MODELS = [model for model in apps.get_models() if issubclass(model, Record)]
WORD = re.compile("zq[bcdfghjklmnpqrstvwx]{5}")
MISSING = "zqaaaaa"
LETTERS = "bcdfghjklmnpqrstvwx"
_numbers = count(100)


def new_word() -> str:
    number, word = next(_numbers), ""
    for _ in range(5):
        number, place = divmod(number, len(LETTERS))
        word += LETTERS[place]
    return f"zq{word}"


@dataclass(frozen=True)
class Plant:
    """A word that only some may read, the record that holds it, and one that leads to it."""

    word: str
    record: models.Model
    what: str
    level: str
    beside: models.Model


EMBARGO = datetime(2999, 1, 1, tzinfo=UTC)
# Ways of being hidden: who may still read it, the state, the secrecy, until when if it ends.
HIDINGS = {
    "draft": (Secrecy.STAFF, State.DRAFT, Secrecy.PUBLIC),
    "submitted": (Secrecy.STAFF, State.SUBMITTED, Secrecy.PUBLIC),
    "withdrawn": (Secrecy.STAFF, State.WITHDRAWN, Secrecy.PUBLIC),
    "for staff": (Secrecy.STAFF, State.DRAFT, Secrecy.STAFF),
    "sealed": (Secrecy.SEALED, State.DRAFT, Secrecy.SEALED),
    "registered": (Secrecy.REGISTERED, State.PUBLISHED, Secrecy.REGISTERED),
    "under an embargo": (Secrecy.STAFF, State.PUBLISHED, Secrecy.PUBLIC, EMBARGO),
}
# For links: hidden from strangers, from researchers, from most staff.
FEW_HIDINGS = {name: HIDINGS[name] for name in ("draft", "sealed", "registered")}
STOCK = 50
SHOWN = (State.PUBLISHED, Secrecy.PUBLIC)


@dataclass
class Register:
    """Published records to hang the hidden ones on, and what was planted so far."""

    base: dict[type, Record] = field(default_factory=dict)
    plants: list[Plant] = field(default_factory=list)
    links: list[tuple] = field(default_factory=list)
    spare_people: list[Person] = field(default_factory=list)

    def make(self, model, shown=SHOWN, word: str = "", **values) -> Record:
        """A record with its required links to published ones; every text says `word`."""
        state, secrecy, *embargo = shown
        links = self._links(model, values)
        record = model(
            **{
                **words_chosen(model, hidden=bool(word)),
                **texts(model, word or f"plain{next(_numbers)}"),
                **links,
                **(KEPT if model is Attachment else {}),
                **values,
            },
            state=state,
            secrecy=secrecy,
            embargoed_until=embargo[0] if embargo else None,
            **_signatures(state),
        )
        record.save()
        return record

    def _links(self, model, values: dict) -> dict:
        links = (one for one in model._meta.concrete_fields if one.many_to_one and not one.null)
        known = (one for one in links if one.related_model in self.base)
        required = {one.name: self.base[one.related_model] for one in known}
        if model is Citation and not set(values) & set(TARGETS):
            required["case"] = self.base[Case]
        if model is Attachment and not set(values) & set(PARENTS):
            required["facility"] = self.base[Facility]
        if model is Relationship:
            required = {"to_person": self.base[Person], "from_person": self.somebody()}
            required["kind"] = RelationshipKind.FRIEND
        if model is Participation:
            required["role"] = ParticipationRole.values[next(_numbers) % len(ParticipationRole)]
            required["person"] = values["case"].person if "case" in values else self.somebody()
        return {name: value for name, value in required.items() if name not in values}

    def somebody(self) -> Person:
        """A published person not yet tied to anybody; stocked up before anything is hidden."""
        if not self.spare_people:
            self.spare_people = [self.make(Person, described_as="") for _ in range(STOCK)]
            for person in self.spare_people:
                self.make(PersonName, person=person)
        return self.spare_people.pop()

    def plant(self, word: str, record, what: str, level: str, beside=None) -> None:
        self.plants.append(Plant(word, record, what, level, beside or record))

    # Stages

    @settled_once()
    def publish_one_of_each(self) -> None:
        """What anyone may see: one record of each kind, linked to the others."""
        order = sorted(MODELS, key=lambda model: _depth(model))
        for model in order:
            self.base[model] = self.make(model)
        self.make(Event, case=self.base[Case])
        for target in TARGETS:
            model = Citation._meta.get_field(target).related_model
            self.make(Citation, **{target: self.base[model]})

    @settled_once()
    def hide_one_of_each(self) -> None:
        """One record of each kind hidden in each way, hung on what is published."""
        for what, (level, *shown) in HIDINGS.items():
            for model in MODELS:
                self._hide(model, what, level, shown)
            for target in TARGETS:
                word = new_word()
                of = {target: self.base[Citation._meta.get_field(target).related_model]}
                record = self.make(Citation, shown, word, **of)
                self.plant(word, record, f"a citation of a {target}, {what}", level)
            word = new_word()
            record = self.make(Event, shown, word, case=self.base[Case])
            self.plant(word, record, f"an event of a case, {what}", level)

    def _hide(self, model, what: str, level: str, shown) -> None:
        word = new_word()
        more = {}
        if model is PersonName:
            more = {"person": self.somebody(), "is_primary": True}
        record = self.make(model, shown, word, **more)
        self.plant(word, record, f"{model.__name__}, {what}", level, more.get("person"))

    def hide_the_rest(self) -> None:
        """Words in the staff fields, names withheld, and links from what is published."""
        with settled_once():
            self.fill_staff_fields()
            self.seal_facts()
            self.withhold_names()
            self.link_to_hidden()
        self.link_what_is_derived()
        count_anew()

    def fill_staff_fields(self) -> None:
        """Published records that hold a word in each field that only staff read."""
        for model in MODELS:
            for level in (Secrecy.REGISTERED, Secrecy.STAFF):
                self._fill_fields_of(model, level)
        self._keep_copy()

    def _fill_fields_of(self, model, level: str) -> None:
        names = model.STAFF_FIELDS if level == Secrecy.STAFF else model.REGISTERED_FIELDS
        for name in sorted(set(texts(model, "")) & set(names)):
            if not name.endswith(("_edtf", "_latest", "_basis")):
                word = new_word()
                record = self.make(model, **{name: texts(model, word)[name]})
                self.plant(word, record, f"{model.__name__}.{name}", level)

    def seal_facts(self) -> None:
        """People whose facts are stricter than the rest, each way in which one may be."""
        for name, text in (("birth", "birth_written"), ("religion", "religion")):
            for level in (Secrecy.STAFF, Secrecy.SEALED):
                word = new_word()
                said = {f"{name}_secrecy": level, text: word}
                record = self.make(Person, **said, described_as="")
                self.plant(word, record, f"{name} of a person, {level}", level)

    def keep_a_copy(self, source: Source, text: str = "A passage.") -> Snapshot:
        kept = Snapshot(source=source, text=text, kept_by=account("zqbbbbb"))
        kept.save()
        return kept

    def _keep_copy(self) -> None:
        word = new_word()
        source = self.make(Source)
        text = f"{word}. {'Nothing of note. ' * 5}A passage. {'Nothing of note. ' * 5}"
        kept = self.keep_a_copy(source, text)
        start = text.index("A passage")
        quoted = {"quote": "A passage", "start": start, "end": start + len("A passage")}
        self.make(Citation, source=source, snapshot=kept, case=self.base[Case], **quoted)
        self.plant(word, kept, "Snapshot.text", Secrecy.STAFF)

    def withhold_names(self) -> None:
        """People of whom everything is published and the name is not shown."""
        for display in ("initials", "withheld"):
            word = new_word()
            person = self.make(Person, name_display=display, described_as="")
            name = self.make(PersonName, word=word, person=person, is_primary=True)
            case = self.make(Case, person=person)
            self.make(Event, case=case, facility=None)
            self.make(Participation, person=person, case=case, event=self.base[Event])
            self.make(Relationship, from_person=person)
            self.make(Citation, person_name=name, quote=word)
            self.make(Citation, person=person, told_by=person)
            self.make(Attachment, word=word, case=case)
            self.make(Attachment, word=word, person=person)
            self.plant(word, name, f"a name, {display}", Secrecy.STAFF)

    def link_what_is_derived(self) -> None:
        for case, name, hidden in self.links:
            models.QuerySet(Case).filter(pk=case.pk).update(**{name: hidden})

    def link_to_hidden(self) -> None:
        """Published records with a link to a hidden one: each link, each way of hiding."""
        for model in MODELS:
            for one in model._meta.concrete_fields:
                if one.many_to_one and issubclass(one.related_model, Record):
                    for what, (level, *shown) in FEW_HIDINGS.items():
                        self._link(model, one.name, what, level, shown)

    def _link(self, model, name: str, what: str, level: str, shown) -> None:
        word = new_word()
        target = model._meta.get_field(name).related_model
        hidden = self.make(target, shown, word)
        about = f"{name} of a {model.__name__}, {what}"
        through = name in model.VISIBLE_THROUGH
        is_derived = model is Case and name in DERIVED
        link = {} if is_derived else {name: hidden}
        record = self.make(model, word=word if through else "", **link)
        if is_derived:
            # Once all is settled, a link that settling would not make.
            self.links.append((record, name, hidden))
        self.plant(word, hidden, about, level, record)
        if through:
            self.plant(word, record, f"a {model.__name__} by its {about}", level)


def _signatures(state: str) -> dict:
    """Who signed, each under a name that is a planted word too: readers see no account."""
    now = timezone.now()
    entered = {"entered_by": account("zqbbbbb")}
    submitted = entered | {"submitted_by": account("zqbbbbc"), "submitted_at": now}
    published = submitted | {"published_by": account("zqbbbbd"), "published_at": now}
    return {State.DRAFT: entered, State.SUBMITTED: submitted}.get(state, published)


def _depth(model: type[models.Model]) -> int:
    """How many required links lead down from a kind of record."""
    links = [one for one in model._meta.concrete_fields if one.many_to_one and not one.null]
    below = [one.related_model for one in links if issubclass(one.related_model, Record)]
    if model in (Attachment, Citation):
        below += [Case, Facility]
    return 1 + max(map(_depth, below), default=0)
