"""Guard: the same question has the same answer at the page, the API and in every download."""

import csv
import html
import io
import json
import re
from urllib.parse import urlencode

import openpyxl
import pytest
from django.http import QueryDict

from cases.api import router
from cases.nouns import NOUNS
from config.records.exports import FORMATS
from config.records.values import BoundedText, Day, Moment, StrictBoolean, Words, Year
from tests import register

pytestmark = pytest.mark.django_db
nouns = pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.name)

NO_SUCH = "q=zzzzqqqq"
DAYS = ("2018", "2018-03-27", "2021")
# A filter that finds all or nothing in this register, and questions that ask nothing by themselves.
ALL_OR_NOTHING = {"updated_since", "certainly", "order", ""}

# What each filter set found: asked once, as the register is the same for all tests here.
ANSWERS: dict[tuple[str, str], list[str]] = {}


@pytest.fixture(scope="module")
def found(module_db):
    ANSWERS.clear()
    return register.varied()


def texts(found: register.Varied) -> dict[str, dict[str, list[str]]]:
    """What to write into each box of free text, by noun."""
    case, protest = found.cases[0], found.cases[0].participations.get().event
    places = [found.city.public_id, "xinjiang", "East", found.city.name, "Nowhere"]
    paper = [found.paper.public_id, found.paper.name.upper()]
    ties = [case.person.public_id, "Aqiqat Qaliolla", "sister of aqiqat qaliolla", "Nobody"]
    return {
        "cases": {
            "q": ["qaliolla", "aqiqat QALIOLLA", "王明", "taken", case.public_id.lower()],
            "home": places,
            "place": places,
            "facility": [found.camp.public_id],
            "source": [one.public_id for one in found.sources],
            "publisher": paper,
            "tie": ties,
        },
        "people": {
            "q": ["ama", "مەمەت", "ama born 1975", "Ama, Ghulja", case.person.public_id],
            "home": places,
            "tie": ties,
        },
        "events": {
            "q": ["arrest", "qaliolla of", protest.public_id],
            "place": places,
            "case": [case.public_id],
            "person": [case.person.public_id],
        },
        "facilities": {"q": ["camp", found.camp.public_id], "place": places},
        "sources": {
            "q": ["ghulja", found.sources[0].public_id],
            "language": ["EN"],
            "publisher": paper,
        },
        "relationships": {"q": ["aliya seiit", "сейіт"], "person": [case.person.public_id]},
        "citations": {
            "q": ["never", "protest"],
            "source": [found.sources[0].public_id],
            "target": [protest.public_id, case.public_id],
        },
        "attachments": {"q": ["gate", "nothing"], "target": [found.camp.public_id]},
        "changes": {"q": [case.person.public_id], "person": [case.person.public_id.lower()]},
    }


def answer(noun, question: str) -> list[str]:
    """What the noun's filter set itself finds: the answer that every door should give."""
    if (noun.name, question) not in ANSWERS:
        ANSWERS[noun.name, question] = asked_of(noun, question)
    return ANSWERS[noun.name, question]


def asked_of(noun, question: str) -> list[str]:
    found = noun.filterset(QueryDict(question), noun.model.objects.published().order_by("-pk"))
    assert found.errors == {}
    return list(found.qs.values_list("public_id", flat=True))


def words_of(noun, name: str) -> list[str]:
    """A word that finds something, it and another at once, and one that finds nothing."""
    words = [value for value, _ in noun.filterset.base_filters[name].extra["choices"]]
    hits = [word for word in words if answer(noun, f"{name}={word}")][:2]
    misses = [word for word in words if not answer(noun, f"{name}={word}")][:1]
    both = "&".join(f"{name}={word}" for word in hits)
    return [*(f"{name}={word}" for word in (*hits[:1], *misses)), both]


def questions_of(noun, name: str, written: dict[str, list[str]]) -> list[str]:
    """Query strings that put one filter to work, whatever its kind."""
    one = noun.filterset.get_filters()[name]
    if isinstance(one, BoundedText):
        return [f"{name}={value}" for value in written[name]]
    if isinstance(one, Words):
        return words_of(noun, name)
    if isinstance(one, Day):
        return [f"{name}={day}{sure}" for day in DAYS for sure in ("", "&certainly=true")]
    if isinstance(one, StrictBoolean):
        return [f"{name}=true", f"{name}=no"]
    if isinstance(one, Moment):
        return [f"{name}=2020-01-01", f"{name}=2999-01-01"]
    if isinstance(one, Year):
        return [f"{name}={years}" for years in ("1975", "1970s", "1800")]
    return [f"{name}={value}" for value, _ in one.extra["choices"]]


def table(noun, written: dict[str, list[str]]) -> dict[str, list[str]]:
    """Every question asked of a noun, by the filter that it puts to work."""
    return {
        name: questions_of(noun, name, written[noun.name]) for name in noun.filterset.get_filters()
    } | {"": ["", NO_SUCH, f"{NO_SUCH}&order={next(iter(noun.filterset.ORDERS))}"]}


# The doors


def through_page(client, noun, question: str) -> list[str]:
    """The rows of every page of the list, in order, each with a link to its page."""
    found, place = [], ("page", 1)
    while True:
        response = client.get(f"/{noun.name}/?{question}&{urlencode([place])}")
        assert response.status_code == 200
        page = response.context["page"]
        shown = [record.public_id for record in response.context["records"]]
        assert [
            one for one in shown if f"/{noun.name}/{one}/" not in response.content.decode()
        ] == []
        found += shown
        if page.after is None:
            return found
        place = page.after


def through_api(client, noun, question: str) -> list[str]:
    found, address = [], f"/api/v1/{noun.name}/?{question}&page_size=5"
    while address:
        answered = client.get(address).json()
        found += [row["id"] for row in answered["results"]]
        address = answered["next"]
    return found


def download(client, noun, question: str, suffix: str) -> bytes:
    response = client.get(f"/api/v1/{noun.name}.{suffix}?{question}")
    assert response.status_code == 200
    return b"".join(response)


def through_csv(client, noun, question: str) -> list[str]:
    text = download(client, noun, question, "csv").decode("utf-8-sig")
    return [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))]


def through_jsonl(client, noun, question: str) -> list[str]:
    lines = download(client, noun, question, "jsonl").decode().splitlines()
    return [json.loads(line)["id"] for line in lines]


def through_xlsx(client, noun, question: str) -> list[str]:
    file = io.BytesIO(download(client, noun, question, "xlsx"))
    heading, *lines = openpyxl.load_workbook(file, read_only=True).active.values
    return [line[heading.index("id")] for line in lines]


def through_format(client, noun, question: str) -> list[str]:
    """The API's own parameter for the format, for who cannot change the path."""
    lines = b"".join(client.get(f"/api/v1/{noun.name}/?{question}&format=jsonl")).decode()
    return [json.loads(line)["id"] for line in lines.splitlines()]


DOORS = {
    "api": through_api,
    "csv": through_csv,
    "jsonl": through_jsonl,
    "xlsx": through_xlsx,
    "format": through_format,
}
# Asked every question; the others one for each filter.
QUICK = ("page", "api", "csv")


def doors_of(noun) -> dict:
    return DOORS | ({"page": through_page} if noun.has_list else {})


# The guards


def test_every_download_is_a_door():
    assert set(FORMATS) == set(DOORS) - {"api", "format"}


def test_every_noun_is_served_with_its_own_filters_and_columns():
    served = {
        name: (view.model, view.filterset_class, view.columns)
        for name, view, _ in router.registry
        if name != "removed"  # ids alone, of every kind
    }

    assert served == {noun.name: (noun.model, noun.filterset, noun.columns) for noun in NOUNS}


@nouns
def test_every_filter_finds_a_part(noun, found):
    questions = table(noun, texts(found))
    everything = answer(noun, "")

    idle = [
        name
        for name, asked in questions.items()
        if name not in ALL_OR_NOTHING
        and not any(0 < len(answer(noun, question)) < len(everything) for question in asked)
    ]
    assert idle == []


@nouns
def test_every_door_gives_the_same_rows_in_the_same_order(client, noun, found):
    questions = table(noun, texts(found))

    for asked in questions.values():
        for number, question in enumerate(asked):
            doors = {
                name: door for name, door in doors_of(noun).items() if not number or name in QUICK
            }
            answers = {name: door(client, noun, question) for name, door in doors.items()}
            assert answers == dict.fromkeys(doors, answer(noun, question)), question


@nouns
@pytest.mark.parametrize("question", ["colour=blue", "order=sideways", "updated_since=soon"])
def test_every_door_refuses_what_it_does_not_understand(client, noun, found, question):
    name = question.partition("=")[0]

    answers = [client.get(f"/api/v1/{noun.name}/?{question}")]
    answers += [client.get(f"/api/v1/{noun.name}.{suffix}?{question}") for suffix in FORMATS]

    assert [one.status_code for one in answers] == [400] * len(answers)
    assert [list(one.json()["errors"]) for one in answers] == [[name]] * len(answers)


@pytest.mark.parametrize("noun", [one for one in NOUNS if one.has_list], ids=lambda noun: noun.name)
@pytest.mark.parametrize("question", ["colour=blue", "order=sideways", "updated_since=soon"])
def test_a_page_tells_what_it_does_not_understand_and_shows_no_rows(client, noun, found, question):
    name = question.partition("=")[0]

    response = client.get(f"/{noun.name}/?{question}")

    assert response.status_code == 200
    assert list(response.context["errors"]) == [name]
    assert response.context["records"] == []
    told = response.context["errors"][name][0]
    assert told[:30] in html.unescape(response.content.decode())
    links = re.findall(rf"/{noun.name}/[A-Z]{{1,2}}-[0-9A-Z]{{6}}/", response.content.decode())
    assert links == []
