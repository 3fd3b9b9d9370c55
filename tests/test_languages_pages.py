"""Every public page says everything that it says in the language of its address."""

import pytest
from django.utils.translation import trans_real

from cases.example.load import MAIN_CASE
from cases.management.commands.makemessages import messages
from cases.nouns import NOUNS
from tests.journeys.page_kinds import kinds
from tests.kept import an_example
from tests.speaking import english, pseudo, told_by_the_register

# What somebody types is shown as it was typed.
ASKED = (
    "Baqytkhan zzzz yesterdayish statsu nothing Aqiqat Qaliolla Akikat Kaliolla "
    "true basic full columns"
)
MORE = {
    "tell us": "/tell/",
    "an answer": "/tell/answer/",
    "tidy": "/data/tidy/",
    "codebook": "/data/codebook/",
    "removed": "/data/removed/",
    "estimation": "/data/estimation/",
    "releases": "/data/releases/",
    "choosing columns": "/data/download/cases/?sex=female",
    "asked for too much": "/cases/?page=99",
    "no date": "/cases/?from=yesterdayish",
    "no columns": "/data/download/cases/?columns=nothing",
    "a relative": "/?q=sister+of+Baqytkhan+Myrzan,+1975,+from+Tacheng",
    "nothing found": "/people/?q=zzzz&sex=male&order=name",
    "one letter": "/people/?q=z",
    "cases by status": "/cases/?has_citation=true&certainly=true",
    "sources asked": "/sources/?kind=testimony&seen=true",
}


def _names(noun) -> list[str]:
    """Of filters and columns: they stand in addresses and are the same in every language."""
    return [*(one.name for one in noun.columns), *noun.filterset.base_filters]


@pytest.fixture
def pseudo_russian(monkeypatch):
    """A Russian in letters of the tests' own, which knows what the catalogues hold."""
    known = {f"{one.context}\x04{one.msgid}" if one.context else one.msgid for one in messages()}
    known |= {one.plural for one in messages()}
    plain = trans_real.translation("ru")
    spoken = pseudo("ru", known)
    for name, value in vars(plain).items():
        setattr(spoken, name, value)
    monkeypatch.setitem(trans_real._translations, "ru", spoken)


@pytest.mark.django_db
def test_no_page_says_anything_in_english_under_another_language(client, pseudo_russian):
    an_example()
    case = f"/cases/{MAIN_CASE}/"
    found = kinds(case, client.get(case).content.decode()) | MORE
    names = {name for noun in NOUNS for name in _names(noun)}
    told = told_by_the_register() | names | set(ASKED.split())

    left = {}
    for kind, address in found.items():
        if kind != "api":
            page = client.get(f"/ru{address}").content.decode()
            left |= {f"{kind}: {one}": address for one in english(page, told)}
    assert left == {}
