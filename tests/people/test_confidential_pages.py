"""The admin's pages of confidential values: who sees what, and that each look is written down."""

from datetime import date

import pytest
from cryptography.fernet import Fernet
from django.db import IntegrityError, transaction
from django.db.utils import InternalError
from django.urls import reverse

from people.models import Consent, Identifier, Look, Person
from tests import factories as make
from tests.people.confiding import NUMBER, consent, contact, identifier, page, rows_of

pytestmark = pytest.mark.django_db

# Who sees them


def test_only_who_has_the_permission_opens_the_page(
    researcher, contributor, reviewer, chief, signed_in, client
):
    who = make.person("Gulnar Aset", published=True)

    codes = [signed_in(one).get(page(who)).status_code for one in (contributor, reviewer, chief)]

    assert codes == [403, 200, 200]
    assert client.get(page(who)).status_code == 302
    assert signed_in(researcher).get(page(who)).status_code == 302


def test_a_reviewer_sees_consents_and_no_numbers(reviewer, signed_in):
    who = make.person("Gulnar Aset")
    one, two = identifier(who), contact(who)
    consent(who, "store", "publish_name")
    browser = signed_in(reviewer)

    answer = browser.get(page(who)).content.decode()
    shown = browser.post(page(who), {"show": f"identifier:{one.pk}:value"}).content.decode()

    assert ("publish name" in answer, "5678" in answer, "Identifiers" in answer) == (
        True,
        False,
        False,
    )
    assert NUMBER not in shown
    assert [
        browser.get(reverse(f"admin:people_{kind}_change", args=[pk])).status_code
        for kind, pk in (("identifier", one.pk), ("contact", two.pk))
    ] == [403, 403]


def test_a_value_is_dots_until_it_is_asked_for_and_each_look_is_written_down(chief, signed_in):
    who = make.person("Gulnar Aset")
    one = identifier(who, note="issued in Ghulja")
    browser = signed_in(chief)

    before = browser.get(page(who)).content.decode()
    after = browser.post(page(who), {"show": f"identifier:{one.pk}:value"}).content.decode()

    assert (NUMBER in before, NUMBER in after, "Ghulja" in after) == (False, True, False)
    looks = [(look.what, look.kind, look.key, look.person, look.by) for look in Look.objects.all()]
    assert looks[0] == ("shown", "identifier", one.pk, who.public_id, chief)
    assert {look[0] for look in looks[1:]} == {"listed"}


def test_a_look_cannot_be_undone(chief):
    Look.note(chief, "searched", kind="identifier")

    with pytest.raises(InternalError), transaction.atomic():
        Look.objects.all().delete()


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "x",
        "identifier:1",
        "identifier:9999:value",
        "identifier:x:value",
        "person:1:name_full",
        f"identifier:{2**70}:value",
        "identifier:1:person",
        "\0:1:value",
    ],
)
def test_nonsense_shows_nothing(chief, signed_in, asked):
    who = make.person("Gulnar Aset")
    identifier(who)

    answer = signed_in(chief).post(page(who), {"show": asked})

    assert answer.status_code == 200
    assert NUMBER not in answer.content.decode()


def test_a_value_of_somebody_else_is_not_shown_on_this_page(chief, signed_in):
    who, other = make.person("Gulnar Aset"), make.person("Aigul Aset")
    one = identifier(other)

    answer = signed_in(chief).post(page(who), {"show": f"identifier:{one.pk}:value"})

    assert NUMBER not in answer.content.decode()


def test_a_key_that_is_missing_is_a_sentence_on_the_page(chief, signed_in, settings):
    who = make.person("Gulnar Aset")
    one = identifier(who)
    settings.CONFIDENTIAL_KEYS = [Fernet.generate_key().decode()]

    answer = signed_in(chief).post(page(who), {"show": f"identifier:{one.pk}:value"})

    assert answer.status_code == 200
    assert "a key that the register no longer has" in answer.content.decode()


# Entry


def entered(browser, what: str, person: Person, **values):
    return browser.post(
        reverse(f"admin:people_{what}_add"), {"person": person.pk, **values}, follow=True
    )


def test_a_number_is_entered_and_the_admins_own_log_does_not_hold_it(chief, signed_in):
    who = make.person("Gulnar Aset")

    answer = entered(signed_in(chief), "identifier", who, kind="passport", value=NUMBER, note="x y")

    one = Identifier.objects.get()
    assert answer.redirect_chain[-1][0] == page(who)
    assert (one.value.tell(), one.note.tell(), one.entered_by) == (NUMBER, "x y", chief)
    assert "1234" not in rows_of("django_admin_log", "pghistory_context", "django_session")


def test_a_box_that_is_left_empty_keeps_what_is_there(chief, signed_in):
    one = identifier(make.person("Gulnar Aset"), note="issued in Ghulja")
    browser, where = signed_in(chief), reverse("admin:people_identifier_change", args=[one.pk])

    shown = browser.get(where).content.decode()
    browser.post(where, {"kind": "national_id", "value": "", "note": "expired"})

    one.refresh_from_db()
    assert ("1234" in shown, "Ghulja" in shown) == (False, False)
    assert (one.kind, one.value.tell(), one.note.tell()) == ("national_id", NUMBER, "expired")


def test_a_number_that_another_person_has_is_pointed_out(chief, signed_in):
    first, second = make.person("Gulnar Aset"), make.person("Gulnara Asetova")
    identifier(first)

    answer = entered(signed_in(chief), "identifier", second, kind="passport", value="n12345678")

    assert f"{first} has this number too" in answer.content.decode()


def test_a_number_is_looked_for_in_the_body_of_a_form(chief, contributor, signed_in):
    who = make.person("Gulnar Aset")
    identifier(who)
    where, browser = reverse("admin:find-number"), signed_in(chief)

    found = browser.post(where, {"number": "N12345678"}).content.decode()
    asked_by_address = browser.get(where, {"number": "N12345678"}).content.decode()

    assert (page(who) in found, page(who) in asked_by_address) == (True, False)
    assert signed_in(contributor).post(where, {"number": NUMBER}).status_code == 403
    assert Look.objects.filter(what="searched").count() == 1


def test_there_are_no_lists_of_confidential_values(chief, signed_in):
    identifier(make.person("Gulnar Aset"))

    for kind in ("identifier", "contact", "consent"):
        answer = signed_in(chief).get(reverse(f"admin:people_{kind}_changelist"), {"q": NUMBER})
        assert answer.url == reverse("admin:people_person_changelist")


def test_a_consent_is_to_something():
    said = {"given_as": "self", "how": "spoken", "given_on": date(2024, 1, 2)}

    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(
            person=make.person("Gulnar Aset"), entered_by=make.account("enters"), **said
        )
