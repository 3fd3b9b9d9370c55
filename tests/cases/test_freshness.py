"""What a visitor has already is not sent again; what is withdrawn is gone at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case
from config.records import freshness
from config.records.accounts.tokens import Token
from config.records.actions import withdraw
from tests import factories

commits = pytest.mark.django_db(transaction=True, serialized_rollback=True)
ADDRESSES = ("/api/v1/cases/", "/cases/", "/")


@pytest.fixture(autouse=True)
def nothing_remembered():
    freshness._tags.clear()


@pytest.fixture
def case(transactional_db):
    return factories.case(title="told", published=True)


def again(client, address: str, tag: str):
    """The answer, and how many questions it took."""
    with CaptureQueriesContext(connection) as questions:
        answer = client.get(address, HTTP_IF_NONE_MATCH=tag)
    return answer, len(questions)


@commits
def test_a_repeat_of_the_api_costs_one_question(client, case):
    tag = client.get("/api/v1/cases/")["ETag"]

    answer, questions = again(client, "/api/v1/cases/", tag)

    assert (answer.status_code, answer.content, questions) == (304, b"", 1)
    assert (answer["ETag"], answer["Cache-Control"]) == (tag, "no-cache, private")


@commits
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_withdrawn_record_is_gone_at_the_next_question(client, case, chief, address):
    tag = client.get(address)["ETag"]
    kept = [again(client, address, tag)[0].status_code for _ in range(2)]

    withdraw(case, by=chief, why="not for readers any more")
    answer = again(client, address, tag)[0]

    assert (kept, answer.status_code) == ([304, 304], 200)
    assert b"told" not in answer.content


@commits
@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_hidden_changes_no_tag(client, case, address):
    tag = client.get(address)["ETag"]

    factories.case(title="a draft")
    factories.case(factories.person(secrecy="staff"), title="for staff", secrecy="staff")
    factories.case(factories.person(published=True), published=True, secrecy="registered")
    Case.objects.filter(pk=case.pk).update(staff_note="changed")
    answer = again(client, address, tag)[0]
    if address == "/cases/":
        Case.objects.filter(pk=case.pk).update(title="told anew")

    assert answer.status_code == 304


@commits
def test_another_reader_is_never_answered_by_somebody_s_tag(client, case, researcher):
    factories.case(
        factories.person(published=True), title="hers", published=True, secrecy="registered"
    )
    tag = client.get("/api/v1/cases/")["ETag"]
    secret = Token.make(researcher, "a program", "registered", 3)[1]

    answer = client.get(
        "/api/v1/cases/", HTTP_IF_NONE_MATCH=tag, HTTP_AUTHORIZATION=f"Bearer {secret}"
    )

    assert (answer.status_code, answer.json()["count"]) == (200, 2)
    assert {"Authorization", "Cookie"} <= set(answer["Vary"].split(", "))
