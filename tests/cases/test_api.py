"""The API tells no more of a case than its page does."""

import pytest

from cases.filters import EventFilter
from tests import factories as make


@pytest.mark.django_db
def test_a_draft_participation_ties_no_shared_event_to_a_case(client):
    case = make.case(published=True)
    demonstration = make.event("demonstration", occurred="2023-03-27", published=True)
    make.participation(demonstration, case.person, "demonstrator", case=case)

    told = client.get(f"/api/v1/cases/{case.public_id}/").json()

    assert told["events"] == []


def test_of_many_events_no_number_is_told_and_next_leads_on_to_all(client, db, monkeypatch):
    monkeypatch.setattr(EventFilter, "COUNTED_TO", 2)
    case = make.case(published=True)
    for _ in range(5):
        make.event("arrest", published=True, case=case)

    address, met, counts = "/api/v1/events/?page_size=2", [], []
    while address:
        answer = client.get(address).json()
        met += [row["id"] for row in answer["results"]]
        counts.append(answer["count"])
        address = answer["next"]

    narrow = client.get("/api/v1/events/?kind=fine").json()["count"]
    assert (counts, len(met), len(set(met)), narrow) == ([None] * 3, 5, 5, 0)
    assert "5 " in client.get("/data/download/events/").content.decode()
