"""The map of facilities: a point of their own, else of their place, never nearer than is known."""

import re

import pytest

from cases.models import Facility
from cases.whereabouts import whereabouts
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_facilities_are_drawn_as_precisely_as_they_are_known_and_told_by_place(client):
    city = make.place("City", published=True, latitude=43, longitude=76)
    make.facility("Exact", published=True, latitude=44, longitude=77, precision="building")
    make.facility("Rough", published=True, latitude=41, longitude=72, precision="region")
    make.facility("Of its place", published=True, place=city)
    make.facility("Nowhere", published=True)

    found = whereabouts(Facility.objects.published(), None)
    page = client.get("/facilities/").content.decode()

    assert (found.drawn.count("<circle"), found.drawn.count("rough")) == (3, 2)
    assert ([(p.name, n) for p, n in found.places], found.nowhere) == ([("City", 1)], 1)
    figure = re.search(r'<figure class="map".*?</figure>', page, re.DOTALL)[0]
    assert 'role="img" aria-label="Map of 3 facilities.' in figure
    assert "<table" in figure


def test_a_hidden_place_puts_no_facility_on_the_map():
    hidden = make.place("Secret town", latitude=43, longitude=76)
    make.facility("Somewhere", published=True, place=hidden)

    found = whereabouts(Facility.objects.published(), None)

    assert (found.drawn, found.places, found.nowhere) == ("", [], 1)
