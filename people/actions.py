"""The verbs that touch two people: merge them into one, and part them again."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from config.records.history import because
from people.choices import ChangeKind
from people.merging import Merging, Outcome, locked, undecided
from people.models import Change, Merge, Person
from people.models.told import untold
from people.parting import Parting, Result

Choices = dict[str, str]


def merge(
    one: Person, other: Person, *, by, why: str, choices: Choices | None = None, lose: bool = False
) -> Merge:
    """Make two entries of one person into one. The older id stays, the other leads to it for ever.

    choices: for each field in which both say something else, the id of the one that is right, or
    "both". lose: the worker knows what readers no longer see. Refuses with a ValidationError.
    """
    _require_reason(why)
    with transaction.atomic(), because(by=by, action="merge", why=why):
        merging = _begun(one, other, by, choices or {})
        outcome = merging.run()
        if outcome.open_lines:
            labels = ", ".join(line.label for line in outcome.open_lines)
            raise ValidationError(f"The two say different things. Choose for: {labels}.")
        if outcome.lost and not lose:
            lost = ", ".join(sorted(map(str, outcome.lost)))
            raise ValidationError(f"Readers would no longer see {lost}. Say that you know it.")
        return _kept(merging, outcome, by, why)


def rehearse(one: Person, other: Person, *, by, choices: Choices | None = None) -> Outcome:
    """What a merge would do, tried out and undone. Refuses as the merge would."""
    with transaction.atomic(), because(by=by, action="rehearse"):
        outcome = _begun(one, other, by, choices or {}).run()
        transaction.set_rollback(True)
    return outcome


def unmerge(merge: Merge, *, by, why: str, along: tuple[str, ...] = ()) -> Result:
    """Make two people of a merged one again, each with their own rows, even after further edits.

    along: rows added since that go with the parted person, as "cases.Case:12"; the others stay.
    The result says what could not be taken back as it was, and why.
    """
    _require_reason(why)
    with transaction.atomic(), because(by=by, action="unmerge", why=why):
        parting = _parting(merge, by, along)
        result = parting.run()
        parting.close(why)
        if parting.merge.before["was_told"]:
            Change.objects.create(kind=ChangeKind.UNMERGED, old=parting.absorbed, new=parting.kept)
        return result


def rehearse_unmerge(merge: Merge, *, by, along: tuple[str, ...] = ()) -> Result:
    """What parting the two would do, tried out and undone."""
    with transaction.atomic(), because(by=by, action="rehearse"):
        result = _parting(merge, by, along).run()
        transaction.set_rollback(True)
    return result


def _begun(one: Person, other: Person, by, choices: Choices) -> Merging:
    """Both locked, looked at again and found fit to be merged."""
    _require_permission(by)
    unknown = undecided()
    if unknown:
        raise ValidationError(
            f"Nobody has decided yet what becomes of this in a merge: {', '.join(unknown)}. "
            "Nothing was merged. docs/recipes.md says where to decide it."
        )
    if one.pk == other.pk:
        raise ValidationError("A merge takes two people.")
    people = locked([one.pk, other.pk])
    for person in people:
        _require_standing(person)
    if Person.objects.visible_to(by).filter(pk__in=[one.pk, other.pk]).count() < 2:
        raise ValidationError("There is no such person.")
    if any(untold(person, by) for person in people):
        raise ValidationError("A fact of one of them is sealed; who may read it has to merge them.")
    kept, absorbed = sorted(people, key=lambda person: (person.entered_at, person.pk))
    return Merging(kept, absorbed, choices)


def _kept(merging: Merging, outcome: Outcome, by, why: str) -> Merge:
    """The merge as a row, and a line in the public table where readers knew both."""
    kept, absorbed, is_told = merging.kept, merging.absorbed, merging.were_public
    before = {
        "rows": merging.ledger.closed(),
        "seen": sorted(outcome.before),
        "was_told": is_told,
    }
    if is_told:
        Change.objects.create(kind=ChangeKind.MERGED, old=absorbed, new=kept)
    return Merge.objects.create(kept=kept, absorbed=absorbed, by=by, why=why, before=before)


def _parting(merge: Merge, by, along: tuple[str, ...]) -> Parting:
    _require_permission(by)
    people = {person.pk: person for person in locked([merge.kept_id, merge.absorbed_id])}
    if not Merge.objects.visible_to(by).filter(pk=merge.pk).exists():
        raise ValidationError("There is no such merge.")
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at:
        raise ValidationError("These two were parted already.")
    pair = people[merge.kept_id], people[merge.absorbed_id]
    return Parting(merge, pair, by, along)


def _require_permission(by) -> None:
    if not by.has_perm("people.merge_person"):
        raise PermissionDenied("You may not merge people.")


def _require_standing(person: Person) -> None:
    if person.merged_into_id:
        raise ValidationError(
            f"{person} was merged into {person.merged_into} already. Merge with that one."
        )


def _require_reason(why: str) -> None:
    if not why.strip():
        raise ValidationError("Give a reason.")
