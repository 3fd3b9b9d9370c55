"""The admin's pages to merge two people and to part them again: read, chosen, confirmed, undone."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from people.actions import merge
from people.models import Merge, Person
from tests import factories
from tests.people.twofold import Twofold, twofold
from tests.reading import words
from tests.register import make
from tests.sheet import address

pytestmark = pytest.mark.django_db

PAGE = "admin:people_person_merge"
LIST = "admin:people_person_merges"


@pytest.fixture
def found() -> Twofold:
    return twofold()


@pytest.fixture
def browser(reviewer, signed_in):
    return signed_in(reviewer)


def pair(found: Twofold) -> dict[str, int]:
    return {"one": found.newer.pk, "other": found.older.pk}


def said(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def undo_page(done: Merge) -> str:
    return reverse("admin:people_person_unmerge", args=[done.pk])


def test_both_stand_side_by_side_with_what_becomes_of_each_field(found, browser):
    page = words(browser.get(reverse(PAGE), pair(found)).content.decode())

    older, newer = found.older, found.newer
    assert f"stays: Gulnar Aset · Ghulja · taken at work · {older.public_id}" in page
    assert f"is merged into it: Гүлнар Әсет · born 1975 · a shopkeeper · {newer.public_id}" in page
    assert "What moves 1 case 12 citations 2 names 1 participation 1 relationship 1 source" in page
    assert "secrecy public public The stricter of the two." in page
    assert "religion – Islam Taken over from the newer entry." in page
    assert Merge.objects.count() == 0


def test_a_merge_from_the_page(found, browser):
    answer = browser.post(reverse(PAGE), {**pair(found), "why": "the same shop", "lose": "on"})

    done = Merge.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, reverse(LIST))
    assert said(answer) == [f"{done.absorbed} was merged into {done.kept}."]
    assert (done.kept, done.why) == (found.older, "the same shop")


def test_what_has_to_be_chosen_is_asked_and_what_was_chosen_stays_so(browser):
    one = factories.person("Gulnar", sex="female", biography="A cook.")
    other = factories.person("Gülnar", sex="male", biography="From Ghulja.")
    asked = {"one": one.pk, "other": other.pk, "why": "the same"}
    chosen = {"choice-sex": other.public_id}

    first = browser.post(reverse(PAGE), {**asked, **chosen})
    done = browser.post(reverse(PAGE), {**asked, **chosen, "choice-biography": "both"})

    assert said(first)[0] == (
        "Nothing was merged. The two say different things. Choose for: biography."
    )
    boxes = first.content.decode()
    assert f'name="choice-sex" value="{other.public_id}" required checked' in boxes
    assert f'name="choice-biography" value="{one.public_id}" required>' in boxes
    assert done.status_code == 302
    one.refresh_from_db()
    assert (one.sex, one.biography) == ("male", "A cook.\n\nFrom Ghulja.")


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [("why", "Give a reason."), ("lose", "Readers would no longer see")],
)
def test_a_reason_and_what_readers_lose_are_asked_for(found, browser, missing, sentence):
    sent = {**pair(found), "why": "the same shop", "lose": "on"}
    sent.pop(missing)

    answer = browser.post(reverse(PAGE), sent)

    assert answer.status_code == 200
    assert said(answer)[0].startswith(f"Nothing was merged. {sentence}")
    assert Merge.objects.count() == 0


def test_a_pair_that_cannot_be_merged_is_told_why(browser):
    one = make.person("Gulnar")
    other = factories.person("Gülnar", secrecy="staff")

    answer = browser.get(reverse(PAGE), {"one": one.pk, "other": other.pk})

    page = words(answer.content.decode())
    assert f"These two cannot be merged as they are {one.public_id} is published and" in page


@pytest.mark.parametrize(
    ("asked", "errors"),
    [
        ({"one": "1000000"}, {"one", "other"}),
        ({"one": "x", "other_id": "P-000000"}, {"one", "other"}),
        ({"one_id": "\0", "other": "9" * 40}, {"one", "other"}),
    ],
)
def test_whom_to_merge_is_asked_again(browser, asked, errors):
    answer = browser.get(reverse(PAGE), asked)

    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == errors


def test_both_can_be_named_by_id_without_a_script(found, browser):
    asked = {"one_id": found.older.public_id.lower(), "other_id": found.newer.public_id}

    answer = browser.get(reverse(PAGE), asked)
    twice = browser.get(reverse(PAGE), {**asked, "other_id": asked["one_id"]})

    assert answer.context["pair"] == [found.older, found.newer]
    assert twice.context["form"].errors == {"other": ["A merge takes two people."]}


def test_two_selected_people_are_merged_from_the_list(found, browser):
    keys = [found.older.pk, found.newer.pk]
    chosen = {"action": "merge_selected", "_selected_action": keys}

    two = browser.post(address(Person, "changelist"), chosen)
    chosen["_selected_action"] = [*keys, found.sister.pk]
    three = browser.post(address(Person, "changelist"), chosen)

    assert two["Location"] == f"{reverse(PAGE)}?one={keys[0]}&other={keys[1]}"
    assert said(three)[-1] == "Select exactly two people to merge."


# Afterwards


@pytest.fixture
def done(found, reviewer) -> Merge:
    return merge(found.older, found.newer, by=reviewer, why="the same shop", lose=True)


def test_the_person_tells_of_the_merge_and_leads_to_its_undoing(found, done, browser):
    page = browser.get(address(Person, "change", found.older.pk)).content.decode()

    assert f'href="{undo_page(done)}"' in page
    assert f'href="{reverse(PAGE)}?one={found.older.pk}"' in page
    assert f"{found.newer.public_id} was merged into this entry" in words(page)


@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_the_page_of_who_was_merged_leads_to_who_answers(found, done, browser, page):
    answer = browser.get(address(Person, page, found.newer.pk))

    assert answer["Location"] == address(Person, "change", found.older.pk)
    assert said(answer) == [f"This entry was merged into {found.older.public_id}."]


def test_a_merge_is_undone_from_its_page_with_what_goes_along(found, done, browser):
    case = make.case(found.older, title="entered since")
    place = f"cases.Case:{case.pk}"

    page = browser.get(undo_page(done)).content.decode()
    answer = browser.post(undo_page(done), {"why": "another shop", "along": [place]})

    assert f'name="along" value="{place}"' in page
    assert f"What goes back to {found.newer.public_id} 1 case" in words(page)
    assert answer["Location"] == reverse(LIST)
    case.refresh_from_db()
    assert case.person == found.newer
    listed = words(browser.get(reverse(LIST)).content.decode())
    assert "by reviewer: another shop" in listed


def test_what_is_not_as_it_was_is_told_before_and_after(found, done, browser):
    Person.objects.filter(pk=found.older.pk).update(religion="none")
    sentence = f"{found.older.public_id}: religion was changed since and stays as it is."

    before = words(browser.get(undo_page(done)).content.decode())
    answer = browser.post(undo_page(done), {"why": "another shop"})

    assert f"What is not as it was {sentence}" in before
    assert sentence in said(answer)
    assert sentence in words(browser.get(reverse(LIST)).content.decode())


def test_an_undoing_needs_a_reason_and_happens_once(done, browser):
    without = browser.post(undo_page(done), {"why": ""})
    browser.post(undo_page(done), {"why": "another shop"})
    again = browser.get(undo_page(done))

    assert said(without)[0] == "Nothing was undone. Give a reason."
    assert "These two were parted already." in words(again.content.decode())


def test_the_id_of_who_was_merged_finds_who_answers(found, done, browser):
    answer = browser.get(address(Person, "changelist"), {"q": found.newer.public_id.lower()})

    assert list(answer.context["cl"].queryset) == [found.older]


# Who may


def test_the_pages_are_for_who_may_merge(found, done, contributor, chief, signed_in, client):
    pages = [reverse(PAGE), reverse(LIST), undo_page(done)]

    assert [signed_in(contributor).get(page).status_code for page in pages] == [403, 403, 403]
    assert [signed_in(chief).get(page).status_code for page in pages] == [200, 200, 200]
    assert [client.get(page).status_code for page in pages] == [302, 302, 302]
    page = signed_in(contributor).get(address(Person, "change", found.older.pk))
    assert "Merge with" not in page.content.decode()


def test_a_merge_of_somebody_sealed_is_seen_by_chiefs_alone(chief, reviewer, signed_in):
    one, other = (factories.person(name, secrecy="sealed") for name in ("Gulnar", "Gülnar"))
    done = merge(one, other, by=chief, why="the same")

    assert signed_in(reviewer).get(undo_page(done)).status_code == 404
    assert one.public_id not in signed_in(reviewer).get(reverse(LIST)).content.decode()
    assert signed_in(chief).get(undo_page(done)).status_code == 200
    gone = signed_in(reviewer).get(address(Person, "change", other.pk))
    assert gone["Location"] == reverse("admin:index")
