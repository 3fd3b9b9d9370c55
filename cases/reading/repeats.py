"""One event told several times: which telling stays (pure)."""

from dataclasses import replace

from cases.choices import EventKind
from cases.reading.tellings import Told

_CUSTODY = {
    EventKind.ARREST,
    EventKind.DETENTION,
    EventKind.INTERNMENT,
    EventKind.HOUSE_ARREST,
    EventKind.IMPRISONMENT,
    EventKind.SENTENCING,
}


def without_repeats(told: list[Told]) -> list[Told]:
    kept: list[Told] = []
    for one in sorted(told, key=lambda one: -one.weight):
        new = tuple(
            person
            for person in one.people
            if not any(_is_same(one, other) for other in kept if person in other.people)
        )
        if new:
            kept.append(replace(one, people=new))
        elif one.when:
            kept = [_dated_by(other, one) for other in kept]
    return kept


def _dated_by(kept: Told, one: Told) -> Told:
    """The telling that stays, with the time of the same event told elsewhere, if it has none."""
    is_told = not (kept.when or one.is_weak) and kept.kind == one.kind
    return replace(kept, when=one.when) if is_told and set(kept.people) <= set(one.people) else kept


def _is_same(one: Told, other: Told) -> bool:
    """Is it the same event told again, and no second one?"""
    if one.is_weak and _family(one.kind) in _CUSTODY and other.kind in _CUSTODY:
        return not one.when or bool(other.when and not _differ(one, other))
    if one.kind == EventKind.DISAPPEARANCE and not one.when and other.kind in _CUSTODY:
        return True
    if _family(one.kind) != _family(other.kind):
        return False
    if one.is_weak or other.is_weak or one.kind == EventKind.STATEMENT:
        return True
    if one.kind != other.kind and one.passage == other.passage and not _differ(one, other):
        return one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end
    return not _differ(one, other)


def _differ(one: Told, other: Told) -> bool:
    if one.length and other.length and one.length != other.length:
        return True
    if not (one.when and other.when):
        return False
    if one.when.edtf.startswith("../") != other.when.edtf.startswith("../"):
        return True
    too_early = one.when.latest and other.when.earliest and one.when.latest < other.when.earliest
    too_late = other.when.latest and one.when.earliest and other.when.latest < one.when.earliest
    return bool(too_early or too_late)


def _family(kind: str) -> str:
    return {
        EventKind.DEATH_IN_CUSTODY.value: EventKind.DEATH.value,
    }.get(kind, kind)
