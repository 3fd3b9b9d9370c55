"""One flat row for each person: what the cases tell, as far as the reader may see them."""

import csv
import io

import pytest

from cases.models import Case
from tests import factories as make

pytestmark = pytest.mark.django_db


def row(client) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(b"".join(client.get("/api/v1/people.csv")).decode()))
    return row


def test_a_person_without_cases_has_none(client):
    make.person("Aliya", published=True)

    told = row(client)

    assert (told["cases"], told["case_ids"], told["statuses"]) == ("0", "", "")
    assert (told["deprived_on_edtf"], told["deprived_on_earliest"]) == ("not_applicable", "")


def test_the_cases_of_a_person_are_counted_and_the_first_loss_of_liberty_is_told(client):
    person = make.person("Aliya", published=True)
    cases = [make.case(person, published=True) for _ in range(2)]
    for case, day in zip(cases, ("2019-05-06", "2017-03"), strict=True):
        make.event("arrest", case=case, occurred=day, published=True)
    Case.objects.settle()

    told = row(client)

    assert told["cases"] == "2"
    assert told["case_ids"] == "; ".join(sorted(case.public_id for case in cases))
    assert told["statuses"] == "in_custody"
    assert [told[f"deprived_on_{part}"] for part in ("edtf", "earliest", "latest", "basis")] == [
        "2017-03",
        "2017-03-01",
        "2017-03-31",
        "stated",
    ]


def test_a_case_that_a_reader_may_not_see_is_not_told_of_a_person(client, signed_in, contributor):
    person = make.person("Aliya", published=True)
    case = make.case(person)
    make.event("arrest", case=case, occurred="2017-03")
    Case.objects.settle()

    visitor, staff = row(client), row(signed_in(contributor))

    assert (visitor["cases"], visitor["case_ids"], visitor["deprived_on_edtf"]) == (
        "0",
        "",
        "not_applicable",
    )
    assert (staff["cases"], staff["case_ids"]) == ("1", case.public_id)
