"""An article to take in: our own synopsis, read as the tests say."""

import pytest

from cases import suggesting
from cases.example.synopsis import TEXT
from cases.models import Snapshot
from cases.reading.article import Reading
from tests import factories as make
from tests.cases.intake_sheet import IntakeSheet
from tests.cases.reading_of import SYNOPSIS


@pytest.fixture
def reads(monkeypatch):
    """reads(reading): that is what any article is read as, from now on."""

    def as_(reading: Reading) -> None:
        monkeypatch.setattr(suggesting, "read", lambda article: reading)

    as_(SYNOPSIS)
    return as_


def an_article(text: str = TEXT, **values) -> Snapshot:
    published = {"published_written": "27 March 2023", "published_basis": "stated"}
    values = {"language": "en", **published, **values}
    return make.snapshot(make.source(**values), text)


@pytest.fixture
def snapshot(reads, db) -> Snapshot:
    return an_article()


@pytest.fixture
def sheet(snapshot, contributor, signed_in) -> IntakeSheet:
    """The page of an article that was just read."""
    return IntakeSheet(signed_in(contributor), snapshot).read()
