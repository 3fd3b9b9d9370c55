"""The log tells who changed which record when, and no word of what the record says."""

import pytest
from django.urls import reverse

from config.records import actions
from config.records.choices import Secrecy
from config.records.signatures import AT_ONCE, signatures
from people.models import Place
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_the_log_tells_who_did_what_to_which_record(contributor):
    place = make.place("Ghulja")

    actions.submit(place, by=contributor)

    newest = signatures(record=place.public_id.lower())[0]
    told = (newest.kind, newest.record, newest.what, newest.action, newest.by)
    assert told == ("place", place.public_id, "changed", "submit", "contributor")


def test_an_auditor_reads_the_log_and_no_word_of_a_record(auditor, signed_in, contributor):
    place = make.place("Zqword", secrecy=Secrecy.SEALED, staff_note="zqnote")
    actions.submit(other := make.place("Zqother"), by=contributor)

    answer = signed_in(auditor).get(reverse("admin:log")).content.decode()

    assert [place.public_id in answer, other.public_id in answer] == [True, True]
    assert [word in answer for word in ("Zqword", "Zqother", "zqnote")] == [False] * 3


def test_the_log_goes_on_where_a_page_of_it_ends(auditor, signed_in):
    Place.objects.bulk_create(
        [Place(name=f"Place {n}", level="city", entered_by=auditor) for n in range(AT_ONCE + 5)]
    )
    first = signed_in(auditor).get(reverse("admin:log"))

    second = signed_in(auditor).get(reverse("admin:log") + first.context["next"])

    assert len(first.context["rows"]) == AT_ONCE
    assert len(second.context["rows"]) == 5


@pytest.mark.parametrize("asked", ["record=x", "page=soon", "page=0", "page=-1", "page=999999"])
def test_what_the_log_does_not_understand_breaks_nothing(auditor, signed_in, asked):
    assert signed_in(auditor).get(f"{reverse('admin:log')}?{asked}").status_code == 200
