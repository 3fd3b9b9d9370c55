"""Charts: every bar leads to the cases it counts, what is missing is shown, each has its table."""

import re
from datetime import date
from html import unescape

import pytest
from django.http import QueryDict

from cases import counting
from cases.charts import charts_of
from cases.filters import CaseFilter
from cases.models import Case
from tests import factories as make
from tests.reading import section, words

pytestmark = pytest.mark.django_db
TODAY = date(2020, 2, 1)


@pytest.fixture
def cases(db):
    """Four cases: two in Almaty, one in a town of the same region, one nowhere, for two reasons."""
    region = make.place("Region", level="region", published=True, latitude=44, longitude=77)
    city = make.place("City", published=True, parent=region, latitude=43, longitude=76)
    town = make.place("Town", published=True, parent=region)
    for number, where in enumerate((city, city, town, None)):
        case = make.case(make.person(f"Person {number}", published=True), published=True)
        make.event(
            "arrest",
            published=True,
            case=case,
            place=where,
            occurred_written=f"5 May 201{number + 5}",
            official_reason="travel_or_contact_abroad" if number else "",
            presumed_reason="" if number == 1 else "religious_practice",
        )
    Case.objects.settle()


def charts(question: str = ""):
    data = QueryDict(question)
    found = CaseFilter(data, queryset=Case.objects.published())
    return charts_of(found, None, TODAY)


def bars(name: str, question: str = "") -> dict[str, int]:
    chart = next(one for one in charts(question).bars if one.name == name)
    return {bar.label: bar.number for bar in chart.bars}


def test_cases_are_counted_by_status_reason_and_region_and_what_is_missing_is_shown(cases):
    assert bars("status") == {"in custody": 4}
    assert bars("place") == {"Region": 3, "no source says": 1}
    assert bars("reason") == {"religious practice": 3, "travel or contact abroad": 3}


def test_every_bar_leads_to_as_many_cases_as_it_says(client, cases):
    told = {bar.address: bar.number for chart in charts().bars for bar in chart.bars if bar.address}

    listed = {
        address: int(re.search(r">(\d+) cases?", client.get(address).content.decode())[1])
        for address in told
    }

    assert listed == told
    assert len(told) == 4


def test_charts_follow_the_question_and_their_bars_keep_it(cases):
    (bar,) = charts("place=City&order=name&page=1").bars[0].bars

    assert bar.number == 2
    assert bar.address == "/cases/?place=City&status=in_custody"


def test_a_shared_event_counts_for_each_of_its_cases(cases):
    place = make.place("Abroad", level="country", published=True)
    event = make.event("picket", published=True, place=place)
    for case in Case.objects.order_by("pk")[:2]:
        make.participation(event, case.person, "demonstrator", published=True, case=case)

    assert bars("place")["Abroad"] == 2


def test_hidden_cases_events_and_places_are_in_no_chart(cases):
    before = [(c.name, c.bars) for c in charts().bars], charts().held, charts().map
    hidden = make.place("Secret town", latitude=10, longitude=10)
    case = Case.objects.first()
    make.event("arrest", case=case, place=hidden, official_reason="other")
    make.event("search", published=True, case=case, place=hidden, occurred_written="2019")
    other = make.case(make.person("Hidden Person"))
    make.event("arrest", published=False, case=other, occurred_written="2001")

    assert ([(c.name, c.bars) for c in charts().bars], charts().held, charts().map) == before


# Held on each date


def held(*events: dict) -> dict[str, tuple[int, int]]:
    """At least and at most, on the first day of some years, of one case with these events."""
    case = make.case(make.person(published=True), published=True)
    for event in events:
        make.event(published=True, case=case, **event)
    Case.objects.settle()
    found = counting.held(Case.objects.published(), TODAY)
    both = zip(found.days, found.low, found.high, strict=True)
    return {str(day.year): (low, high) for day, low, high in both if day.month == 1}


def test_from_a_known_day_to_a_known_day_there_is_no_doubt(db):
    found = held(
        {"kind": "arrest", "occurred_written": "1 January 2016"},
        {"kind": "release", "occurred_written": "1 January 2018", "release_kind": "bail"},
    )

    assert [found[year] for year in ("2015", "2016", "2017", "2018", "2019")] == [
        (0, 0),
        (1, 1),
        (1, 1),
        (0, 1),
        (0, 0),
    ]


def test_dates_known_to_the_year_leave_a_band(db):
    found = held(
        {"kind": "arrest", "occurred_written": "2016"},
        {"kind": "release", "occurred_written": "2018", "release_kind": "bail"},
    )

    assert [found[year] for year in ("2016", "2017", "2018", "2019")] == [
        (0, 1),
        (1, 1),
        (0, 1),
        (0, 0),
    ]


def test_who_was_not_heard_of_again_may_be_held_and_is_not_said_to_be(db):
    found = held(
        {"kind": "arrest", "occurred_written": "1 January 2016"},
        {"kind": "contact", "occurred_written": "1 May 2017"},
    )

    assert [found[year] for year in ("2016", "2017", "2018", "2020")] == [
        (1, 1),
        (1, 1),
        (0, 1),
        (0, 1),
    ]


def test_a_case_without_any_date_is_counted_as_undated(db):
    case = make.case(make.person(published=True), published=True)
    make.event("arrest", published=True, case=case)
    Case.objects.settle()

    found = counting.held(Case.objects.published(), TODAY)

    assert (found.undated, set(found.high)) == (1, {0})


# On the page


PAGES = ("/", "/cases/", "/facilities/")


def figures(html: str) -> list[str]:
    return re.findall(r"<figure class=\"(?:chart|map).*?</figure>", html, re.DOTALL)


@pytest.mark.parametrize("address", ["/", "/cases/"])
def test_every_chart_has_its_table_and_every_drawing_its_words(client, cases, address):
    html = client.get(address).content.decode()

    told = [re.search(r"<h3[^>]*>(.*?)</h3>", one, re.DOTALL)[1] for one in figures(html)]
    assert told == ["Held on each date", "Status now", "Reason", "Place", "Where it happened"]
    without = [one for one in figures(html) if "<table" not in one and "chart of places" not in one]
    assert without == []
    assert wordless(html) == []


def wordless(html: str) -> list[str]:
    """Drawings and images that neither say what they show nor stand beside words as mere shapes."""
    drawings = re.findall(r"<(?:svg|img)[^>]*>", html)
    named = [r'role="img" aria-label="[^"]+"', r'aria-hidden="true"', r'alt="[^"]+"']
    return [one for one in drawings if not any(re.search(name, one) for name in named)]


def test_a_drawing_without_words_is_seen():
    drawings = '<svg viewBox="0"><img src="a.png"><img alt="A" src="b"><svg role="img">'

    assert len(wordless(drawings)) == 3


def test_the_front_page_counts_and_draws_what_is_published_and_the_band_says_its_bounds(
    client, cases
):
    html = client.get("/").content.decode()

    drawn = section(html, "drawn")
    assert "Of the 4 cases published here on" in words(drawn)
    label = unescape(re.search(r'role="img" aria-label="(Held[^"]*)"', drawn)[1])
    assert label.endswith("at the end at least 0 and at most 4. The table says the same.")


def test_staff_see_the_charts_of_their_own_list(client, cases, signed_in, contributor):
    draft = make.case(make.person("Draft Person"))
    make.event("arrest", case=draft)
    Case.objects.settle()

    public, staff = (
        one.get("/cases/").content.decode() for one in (client, signed_in(contributor))
    )

    assert "These 4 cases in charts" in words(public)
    assert "These 5 cases in charts" in words(staff)
