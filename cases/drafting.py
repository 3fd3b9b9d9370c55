"""Writing drafts of what an article tells: people, places, ties, events, each with its passage."""

from datetime import date

from django.db.models import Q, QuerySet

from cases import anchors
from cases.choices import FacilityKind
from cases.decisions import NEW, Decision
from cases.defaults import CONCERNED, has_name, length_in_words
from cases.models import Case, Citation, Event, Facility, Participation, Snapshot, Suggestion
from config.records.date_columns import PARTS
from config.records.models import Record
from people.choices import NameKind, PlaceLevel, RelationshipKind
from people.models import Person, PersonName, Place, Relationship

# What a tie is called is shown beside it, if it is short.
LONGEST_STATED = 80
DECIDE_FIRST = "Decide first about everybody whom this tells of."
NOBODY = "Say to whom it happened: nobody of those chosen is entered."


class Unentered(Exception):
    """Why something was not entered, in a sentence for the worker."""


class Drafts:
    """Drafts that one worker enters from one kept copy; inside a transaction.

    `made` holds the keys of people who are new, `renamed` people who have a new spelling.
    """

    def __init__(self, snapshot: Snapshot, rows: dict[int, Suggestion], by):
        self.snapshot, self.rows, self.by = snapshot, rows, by
        self.made: set[int] = set()
        self.renamed: list[Person] = []

    # What every draft has

    def _enter(self, record: Record) -> Record:
        record.entered_by = self.by
        record.clean()
        record.save()
        return record

    def cite(self, span: anchors.Anchor, *, field: str = "", says: str = "", **target) -> Citation:
        """The passage word for word, as it stands in the kept copy."""
        place = {name: getattr(span, name) for name in ("quote", "start", "end")}
        around = {"prefix": span.prefix, "suffix": span.suffix}
        source = {"source": self.snapshot.source, "snapshot": self.snapshot}
        said = {"field": field, "says": says[:300]}
        citation = Citation(**source, **place, **around, **said, **target, entered_by=self.by)
        citation.save()
        return citation

    def _at(self, span: list[int]) -> anchors.Anchor:
        return anchors.at(self.snapshot.text, *span)

    # People

    def person(self, row: Suggestion, known: Person | None, values: dict) -> list[str]:
        person = known or self._enter(Person())
        if known is None:
            self.made.add(person.pk)
        name = self._spelling(person, row.what["name"], is_new=known is None)
        self.cite(self._fullest(row), person_name=name)
        case = self._case(person, values)
        return [one.public_id for one in (person, name, case) if one is not None]

    def _spelling(self, person: Person, words: str, *, is_new: bool) -> PersonName:
        words = " ".join(words.split())
        known = person.names.visible_to(self.by).filter(text=words).first()
        if known is not None:
            return known
        self.renamed.append(person)
        language = self.snapshot.source.language
        name = PersonName(person=person, text=words, language=language, is_primary=is_new)
        name.kind = NameKind.AS_PUBLISHED
        return self._enter(name)

    def _fullest(self, row: Suggestion) -> anchors.Anchor:
        """The first place that has the whole name."""
        found = [self._at(span) for span in row.what["mentions"]]
        whole = (one for one in found if " ".join(one.quote.split()) == row.what["name"])
        return next(whole, found[0])

    def _case(self, person: Person, values: dict) -> Case | None:
        chosen = values.get("case", "")
        if chosen == NEW:
            return self._enter(Case(person=person, title=values.get("title", "")))
        if not chosen:
            return None
        case = Case.objects.visible_to(self.by).filter(public_id=chosen, person=person).first()
        if case is None:
            raise Unentered("This case is about somebody else. Choose another, or a new one.")
        return case

    # Places and facilities

    def spot(self, row: Suggestion, values: dict) -> list[str]:
        """Empty if it is left out."""
        chosen, model = values["who"], Facility if row.what["kind"] else Place
        if not chosen:
            return []
        if chosen.startswith(f"{NEW}:"):
            spot = self._new_spot(model, values["name"], chosen.removeprefix(f"{NEW}:"))
        else:
            spot = model.objects.visible_to(self.by).filter(public_id=chosen).first()
        if spot is None:
            raise Unentered("There is no such place.")
        if model is Facility:
            self.cite(self._at(row.what["mentions"][0]), facility=spot)
        return [spot.public_id]

    def _new_spot(self, model, name: str, kind: str) -> Record:
        if model is Place:
            return self._enter(Place(name=name, level=PlaceLevel(kind)))
        return self._enter(Facility(name=name, kind=FacilityKind(kind), is_named=has_name(name)))

    # What refers to others

    def _row(self, key) -> Suggestion | None:
        """Another suggestion, once it is decided about; None where it was left out."""
        row = self.rows.get(int(key)) if key else None
        if row is None or row.decision in (Decision.LEFT_OUT, Decision.REJECTED):
            return None
        if row.is_open:
            raise Unentered(DECIDE_FIRST)
        return row

    def _led_to(self, key, prefix: str) -> str:
        """The id of what was entered for another suggestion; empty if nothing was."""
        row = self._row(key)
        return row.leads_to(prefix) if row else ""

    def _led(self, key, prefix: str, records: QuerySet) -> Record | None:
        found = self._led_to(key, prefix)
        return records.visible_to(self.by).filter(public_id=found).first() if found else None

    def _somebody(self, key) -> Person | None:
        """Whoever was entered, under the id that they have since a merge."""
        found = self._led_to(key, "P")
        return Person.objects.known_as(found).visible_to(self.by).first() if found else None

    def tie(self, row: Suggestion, values: dict) -> list[str]:
        first, second = self._somebody(values["first"]), self._somebody(values["of"])
        if first is None or second is None:
            raise Unentered("One of the two is not entered; reject the tie, or choose another.")
        kind, span = RelationshipKind(values["kind"]), self._at(row.what["passage"])
        ends = {"from_person": first, "to_person": second}
        tie = self._same_tie(first, second, kind) or self._enter(
            Relationship(kind=kind, stated_as=self._stated(span), **ends)
        )
        self.cite(span, relationship=tie)
        return [tie.public_id]

    @staticmethod
    def _stated(span: anchors.Anchor) -> str:
        return span.quote if len(span.quote) <= LONGEST_STATED else ""

    def _same_tie(self, first, second, kind: RelationshipKind) -> Relationship | None:
        """The same bond, from whichever side it was entered."""
        same = Q(from_person=first, to_person=second, kind=kind)
        other_way = Q(from_person=second, to_person=first, kind=kind.inverse)
        return Relationship.objects.visible_to(self.by).filter(same | other_way).first()

    # Events

    def event(self, row: Suggestion, values: dict) -> list[str]:
        people = self._people(values)
        event = self._known_event(values) or self._new_event(values, people)
        parts = self._take_part(event, people, values["part"])
        self._cite_event(row, event, values)
        return [event.public_id, *(part.public_id for part in parts)]

    def _people(self, values: dict) -> list[tuple[Person, Case | None]]:
        found = []
        for key in values["people"]:
            person = self._somebody(key)
            if person is not None:
                found.append((person, self._led(key, "C", Case.objects.filter(person=person))))
        if not found and (values["people"] or values["part"] in CONCERNED):
            raise Unentered(NOBODY)
        return found

    def _known_event(self, values: dict) -> Event | None:
        if not values["known"]:
            return None
        event = Event.objects.visible_to(self.by).filter(public_id=values["known"]).first()
        if event is None:
            raise Unentered("There is no event with this id.")
        return event

    def _new_event(self, values: dict, people: list) -> Event:
        event = Event(**{name: values.get(name) or "" for name in TEXTS})
        event.sentence_months = values.get("sentence_months")
        event.place = self._led(values.get("place"), "L", Place.objects)
        event.facility = self._led(values.get("facility"), "F", Facility.objects)
        if len(people) == 1 and values["part"] in CONCERNED:
            event.case = people[0][1]
        for part in PARTS:
            value = values["occurred"].get(part) or ("" if part in WORDS else None)
            is_day = part not in WORDS and isinstance(value, str)
            setattr(event, f"occurred_{part}", date.fromisoformat(value) if is_day else value)
        return self._enter(event)

    def _take_part(self, event: Event, people: list, part: str) -> list[Participation]:
        """Those who are not in it yet; whose case it is, is."""
        known = set(event.participations.values_list("person", flat=True))
        if event.case_id:
            known.add(event.case.person_id)
        return [
            self._enter(Participation(event=event, person=person, case=case, role=part))
            for person, case in people
            if person.pk not in known
        ]

    def _cite_event(self, row: Suggestion, event: Event, values: dict) -> None:
        whole, said = self.snapshot.text, row.what
        told = anchors.sentence(whole, *said["trigger"])
        self.cite(told, event=event, says=length_in_words(said.get("length", "")))
        if event.sentence_months and event.sentence_months == said.get("months"):
            length = length_in_words(said["length"])
            self.cite(told, event=event, field="sentence_months", says=length)
        when = said.get("when")
        if when and values["occurred"].get("edtf") == when["edtf"]:
            self._cite_date(event, when["written"], said["trigger"])

    def _cite_date(self, event: Event, written: str, trigger: list[int]) -> None:
        """The sentence that has the words of the date, nearest to where the event is told."""
        found = anchors.find_nearest(self.snapshot.text, written, trigger[0])
        if found is not None:
            told = anchors.sentence(self.snapshot.text, found.start, found.end)
            self.cite(told, event=event, field="occurred", says=" ".join(written.split()))


TEXTS = ("kind", "title", "sentence_kind", "release_kind", "response_kind")
WORDS = ("written", "edtf", "basis")
