"""Events of invented cases, written and returned as what a case's status follows from."""

from datetime import timedelta
from random import Random
from typing import NamedTuple

from cases.choices import EventKind, ReasonGroup, ResponseKind, SentenceKind
from cases.synthetic.book import Book
from cases.synthetic.days import NEVER, Told, on
from cases.synthetic.fates import Signature
from cases.synthetic.sheets import NULL
from cases.synthetic.stories import HARDER, MONTHS, Step
from cases.synthetic.world import Town
from people.invented.chance import Weighted

_REASONS = Weighted.of(
    {
        ReasonGroup.RELIGIOUS_PRACTICE: 30,
        ReasonGroup.TRAVEL: 22,
        ReasonGroup.COMMUNICATIONS: 10,
        ReasonGroup.FAMILY: 10,
        ReasonGroup.CULTURE: 8,
        ReasonGroup.SPEECH: 8,
        ReasonGroup.ASSEMBLY: 5,
        ReasonGroup.PETITIONING: 4,
        ReasonGroup.BIRTH_POLICY: 3,
    }
)
_LABELS = Weighted.of(
    {
        ReasonGroup.NOT_STATED: 40,
        ReasonGroup.EXTREMISM: 28,
        ReasonGroup.TERRORISM: 14,
        ReasonGroup.PUBLIC_ORDER: 14,
        ReasonGroup.STATE_SECURITY: 4,
    }
)
_RESPONSES = list(ResponseKind)
_FIFTEEN_DAYS = timedelta(days=15)
_CHARGED = {EventKind.CHARGE.value, EventKind.TRIAL.value, EventKind.SENTENCING.value}
_WITHOUT_TERM = {SentenceKind.LIFE.value, SentenceKind.DEATH_REPRIEVED.value}


class Details(NamedTuple):
    """What is told with an event beside its kind, its day and its place."""

    ended: Told = NEVER
    facility: int | None = None
    organization: int | str = NULL
    sentence_kind: str = ""
    sentence_months: int | None = None
    release_kind: str = ""
    response_kind: str = ""
    demand: str = ""


class Events:
    """Writes events; each is returned as the row that `settling.conclude` reads."""

    def __init__(self, book: Book, chance: Random):
        self.book, self.chance = book, chance

    def step(
        self, signature: Signature, step: Step, case: int, when: Told, town: Town, is_first: bool
    ) -> dict:
        """An event of a story; the reasons are told with the first."""
        details = self._details(step, when, town)
        return self.add(signature, step.kind, case, when, details, town, tells_reasons=is_first)

    def add(
        self, signature: Signature, kind: str, case: int | str, when: Told, details: Details,
        town: Town | None = None, *, part_of=NULL, tells_reasons=False, is_subject=True,
    ) -> dict:  # fmt: skip
        chance = self.chance
        sheet = self.book.events
        place = town.key if town and chance.random() < 0.7 else NULL
        official = _LABELS.draw(chance).value if tells_reasons and chance.random() < 0.5 else ""
        presumed = _REASONS.draw(chance).value if tells_reasons and chance.random() < 0.7 else ""
        key = sheet.add(
            sheet.reserve(),
            signature.columns,
            kind,
            case,
            part_of,
            when.columns,
            details.ended.columns,
            place,
            details.facility or NULL,
            details.organization,
            official,
            presumed,
            "invented charge" if kind in _CHARGED and chance.random() < 0.6 else "",
            details.sentence_kind,
            details.sentence_months or NULL,
            details.release_kind,
            details.response_kind,
            details.demand,
        )
        fact = _fact(key, signature, kind, when, details, is_subject)
        return fact | {"official_reason": official, "presumed_reason": presumed}

    def response(self) -> Details:
        response = _RESPONSES[int(self.chance.random() * len(_RESPONSES))]
        return Details(response_kind=response.value)

    def _details(self, step: Step, when: Told, town: Town) -> Details:
        return Details(
            self._end(step, when),
            self._facility(step, town),
            self._actor(step, town),
            *self._sentence(step),
            step.release,
        )

    def _end(self, step: Step, when: Told) -> Told:
        if step.has_end and when.earliest and when.earliest == when.latest:
            return on(when.earliest + _FIFTEEN_DAYS)
        return NEVER

    def _facility(self, step: Step, town: Town) -> int | None:
        if not step.facility or self.chance.random() < 0.15:
            return None
        there = town.facilities[step.facility]
        return there[int(self.chance.random() * len(there))]

    def _actor(self, step: Step, town: Town) -> int | str:
        if not step.actor or self.chance.random() < 0.4:
            return NULL
        return town.police if step.actor == "police" else town.court

    def _sentence(self, step: Step) -> tuple[str, int | None]:
        if not step.sentence:
            return "", None
        is_prison = step.sentence == SentenceKind.PRISON
        kind = HARDER.draw(self.chance) if is_prison else step.sentence
        return kind, None if kind in _WITHOUT_TERM else MONTHS.draw(self.chance)


def _fact(key, signature: Signature, kind: str, when: Told, details: Details, is_subject) -> dict:
    return {
        "pk": key,
        "state": signature.state,
        "secrecy": signature.secrecy,
        "updated_at": signature.updated_at,
        "kind": kind,
        "occurred_earliest": when.earliest,
        "occurred_latest": when.latest,
        "ended_written": details.ended.written,
        "facility": details.facility,
        "sentence_kind": details.sentence_kind,
        "sentence_months": details.sentence_months,
        "release_kind": details.release_kind,
        "response_kind": details.response_kind,
        "is_subject": is_subject,
    }
