"""Words of the register in a page of another language: they keep their order, or are told in it."""

import re

import pytest

from tests import factories
from tests.reading import words

pytestmark = pytest.mark.django_db


def page(client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize("form", ["", "dossier/"])
def test_words_that_begin_with_a_number_keep_their_order_from_right_to_left(client, form):
    case = factories.case(published=True)
    event = factories.event("petition", published=True, case=case, demand="40 days at most")
    source = factories.source(published=True)
    factories.citation(source, published=True, event=event, says="2 years")

    told = page(client, f"/ug/cases/{case.public_id}/{form}")

    alone = re.findall(r"<bdi[^>]*>(40 days at most|2 years)</bdi>", told)
    assert set(alone) == {"40 days at most", "2 years"}
    assert len(alone) == len(re.findall("40 days at most|2 years", told))


@pytest.mark.parametrize(("prefix", "told"), [("", "withheld"), ("/ug", "يوشۇرۇلغان")])
def test_that_a_name_is_withheld_is_told_in_the_language(client, prefix, told):
    who = factories.person("Aigul Test", published=True, name_display="withheld")
    case = factories.case(who, published=True)

    title = re.search(r"<h1>.*?</h1>", page(client, f"{prefix}/cases/{case.public_id}/"))[0]

    assert words(title) == f"[{told}]"
