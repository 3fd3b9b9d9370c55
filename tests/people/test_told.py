"""A fact of a person is told to whom its level says: in files, pages, filters, hints, admin."""

import csv
import io

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.test import Client, RequestFactory

from cases.nouns import NOUNS
from config.records.choices import Secrecy
from config.records.facts import fact_of
from config.records.paths import fact_along
from people.filters import PersonFilter
from people.hints import facts_of
from people.models import Person, Place
from people.models.told import FACTS
from tests import factories as make
from tests.register import dated
from tests.sheet import address
from tests.walks import browser_of

pytestmark = pytest.mark.django_db

COUNTY, VILLAGE, DAY = "Zqcounty", "Zqvillage", "1975-03-04"


@pytest.fixture
def county(db) -> Place:
    return make.place(COUNTY, level="county", published=True)


@pytest.fixture
def village(county) -> Place:
    return make.place(VILLAGE, level="spot", parent=county, published=True)


@pytest.fixture
def somebody(village) -> Person:
    return known(village)


def known(village, **secrecies) -> Person:
    facts = {"home": village, "birthplace": village, "religion": "Zqfaith", **dated(DAY, "birth")}
    return make.person(published=True, **facts, **secrecies)


def row(user, person: Person) -> dict[str, str]:
    file = b"".join(browser_of(user).get("/api/v1/people.csv")).decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(file, newline=""))
    found = next(one for one in rows if one["id"] == person.public_id)
    names = ("birth_year", "birth_edtf", "home", "birthplace", "religion")
    return {name: found[name] for name in names}


# The table of docs/roles.md, in cells

TOLD = {
    "reader": ("1975", "withheld", COUNTY, COUNTY, "withheld"),
    "researcher": ("1975", DAY, VILLAGE, VILLAGE, "withheld"),
    "contributor": ("1975", DAY, VILLAGE, VILLAGE, "Zqfaith"),
    "chief": ("1975", DAY, VILLAGE, VILLAGE, "Zqfaith"),
    "auditor": ("1975", "withheld", COUNTY, COUNTY, "withheld"),
}


@pytest.mark.parametrize("role", TOLD)
def test_a_row_tells_each_reader_what_the_level_says(request, role, somebody):
    user = None if role == "reader" else request.getfixturevalue(role)

    assert tuple(row(user, somebody).values()) == TOLD[role]


@pytest.mark.parametrize(
    ("level", "told"),
    [
        (Secrecy.REGISTERED, {"reader": "roughly", "researcher": "whole", "contributor": "whole"}),
        (Secrecy.STAFF, {"reader": "no", "researcher": "no", "contributor": "whole"}),
        (Secrecy.SEALED, {"reader": "no", "researcher": "no", "contributor": "no"}),
    ],
)
def test_a_person_may_be_stricter_and_then_tells_the_others_nothing(
    level, told, village, researcher, contributor
):
    person = known(village, home_secrecy=level, birth_secrecy=level)
    says = {
        "whole": ("1975", DAY, VILLAGE),
        "roughly": ("1975", "withheld", COUNTY),
        "no": ("", "withheld", "withheld"),
    }
    users = {"reader": None, "researcher": researcher, "contributor": contributor}

    found = {role: row(user, person) for role, user in users.items()}

    cells = ("birth_year", "birth_edtf", "home")
    assert {role: tuple(one[name] for name in cells) for role, one in found.items()} == {
        role: says[how] for role, how in told.items()
    }


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_the_database_refuses_what_is_looser_than_the_fact(fact):
    person = make.person()
    looser = [level for level in Secrecy if level not in fact.levels]

    for level in looser:
        with pytest.raises(IntegrityError), transaction.atomic():
            Person.objects.filter(pk=person.pk).update(**{fact.column: level})
    assert len(looser) >= 1


# Filters, orders and hints use what the reader is told


def found(user, question: str) -> bool:
    request = RequestFactory().get("/")
    request.user = user or AnonymousUser()
    everything = Person.objects.visible_to(user).order_by("pk")
    asked = PersonFilter(QueryDict(question), everything, request=request)
    assert asked.errors == {}
    return asked.qs.exists()


@pytest.mark.parametrize(
    ("question", "reader", "registered"),
    [
        (f"home={VILLAGE}", False, True),
        (f"home={COUNTY}", True, True),
        ("born=1975", True, True),
        ("born=1974", False, False),
        (f"born={DAY}", True, True),
        ("born=1975-12-01", True, True),
    ],
)
def test_a_filter_finds_by_what_the_reader_is_told(
    question, reader, registered, somebody, researcher
):
    assert (found(None, question), found(researcher, question)) == (reader, registered)


@pytest.mark.parametrize("question", [f"home={VILLAGE}", f"home={COUNTY}", "born=1975"])
def test_a_filter_does_not_find_by_what_a_person_hides(question, village, researcher, contributor):
    known(village, home_secrecy=Secrecy.STAFF, birth_secrecy=Secrecy.STAFF)

    readers = (None, researcher, contributor)
    assert [found(user, question) for user in readers] == [False, False, True]


def test_a_year_that_is_not_sure_is_found_by_who_reads_the_date_alone(village, researcher):
    make.person(published=True, **dated("1970s", "birth"))

    assert (found(None, "born=1975"), found(researcher, "born=1975")) == (False, True)


def test_a_hint_ranks_by_what_the_reader_is_told(somebody, county, village, researcher):
    told = {user: facts_of([somebody.pk], user)[somebody.pk].places for user in (None, researcher)}

    assert told == {None: {county.pk}, researcher: {village.pk}}


def test_no_filter_order_or_facet_goes_by_a_fact_but_those_that_ask_who_reads_it():
    asking = {"home", "born"}
    through = {
        (noun.name, name)
        for noun in NOUNS
        for name, one in noun.filterset.get_filters().items()
        if one.method is None and name not in asking
        if one.field_name and _fact(noun.model, one.field_name)
    }
    orders = {
        (noun.name, order)
        for noun in NOUNS
        for order, (_, fields) in noun.filterset.ORDERS.items()
        if any(_fact(noun.model, field.lstrip("-")) for field in fields if field != "id")
    }
    facets = {n.name for n in NOUNS if {"home", "born"} & set(n.filterset.FACETS)}

    assert (through, orders, facets) == (set(), set(), set())


def _fact(model, path: str):
    try:
        return fact_along(model, path)
    except Exception:  # a name of the filter's own
        return None


# Pages


def test_a_page_tells_the_county_and_the_year_and_a_researcher_the_rest(somebody, researcher):
    pages = (f"/people/{somebody.public_id}/", "/people/")

    for page in pages:
        reader = Client().get(page).content.decode()
        signed_in = browser_of(researcher).get(page).content.decode()
        assert [VILLAGE in reader, COUNTY in reader, "1975" in reader] == [False, True, True]
        assert [VILLAGE in signed_in, COUNTY in signed_in] == [True, False]


def test_the_page_of_a_case_says_of_a_withheld_home_neither_what_nor_that_none_is_known(village):
    strict = ("home_secrecy", "birth_secrecy", "birthplace_secrecy")
    person = known(village, **dict.fromkeys(strict, Secrecy.STAFF))
    case = make.case(person, published=True, title="a case")

    page = Client().get(f"/cases/{case.public_id}/").content.decode()

    assert [VILLAGE in page, COUNTY in page, "1975" in page] == [False, False, False]
    assert "Not stated of the person: sex, ethnicity." in page


def test_somebody_told_to_a_reader_is_not_saved(somebody):
    somebody.tell(None)

    with pytest.raises(RuntimeError, match="not saved"):
        somebody.save()


# The place that stands for another


def test_a_county_stands_for_what_lies_in_it_and_a_city_for_itself():
    region = make.place("R", level="region")
    county = make.place("C", level="county", parent=region)
    town = make.place("T", level="city", parent=county)
    city = make.place("Y", level="city", parent=region)
    street = make.place("S", level="spot", parent=make.place("D", level="district", parent=city))
    nowhere = make.place("N", level="spot")
    places = (region, county, town, city, street, nowhere)

    found = [Place.objects.get(pk=one.pk).area for one in places]

    assert found == [region, county, county, city, city, None]


def test_what_stands_for_a_place_follows_when_a_place_above_it_moves():
    county, other = (make.place(name, level="county") for name in "CO")
    town = make.place("T", level="city", parent=county)
    street = make.place("S", level="spot", parent=town)

    town.parent = other
    town.save()

    street.refresh_from_db()
    assert street.area == other


# The admin


def test_a_sealed_fact_has_no_box_and_no_history_for_who_may_not_read_it(
    village, contributor, chief, signed_in
):
    person = make.person("Gulnar", religion="Zqfaith", religion_secrecy=Secrecy.SEALED)
    pages = [address(Person, page, person.pk) for page in ("change", "history")]

    told = {
        user: ["Zqfaith" in signed_in(user).get(page).content.decode() for page in pages]
        for user in (contributor, chief)
    }

    assert told == {contributor: [False, False], chief: [True, True]}


@pytest.mark.parametrize(
    "question",
    ["religion__startswith=Zq", "home__name=x", "name_full__contains=Z", "state=draft"],
)
def test_a_list_of_the_admin_is_narrowed_by_what_it_offers_alone(question, contributor, signed_in):
    answer = signed_in(contributor).get(f"{address(Person, 'changelist')}?{question}")

    offered = question.startswith("state")
    assert answer.status_code == (200 if offered else 400) or "?e=1" in answer.headers["Location"]


def test_every_fact_is_a_field_with_a_level():
    assert [fact_of(Person, name).name for fact in FACTS for name in fact.fields] == [
        fact.name for fact in FACTS for _ in fact.fields
    ]


def test_a_feed_tells_everybody_what_visitors_are_told(somebody, chief):
    entries = browser_of(chief).get("/people/feed/").content.decode()

    assert [word in entries for word in (COUNTY, VILLAGE, DAY, "Zqfaith")] == [True] + [False] * 3
