"""Dates that are asked back or refused, and the sentence that says what to write instead."""

from datetime import date

import pytest

from config.records.dates import (
    AmbiguousDate,
    DateNotUnderstood,
    bounds,
    display,
    from_edtf,
    understand,
)


def _error(written):
    with pytest.raises(DateNotUnderstood) as caught:
        understand(written)
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "readings", "message"),
    [
        (
            "03/04/2018",
            ("2018-04-03", "2018-03-04"),
            "03/04/2018 can be 3 April 2018 or 4 March 2018. Please write one of these.",
        ),
        (
            "3-4-2018",
            ("2018-04-03", "2018-03-04"),
            "3-4-2018 can be 3 April 2018 or 4 March 2018. Please write one of these.",
        ),
        (
            "03/04/2018 - 20/04/2018",
            ("2018-04-03", "2018-03-04"),
            "03/04/2018 can be 3 April 2018 or 4 March 2018. Please write one of these.",
        ),
    ],
)
def test_a_slash_date_that_reads_two_ways_is_asked_back(written, readings, message):
    with pytest.raises(AmbiguousDate) as caught:
        understand(written)

    assert caught.value.readings == readings
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("written", "readings", "message"),
    [
        (
            "2010–12",
            ("2010-12", "2010/2012"),
            "2010–12 can be December 2010 or 2010 to 2012. Please write one of these.",
        ),
        (
            "2018–21",
            ("2018-21", "2018/2021"),
            "2018–21 can be spring 2018 or 2018 to 2021. Please write one of these.",
        ),
        (
            "2000s",
            ("200X", "20XX"),
            "2000s can be 2000–2009 or 2000–2099. Please write one of these.",
        ),
    ],
)
def test_years_that_read_two_ways_are_asked_back(written, readings, message):
    with pytest.raises(AmbiguousDate) as caught:
        understand(written)

    assert caught.value.readings == readings
    assert str(caught.value) == message


def test_every_reading_that_is_offered_can_be_written():
    for written in ("03/04/2018", "2010–12", "2018–21", "1900s", "2000-е"):
        with pytest.raises(AmbiguousDate) as caught:
            understand(written)

        for reading in caught.value.readings:
            again = understand(display(reading))
            assert (again.earliest, again.latest) == bounds(reading)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31.02.2018", "31 February 2018"),
        ("31/02/2018", "31 February 2018"),
        ("2023-02-29", "29 February 2023"),
        ("before 31.02.2018", "31 February 2018"),
        ("XXXX-02-30", "30 February"),
        ("32 March", "32 March"),
        ("0/3/2018", "00 March 2018"),
        ("late 31 April 2018", "31 April 2018"),
    ],
)
def test_a_day_that_does_not_exist_is_told(written, day):
    assert _error(written) == (f"The day {day} does not exist. Please check the day and the month.")


@pytest.mark.parametrize("written", ["2018-13", "2018-19", "2018–19", "03.27.2023", "28/27/2023"])
def test_a_month_that_does_not_exist_is_told(written):
    assert _error(written).startswith("There is no month ")


@pytest.mark.parametrize(
    "written", ["18", "27.03.23", "3/27/23", "27 March 23", "March '18", "90s", "27.03.23 г."]
)
def test_a_year_of_two_digits_is_refused(written):
    assert _error(written) == "Please write the year with four digits, like 2018."


@pytest.mark.parametrize("written", ["1799", "2200-01-01", "27 March 3018", "27.03.0218", "1600s"])
def test_a_year_far_from_ours_is_refused(written):
    assert "is outside 1800 to 2199. Please check the year." in _error(written)


def test_a_year_far_from_ours_is_read_as_explicit_edtf():
    assert bounds("1066") == (date(1066, 1, 1), date(1066, 12, 31))
    assert from_edtf("1066").edtf == "1066"
    assert understand("1066~").edtf == "1066~"


@pytest.mark.parametrize(
    "written",
    [
        "2018-05/2018-03",
        "May to March 2018",
        "late 2018 to early 2018",
        "mid-2018 to March 2018",
        "28–27 March 2023",
    ],
)
def test_an_end_before_its_start_is_refused(written):
    assert _error(written) == "The end comes before the start. Please write the earlier first."


@pytest.mark.parametrize("written", ["before spring 2017", "after about 2018", "before 27 March"])
def test_before_something_vague_is_refused(written):
    assert _error(written) == (
        "After “before” and “after”, please write a day, a month or a year: before March 2018."
    )


@pytest.mark.parametrize(
    "written", ["about spring 2017", "about 27 March", "since the 1990s", "about winter 2017–2018"]
)
def test_what_edtf_cannot_say_is_refused_rather_than_made_certain(written):
    assert _error(written) == (
        "These words cannot be combined in one date. Please leave one out, such as “about”, "
        "or write a day, month or year."
    )


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "Please write a date, like 2018, March 2018 or 27 March 2018."),
        (" \u00a0 ", "Please write a date, like 2018, March 2018 or 27 March 2018."),
        ("2" * 10_000, "Please write the date in at most 200 characters."),
        ("2018\x00", "Please write the date on one line, without control characters."),
        ("27 March\n2018", "Please write the date on one line, without control characters."),
        ("2018\ud800", "Please write the date on one line, without control characters."),
        ("{" + "2018," * 12 + "2019}", "Please write at most 12 dates."),
        ("2018-03-27T10:00", "Please write the day without the time of day."),
    ],
)
def test_what_is_no_writing_is_told(written, sentence):
    assert _error(written) == sentence


@pytest.mark.parametrize(
    "written",
    [
        *(
            "soon",
            "spring",
            "27 2018",
            "March - 2018",
            "2018 or",
            "c 2018",
            "- - -",
            "?",
            "...",
            "/",
        ),
        *(
            "2018 2019",
            "27 27 March 2018",
            "-0500",
            "Y17E8",
            "2018S2",
            "[]",
            "{2018",
            "early",
            "²",
            "early March 2018²",
        ),
    ],
)
def test_nonsense_is_told(written):
    assert _error(written).endswith((".", ". "))
