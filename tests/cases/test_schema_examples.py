"""Every example in the description of the API is asked of the demonstration, and holds."""

import json
from urllib.parse import urlencode

import jsonschema
import pytest

from config.records.schema import description
from tests.kept import an_example

JSON = "application/json"
PLACES = {"after", "before"}  # they come out of an answer


@pytest.fixture
def demonstration(db):
    an_example()


def plain(schema):
    """The schema as JSON Schema has it: `nullable` is a type there."""
    if isinstance(schema, list):
        return [plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: plain(one) for name, one in schema.items() if name not in ("nullable", "example")}
    if schema.get("nullable") is True and "type" in told:
        told["type"] = [told["type"], "null"]
    return told


def wrong(answer, schema: dict) -> list[str]:
    whole = plain({**schema, "components": description()["components"]})
    return [one.message for one in jsonschema.Draft202012Validator(whole).iter_errors(answer)]


def operations() -> list[tuple[str, dict]]:
    return [(path, methods["get"]) for path, methods in description()["paths"].items()]


def examples(said: dict) -> list[str]:
    """The question without a parameter, with each, and with all that narrow it at once."""
    asked = [(one["name"], one["example"]) for one in said["parameters"] if "example" in one]
    return ["", *(urlencode([one], doseq=True) for one in asked), urlencode(asked, doseq=True)]


LISTS = [(path, said) for path, said in operations() if "{" not in path]
ONES = [(path, said) for path, said in operations() if "{" in path]


def faults_of_list(client, path: str, said: dict) -> dict:
    schema = said["responses"]["200"]["content"][JSON]["schema"]
    faults = {}
    for question in examples(said):
        answer = client.get(f"{path}?{question}")
        found = [] if "columns=" in question else wrong(answer.json(), schema)
        if answer.status_code != 200 or found:
            faults[f"{path}?{question}"] = (answer.status_code, found[:2])
    return faults


def faults_of_ones(client, path: str, said: dict) -> dict:
    schema = said["responses"]["200"]["content"][JSON]["schema"]
    rows = client.get(path.removesuffix("{public_id}/")).json()["results"]
    addresses = [path.format(public_id=row["id"]) for row in rows[:4]]
    answers = {one: wrong(client.get(one).json(), schema) for one in addresses}
    return {one: found for one, found in answers.items() if found}


def test_every_example_is_answered_as_it_is_described(client, demonstration):
    assert [faults_of_list(client, *one) for one in LISTS] == [{}] * len(LISTS)
    assert [faults_of_ones(client, *one) for one in ONES] == [{}] * len(ONES)


def test_every_parameter_has_an_example_that_can_be_asked():
    without = {
        one["name"]
        for _, said in operations()
        for one in said.get("parameters", [])
        if one["in"] == "query" and "example" not in one
    }

    assert without == PLACES


def test_the_examples_of_answers_are_what_the_schema_says():
    faults = {
        path: found
        for path, said in operations()
        for content in [said["responses"]["200"]["content"][JSON]]
        if (found := wrong(content["example"], content["schema"]))
    }

    assert faults == {}


def test_the_example_of_a_refusal_is_what_is_answered(client, db):
    refused = description()["components"]["schemas"]["Errors"]

    answer = client.get("/api/v1/people/?sex=cat")

    assert (answer.status_code, answer.json()) == (400, refused["example"])


def test_every_way_of_being_refused_is_told():
    told = {status for _, said in operations() for status in said["responses"]}
    limits = description()["paths"]["/api/v1/cases/"]["get"]["responses"]["429"]["headers"]

    assert told == {"200", "400", "401", "404", "410", "429"}
    assert "Retry-After" in limits
    assert json.dumps(description()["components"]["securitySchemes"]["token"])
