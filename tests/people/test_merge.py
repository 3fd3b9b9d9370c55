"""Merging two people: which one stays, what each field says, where every row goes."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from cases.models import Case, Citation, Participation
from config.records.history import versions
from people import decisions
from people.actions import merge, rehearse
from people.merging import repointed, undecided
from people.models import Merge, Person, PersonName, Relationship
from tests import factories
from tests.people.twofold import every_row, twofold
from tests.register import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def found():
    return twofold()


@pytest.fixture
def merged(found, reviewer):
    merge(found.newer, found.older, by=reviewer, why="the same shop", lose=True)
    found.older.refresh_from_db()
    found.newer.refresh_from_db()
    return found


def refusal(one, other, by, **how) -> str:
    """What a merge says that is refused; nothing is changed by it."""
    before = every_row()
    with pytest.raises((ValidationError, PermissionDenied)) as error:
        merge(one, other, by=by, **{"why": "the same", **how})
    assert every_row() == before
    said = error.value
    return " ".join(said.messages) if isinstance(said, ValidationError) else str(said)


# Every field and every relation has a decision


def test_every_field_and_every_relation_has_a_decision():
    """Red? Say in people/decisions.py what becomes of it; docs/recipes.md tells how."""
    assert undecided() == []


def test_no_decision_is_about_something_that_is_gone():
    fields = {one.name for one in Person._meta.concrete_fields}

    assert set(decisions.FIELDS) - fields == set()


@pytest.mark.parametrize("label", list(decisions.RELATIONS))
def test_a_relation_that_nobody_thought_of_makes_the_merge_refuse(
    found, reviewer, monkeypatch, label
):
    rule = decisions.RELATIONS[label]
    monkeypatch.delitem(decisions.RELATIONS, label)

    said = refusal(found.older, found.newer, reviewer, lose=True)

    links = ", ".join(sorted(f"{label}.{link}" for link in rule.links))
    assert said == (
        f"Nobody has decided yet what becomes of this in a merge: {links}. "
        "Nothing was merged. docs/recipes.md says where to decide it."
    )


def test_a_field_that_nobody_thought_of_makes_the_merge_refuse(found, reviewer, monkeypatch):
    monkeypatch.delitem(decisions.FIELDS, "religion")

    assert "people.Person.religion" in refusal(found.older, found.newer, reviewer, lose=True)


def test_what_points_to_a_row_that_may_be_set_aside_needs_a_decision_too(monkeypatch):
    names = decisions.RELATIONS["people.PersonName"]
    fewer = replace(names, said=("kind",), followers=())
    monkeypatch.setitem(decisions.RELATIONS, "people.PersonName", fewer)

    assert undecided() == [
        "cases.Citation.person_name",
        "people.PersonName.language",
        "people.PersonName.script",
    ]


def test_of_a_pair_in_order_the_first_entered_stays_first():
    pair = SimpleNamespace(one_id=3, other_id=4)
    rule = decisions.Moves(("one", "other"), in_order=True)

    ends = repointed(pair, ["one_id", "other_id"], rule, {3: 3, 4: 2}.get)

    assert ends == {"one_id": 2, "other_id": 3}


# Who stays, and what is moved


@pytest.mark.parametrize("turned", [False, True])
def test_the_older_entry_stays_whichever_is_named_first(found, reviewer, turned):
    pair = (found.newer, found.older) if turned else (found.older, found.newer)

    done = merge(*pair, by=reviewer, why="the same shop", lose=True)

    assert (done.kept, done.absorbed) == (found.older, found.newer)
    assert list(Person.objects.filter(merged_into=found.older)) == [found.newer]


def test_cases_names_ties_parts_citations_and_testimony_move(merged):
    older = merged.older

    assert list(older.cases.order_by("pk")) == [merged.older_case, merged.newer_case]
    assert sorted(older.names.values_list("text", "is_primary", "language")) == [
        ("Gulnar Aset", True, "kk"),
        ("Gülnar", False, ""),
        ("Гүлнар Әсет", False, ""),
    ]
    ties = Relationship.objects.published().of(older)
    assert sorted(ties.values_list("kind", flat=True)) == ["parent", "sibling"]
    assert sorted(older.participations.values_list("event__title", "case__title")) == [
        ("march", None),
        ("protest", "a shopkeeper"),
        ("protest", "taken at work"),
    ]
    assert Citation.objects.filter(told_by=older).count() == Citation.objects.count()
    assert older.testimonies.count() == 1


def test_what_both_have_stays_once_and_its_citations_follow(merged):
    aside = {
        "names": list(
            PersonName.objects.filter(person=merged.newer).values_list("text", flat=True)
        ),
        "parts": list(
            Participation.objects.filter(person=merged.newer).values_list("event__title", flat=True)
        ),
        "ties": sorted(Relationship.objects.of(merged.newer).values_list("kind", flat=True)),
    }

    assert aside == {"names": ["Gulnar Aset"], "parts": ["march"], "ties": ["colleague", "sibling"]}
    shown = Citation.objects.published()
    assert shown.filter(person_name__person=merged.older).count() == 1
    assert shown.filter(participation__person=merged.older).count() == 4
    assert shown.filter(relationship__in=Relationship.objects.of(merged.older)).count() == 2


def test_what_follows_from_the_moved_rows_is_settled_again(merged):
    first, second = Case.objects.order_by("pk")

    assert [case.is_settled for case in (first, second)] == [True, True]
    # Both are about one person now: what is cited of the person counts for either.
    assert (first.citation_count, second.citation_count) == (5, 6)
    assert Case.objects.settle() == 0


def test_history_says_who_merged_what_and_why(merged, reviewer):
    signed = [
        versions(record).first().pgh_context.metadata
        for record in (merged.newer, merged.older, merged.newer_case)
    ]

    assert signed == [{"by": reviewer.pk, "action": "merge", "why": "the same shop"}] * 3
    kept = Merge.objects.get()
    assert (kept.by, kept.why, kept.undone_at) == (reviewer, "the same shop", None)
    assert str(kept) == f"{merged.newer.public_id} into {merged.older.public_id}"


def test_a_rehearsal_tells_all_and_changes_nothing(found, reviewer):
    before = every_row()

    outcome = rehearse(found.newer, found.older, by=reviewer)

    assert every_row() == before
    assert (outcome.kept, outcome.absorbed) == (found.older, found.newer)
    assert [line.name for line in outcome.open_lines] == []
    assert len([entry for entry in outcome.rows if entry.what == "set aside"]) == 4


# Who was merged stays as it was


def refused(do) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        do()
    return str(error.value).splitlines()[0]


def test_nothing_new_hangs_on_who_was_merged(merged):
    gone = merged.newer
    attempts = [
        lambda: factories.name(gone, "Another"),
        lambda: factories.case(gone),
        lambda: factories.tie(gone, "friend", merged.sister),
        lambda: factories.participation(merged.march, gone, "advocate"),
        lambda: factories.citation(factories.source(), person=gone),
        lambda: factories.source(informant=gone),
        lambda: Person.objects.filter(pk=merged.sister.pk).update(merged_into=gone),
    ]

    said = {refused(attempt) for attempt in attempts}

    assert said == {"rule: This person was merged into another; choose that one."}


def test_who_was_merged_is_not_changed_and_not_deleted(merged):
    row = Person.objects.filter(pk=merged.newer.pk)

    assert refused(lambda: row.update(sex="male")) == (
        "rule: This person was merged into another and is not changed."
    )
    assert refused(lambda: row.update(state="draft")) == (
        "rule: This person was merged into another and is not changed."
    )
    assert refused(lambda: row.delete()) != ""


def test_a_merge_is_neither_deleted_nor_rewritten(merged):
    done = Merge.objects.filter(kept=merged.older)

    assert refused(lambda: done.delete()).startswith("pgtrigger: Cannot delete rows")
    assert refused(lambda: done.update(why="other")).startswith("pgtrigger: Cannot update rows")


# Who may, and what is refused at once


def test_who_may_merge(found, contributor, chief):
    assert refusal(found.older, found.newer, contributor) == "You may not merge people."

    done = merge(found.older, found.newer, by=chief, why="the same shop", lose=True)

    assert done.by == chief


def test_what_is_refused_at_once(found, reviewer):
    sealed = make.person("Somebody Else", published=False, secrecy="sealed")
    older, newer = found.older, found.newer

    assert refusal(older, newer, reviewer, why=" ") == "Give a reason."
    assert refusal(older, older, reviewer) == "A merge takes two people."
    assert refusal(older, sealed, reviewer) == "There is no such person."


def test_who_was_merged_is_not_merged_again(merged, reviewer):
    said = refusal(merged.newer, merged.sister, reviewer)

    assert said == (
        f"{merged.newer.public_id} was merged into {merged.older.public_id} already. "
        "Merge with that one."
    )
