"""Invented cases beside the real example, so that lists, filters and queues have something to show.

Everything here says in public that it is invented. The tables are fixed: every register that loads
the demonstration gets the same people, stories, sources and addresses.
"""

from typing import NamedTuple

from cases.choices import EventKind, ParticipationRole, ResponseKind, Stance
from cases.example import companions_names as names
from cases.example import companions_shared as shared
from cases.example.companions_stories import LABELS, REASONS, STORIES, Story, when
from cases.example.entries import Entry, When, entries
from config.records.choices import Secrecy
from people.choices import NameDisplay, NameKind, OccupationGroup, RelationshipKind

HOW_MANY = 78
# Numbers of cases that do not end as published, and of people whose names are not shown in full.
FATES = {
    **dict.fromkeys((5, 18, 33, 49), "draft"),
    **dict.fromkeys((8, 27, 40, 58), "submitted"),
    **dict.fromkeys((14,), "sent back"),
    **dict.fromkeys((21, 44), "withdrawn"),
    **dict.fromkeys((30, 52, 66), "secret"),
}
SECRECIES = {30: Secrecy.STAFF, 52: Secrecy.SEALED, 66: Secrecy.STAFF}
SECRECIES |= dict.fromkeys((12, 47), Secrecy.REGISTERED)
DISPLAYS = dict.fromkeys((7, 36, 61), NameDisplay.INITIALS)
DISPLAYS |= dict.fromkeys((11, 31, 57), NameDisplay.WITHHELD)
# A second case of somebody who has one: cases are not people.
SAME_PERSON = {70: 2, 71: 15}
OCCUPATIONS = tuple(OccupationGroup)
RESPONSES = tuple(ResponseKind)


class Dossier(NamedTuple):
    """One invented case with all that belongs to it, and what becomes of it."""

    case: str
    fate: str
    entries: list[Entry]


class _Writer:
    """Collects one dossier's entries and, per source, the lines that its citations quote."""

    def __init__(self, number: int, lines: dict[str, list[str]]):
        self.number = number
        self.lines = lines
        self.entries: list[Entry] = []

    def add(self, model: str, suffix: str, **values) -> str:
        key = f"c{model.lower()}-{self.number}-{suffix}"
        self.entries.append(Entry(model, key, values))
        return key

    def cite(self, source: str, line: str, **values) -> None:
        """Cite a line that the source's text then holds. No line names anybody."""
        line = f"Entry {self.number}: {line}."
        self.lines.setdefault(source, []).append(line)
        suffix = f"{len(self.entries)}"
        self.add("Citation", suffix, source=source, snapshot=f"{source}-text", quote=line, **values)


def _dossier(number: int, lines: dict[str, list[str]]) -> Dossier:
    story = STORIES[number % len(STORIES)]
    writer = _Writer(number, lines)
    same = SAME_PERSON.get(number)
    person = _person(writer) if same is None else f"cperson-{same}-subject"
    case = writer.add(
        "Case",
        "case",
        person=person,
        title=f"Invented: {story.title}",
        summary=f"{shared.MARK}. The story of nobody: {story.title}.",
        secrecy=SECRECIES.get(number, Secrecy.PUBLIC),
        priority=number % 4,
    )
    _events(writer, story, case)
    if number % 4 == 1:
        _advocate(writer, person, case)
    return Dossier(case, FATES.get(number, "published"), writer.entries)


def _person(writer: _Writer) -> str:
    number = writer.number
    person = writer.add(
        "Person",
        "subject",
        secrecy=SECRECIES.get(number, Secrecy.PUBLIC),
        sex=names.sex(number) if number % 9 != 4 else "",
        ethnicity=names.ethnicity(number) if number % 6 != 5 else "",
        citizenship="L7" if number % 5 == 3 else "L6" if number % 2 else None,
        home=shared.HOMES[number * 3 % len(shared.HOMES)] if number % 7 != 6 else None,
        birth=when(1950 + number * 11 % 48, number) if number % 3 else None,
        occupation_group=OCCUPATIONS[number % len(OCCUPATIONS)] if number % 5 else "",
        name_display=DISPLAYS.get(number, NameDisplay.FULL),
        biography=f"{shared.MARK}: nobody real is meant.",
    )
    for place, (script, text) in enumerate(names.spellings(number).items()):
        _name(writer, person, script, text, place)
    return person


def _name(writer: _Writer, person: str, script: str, text: str, place: int) -> None:
    kinds = {1: NameKind.AS_PUBLISHED, 2: NameKind.OFFICIAL, 3: NameKind.CANDIDATE}
    values = {"person": person, "text": text, "script": script}
    writer.add("PersonName", script, kind=kinds.get(place, "as_published"), **values,
               is_primary=place == 0)  # fmt: skip


def _events(writer: _Writer, story: Story, case: str) -> None:
    number = writer.number
    first, second = shared.DOUBTED if story.is_doubted else _sources(number)
    year = (2011 if story.status == "sentence_over_no_news" else 2014) + number * 5 % 6
    for place, step in enumerate(story.steps):
        values = dict(step.values)
        if step.facility:
            values["facility"] = f"cf-{step.facility}-{number % 2}"
        if step.ended_years is not None:
            values["ended"] = when(year + step.ended_years, 1)
        if place == 0:
            values |= _reasons(number)
        date = when(year + step.years, number + place * 5)
        event = writer.add(
            "Event", f"event-{place}", kind=step.kind, case=case, occurred=date, **values
        )
        months = values.get("sentence_months")
        _cite_event(writer, first, event, step.kind, date, months)
        if months and second and number % 2 == 0:
            _cite_event(writer, second, event, step.kind, date, months + 24)
    if second:
        _second_account(writer, second, event, date, values)


def _sources(number: int) -> tuple[str, str | None]:
    return shared.PAIRS[number % len(shared.PAIRS)]


def _reasons(number: int) -> dict:
    reasons = {"presumed_reason": REASONS[number % len(REASONS)]}
    if number % 3 == 0:
        reasons["official_reason"] = LABELS[number % len(LABELS)]
    return reasons


def _cite_event(
    writer: _Writer, source: str, event: str, kind: str, date: When, months: int | None
) -> None:
    told = EventKind(kind).label
    if months:
        writer.cite(source, f"{told}, {_term(months)}, {date.written}", event=event,
                    field="sentence_months", says=_term(months))  # fmt: skip
    else:
        writer.cite(source, f"{told}, {date.written}", event=event, field="occurred",
                    says=date.written)  # fmt: skip


def _second_account(writer: _Writer, source: str, event: str, date: When, values: dict) -> None:
    """Of the last event: the same, another date beside it, or, now and then, a contradiction."""
    if writer.number % 13 in (4, 10):
        writer.cite(source, "this is not so", event=event, stance=Stance.CONTRADICTS,
                    says="not so")  # fmt: skip
    elif writer.number % 3 == 0:
        other = f"the year after {date.written}"
        writer.cite(source, f"in {other}", event=event, field="occurred", says=other)
    else:
        writer.cite(source, f"the same, {date.written}", event=event, says="the same")


def _term(months: int) -> str:
    return f"{months // 12} years" if months % 12 == 0 else f"{months} months"


def _advocate(writer: _Writer, person: str, case: str) -> None:
    """A relative asks, and an authority answers or does not."""
    number = writer.number
    sex, text = names.relative(number)
    relative = writer.add("Person", "relative", sex=sex, biography=f"{shared.MARK}.",
                          home="L1")  # fmt: skip
    writer.add("PersonName", "relative", person=relative, text=text, is_primary=True)
    kinds = (RelationshipKind.SIBLING, RelationshipKind.SPOUSE, RelationshipKind.COUSIN)
    writer.add("Relationship", "tie", from_person=relative, to_person=person,
               kind=kinds[number // 4 % 3], stated_as="as the letter has it")  # fmt: skip
    asked = writer.add("Event", "asked", kind=EventKind.PETITION, case=case,
                       occurred=when(2023, number), demand="an answer")  # fmt: skip
    writer.add("Participation", "asked", event=asked, person=relative,
               role=ParticipationRole.ADVOCATE)  # fmt: skip
    answer = writer.add("Event", "answer", kind=EventKind.AUTHORITY_RESPONSE, case=case,
                        part_of=asked, organization="co-ministry",
                        response_kind=RESPONSES[number // 4 % len(RESPONSES)])  # fmt: skip
    source = _sources(number)[0]
    writer.cite(source, "a relative wrote to the ministry", event=asked)
    writer.cite(source, "what the ministry did with the letter", event=answer,
                field="response_kind")  # fmt: skip


def _texts(lines: dict[str, list[str]]) -> list[Entry]:
    return [
        Entry("Snapshot", f"{source}-text",
              {"source": source, "text": "\n".join([f"{shared.MARK}.", *told])})
        for source, told in lines.items()
    ]  # fmt: skip


_lines: dict[str, list[str]] = {}
DOSSIERS = [_dossier(number, _lines) for number in range(HOW_MANY)]
SHARED = [
    *entries("Place", shared.PLACES),
    *entries("Organization", shared.ORGANIZATIONS),
    *entries("Facility", shared.FACILITIES),
    *entries("Source", shared.SOURCES),
    *_texts(_lines),
]
ENTRIES = [*SHARED, *(entry for dossier in DOSSIERS for entry in dossier.entries)]
