"""Entities of FollowTheMoney: whole by its own rules, nothing dangling, nothing hidden."""

import json

import pytest

from cases.models import Citation, Event, Source
from people.models import Person, Relationship
from tests import factories as make
from tests import register

ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
pytestmark = pytest.mark.django_db


def taken(client) -> list[dict]:
    lines = b"".join(client.get("/api/v1/entities.jsonl")).decode().splitlines()
    return [json.loads(line) for line in lines]


def of(entities: list[dict], schema: str) -> list[dict]:
    return [one["properties"] | {"id": one["id"]} for one in entities if one["schema"] == schema]


def test_every_entity_is_valid_and_every_record_is_one(client):
    register.varied()
    register.whole(2, each=2)

    entities = taken(client)

    for one in entities:
        ftm.model.get(one["schema"]).validate(one)
        assert ftm.model.get_proxy(one).to_dict()["schema"] == one["schema"]
    numbers = {schema: len(of(entities, schema)) for schema in ("Person", "Event", "Article")}
    assert numbers == {
        "Person": Person.objects.published().exclude(kind="group").count(),
        "Event": Event.objects.published().count(),
        "Article": Source.objects.published().count(),
    }
    ties = len(of(entities, "Family")) + len(of(entities, "Associate"))
    assert ties == Relationship.objects.published().count() > 0
    assert len(of(entities, "Documentation")) == (
        Citation.objects.published().filter(facility=None).count()
    )


def test_no_entity_names_one_that_is_not_there(client):
    register.varied()
    register.whole(2, each=2)

    entities = taken(client)

    known = {one["id"] for one in entities}
    dangling = [
        (one["id"], name, value)
        for one in entities
        for name, values in one["properties"].items()
        if name in ("person", "relative", "associate", "document", "entity", "involved")
        for value in values
        if value not in known
    ]
    assert dangling == []
    assert len(known) == len(entities)


def test_a_relative_is_what_the_word_says_of_the_person(client):
    mother, child = make.person("Aliya", published=True), make.person("Bota", published=True)
    make.tie(mother, "parent", child, published=True)

    (family,) = of(taken(client), "Family")

    assert family["relative"] == [mother.public_id]
    assert family["person"] == [child.public_id]
    assert family["relationship"] == ["parent"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("March 2018", ["2018-03"]),
        ("27 March 2018", ["2018-03-27"]),
        ("2018", ["2018"]),
        ("2018?", None),
        ("spring 2017", None),
        ("between 2016 and 2018", None),
        ("27 March", None),
    ],
)
def test_a_date_is_told_only_where_it_is_one(client, written, told):
    case = make.case(published=True)
    make.event("arrest", case=case, occurred=written, published=True)

    (event,) = of(taken(client), "Event")

    assert event.get("date") == told
    assert (event["name"], event["involved"]) == (["arrest"], [case.person.public_id])


def test_a_group_is_no_entity_and_nothing_names_it(client):
    group = make.person(kind="group", described_as="Dozens of villagers", published=True)
    case = make.case(group, published=True)
    event = make.event("arrest", case=case, published=True)
    make.participation(event, group, "subject", case=case, published=True)
    make.citation(make.source(published=True), case=case, published=True)

    entities = taken(client)

    assert [one["schema"] for one in entities] == ["Event", "Article"]
    assert group.public_id not in json.dumps(entities)


def test_a_name_that_is_not_shown_is_no_property(client):
    make.person("Zqhidden Person", published=True, name_display="withheld")

    (person,) = of(taken(client), "Person")

    assert (person["name"], person.get("alias")) == (["[withheld]"], None)


def test_a_parameter_is_an_error(client):
    answer = client.get("/api/v1/entities.jsonl?status=released")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["status"])
