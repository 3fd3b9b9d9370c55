"""The API tells no more of a case than its page does."""

import pytest

from tests import factories as make


@pytest.mark.django_db
def test_a_draft_participation_ties_no_shared_event_to_a_case(client):
    case = make.case(published=True)
    demonstration = make.event("demonstration", occurred="2023-03-27", published=True)
    make.participation(demonstration, case.person, "demonstrator", case=case)

    told = client.get(f"/api/v1/cases/{case.public_id}/").json()

    assert told["events"] == []
