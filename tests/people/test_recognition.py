"""Somebody who types a name is told whom the register knows, and is asked before a second entry."""

import pytest
from django.db import connection

from people import matching
from people.choices import Verdict
from people.judging import judge
from people.models import Judgement, Person, PersonName, Proposal
from tests import factories as make
from tests.sheet import Sheet, address

pytestmark = pytest.mark.django_db
LIKELY = "/admin/people/likely/"
ASKED = "The register may know this person already. Say at the top of the page who is meant."


def likely(browser, *names, **more) -> list[dict]:
    return browser.get(LIKELY, {"name": names, **more}).json()["people"]


def enter(browser, *names, **boxes) -> Sheet:
    """The page of somebody new, filled in and not yet sent."""
    sheet = Sheet(browser, address(Person)).fill_in(sex="female", staff_note="typed", **boxes)
    for number, name in enumerate(names):
        sheet.fill_in_row("names", number, text=name)
    return sheet


# While somebody types


def test_a_box_is_told_who_may_be_meant_and_why(contributor, signed_in):
    known = make.person(
        "Gulnar Aset", birth="1975", birth_basis="stated", home=make.place("Ghulja")
    )
    make.name(known, "گۈلنار ئاسەت", language="ug-Arab")

    (told,) = likely(signed_in(contributor), "گۈلنار ئاسەت")

    assert told == {
        "id": known.public_id,
        "address": address(Person, "change", known.pk),
        "called": {"text": "Gulnar Aset", "lang": "und-Latn", "dir": "ltr"},
        "spelling": {"text": "گۈلنار ئاسەت", "lang": "ug-Arab", "dir": "rtl"},
        "told_apart_by": ["born 1975", "Ghulja"],
        "tier": "very likely",
        "why": "Both hold “گۈلنار”. Both hold “ئاسەت”.",
    }


def test_each_person_is_told_once_for_several_spellings(contributor, signed_in):
    known = make.person("Gulnar Aset")
    make.name(known, "Гүлнар Әсет")
    other = make.person("Гүлнар Әсет")

    told = likely(signed_in(contributor), "Gulnar Aset", "Гүлнар Әсет")

    assert [one["id"] for one in told] == [known.public_id, other.public_id]


def test_somebody_in_the_register_is_not_told_of_themselves_nor_of_who_was_judged(
    contributor, signed_in
):
    one, other, third = (make.person("Gulnar Aset") for _ in range(3))
    judge(one, other, Verdict.UNSURE, by=contributor)

    told = likely(signed_in(contributor), "Gulnar Aset", person=one.pk)

    assert [person["id"] for person in told] == [third.public_id]


@pytest.mark.parametrize(
    "name", ["", " ", "\0", "a", "😀" * 50, "a " * 5_000, "ا" * 10_000, "%_'\""]
)
def test_a_name_that_is_none_is_answered_with_nobody(contributor, signed_in, name):
    make.person("Gulnar Aset")

    assert likely(signed_in(contributor), name) == []


def test_a_strange_person_and_very_many_names_are_taken_without_a_crash(contributor, signed_in):
    known = make.person("Gulnar Aset")
    names = ["Gulnar Aset"] * 500

    for strange in ("x", "9" * 40, "-1", "²"):
        told = likely(signed_in(contributor), *names, person=strange)

        assert [person["id"] for person in told] == [known.public_id]


def test_a_home_that_is_sealed_is_not_told(contributor, chief, signed_in):
    make.person("Gulnar Aset", home=make.place("Ghulja", secrecy="sealed"))

    (told,) = likely(signed_in(contributor), "Gulnar Aset")
    (told_to_chief,) = likely(signed_in(chief), "Gulnar Aset")

    assert (told["told_apart_by"], told_to_chief["told_apart_by"]) == ([], ["Ghulja"])


def test_what_is_typed_is_written_nowhere(contributor, signed_in, caplog):
    likely(signed_in(contributor), "Zqgulnar", person="x")

    assert "Zqgulnar" not in caplog.text


def test_the_boxes_for_names_ask_and_know_whose_they_are(contributor, signed_in):
    known = make.person("Gulnar Aset")
    browser = signed_in(contributor)

    new = browser.get(address(Person)).content.decode()
    change = browser.get(address(Person, "change", known.pk)).content.decode()

    assert f'data-likely="{LIKELY}"' in new
    assert "data-person" not in new
    assert f'data-person="{known.pk}"' in change
    assert '<script src="/static/people/likely.js">' in new


def slowly(*given, **more):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(10)")


def test_who_types_does_not_wait_for_an_answer_that_takes_too_long(
    contributor, signed_in, monkeypatch
):
    make.person("Gulnar Aset")
    monkeypatch.setattr(matching, "likely", slowly)
    monkeypatch.setattr("cases.admin.likely.WAITS", 20)

    assert likely(signed_in(contributor), "Gulnar Aset") == []


# Before somebody new is saved


def test_who_saves_does_not_wait_for_an_answer_that_takes_too_long(
    contributor, signed_in, monkeypatch
):
    make.person("Gulnar Aset")
    sheet = enter(signed_in(contributor), "Gulnar Aset")
    monkeypatch.setattr(matching, "likely", slowly)
    monkeypatch.setattr("people.recognition.PATIENCE", 20)
    monkeypatch.setattr("people.proposing.PATIENCE", 20)

    assert sheet.send().status_code == 302
    assert Person.objects.count() == 2


def test_a_name_that_the_register_knows_is_asked_about_and_nothing_is_lost(contributor, signed_in):
    known = make.person("Gulnar Aset")
    sheet = enter(signed_in(contributor), "Gülnar Aset", "Гүлнар Әсет")

    answer = sheet.send()
    page = answer.content.decode()

    assert answer.status_code == 200
    assert str(ASKED) in page
    assert f'name="shown" value="{known.public_id}"' in page
    assert [name in page for name in ("Gülnar Aset", "Гүлнар Әсет", "typed")] == [True] * 3
    assert (Person.objects.count(), Judgement.objects.count()) == (1, 0)


def test_none_of_these_is_remembered_for_each_who_was_shown(contributor, signed_in):
    known = [make.person("Gulnar Aset"), make.person("Aset Gulnar")]
    ids = [one.public_id for one in known]

    sheet = enter(signed_in(contributor), "Gülnar Aset")
    answer = sheet.send(shown=ids, meant="none")

    new = Person.objects.latest("pk")
    assert answer.status_code == 302
    assert new.name_full == "Gülnar Aset"
    assert list(Judgement.objects.order_by("one").values_list("one", "other", "verdict", "by")) == [
        (one.pk, new.pk, Verdict.DIFFERENT, contributor.pk) for one in known
    ]
    assert not Proposal.objects.between(known[0].pk, new.pk).exists()


def test_who_cannot_tell_saves_and_the_pair_waits_to_be_judged(contributor, signed_in):
    known = make.person("Gulnar Aset")

    sheet = enter(signed_in(contributor), "Gülnar Aset")
    answer = sheet.send(shown=[known.public_id], meant="unsure")

    new = Person.objects.latest("pk")
    assert (answer.status_code, Judgement.objects.count()) == (302, 0)
    assert [(one.one, one.other) for one in Proposal.objects.all()] == [(known, new)]


@pytest.mark.parametrize("meant", ["none", "unsure"])
def test_somebody_who_was_entered_meanwhile_is_asked_about_too(contributor, signed_in, meant):
    first = make.person("Gulnar Aset")
    sheet = enter(signed_in(contributor), "Gülnar Aset")
    second = make.person("Gulnar Aset")

    answer = sheet.send(shown=[first.public_id], meant=meant)

    assert answer.status_code == 200
    assert f'value="{second.public_id}"' in answer.content.decode()
    assert "checked" not in answer.content.decode().partition("</fieldset>")[0]
    assert Person.objects.count() == 2


def test_a_form_that_is_sent_twice_makes_one_person(contributor, signed_in):
    sheet = enter(signed_in(contributor), "Gulnar Aset")

    first, second = sheet.send(), sheet.send()

    assert (first.status_code, second.status_code) == (302, 200)
    assert Person.objects.count() == 1


def test_an_answer_for_somebody_else_is_no_answer(contributor, signed_in):
    known, stranger = make.person("Gulnar Aset"), make.person("Bekzat Ama")
    sheet = enter(signed_in(contributor), "Gulnar Aset")

    for meant in (stranger.public_id, known.public_id, "x", ""):
        assert sheet.errors(shown=[known.public_id], meant=meant) == [ASKED]


def test_somebody_sealed_is_not_asked_about(contributor, signed_in):
    make.person("Gulnar Aset", secrecy="sealed")

    answer = enter(signed_in(contributor), "Gulnar Aset").send()

    assert answer.status_code == 302


def test_nobody_is_asked_about_a_name_that_is_new(contributor, signed_in):
    make.person("Bekzat Ama")

    assert enter(signed_in(contributor), "Gulnar Aset").send().status_code == 302


# When names change


def test_a_further_spelling_is_compared_as_it_is_saved(contributor, signed_in):
    known, other = make.person("Gulnar Aset"), make.person("Bekzat Ama")
    sheet = Sheet(signed_in(contributor), address(Person, "change", other.pk))

    answer = sheet.fill_in_row("names", 1, text="Aset Gulnar").send()

    assert answer.status_code == 302
    assert [(one.one, one.other) for one in Proposal.objects.all()] == [(known, other)]


def test_a_spelling_changed_on_its_own_page_is_compared_as_it_is_saved(contributor, signed_in):
    known, other = make.person("Gulnar Aset"), make.person("Bekzat Ama")
    name = other.names.get()

    Sheet(signed_in(contributor), address(PersonName, "change", name.pk)).send(text="Gulnar Aset")

    assert [(one.one, one.other) for one in Proposal.objects.all()] == [(known, other)]
