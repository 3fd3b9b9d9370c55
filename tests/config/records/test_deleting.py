"""Throwing a draft away tells nothing of what is sealed, and takes nothing of it along."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from config.records.admin.deleting import NEEDED
from config.records.choices import Secrecy
from people.models import Person, Relationship
from tests import factories as make


@pytest.fixture
def tied(db):
    """A draft that a sealed tie leads to, and the tie."""
    draft, sealed = make.person(), make.person(secrecy=Secrecy.SEALED)
    return draft, make.tie(sealed, "sibling", draft, secrecy=Secrecy.SEALED)


def address_of(draft: Person) -> str:
    return reverse("admin:people_person_delete", args=[draft.pk])


def test_what_is_sealed_keeps_a_draft_and_is_not_named(contributor, signed_in, tied):
    draft, tie = tied
    browser = signed_in(contributor)

    page = browser.get(address_of(draft)).content.decode()
    browser.post(address_of(draft), {"post": "yes"})

    assert NEEDED in page
    assert [tie.public_id in page, tie.from_person.public_id in page] == [False, False]
    assert Relationship.objects.filter(pk=tie.pk).exists()


def test_neither_does_a_list_throw_it_away(contributor, signed_in, tied):
    draft, tie = tied
    told = {"action": "delete_selected", "_selected_action": [draft.pk], "post": "yes"}

    answer = signed_in(contributor).post(reverse("admin:people_person_changelist"), told)

    assert tie.public_id not in answer.content.decode()
    assert Person.objects.filter(pk=draft.pk).exists()


def test_who_sees_it_is_told_what_goes_along(chief, signed_in, tied):
    draft, tie = tied

    page = signed_in(chief).get(address_of(draft)).content.decode()

    assert tie.public_id in page


def test_a_draft_with_nothing_hidden_goes(contributor, signed_in):
    draft = make.person()

    signed_in(contributor).post(address_of(draft), {"post": "yes"})

    assert not Person.objects.filter(pk=draft.pk).exists()


def number_of(record) -> str:
    """Where the admin leads on from the number of a row."""
    return f"/admin/r/{ContentType.objects.get_for_model(record).pk}/{record.pk}"


@pytest.mark.parametrize("role", ["contributor", "auditor"])
def test_no_number_leads_to_the_id_of_a_hidden_record(db, role, request, signed_in):
    hidden = make.person(secrecy=Secrecy.SEALED)
    browser = signed_in(request.getfixturevalue(role))
    ways = ["/", "%20/", "", "9999/"]

    answers = [browser.get(f"{number_of(hidden)}{way}", follow=True) for way in ways]

    assert {one.status_code for one in answers} == {404}
    led = [(*(address for address, _ in one.redirect_chain), one.content) for one in answers]
    assert hidden.public_id not in str(led)


def test_the_number_of_a_published_record_leads_to_its_page(contributor, signed_in):
    person = make.person(published=True)

    answer = signed_in(contributor).get(f"{number_of(person)}/")

    assert answer.url == f"/people/{person.public_id}/"
