"""Invented cases, a family's at a time: events, who took part, citations, and what follows."""

from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from cases.choices import EventKind, ParticipationRole
from cases.models.settling import conclude
from cases.synthetic import days, stories
from cases.synthetic.book import DERIVED_COLUMNS, Book
from cases.synthetic.days import Told
from cases.synthetic.evidence import Citations
from cases.synthetic.families import Member, part_of
from cases.synthetic.fates import OPEN, Signature, Signing
from cases.synthetic.happenings import Details, Events
from cases.synthetic.press import Press, Source
from cases.synthetic.sheets import NULL, literal, word_keys
from people.invented.chance import Weighted

HOW_MANY = Weighted.of({1: 94, 2: 3, 0: 3})
_STARTS = Weighted.of(
    {2014: 2, 2015: 4, 2016: 8, 2017: 34, 2018: 26, 2019: 9, 2020: 5, 2021: 5, 2022: 4, 2023: 3}
)
_LABELS = {kind.value: str(kind.label) for kind in EventKind}
_LAST_YEAR = 2024


@dataclass
class Case:
    """A case being told: what settling asks of it, and the rows that it follows from."""

    key: int
    person: Member
    state: str
    secrecy: str
    updated_at: datetime
    signing: Signing
    start: int  # months after the year 0
    sources: list[Source]
    besides: int = 0
    events: list[dict] = field(default_factory=list)
    citations: list[dict] = field(default_factory=list)

    @property
    def changed_at(self) -> datetime:
        return self.updated_at

    @property
    def is_open(self) -> bool:
        return self.person.fate == OPEN


class Dossiers:
    """Cases, written as they are told."""

    def __init__(self, book: Book, press: Press, chance: Random, today: date):
        self.book, self.press, self.chance, self.today = book, press, chance, today
        self.events, self.citations = Events(book, chance), Citations(book, chance)

    def tell(self, family: list[Member], signing: Signing) -> None:
        """The cases of a family, with what they have in common."""
        cases = []
        for member in family:
            cases += self._begun(member, signing)
        chance = self.chance
        if len(family) > 1 and cases:
            relative = family[-1]
            if len(cases) > 1 and chance.random() < 0.1:
                self._arrested_together(cases[0], cases[1])
            elif relative is not cases[0].person and chance.random() < 0.3:
                (self._demonstration if chance.random() < 0.4 else self._petition)(
                    cases[0], relative
                )
        for case in cases:
            self._tell(case)
        self.press.put_down()

    def _begun(self, member: Member, signing: Signing) -> list[Case]:
        """The member's cases, with the sources to cite and what these say of the person."""
        number = HOW_MANY.draw(self.chance)
        if not number:
            return []
        chance, signature = self.chance, member.signature
        year = min(max(_STARTS.draw(chance), member.born + 15), _LAST_YEAR)
        sources = self._sources(member, signing, year)
        about = self._about(member, signing, sources[0])
        return [
            Case(
                key=self.book.cases.reserve(),
                person=member,
                state=signature.state,
                secrecy=signature.secrecy,
                updated_at=signature.updated_at,
                signing=signing,
                start=(year + later * 2) * 12 + int(chance.random() * 12),
                sources=sources,
                citations=list(about),
            )
            for later in range(number)
        ]

    def _sources(self, member: Member, signing: Signing, year: int) -> list[Source]:
        """One that every reader of the case may read, and perhaps others."""
        chance = self.chance
        sources = [self.press.article(year, is_open=True)]
        if chance.random() < 0.45:
            sources.append(self.press.article(year, is_open=False))
        if chance.random() < 0.2:
            told = self.press.testimony(signing, part_of(member.fate, chance), member.key, year)
            sources.append(told)
        return list({source.key: source for source in sources}.values())

    def _about(self, member: Member, signing: Signing, source: Source) -> list[dict]:
        """What the first source says of the person, or how it spells the name."""
        luck = self.chance.random()
        if luck > 0.2:
            return []
        signature = signing(part_of(member.fate, self.chance))
        if luck < 0.1 and member.names:
            passage = f"Name {member.names[0]}: spelled so"
            return [self.citations.add(signature, source, "person_name", member.names[0], passage)]
        town, passage = member.home.name, f"Person {member.key}: of {member.home.name}"
        about = {"field": "home", "says": town}
        return [self.citations.add(signature, source, "person", member.key, passage, **about)]

    def _arrested_together(self, one: Case, other: Case) -> None:
        """One event that two cases share; only where both are open to all."""
        if one.person is other.person or not (one.is_open and other.is_open):
            return
        kind, when = EventKind.ARREST.value, days.draw(self.chance, one.start)
        signature, town = one.signing(OPEN), one.person.home
        row = self.events.add(signature, kind, NULL, when, Details(), town, tells_reasons=True)
        other.start = one.start
        cited = self._cite(signature, one.sources[0], row, when)
        for case in (one, other):
            self._take_part(signature, row, case.person, ParticipationRole.SUBJECT, case)
            case.events.append(row)
            case.citations.append(cited)
            case.besides += 1

    def _demonstration(self, case: Case, relative: Member) -> None:
        """A relative stands in public for the person of a case."""
        signature = case.signing(part_of(case.person.fate, self.chance))
        when = days.draw(self.chance, case.start + 20 + int(self.chance.random() * 40))
        kind, asked = EventKind.PICKET.value, Details(demand="to hear from a relative")
        row = self.events.add(signature, kind, NULL, when, asked, relative.home, is_subject=False)
        self._take_part(signature, row, relative, ParticipationRole.DEMONSTRATOR, None)
        self._take_part(signature, row, case.person, ParticipationRole.SPOKEN_FOR, case)
        case.events.append(row)
        case.citations.append(self._cite(signature, case.sources[-1], row, when))
        case.besides += 1

    def _petition(self, case: Case, relative: Member) -> None:
        """A relative asks, and an authority answers or does not."""
        signature = case.signing(part_of(case.person.fate, self.chance))
        months = case.start + 12 + int(self.chance.random() * 40)
        asked_on, answered_on = (days.draw(self.chance, months + later) for later in (0, 2))
        kind, demand = EventKind.PETITION.value, Details(demand="an answer")
        asked = self.events.add(signature, kind, case.key, asked_on, demand)
        self._take_part(signature, asked, relative, ParticipationRole.ADVOCATE, None)
        kind, said = EventKind.AUTHORITY_RESPONSE.value, self.events.response()
        answer = self.events.add(signature, kind, case.key, answered_on, said, part_of=asked["pk"])
        case.events += [asked, answer]
        case.citations.append(self._cite(signature, case.sources[-1], answer, answered_on))
        case.besides += 2

    def _take_part(self, signature: Signature, event: dict, person: Member, role, case) -> None:
        sheet, key = self.book.parts, case.key if case else NULL
        sheet.add(sheet.reserve(), signature.columns, event["pk"], person.key, role.value, key)

    def _tell(self, case: Case) -> None:
        title, steps = stories.draw(self.chance, case.besides)
        months = case.start
        for place, step in enumerate(steps):
            months += int(self.chance.random() * (step.within + 1))
            self._step(case, step, months, is_first=place == 0)
        self._doubt(case)
        columns = conclude(case, case.events, case.citations, self.today)
        derived = [literal(columns[name]) for name in DERIVED_COLUMNS]
        told = f"Invented: {title}", f"Invented. The story of nobody: {title}."
        self.book.cases.add(
            case.key,
            case.person.signature.columns,
            case.person.key,
            *told,
            word_keys(" ".join(told)),
            int(self.chance.random() ** 3 * 4),
            "t",
            *derived,
        )

    def _step(self, case: Case, step: stories.Step, months: int, *, is_first: bool) -> None:
        """An event; the first is as open as the case and cited from a source that all may read."""
        chance, fate = self.chance, case.person.fate
        signature = case.signing(OPEN if is_first and fate == OPEN else part_of(fate, chance))
        when, town = days.draw(chance, months), case.person.home
        row = self.events.step(signature, step, case.key, when, town, is_first)
        case.events.append(row)
        if is_first:
            case.citations.append(self._cite(signature, case.sources[0], row, when))
        for source in case.sources[is_first:]:
            if chance.random() < 0.4:
                signature = case.signing(part_of(fate, chance))
                case.citations.append(self._cite(signature, source, row, when))

    def _cite(self, signature: Signature, source: Source, row: dict, when: Told) -> dict:
        label, key = _LABELS[row["kind"]], row["pk"]
        months = row["sentence_months"]
        if months:
            years = f"{months // 12} years"
            about = {"field": "sentence_months", "says": years}
            passage = f"Entry {key}: {label}, {years}"
        elif when.written:
            about = {"field": "occurred", "says": when.written}
            passage = f"Entry {key}: {label}, {when.written}"
        else:
            about, passage = {}, f"Entry {key}: {label}"
        return self.citations.add(signature, source, "event", key, passage, event=key, **about)

    def _doubt(self, case: Case) -> None:
        """Now and then a source speaks of the case as a whole, or says that an event is not so."""
        luck, source = self.chance.random(), case.sources[-1]
        if luck > 0.09:
            return
        signature = case.signing(part_of(case.person.fate, self.chance))
        if luck < 0.06:
            told = ("case", case.key, f"Case {case.key}: as was told before")
            found = self.citations.add(signature, source, *told)
        else:
            key = case.events[-1]["pk"]
            told = ("event", key, f"Entry {key}: this is not so")
            found = self.citations.add(
                signature, source, *told, says="not so", event=key, contradicts=True
            )
        case.citations.append(found)
