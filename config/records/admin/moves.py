"""Moving a record's state from the admin: what can be done, what it would do, doing it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.db import transaction

from config.records.actions import ACTIONS, publish
from config.records.choices import State
from config.records.models import Record, may
from config.records.refusals import tried

NOBODY = -1
AT_ONCE = 100


@dataclass(frozen=True)
class Move:
    """A verb of actions.py as staff meet it."""

    verb: str
    label: str
    done: str
    about: str
    states: tuple[str, ...]
    permission: str
    asks_why: bool = True

    @property
    def is_forward(self) -> bool:
        return self.verb in ("submit", "publish")


MOVES = {
    move.verb: move
    for move in (
        Move(
            "submit",
            "Submit for review",
            "submitted",
            "Somebody else reviews and publishes it. All drafts that belong with it go along.",
            (State.DRAFT,),
            "change",
            asks_why=False,
        ),
        Move(
            "send_back",
            "Send back",
            "sent back",
            "It becomes a draft again, with all that was submitted with it.",
            (State.SUBMITTED,),
            "publish",
        ),
        Move(
            "publish",
            "Publish",
            "published",
            "Readers see it from now on, with all that was submitted with it by somebody else.",
            (State.SUBMITTED,),
            "publish",
            asks_why=False,
        ),
        Move(
            "withdraw",
            "Withdraw",
            "withdrawn",
            "Readers no longer see it, nor what is seen only through it.",
            (State.PUBLISHED,),
            "publish",
        ),
        Move(
            "reopen",
            "Reopen",
            "reopened",
            "It becomes a draft that can be changed. Until it is published again, readers do not "
            "see it, nor what is seen only through it.",
            (State.PUBLISHED, State.WITHDRAWN),
            "change",
        ),
    )
}


def open_moves(record: Record, user) -> list[Move]:
    """What this user may do with the record as it stands."""
    return [
        move
        for move in MOVES.values()
        if record.state in move.states and may(user, move.permission, record)
    ]


def rehearse(move: Move, record: Record, user) -> tuple[list[Record], list[str]]:
    """What would move, and what is missing to be published: tried out and undone.

    For a submission the publication that would follow it is tried too.
    """
    if not move.is_forward:
        along = record.together() if move.verb == "send_back" else []
        return seen([record, *along], user), []
    record = type(record)._base_manager.get(pk=record.pk)
    moved = []

    def trial():
        moved.extend(ACTIONS[move.verb](record, by=user))
        if move.verb == "submit":
            publish(record, by=_anybody())

    with transaction.atomic():
        try:
            _, missing = tried(trial)
        finally:
            transaction.set_rollback(True)
    return seen(moved or [record, *record.together()], user), missing


def _anybody():
    """Somebody who may do everything and is nobody: stands in for the reviewer still to come."""
    return get_user_model()(pk=NOBODY, is_active=True, is_superuser=True)


def seen(records: list[Record], user) -> list[Record]:
    """Those of these records that the user may see, in their order and as they are now."""
    keys = defaultdict(set)
    for record in records:
        keys[type(record)].add(record.pk)
    found = {model: model.objects.visible_to(user).in_bulk(some) for model, some in keys.items()}
    fresh = [found[type(record)].get(record.pk) for record in records]
    return [record for record in fresh if record is not None]


def perform(request, move: Move, record: Record, why: str = "") -> bool:
    """Do it and tell how it went."""
    reason = {"why": why} if move.asks_why else {}
    moved, problems = tried(lambda: ACTIONS[move.verb](record, by=request.user, **reason))
    if not problems:
        along = f", and {len(moved) - 1} with it" if len(moved) > 1 else ""
        messages.success(request, f"{record} is {move.done}{along}.")
        return True
    for problem in problems:
        messages.error(request, f"{record} is not {move.done}. {problem}")
    return False


def perform_each(request, move: Move, records: Iterable[Record]) -> None:
    """One after the other, each whole or not at all."""
    records = list(records)
    for record in records[:AT_ONCE]:
        perform(request, move, record)
    if len(records) > AT_ONCE:
        messages.warning(request, f"Only the first {AT_ONCE} were tried; select fewer.")
