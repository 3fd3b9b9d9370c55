"""Which sources go back to one origin: proposing it, marking it, remembering that it is not so."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from cases.choices import SourceKind
from cases.models import Independence, Sketch, Snapshot, Source
from cases.models.evidence import settled_once
from cases.repeating import share
from config.records.choices import State
from config.records.history import because
from config.records.pairs import in_order
from config.records.text import one_line
from people.models import Person

ALIKE = 0.5
MOST = 10  # texts that are read in full
REVIEWED = (State.PUBLISHED, State.WITHDRAWN)


@dataclass(frozen=True)
class Proposed:
    """A source that may be of the same origin, why, and which of the two that would be."""

    source: Source
    why: str
    origin: Source


def proposals(source: Source, user) -> list[Proposed]:
    """The sources that this user may see and may be asked about."""
    others = _others(source, user)
    found = {one.pk: (one, "Both were told by the same informant.") for one in _told(source, user)}
    for other, alike in _repeating(source, others):
        said = f"{alike:.0%} of the words of the shorter text stand in the other, in a row."
        found[other.pk] = (other, said)
    known = others.filter(pk__in=found).select_related("origin").in_bulk()
    roots = {root(one).pk for one in (source, *known.values())}
    seen = set(Source.objects.visible_to(user).filter(pk__in=roots).values_list("pk", flat=True))
    return [
        Proposed(known[key], why, elder(root(source), root(known[key])))
        for key, (_, why) in found.items()
        if key in known and {root(source).pk, root(known[key]).pk} <= seen
    ]


def _others(source: Source, user) -> QuerySet[Source]:
    """Every other source but those of the same origin, and those found to be independent."""
    first = root(source)
    same = Q(pk=source.pk) | Q(pk=first.pk) | Q(origin=first.pk)
    judged = Independence.objects.counterparts(source.pk)
    return Source.objects.visible_to(user).exclude(same).exclude(pk__in=judged)


def _told(source: Source, user) -> list[Source]:
    """Those of the same informant, where this user may know who that is."""
    if not Person.objects.visible_to(user).filter(pk=source.informant_id).exists():
        return []
    return list(_others(source, user).filter(informant=source.informant_id).order_by("pk")[:MOST])


def _repeating(source: Source, others: QuerySet[Source]) -> list[tuple[Source, float]]:
    """Those of which a kept copy says nearly the same as the newest of this one."""
    newest = source.snapshots.select_related("sketch").first()
    if newest is None or not hasattr(newest, "sketch"):
        return []
    near = Sketch.objects.filter(snapshot__source__in=others).near(newest.sketch.hashes)
    keys = [one.snapshot_id for one in near[:MOST]]
    copies = Snapshot.objects.filter(pk__in=keys).select_related("source")
    found: dict[Source, float] = {}
    for copy in copies:
        alike = share(newest.text, copy.text)
        if alike >= ALIKE:
            found[copy.source] = max(alike, found.get(copy.source, 0.0))
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0].pk))


def root(source: Source) -> Source:
    """What a source goes back to: its origin, or itself."""
    return source.origin or source


def elder(first: Source, second: Source) -> Source:
    """Which of two the other repeats: an agency's report, else what was published first."""
    return min(first, second, key=_age)


def _age(source: Source) -> tuple:
    return source.kind != SourceKind.WIRE, source.published_earliest or date.max, source.pk


# Verbs


def mark_same(first: Source, second: Source, *, by, why: str = "") -> Source:
    """Two sources and all that rest on them are of one origin, which is returned.

    What is published is not changed behind its readers' backs: it has to be reopened first.
    """
    _require(by)
    with settled_once(), because(by=by, action="same origin", why=one_line(why)):
        rows = _locked(first, second)
        origin, repeating = _parted(rows[first.pk], rows[second.pk])
        moved = list(Source.objects.select_for_update().filter(origin=repeating).order_by("pk"))
        _refuse_hidden([origin, repeating, *moved], by)
        _refuse_reviewed([repeating, *moved], origin)
        Source.objects.filter(pk__in=[one.pk for one in moved]).update(origin=origin)
        Source.objects.filter(pk=repeating.pk).update(origin=origin)
        Independence.objects.between(first.pk, second.pk).delete()
    return origin


def mark_independent(first: Source, second: Source, *, by, why: str = "") -> Independence:
    """Two sources are not of one origin; nobody is asked about them again."""
    _require(by)
    one, other = in_order(first.pk, second.pk)
    if one == other:
        raise ValidationError("A source is not independent of itself.")
    said = {"why": one_line(why)[:1000], "by": by, "at": timezone.now()}
    with transaction.atomic(), because(by=by, action="independent", why=one_line(why)):
        return Independence.objects.update_or_create(one_id=one, other_id=other, defaults=said)[0]


def _locked(*sources: Source) -> dict[int, Source]:
    """The rows as they are now, with their origins; nobody changes them meanwhile."""
    keys = {one.pk for one in sources}
    keys |= set(
        Source.objects.filter(pk__in=keys).exclude(origin=None).values_list("origin", flat=True)
    )
    rows = Source.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    return {one.pk: one for one in rows}


def _parted(first: Source, second: Source) -> tuple[Source, Source]:
    """The origin of both, and what was an origin until now and repeats it."""
    one, other = root(first), root(second)
    if one == other:
        raise ValidationError("The two are of one origin already.")
    origin = elder(one, other)
    return origin, other if origin == one else one


def _refuse_hidden(sources: list[Source], by) -> None:
    """Nobody moves, or hears of, a source that they may not see."""
    keys = {one.pk for one in sources}
    if Source.objects.visible_to(by).filter(pk__in=keys).count() < len(keys):
        raise ValidationError("These two are for a chief to mark.")


def _refuse_reviewed(sources: list[Source], origin: Source) -> None:
    for source in sources:
        if source.state in REVIEWED:
            raise ValidationError(
                f"{source} would rest on {origin}, and it is {source.get_state_display()}: "
                "reopen it first."
            )


def _require(by) -> None:
    if not by.has_perm("cases.change_source"):
        raise PermissionDenied("You may not say where a source comes from.")
