"""Dates in forms: one box for the words, small ones for what the words do not say."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import Event
from tests import factories as make
from tests.sheet import sheet_of


@pytest.fixture
def browser(contributor, signed_in):
    return signed_in(contributor)


def occurred(event: Event) -> tuple:
    event.refresh_from_db()
    return (
        event.occurred_written,
        event.occurred_edtf,
        event.occurred_earliest,
        event.occurred_latest,
        event.occurred_basis,
    )


def test_a_date_needs_nothing_but_its_words(browser):
    event = make.event("arrest")

    sheet_of(browser, event).fill_in(occurred_written="early 2018").send()

    early = (date(2018, 1, 1), date(2018, 6, 30))
    assert occurred(event) == ("early 2018", "2018", *early, "stated")


def test_what_the_words_say_is_not_said_again_in_the_small_boxes(browser):
    event = make.event("arrest", occurred="March 2018", occurred_basis="stated")

    sheet = sheet_of(browser, event)

    small = [sheet.boxes[f"occurred_{part}"] for part in ("edtf", "earliest", "latest", "basis")]
    assert small == ["", "", "", "stated"]


def test_new_words_are_read_afresh(browser):
    event = make.event("arrest", occurred="March 2018", occurred_basis="inferred")

    sheet_of(browser, event).fill_in(occurred_written="May 2019").send()

    may = (date(2019, 5, 1), date(2019, 5, 31))
    assert occurred(event) == ("May 2019", "2019-05", *may, "inferred")


def test_a_narrower_day_is_shown_kept_and_taken_back(browser):
    event = make.event("death", occurred="March 2023", occurred_basis="stated")
    month = (date(2023, 3, 1), date(2023, 3, 31))

    sheet_of(browser, event).fill_in(occurred_latest="2023-03-09").send()
    kept = occurred(event)
    shown = sheet_of(browser, event).boxes["occurred_latest"]
    sheet_of(browser, event).fill_in(occurred_latest="").send()

    assert kept == ("March 2023", "2023-03", date(2023, 3, 1), date(2023, 3, 9), "stated")
    assert shown == "2023-03-09"
    assert occurred(event) == ("March 2023", "2023-03", *month, "stated")


def test_an_edtf_that_the_words_do_not_say_is_kept_and_shown(browser):
    event = make.event("arrest")

    sheet_of(browser, event).fill_in(
        occurred_written="the year of the flood", occurred_edtf="2010~"
    ).send()

    assert occurred(event)[:2] == ("the year of the flood", "2010~")
    assert sheet_of(browser, event).boxes["occurred_edtf"] == "2010~"


def test_a_date_that_is_taken_out_leaves_nothing_behind(browser):
    event = make.event("arrest", occurred="2018", occurred_basis="stated")

    sheet_of(browser, event).fill_in(occurred_written="").send()

    assert occurred(event) == ("", "", None, None, "")


@pytest.mark.parametrize("written", ["03/04/2018", "soon", "2018-13-45", "a\0b"])
def test_an_ambiguous_or_meaningless_date_is_asked_back(browser, written):
    event = make.event("arrest")

    errors = sheet_of(browser, event).fill_in(occurred_written=written).errors()

    assert len(errors) == 1
    assert occurred(event) == ("", "", None, None, "")


def test_what_is_understood_is_told_before_saving(browser):
    answer = browser.get(reverse("admin:understand-date"), {"written": "March 2018"})

    assert answer.json() == {
        "understood": "Understood: March 2018 (between 1 and 31 March 2018). EDTF: 2018-03.",
        "edtf": "2018-03",
        "earliest": "2018-03-01",
        "latest": "2018-03-31",
    }


def test_both_readings_of_an_ambiguous_date_are_told(browser):
    answer = browser.get(reverse("admin:understand-date"), {"written": "03/04/2018"}).json()

    assert sorted(answer) == ["error", "readings"]
    assert sorted(answer["readings"]) == ["2018-03-04", "2018-04-03"]
