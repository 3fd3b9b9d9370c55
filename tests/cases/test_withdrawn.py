"""What was withdrawn leaves an address that says so, if all had seen it; a reason stays."""

import pytest

from cases.models import Case, Event, Facility, Source
from config.records import actions
from people.models import Person
from tests import factories

pytestmark = pytest.mark.django_db

WORD = "zqwithdrawn"
PAGES = {Case: "cases", Event: "events", Facility: "facilities", Source: "sources"}
every_page = pytest.mark.parametrize("model", [*PAGES, Person], ids=lambda one: one.__name__)


def a_record(model, **values):
    if model is Person:
        return factories.person(WORD, published=True, **values)
    if model is Case:
        return factories.case(published=True, title=WORD, **values)
    if model is Event:
        return factories.event("arrest", published=True, title=WORD, **values)
    if model is Facility:
        return factories.facility(WORD, published=True, **values)
    return factories.source(WORD, published=True, **values)


def addresses(record) -> list[str]:
    noun = PAGES.get(type(record), "people")
    name = record.public_id
    return [f"/{noun}/{name}/", f"/api/v1/{noun}/{name}/", f"/api/v1/{noun}/{name}.csv"]


def answers(client, record) -> list[tuple[int, str]]:
    found = [client.get(address) for address in addresses(record)]
    return [(one.status_code, one.content.decode()) for one in found]


@every_page
def test_what_everybody_saw_says_that_it_was_withdrawn_and_no_more(client, reviewer, model):
    record = a_record(model)
    actions.withdraw(record, by=reviewer, why=WORD)

    told = answers(client, record)

    assert [status for status, _ in told] == [410, 410, 410]
    assert [WORD in body or record.public_id in body for _, body in told] == [False] * 3
    assert told[1][1] == '{"errors":{"detail":["A record was withdrawn."]}}'
    assert "It was withdrawn" in told[0][1]


@every_page
def test_all_that_was_withdrawn_is_told_of_in_the_same_words(client, reviewer, model):
    two = (
        [a_record(model), a_record(model, staff_note="another")]
        if model is not Person
        else [
            a_record(model),
            factories.person("Somebody else", published=True),
        ]
    )
    for record in two:
        actions.withdraw(record, by=reviewer, why="asked for")

    first, second = (answers(client, record) for record in two)

    assert first == second


@pytest.mark.parametrize("state", ["draft", "submitted", "withdrawn"])
@every_page
def test_what_nobody_ever_saw_is_as_missing_as_what_never_was(client, model, state):
    record = a_record(model)
    type(record).objects.filter(pk=record.pk).update(state=state)

    found = [client.get(one) for one in addresses(record)]
    missing = [client.get(one.replace(record.public_id, "C-000000")) for one in addresses(record)]

    assert [one.status_code for one in found] == [404] * 3
    assert [one.content for one in found] == [one.content for one in missing]


@pytest.mark.parametrize("secrecy", ["registered", "staff", "sealed"])
def test_what_became_secret_after_it_was_withdrawn_is_missing(client, reviewer, secrecy):
    case = a_record(Case)
    actions.withdraw(case, by=reviewer, why="asked for")
    Case.objects.filter(pk=case.pk).update(secrecy=secrecy)

    assert [status for status, _ in answers(client, case)] == [404] * 3


def test_what_only_researchers_saw_is_missing(client, researcher, signed_in, reviewer):
    case = a_record(Case, secrecy="registered")
    actions.withdraw(case, by=reviewer, why="asked for")

    assert [status for status, _ in answers(client, case)] == [404] * 3
    assert [status for status, _ in answers(signed_in(researcher), case)] == [404] * 3


def test_a_case_of_somebody_who_became_secret_is_missing(client, reviewer):
    case = a_record(Case)
    actions.withdraw(case, by=reviewer, why="asked for")
    Person.objects.filter(pk=case.person_id).update(state="draft", secrecy="sealed")

    assert [status for status, _ in answers(client, case)] == [404] * 3


def test_staff_see_the_record_itself(contributor, signed_in, reviewer):
    case = a_record(Case)
    actions.withdraw(case, by=reviewer, why="asked for")

    found = signed_in(contributor).get(f"/cases/{case.public_id}/")

    assert (found.status_code, WORD in found.content.decode()) == (200, True)


def test_it_is_gone_from_lists_searches_and_files_at_once(client, reviewer):
    case = a_record(Case)
    asked = ["/cases/", f"/cases/?q={WORD}", "/api/v1/cases.csv", "/api/v1/cases.jsonl", "/"]
    before = [case.public_id in _body(client.get(one)) for one in asked]

    actions.withdraw(case, by=reviewer, why="asked for")

    assert before == [True] * 5
    assert [case.public_id in _body(client.get(one)) for one in asked] == [False] * 5


def _body(response) -> str:
    return (response.getvalue() if response.streaming else response.content).decode()


def test_reopened_it_is_missing_and_published_again_it_is_seen(client, contributor, reviewer):
    place = factories.facility(WORD, published=True)
    actions.withdraw(place, by=reviewer, why="an error")
    actions.reopen(place, by=contributor, why="mended")
    reopened = [status for status, _ in answers(client, place)]

    actions.submit(place, by=contributor)
    actions.publish(place, by=reviewer)

    assert reopened == [404] * 3
    assert client.get(addresses(place)[0]).status_code == 200


# Sent back


def test_why_it_was_sent_back_stays_with_its_author_until_it_is_submitted_again(
    contributor, reviewer, signed_in
):
    place = factories.facility(WORD)
    page = f"/admin/cases/facility/{place.pk}/change/"
    actions.submit(place, by=contributor)
    actions.send_back(place, by=reviewer, why="Which of the two camps is it?")
    place.refresh_from_db()
    sent_back = signed_in(contributor).get(page).content.decode()

    kept = (place.state, place.sent_back_to, place.sent_back_why)
    actions.submit(place, by=contributor)

    again = signed_in(contributor).get(page).content.decode()
    assert kept == ("draft", contributor, "Which of the two camps is it?")
    assert "Sent back by reviewer" in sent_back
    assert "Which of the two camps is it?" in sent_back
    assert "Which of the two camps is it?" not in again


def test_what_goes_back_along_carries_the_same_reason(contributor, reviewer):
    someone = factories.person("Somebody")
    actions.submit(someone, by=contributor)

    actions.send_back(someone, by=reviewer, why="A name is missing.")

    assert someone.names.get().sent_back_why == "A name is missing."
