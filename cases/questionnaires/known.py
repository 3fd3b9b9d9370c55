"""What the record knows for a questionnaire: events told in lines, nobody else named unasked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cases.choices import EventKind, ParticipationRole
from cases.models import Case, Event
from cases.passages import Evidence
from cases.questionnaires.form import Answer
from cases.story import Entry, Kin, Story, reading_order
from cases.telling import length
from config.records.choices import Secrecy, State
from config.records.text import words
from people.models import Person
from people.sharing import shareable

HELD_BACK = (
    "Held back: it names somebody of whom no consent to share with the United Nations stands."
)
TAKING = (
    *(EventKind.DISAPPEARANCE, EventKind.ARREST, EventKind.DETENTION, EventKind.INTERNMENT),
    *(EventKind.ADMINISTRATIVE_ARREST, EventKind.HOUSE_ARREST),
)
HOLDING = (
    *(EventKind.DETENTION, EventKind.INTERNMENT, EventKind.TRANSFER, EventKind.IMPRISONMENT),
    *(EventKind.HOUSE_ARREST, EventKind.HOSPITALISATION, EventKind.ADMINISTRATIVE_ARREST),
)
PROCEEDINGS = (
    *(EventKind.CHARGE, EventKind.TRIAL, EventKind.SENTENCING),
    EventKind.SENTENCE_CHANGE,
)
STEPS = (
    *(EventKind.PETITION, EventKind.INTERVENTION, EventKind.DEMONSTRATION, EventKind.PICKET),
    *(EventKind.HUNGER_STRIKE, EventKind.PRESS_CONFERENCE, EventKind.STATEMENT),
    *(EventKind.OFFICIAL_VISIT, EventKind.OFFICIAL_MEETING),
)
Tell = Callable[[Event], str]


@dataclass(frozen=True)
class Submitter:
    """Who hands the form in: the register, and how it is reached."""

    name: str
    contact: str

    @property
    def answers(self) -> tuple[tuple[Answer, ...], tuple[Answer, ...]]:
        """Name and contact as answers; what is empty answers nothing."""
        name, contact = ((Answer(one),) if one else () for one in (self.name, self.contact))
        return name, contact


class Known:
    """A case as staff see it, on its way to a body outside."""

    def __init__(self, case: Case, user):
        self.case, self.person = case, case.person
        self.story = Story(case, user)
        told = {one.event.pk: one for one in (*self.story.entries, *self.story.answers)}
        order = reading_order([one.event for one in told.values()])
        self.entries = [told[event.pk] for event in order]
        names = {self.person.name_full, *(name.text for name in self.person.seen_names)}
        self._own = sorted((f" {' '.join(words(one))}" for one in names), key=len, reverse=True)
        self._hidden = self._names_of_others()

    # Who may be named

    def _others(self) -> Iterable[Person]:
        """Everybody else on the page, but those who acted in office."""
        for entry in self.entries:
            parts = (one for one in entry.parts if one.role != ParticipationRole.OFFICIAL)
            yield from (one.person for one in parts if one.person_id != self.person.pk)
        yield from (one.person for one in self.story.kin)
        passages = (one for found in self._evidence() for one in found.passages)
        yield from (one.citation.told_by for one in passages if one.citation.told_by)

    def _evidence(self) -> Iterable[Evidence]:
        yield from (self.story.about_case, self.story.about_person)
        yield from (entry.evidence for entry in self.entries)
        yield from (one.evidence for one in self.story.kin)

    def _names_of_others(self) -> set[str]:
        others = {one.pk: one for one in self._others()}
        others.pop(self.person.pk, None)
        self.may_be_named = shareable(others)
        hidden = (one for key, one in others.items() if key not in self.may_be_named)
        names = {name.text for one in hidden for name in one.seen_names}
        return {spoken for one in names if (spoken := " ".join(words(one)))}

    # Lines

    def line(self, text: str, sources: tuple[int, ...] = ()) -> Answer:
        """A text with its sources, unless it holds the name of somebody who did not agree."""
        spoken = f" {' '.join(words(text))}"
        for own in self._own:  # a relative's short name may be the surname of both
            spoken = spoken.replace(own, "")
        if any(f" {name}" in spoken for name in self._hidden):
            return Answer(HELD_BACK, is_held_back=True)
        return Answer(text, sources)

    def lines(self, texts: Iterable[tuple[str, tuple[int, ...]]]) -> tuple[Answer, ...]:
        """Each that says something, once, with all the sources that say so."""
        found: dict[str, set[int]] = {}
        for text, sources in texts:
            if text:
                found.setdefault(text, set()).update(sources)
        return tuple(self.line(text, tuple(sorted(all_))) for text, all_ in found.items())

    def about(self, field: str, text: str) -> tuple[Answer, ...]:
        """What the record says of the person in one field, with the sources of that field."""
        sources = self.story.passages.speaking_of(self.person, field)
        return self.lines([(text, sources)])

    def called(self, texts: Iterable[str]) -> tuple[Answer, ...]:
        """Spellings of the person's name, each with the sources that have it."""
        speaking = self.story.passages.speaking_of
        of = {one.text: speaking(one, "text") for one in self.person.seen_names}
        return self.lines((text, of.get(text, ())) for text in texts)

    def of(self, kinds: Iterable[str], tell: Tell) -> tuple[Answer, ...]:
        """A line of every event of these kinds that has something to say."""
        return self.each((one for one in self.entries if one.event.kind in kinds), tell)

    def each(self, entries: Iterable[Entry], tell: Tell) -> tuple[Answer, ...]:
        return self.lines((tell(one.event), _numbers(one.evidence)) for one in entries)

    def kin(self, called: Iterable[str]) -> tuple[Answer, ...]:
        """Relatives who are one of these to the person, by name only if they agreed to it."""
        ties = (one for one in self.story.kin if one.word in called)
        return tuple(Answer(self._relative(one), _numbers(one.evidence)) for one in ties)

    def _relative(self, kin: Kin) -> str:
        if kin.person.pk in self.may_be_named:
            return f"{kin.person.name_full or kin.person.name_shown} ({kin.word})"
        return f"{kin.word}, not named: no consent to share with the United Nations stands"

    def roles(self, *roles: str) -> tuple[Answer, ...]:
        """Who took part in these roles: by name officials, and whoever agreed to it."""
        return self.lines(
            (self._who(part), _numbers(entry.evidence))
            for entry in self.entries
            for part in entry.parts
            if part.role in roles
        )

    def _who(self, part) -> str:
        is_official = part.role == ParticipationRole.OFFICIAL
        if is_official or part.person_id in self.may_be_named:
            return f"{part.person.name_full or part.person.name_shown}: {part.get_role_display()}"
        return f"somebody not named: {part.get_role_display()}"

    # Events

    @property
    def loss(self) -> list[Entry]:
        """The first loss of liberty that is known; alone, so that no later one is taken for it."""
        key = self.case.deprived_event_id
        first = [one for one in self.entries if one.event.pk == key]
        return first or [one for one in self.entries if one.event.kind in TAKING][:1]

    @property
    def taking(self) -> list[Entry]:
        """The same, if it is how somebody was taken: who is told of in prison was taken before."""
        return [one for one in self.loss if one.event.kind in TAKING]

    @property
    def now(self) -> list[Entry]:
        """What tells of the place where the person is held now, where the case has one."""
        key = self.case.facility_id
        return [one for one in self.entries if one.event.facility_id == key] if key else []

    @property
    def annex(self) -> tuple[Answer, ...]:
        """The sources, each by its number; what the register keeps to itself is not told."""
        return tuple(self._source(one) for one in self.story.sources)

    def _source(self, listed) -> Answer:
        source, number = listed.source, (listed.number,)
        if (source.state, source.secrecy) != (State.PUBLISHED, Secrecy.PUBLIC):
            return Answer("A source that the register keeps confidential.", number)
        publisher = source.publisher.name if source.publisher else ""
        line = ". ".join(filter(None, (source.author, source.title, publisher, str_of(source))))
        told = self.line(line)
        kept = f"{source.get_kind_display().capitalize()}" if told.is_held_back else told.text
        return Answer(f"{kept}. {source.url}".strip(), number)


def str_of(source) -> str:
    return str(source.published) if source.published else ""


def _numbers(evidence: Evidence) -> tuple[int, ...]:
    saying = {one.number for one in evidence.passages if not one.contradicts}
    return tuple(sorted(saying | set(evidence.numbers)))


# What an event says


def day(event: Event) -> str:
    """As far as it is known: a month stays a month."""
    return str(event.occurred) if event.occurred else ""


def where(event: Event) -> str:
    """Facility and place, with what the place lies in."""
    parent = event.place.parent if event.place else None
    return ", ".join(one.name for one in (event.facility, event.place, parent) if one)


def dated(tell: Tell) -> Tell:
    """A line that begins with its day, if it says anything."""
    return lambda event: (said := tell(event)) and f"{day(event) or 'undated'}: {said}"


def by_whom(event: Event) -> str:
    return event.organization.name if event.organization else ""


def official(event: Event) -> str:
    given = event.official_reason_text or event.get_official_reason_display()
    return "; ".join(filter(None, (event.charge, given)))


def presumed(event: Event) -> str:
    return event.presumed_reason_text or event.get_presumed_reason_display()


def law(event: Event) -> str:
    return event.legal_basis


def sentence(event: Event) -> str:
    """The term as it was passed; of what is left of it nothing is counted."""
    parts = (length(event.sentence_months), event.get_sentence_kind_display())
    told = ", ".join(one for one in parts if one)
    return f"sentence: {told}" if told else ""


def ending(event: Event) -> str:
    return f"until {event.ended}" if event.ended else ""


def told(event: Event) -> str:
    """What happened: title or kind, and our own words."""
    kind = event.get_response_kind_display() or event.get_kind_display()
    title = event.title or kind.capitalize()
    demand = f"Demand: {event.demand}." if event.demand else ""
    body = f"By {by_whom(event)}." if by_whom(event) else ""
    return " ".join(filter(None, (f"{title}.", body, demand, event.description)))
