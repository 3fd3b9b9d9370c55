"""No file, page or release tells a fact to who may not read it, whatever the door."""

import io
import zipfile

import pytest

from people.models import Person
from tests import factories as make
from tests.register import dated
from tests.releasing import contents, released
from tests.walks import browser_of

pytestmark = pytest.mark.django_db
COUNTY, VILLAGE, FAITH, DAY = "Zqcounty", "Zqvillage", "Zqfaith", "1975-03-04"
WORDS = (VILLAGE, FAITH, DAY, "4 March 1975")
# Places have a table of their own, without people.
OF_PLACES = "places"


@pytest.fixture
def somebody(db) -> Person:
    """Somebody published with a case, a tie, a source, and every fact."""
    county = make.place(COUNTY, level="county", published=True)
    village = make.place(VILLAGE, level="spot", parent=county, published=True)
    facts = {"home": village, "birthplace": village, "religion": FAITH, **dated(DAY, "birth")}
    person = make.person("Aigul Nurlan", published=True, **facts)
    case = make.case(person, published=True, title="taken")
    event = make.event("arrest", case=case, published=True)
    make.participation(event, person, "subject", case=case, published=True)
    make.tie(person, "sibling", make.person(published=True), published=True)
    paper = make.organization("A paper", published=True)
    make.citation(make.source(publisher=paper, published=True), case=case, published=True)
    return person


def doors(person: Person) -> list[str]:
    case = person.cases.get()
    files = [f"/api/v1/{noun}.{to}" for noun in ("people", "cases") for to in FORMATS]
    return [
        *files,
        *(f"/api/v1/estimation.{to}" for to in FORMATS),
        "/api/v1/tidy.zip",
        "/api/v1/entities.jsonl",
        "/api/v1/facilities.geojson",
        f"/api/v1/people/{person.public_id}/",
        f"/api/v1/cases/{case.public_id}/",
        f"/people/{person.public_id}/",
        f"/cases/{case.public_id}/",
        f"/cases/{case.public_id}/cite.json",
        *("/people/", "/cases/", "/", "/cases/?view=chart", "/cases/charts/", "/facilities/"),
    ]


FORMATS = ("csv", "jsonl", "xlsx")


def said(browser, door: str) -> str:
    response = browser.get(door)
    content = b"".join(response) if response.streaming else response.content
    return _unpacked(content) if content[:2] == b"PK" else content.decode()


def _unpacked(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if OF_PLACES not in name]
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in names)


def told(user, person: Person) -> dict[str, list[str]]:
    browser = browser_of(user)
    found = {door: said(browser, door) for door in doors(person)}
    return {door: [w for w in WORDS if w in text] for door, text in found.items()}


@pytest.mark.parametrize("role", ["reader", "auditor"])
def test_no_file_tells_a_fact_to_who_may_not_read_it(role, request, somebody):
    user = None if role == "reader" else request.getfixturevalue(role)

    assert {door: words for door, words in told(user, somebody).items() if words} == {}


def test_each_file_of_people_tells_a_researcher_the_village_and_the_day(somebody, researcher):
    found = told(researcher, somebody)

    assert {door for door, words in found.items() if FAITH in words} == set()
    assert [found[f"/api/v1/people.{to}"][:1] for to in FORMATS] == [[VILLAGE]] * 3
    assert [found[f"/api/v1/estimation.{to}"] for to in FORMATS] == [[VILLAGE]] * 3
    assert VILLAGE in found[f"/people/{somebody.public_id}/"]


def test_a_release_tells_no_fact_that_strangers_may_not_read(somebody, tmp_path):
    files = contents(released(tmp_path))

    texts = {name: _text(one) for name, one in files.items() if OF_PLACES not in name}
    leaks = {name: [w for w in WORDS if w in text] for name, text in texts.items()}
    assert {name: words for name, words in leaks.items() if words} == {}
    assert [name for name, text in texts.items() if COUNTY in text] != []


def _text(content: bytes) -> str:
    return _unpacked(content) if content[:2] == b"PK" else content.decode("utf-8", "replace")
