"""Whoever enters a case about somebody the register may know is asked once, and may choose them."""

import pytest
from django.contrib.messages import get_messages

from cases.models import Case, Event
from people.choices import Verdict
from people.models import Judgement, Person, Proposal
from tests import factories as make
from tests.sheet import Sheet, address

pytestmark = pytest.mark.django_db
ASKED = "The register may know this person already. Say at the top of the page who is meant."


@pytest.fixture
def known():
    return make.person("Gulnar Aset")


@pytest.fixture
def sheet(contributor, signed_in, known) -> Sheet:
    """A case about somebody new whose name the register knows, with an event."""
    sheet = Sheet(signed_in(contributor), address(Case))
    sheet.fill_in(new_names="Gülnar Aset\r\nГүлнар Әсет", title="a shopkeeper")
    return sheet.fill_in_row("events", 0, kind="arrest", occurred_written="March 2018")


def counts() -> tuple[int, int, int]:
    return Case.objects.count(), Person.objects.count(), Event.objects.count()


def test_a_case_about_somebody_known_is_asked_about_and_nothing_is_lost(sheet, known):
    assert sheet.errors() == [ASKED]
    page = sheet.send().content.decode()

    assert f'type="radio" name="meant" value="{known.public_id}"' in page
    assert [one in page for one in ("Гүлнар Әсет", "a shopkeeper", "March 2018")] == [True] * 3
    assert counts() == (0, 1, 0)


def test_none_of_these_enters_somebody_new_and_is_remembered(sheet, known):
    answer = sheet.send(shown=[known.public_id], meant="none")

    case = Case.objects.get()
    assert (answer.status_code, counts()) == (302, (1, 2, 1))
    assert case.person.name_full == "Gülnar Aset"
    kept = Judgement.objects.get()
    assert (kept.one, kept.other, kept.verdict) == (known, case.person, Verdict.DIFFERENT)
    assert Proposal.objects.count() == 0


def test_who_cannot_tell_enters_somebody_new_and_the_pair_waits(sheet, known):
    sheet.send(shown=[known.public_id], meant="unsure")

    kept = Proposal.objects.get()
    assert (kept.one, kept.other) == (known, Case.objects.get().person)
    assert Judgement.objects.count() == 0


def test_who_is_chosen_has_the_case_and_the_new_spellings(sheet, known):
    make.name(known, "Гүлнар Әсет")

    answer = sheet.send(shown=[known.public_id], meant=known.public_id)

    assert (answer.status_code, counts()) == (302, (1, 1, 1))
    assert Case.objects.get().person == known
    assert list(known.names.values_list("text", "is_primary")) == [
        ("Gulnar Aset", True),
        ("Гүлнар Әсет", False),
        ("Gülnar Aset", False),
    ]
    assert Judgement.objects.count() == 0


def test_what_was_typed_about_somebody_new_and_not_kept_is_named(sheet, known):
    Person.objects.filter(pk=known.pk).update(sex="female")
    sheet.fill_in(new_sex="female", new_name_display="withheld", new_home=make.place().pk)

    answer = sheet.send(shown=[known.public_id], meant=known.public_id)

    told = [str(message) for message in get_messages(answer.wsgi_request)]
    assert (
        f"{known} was chosen. Not kept of somebody new, enter it there: home, name is shown as."
        in told
    )


def test_somebody_who_is_not_among_them_cannot_be_chosen(sheet, known):
    other = make.person("Bekzat Ama")

    assert sheet.errors(shown=[known.public_id], meant=other.public_id) == [ASKED]


def test_a_case_that_is_sent_twice_is_one_case(contributor, signed_in):
    sheet = Sheet(signed_in(contributor), address(Case)).fill_in(new_names="Bekzat Ama")

    first, second = sheet.send(), sheet.send()

    assert (first.status_code, second.status_code, counts()) == (302, 200, (1, 1, 0))


def test_further_spellings_of_a_known_person_are_not_asked_about(contributor, signed_in, known):
    other = make.person("Bekzat Ama")
    case = make.case(other)
    sheet = Sheet(signed_in(contributor), address(Case, "change", case.pk))

    answer = sheet.fill_in(new_names="Gulnar Aset").send()

    assert answer.status_code == 302
    assert [(one.one, one.other) for one in Proposal.objects.all()] == [(known, other)]


def test_another_error_of_the_page_is_told_along_and_the_answer_stays(sheet, known):
    sheet.fill_in_row("events", 0, occurred_written="no date at all")

    answer = sheet.send(shown=[known.public_id], meant="none")

    assert answer.status_code == 200
    assert 'value="none" id="meant-none" checked' in answer.content.decode()
    assert ASKED not in answer.content.decode()
