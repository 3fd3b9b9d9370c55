"""Facilities as GeoJSON: no point is nearer than is known, and the rows are those of the list."""

import json

import pytest

from tests import factories as make
from tests import register

pytestmark = pytest.mark.django_db
POINT = {"latitude": "43.83127", "longitude": "81.51849"}


def taken(client, question: str = "") -> list[dict]:
    answer = client.get(f"/api/v1/facilities.geojson?{question}")
    collection = json.loads(b"".join(answer))
    assert (answer["Content-Type"], collection["type"]) == (
        "application/geo+json",
        "FeatureCollection",
    )
    return collection["features"]


@pytest.mark.parametrize(
    ("precision", "point"),
    [
        ("building", [81.51849, 43.83127]),
        ("settlement", [81.52, 43.83]),
        ("county", [81.5, 43.8]),
        ("region", [82, 44]),
    ],
)
def test_a_point_is_no_nearer_than_is_known_at_any_door(client, precision, point):
    facility = make.facility("Camp", precision=precision, published=True, **POINT)

    (feature,) = taken(client)
    row = client.get(f"/api/v1/facilities/{facility.public_id}/").json()
    page = client.get(f"/facilities/{facility.public_id}/").content.decode()

    assert feature["geometry"] == {"type": "Point", "coordinates": point}
    assert [float(row[name]) for name in ("longitude", "latitude")] == point
    assert [feature["properties"][name] for name in ("longitude", "latitude")] == point
    assert ("43.83127" in page) is (precision == "building")


def test_a_facility_without_coordinates_has_no_point(client):
    facility = make.facility("Camp", published=True)

    (feature,) = taken(client)

    assert (feature["id"], feature["geometry"]) == (facility.public_id, None)


@pytest.mark.parametrize("question", ["", "kind=prison", "q=camp", "q=zzzz"])
def test_its_rows_are_those_of_the_list(client, question):
    register.varied()
    make.facility("A prison", kind="prison", published=True)

    features = [one["properties"] for one in taken(client, question)]

    lines = b"".join(client.get(f"/api/v1/facilities.jsonl?{question}")).decode().splitlines()
    assert features == [json.loads(line) for line in lines]


def test_a_misspelt_filter_is_an_error(client):
    answer = client.get("/api/v1/facilities.geojson?colour=blue")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["colour"])
