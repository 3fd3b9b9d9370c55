"""Two workers merge at the same moment: nothing is lost, and one of them may hear why not."""

import pytest

from people.actions import merge, unmerge
from people.models import Merge, Person, PersonName, Relationship
from tests import factories
from tests.at_once import at_once
from tests.people.twofold import differences, every_row, superuser

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

TRIES = 2


def merging(one: Person, other: Person, by):
    return lambda: merge(one, other, by=by, why="the same", lose=True)


def people(number: int) -> list[Person]:
    return [factories.person(f"Gulnar {one}") for one in range(number)]


def undo_all(by) -> None:
    for done in Merge.objects.standing().order_by("-pk"):
        assert unmerge(done, by=by, why="all of it").conflicts == []


@pytest.mark.parametrize("attempt", range(TRIES))
def test_the_same_two_merged_both_ways_are_merged_once(attempt):
    user, (one, other) = superuser(), people(2)
    before = every_row()

    answers = at_once(merging(one, other, user), merging(other, one, user))

    (done,) = [answer for answer in answers if isinstance(answer, Merge)]
    (refused,) = [answer for answer in answers if answer is not done]
    assert (done.kept, done.absorbed) == (one, other)
    assert refused.messages == [
        f"{other.public_id} was merged into {one.public_id} already. Merge with that one."
    ]
    undo_all(user)
    assert differences(before, every_row()) == {}


@pytest.mark.parametrize("attempt", range(TRIES))
def test_a_chain_that_is_merged_at_once_ends_whole(attempt):
    user, (first, second, third) = superuser(), people(3)
    before = every_row()

    answers = at_once(merging(first, second, user), merging(second, third, user))

    done = [answer for answer in answers if isinstance(answer, Merge)]
    refused = [answer.messages for answer in answers if answer not in done]
    already = f"{second.public_id} was merged into {first.public_id} already. Merge with that one."
    assert refused in ([], [[already]])
    standing = Person.objects.filter(merged_into__isnull=True)
    assert standing.count() == 3 - len(done)
    assert PersonName.objects.filter(person__in=standing).count() == 3
    undo_all(user)
    assert differences(before, every_row()) == {}


@pytest.mark.parametrize("attempt", range(TRIES))
def test_two_merges_that_share_a_tie_lose_nothing(attempt):
    user, (first, second, third, fourth) = superuser(), people(4)
    tie = factories.tie(second, "sibling", fourth)
    factories.tie(first, "friend", third)
    before = every_row()

    answers = at_once(merging(first, second, user), merging(third, fourth, user))

    assert [type(answer) for answer in answers] == [Merge, Merge]
    tie.refresh_from_db()
    assert (tie.from_person, tie.to_person) == (first, third)
    assert Relationship.objects.count() == 2
    undo_all(user)
    assert differences(before, every_row()) == {}


@pytest.mark.parametrize("attempt", range(TRIES))
def test_a_name_entered_during_a_merge_is_moved_or_refused_and_never_left_behind(attempt):
    user, (one, other) = superuser(), people(2)
    factories.account("enters")

    done, name = at_once(
        merging(one, other, user), lambda: factories.name(other, "Entered meanwhile")
    )

    assert isinstance(done, Merge)
    left_behind = PersonName.objects.filter(person=other)
    assert list(left_behind) == []
    moved = PersonName.objects.filter(person=one, text="Entered meanwhile").count()
    assert moved == (1 if isinstance(name, PersonName) else 0)
    assert isinstance(name, PersonName) or "rule: This person was merged" in str(name)
