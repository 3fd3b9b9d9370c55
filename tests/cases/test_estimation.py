"""The table for estimation: who is on which list, lists as independent as is known."""

import csv
import io

import pytest

from cases import estimation
from cases.models import Case
from tests import factories as make
from tests import register

pytestmark = pytest.mark.django_db


def table(client, question: str = "") -> list[dict[str, str]]:
    text = b"".join(client.get(f"/api/v1/estimation.csv?{question}")).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def ones(row: dict[str, str]) -> set[str]:
    return {name for name, value in row.items() if name.startswith("in_") and value == "1"}


@pytest.fixture
def papers():
    return [make.organization(name, published=True) for name in ("One", "Two", "Three")]


@pytest.fixture
def case():
    return make.case(make.person("Aliya", sex="female", published=True), published=True)


def test_a_person_is_on_the_lists_whose_sources_support_the_case(client, papers, case):
    for paper in papers[:2]:
        make.citation(make.source(publisher=paper, published=True), case=case, published=True)
    make.source(publisher=papers[2], published=True)

    (row,) = table(client)

    assert ones(row) == {estimation.name_of(papers[0]), estimation.name_of(papers[1])}
    assert row[estimation.name_of(papers[2])] == "0"
    assert (row["id"], row["sex"], row["in_other"]) == (case.person.public_id, "female", "0")


def test_what_repeats_another_source_counts_for_that_ones_publisher(client, papers, case):
    first = make.source(publisher=papers[0], published=True)
    repeat = make.source(publisher=papers[1], origin=first, published=True)
    make.citation(repeat, case=case, published=True)

    (row,) = table(client)

    assert ones(row) == {estimation.name_of(papers[0])}


def test_a_hidden_origin_is_as_if_there_were_none(client, papers, case):
    hidden = make.source(publisher=papers[0])
    repeat = make.source(publisher=papers[1], origin=hidden, published=True)
    make.citation(repeat, case=case, published=True)

    (row,) = table(client)

    assert ones(row) == {estimation.name_of(papers[1])}


@pytest.mark.parametrize("way", ["case", "own event", "shared event", "part", "person", "name"])
def test_every_way_of_supporting_a_case_counts(client, papers, case, way):
    own = make.event("arrest", case=case, published=True)
    shared = make.event("demonstration", published=True)
    part = make.participation(shared, case.person, "subject", case=case, published=True)
    target = {
        "case": {"case": case},
        "own event": {"event": own},
        "shared event": {"event": shared},
        "part": {"participation": part},
        "person": {"person": case.person},
        "name": {"person_name": case.person.names.get()},
    }[way]
    make.citation(make.source(publisher=papers[0], published=True), published=True, **target)

    (row,) = table(client)

    assert ones(row) == {estimation.name_of(papers[0])}


def test_who_is_on_no_list_is_in_no_row(client, papers, case):
    source = make.source(publisher=papers[0], published=True)
    make.citation(source, case=case, stance="contradicts", published=True)
    make.citation(source, case=case)

    assert table(client) == []


def test_other_publishers_and_none_are_one_list(client, papers, case):
    for paper in papers:
        make.citation(make.source(publisher=paper, published=True), case=case, published=True)
    make.citation(make.source(published=True), case=case, published=True)

    (row,) = table(client, "lists=1")

    assert len(ones(row)) == 2
    assert row["in_other"] == "1"
    assert len([name for name in row if name.startswith("in_")]) == 2


def test_a_list_that_is_not_told_is_another(client, papers):
    hidden = make.person("Aliya", name_display="withheld", published=True)
    case = make.case(hidden, published=True)
    source = make.source(publisher=papers[0], published=True)
    make.citation(source, person_name=hidden.names.get(), published=True)
    Case.objects.settle()

    (row,) = table(client)

    assert (row["id"], ones(row)) == (case.person.public_id, {"in_other"})


def test_groups_and_people_without_a_case_have_no_row(client, papers):
    source = make.source(publisher=papers[0], published=True)
    group = make.person(kind="group", described_as="Dozens", published=True)
    make.citation(source, case=make.case(group, published=True), published=True)
    make.citation(source, person=make.person("Witness", published=True), published=True)

    assert table(client) == []


def test_no_row_is_all_zero_and_the_page_says_how_many_there_are(client):
    register.varied()
    register.whole(3, each=2)

    rows = table(client)
    page = client.get("/data/estimation/")

    assert [row["id"] for row in rows if not ones(row)] == []
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert page.context["count"] == len(rows) > 3
    told = page.content.decode()
    assert [one for one in estimation.lists(None) if estimation.name_of(one) not in told] == []


@pytest.mark.parametrize("question", ["lists=0", "lists=many", "lists=21", "colour=blue"])
def test_what_it_does_not_understand_is_an_error(client, question):
    answer = client.get(f"/api/v1/estimation.csv?{question}")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, [question.split("=")[0]])
