"""Undoing a merge: every row comes back, whatever was edited since, and conflicts are told."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from cases.models import Case, Citation, Participation
from config.records.history import versions
from people.actions import merge, unmerge
from people.models import Change, Merge, Person, PersonName, Relationship
from tests import factories
from tests.people.twofold import but_for_the_index, differences, every_row, twofold, whole_twice
from tests.register import make

pytestmark = pytest.mark.django_db


BORN = {
    "birth_written": "1976",
    "birth_edtf": "1976",
    "birth_earliest": date(1976, 1, 1),
    "birth_latest": date(1976, 12, 31),
    "birth_basis": "stated",
}
NOT_BORN = dict.fromkeys(BORN, "") | {"birth_earliest": None, "birth_latest": None}


def joined(one, other, by, **how) -> Merge:
    return merge(one, other, by=by, why="the same shop", lose=True, **how)


def parted(done: Merge, by, **how):
    return unmerge(done, by=by, why="another shop", **how)


def edit(row, **values) -> None:
    """A change that slips past the forms, as a reopened and republished row would be."""
    type(row)._base_manager.filter(pk=row.pk).update(**values)


@pytest.mark.parametrize("makers", [whole_twice, lambda: twofold().both], ids=["whole", "alike"])
def test_unmerging_gives_back_every_row(reviewer, makers):
    one, other = makers()
    before = every_row()
    homes = dict.fromkeys(("home", "birthplace", "citizenship"), other.public_id)

    done = joined(one, other, reviewer, choices=homes)
    changed = differences(before, every_row())
    result = parted(done, reviewer)

    assert len(changed) > 10
    assert differences(before, every_row()) == {}
    assert (result.conflicts, result.added, result.lost) == ([], [], [])


def test_edits_of_the_result_are_kept_with_whom_they_belong_to(reviewer):
    found = twofold()
    before = every_row()
    done = joined(found.older, found.newer, reviewer)

    name = PersonName.objects.get(text="Gülnar")
    tie = Relationship.objects.get(kind="parent")
    edit(found.older, occupation="cook", **BORN)
    edit(name, kind="pen_name")
    edit(found.newer_case, summary="Edited since.")
    edit(tie, to_person=found.sister)
    case = make.case(found.older, title="entered since")
    part = make.participation(make.event("picket"), found.older, "subject", case=found.newer_case)
    new_name = make.name(found.older, "Gulnur")
    result = parted(done, reviewer)

    ids = [one.public_id for one in (name, found.newer_case, tie, part)]
    name_id, case_id, tie_id, part_id = ids
    newer_id, older_id = found.newer.public_id, found.older.public_id
    assert result.told == [
        f"{case_id} was edited since; it goes to {newer_id} as it is.",
        f"{name_id} was edited since; it goes to {newer_id} as it is.",
        f"{tie_id}: to person was changed since and stays as it is.",
        f"{part_id} was entered since and goes to {newer_id} with its case.",
        f"{older_id}: birth was changed since and stays as it is.",
    ]
    assert result.added == [case, new_name]
    after = every_row()
    entered = {("cases.Case", case.pk), ("cases.Participation", part.pk)}
    entered |= {("people.PersonName", new_name.pk), ("cases.Event", part.event_id)}
    changed = but_for_the_index(differences(before, after))
    left = {k: v for k, v in changed.items() if k not in entered}
    assert left == {
        ("people.Person", found.older.pk): {
            "occupation": ("", "cook"),
            **{name: (empty, BORN[name]) for name, empty in NOT_BORN.items()},
        },
        ("people.PersonName", name.pk): {"kind": ("as_published", "pen_name")},
        ("cases.Case", found.newer_case.pk): {
            "summary": ("", "Edited since."),
            "kinds": (["arrest", "demonstration"], ["arrest", "demonstration", "picket"]),
        },
        ("people.Relationship", tie.pk): {"to_person_id": (found.newer.pk, found.sister.pk)},
    }
    of_people = {where: after[where].get("person_id") for where in entered}
    assert of_people == {
        ("cases.Event", part.event_id): None,
        ("cases.Case", case.pk): found.older.pk,
        ("cases.Participation", part.pk): found.newer.pk,
        ("people.PersonName", new_name.pk): found.older.pk,
    }


def test_the_worker_says_what_was_entered_since_goes_along(reviewer):
    found = twofold()
    done = joined(found.older, found.newer, reviewer)
    case = make.case(found.older, title="entered since")
    part = make.participation(make.event("picket"), found.older, "subject", case=case)
    cited = make.citation(make.source(), person=found.older, told_by=found.sister)

    result = parted(done, reviewer, along=(f"cases.Case:{case.pk}",))

    assert result.added == [cited]
    assert Case.objects.get(pk=case.pk).person == found.newer
    assert Participation.objects.get(pk=part.pk).person == found.newer
    assert Citation.objects.get(pk=cited.pk).person == found.older


def test_only_what_was_entered_since_goes_along(reviewer):
    found = twofold()
    done = joined(found.older, found.newer, reviewer)

    with pytest.raises(ValidationError, match="entered since"):
        parted(done, reviewer, along=(f"cases.Case:{found.older_case.pk}",))


def test_a_row_that_was_deleted_since_is_told(reviewer):
    one, other = factories.person("Gulnar Aset"), factories.person("Gulnar Asetova")
    name = other.names.get()
    done = joined(one, other, reviewer)
    name.delete()

    result = parted(done, reviewer)

    assert result.told == [f"{name.public_id} was deleted since and stays deleted."]
    assert Person.objects.get(pk=other.pk).names.count() == 0


def test_a_row_that_has_no_room_to_go_back_stays_and_is_told(reviewer):
    one, other = factories.person("Gulnar Aset"), factories.person("Gulnar Asetova")
    aside = factories.name(other, "Gulnar Aset")
    moved = other.names.get(text="Gulnar Asetova")
    done = joined(one, other, reviewer)
    edit(one.names.get(text="Gulnar Aset"), text="Gulnar Asset")
    edit(moved, text="Gulnar Aset")

    result = parted(done, reviewer)

    assert result.told == [
        f"{moved.public_id} was edited since; it goes to {other.public_id} as it is.",
        f"{moved.public_id} stays with {one.public_id}: something entered since is in its way.",
    ]
    assert list(other.names.all()) == [aside]
    assert set(one.names.values_list("text", flat=True)) == {"Gulnar Asset", "Gulnar Aset"}


def test_parting_shows_readers_nothing_that_was_entered_since(reviewer):
    one = make.person("Gulnar Aset")
    other = make.person("Gulnar Asetova", secrecy="registered")
    done = joined(one, other, reviewer)
    case = make.case(one, title="entered since, for researchers")

    result = parted(done, reviewer)

    one.refresh_from_db()
    assert one.secrecy == "registered"
    assert result.told == [
        f"{one.public_id} stays registered, with the name shown as full "
        "name: else readers would see what was entered since."
    ]
    assert not Case.objects.published().filter(pk=case.pk).exists()


# Merges upon merges


def test_a_merge_of_a_merged_one_is_undone_from_the_last(reviewer):
    oldest = make.person("Gulnar")
    found = twofold()
    Person.objects.filter(pk=oldest.pk).update(entered_at="2020-01-01T00:00:00Z")
    oldest.refresh_from_db()
    before = every_row()
    first = joined(found.older, found.newer, reviewer)
    between = every_row()
    second = joined(oldest, found.older, reviewer)

    with pytest.raises(ValidationError) as error:
        parted(first, reviewer)
    assert error.value.messages == [
        f"{found.older.public_id} was itself merged into {oldest.public_id} since. "
        "Undo that merge first."
    ]
    assert set(oldest.absorbed.all()) == {found.older, found.newer}
    parted(second, reviewer)
    assert differences(between, every_row()) == {}
    parted(first, reviewer)
    assert differences(before, every_row()) == {}


def test_two_merges_into_one_are_undone_in_any_order(reviewer):
    one, first, second = make.person("Gulnar"), make.person("Gülnar"), make.person("Гүлнар")
    before = every_row()
    merges = [joined(one, first, reviewer), joined(one, second, reviewer)]

    for done in merges:
        assert parted(done, reviewer).told == []

    assert differences(before, every_row()) == {}


def test_a_later_merge_that_builds_upon_this_one_is_undone_first(reviewer):
    one, first, second = make.person("Gulnar"), make.person("Gülnar"), make.person("Гүлнар")
    make.name(second, "Gülnar")
    done = joined(one, first, reviewer)
    joined(one, second, reviewer)

    with pytest.raises(ValidationError) as error:
        parted(done, reviewer)

    assert error.value.messages == [
        f"{second.public_id} was merged into {one.public_id} later, and that merge builds upon "
        "this one. Undo it first."
    ]


# Who, when, why


def test_an_undoing_is_signed_and_happens_once(reviewer, contributor):
    found = twofold()
    done = joined(found.older, found.newer, reviewer)

    with pytest.raises(PermissionDenied):
        parted(done, contributor)
    with pytest.raises(ValidationError, match=r"Give a reason\."):
        unmerge(done, by=reviewer, why="")
    parted(done, reviewer)
    with pytest.raises(ValidationError, match="parted already"):
        parted(done, reviewer)

    done.refresh_from_db()
    assert (done.undone_by, done.undone_why, done.conflicts) == (reviewer, "another shop", [])
    signed = versions(found.newer_case).first().pgh_context.metadata
    assert signed == {"by": reviewer.pk, "action": "unmerge", "why": "another shop"}


def test_two_that_were_parted_can_be_merged_again(reviewer):
    found = twofold()
    first = joined(found.older, found.newer, reviewer)
    merged = every_row()
    parted(first, reviewer)

    joined(found.older, found.newer, reviewer)

    assert differences(merged, every_row()) == {}
    assert list(Change.objects.order_by("pk").values_list("kind", flat=True)) == [
        "merged",
        "unmerged",
        "merged",
    ]
