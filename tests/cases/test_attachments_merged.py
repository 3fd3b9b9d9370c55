"""Pictures when two entries turn out to be one person: they go along, on the ground they had."""

import pytest

from cases.models import Attachment
from people.actions import merge, unmerge
from people.models import Person
from tests import factories as make
from tests import pictures
from tests.people.confiding import consent

pytestmark = pytest.mark.django_db
PORTRAIT = {"kind": "portrait", "basis": "family_confirmed", "published": True}


def where() -> list[tuple]:
    return list(Attachment.objects.order_by("pk").values_list("person", "state"))


def two(ground: str) -> tuple[Person, Person]:
    older, newer = make.person(), make.person(ground=ground)
    consent(newer, "publish", "publish_name", "publish_photo")
    for one in (older, newer):
        pictures.attachment(person=one, **PORTRAIT)
    return older, newer


def test_a_picture_goes_with_a_merge_and_comes_back(reviewer):
    older, newer = two("public_source")
    before = where()

    done = merge(older, newer, by=reviewer, why="one person", lose=True)
    merged = where()
    unmerge(done, by=reviewer, why="two after all")

    assert merged == [(older.pk, "published")] * 2
    assert where() == before


def test_a_picture_that_rests_on_a_consent_takes_it_along(reviewer):
    older, newer = two("consent")

    done = merge(older, newer, by=reviewer, why="one person", lose=True)
    merged = where()
    unmerge(done, by=reviewer, why="two after all")

    assert merged == [(older.pk, "published")] * 2
    # The consent goes back before the ground does: what is doubtful then is not shown.
    assert where() == [(older.pk, "withdrawn"), (newer.pk, "published")]


def test_who_was_merged_gets_no_new_picture(reviewer):
    older, newer = make.person(), make.person()
    merge(older, newer, by=reviewer, why="one person")

    with pytest.raises(Exception, match="This person was merged into another"):
        pictures.attachment(person=Person._base_manager.get(pk=newer.pk))
