"""What becomes of an invented record: drafted, submitted, published, withdrawn; open or secret."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import NamedTuple

from cases.synthetic.sheets import NULL
from config.records.choices import Secrecy, State
from people.invented.chance import Weighted

OPEN = (State.PUBLISHED, Secrecy.PUBLIC)
# Most are published; the others are there so that visibility has something to hide.
FATES = Weighted.of(
    {
        OPEN: 85.5,
        (State.PUBLISHED, Secrecy.REGISTERED): 3,
        (State.SUBMITTED, Secrecy.PUBLIC): 3,
        (State.DRAFT, Secrecy.PUBLIC): 4,
        (State.WITHDRAWN, Secrecy.PUBLIC): 1.5,
        (State.DRAFT, Secrecy.STAFF): 2,
        (State.SUBMITTED, Secrecy.STAFF): 0.5,
        (State.DRAFT, Secrecy.SEALED): 0.5,
    }
)
# Of what belongs to a published case some came later, or is not for everybody.
PARTS = Weighted.of(
    {
        OPEN: 96,
        (State.PUBLISHED, Secrecy.REGISTERED): 1,
        (State.DRAFT, Secrecy.PUBLIC): 2,
        (State.WITHDRAWN, Secrecy.PUBLIC): 0.6,
        (State.DRAFT, Secrecy.STAFF): 0.4,
    }
)
_NOTES = {
    State.DRAFT: "Invented: waits for a second source.",
    State.WITHDRAWN: "Invented: asked for.",
}
_FIRST_DAY = datetime(2025, 1, 2, 8, tzinfo=UTC)
_DAYS = 240


class Signature(NamedTuple):
    """State, secrecy and who signed when: of one record or of several; as COPY reads it too."""

    state: str
    secrecy: str
    updated_at: datetime
    columns: str

    @property
    def is_open(self) -> bool:
        return (self.state, self.secrecy) == OPEN


class Signing:
    """The two accounts' signatures on the records that are entered on one day."""

    def __init__(self, accounts: tuple[int, int], chance: Random):
        self.accounts = accounts
        minutes = int(chance.random() * _DAYS) * 1440 + int(chance.random() * 540)
        entered = _FIRST_DAY + timedelta(minutes=minutes)
        self.times = (entered, entered + timedelta(hours=5), entered + timedelta(days=2))
        self.known: dict[tuple, Signature] = {}

    def __call__(self, fate: tuple[State, Secrecy]) -> Signature:
        known = self.known.get(fate)
        if known is None:
            known = self.known[fate] = self._sign(*fate)
        return known

    def _sign(self, state: State, secrecy: Secrecy) -> Signature:
        writer, reviewer = self.accounts
        entered, submitted, published = self.times
        signed = [NULL, NULL, NULL, NULL]
        if state != State.DRAFT:
            signed[:2] = [str(writer), submitted.isoformat()]
        if state in (State.PUBLISHED, State.WITHDRAWN):
            signed[2:] = [str(reviewer), published.isoformat()]
        updated = {State.DRAFT: entered, State.SUBMITTED: submitted}.get(state, published)
        head = [state.value, secrecy.value, str(writer), entered.isoformat()]
        columns = "\t".join([*head, *signed, updated.isoformat(), _NOTES.get(state, "")])
        return Signature(state.value, secrecy.value, updated, columns)
