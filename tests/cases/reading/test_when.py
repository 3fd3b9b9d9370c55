"""Times in a text, seen from the day it was published: never a day or year of our making."""

from datetime import date

import pytest

from cases.reading.article import Span
from cases.reading.dating import Anchor, dated
from cases.reading.lengths import length_in
from cases.reading.when import times


def edtf_of(text: str, published: str) -> list[str | None]:
    found = times(text, Span(0, len(text)))
    read = [dated(one.parts, Anchor.of(published)) for one in found]
    return [one.edtf if one else None for one in read]


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("on March 27", "2023-03-30", "2023-03-27"),
        ("on March 27", "2023-01-05", "2022-03-27"),
        ("on March 27", "", "XXXX-03-27"),
        ("on March 27", "2023", "XXXX-03-27"),
        ("on 5 May 2019", "", "2019-05-05"),
        ("in April 2018", "", "2018-04"),
        ("in 2018", "", "2018"),
        ("in early 2018", "", "2018"),
        ("earlier this month", "2023-03", "2023-03"),
        ("earlier this year", "2023-03", "2023"),
        ("last year", "2023-03", "2022"),
        ("two years ago", "2023-03", "2021"),
        ("last September", "2016-03-16", "2015-09"),
        ("on Tuesday", "2021-03-12", "2021-03-09"),
        ("until July 10", "2019-06-21", "../2019-07-10"),
        ("since February 2020", "", "2020-02/.."),
        ("10 марта", "2021-03-12", "2021-03-10"),
        ("am 3. Januar 2020", "", "2020-01-03"),
        ("el 10 de marzo de 2021", "", "2021-03-10"),
        ("w styczniu 2020 roku", "", "2020-01"),
    ],
)
def test_a_time_is_dated_from_the_publication(text, published, edtf):
    assert edtf_of(text, published) == [edtf]


@pytest.mark.parametrize("text", ["on Tuesday", "yesterday", "this month", "last year"])
def test_without_a_publication_nothing_told_from_it_is_dated(text):
    assert edtf_of(text, "") == [None]


@pytest.mark.parametrize(
    "text", ["you may go", "a march through town", "for two years", "3/4/2020x"]
)
def test_words_that_look_like_times_are_none(text):
    assert "2020-03-04" not in edtf_of(text, "2021-03-12")
    assert [one for one in edtf_of(text, "2021-03-12") if one not in (None, "2020")] == []


def test_a_bound_is_narrowed_by_the_publication_and_the_basis_is_told():
    (found,) = times("earlier this month", Span(0, 18))

    when = dated(found.parts, Anchor.of("2023-03-09"))

    assert (when.earliest, when.latest) == (date(2023, 3, 1), date(2023, 3, 9))
    assert (when.written, when.basis) == ("earlier this month", "derived")


def test_a_year_taken_from_the_publication_is_partly_stated():
    (found,) = times("on March 5", Span(0, 10))

    assert dated(found.parts, Anchor.of("2023-03-09")).basis == "partly_stated"


@pytest.mark.parametrize(
    ("text", "iso", "months"),
    [
        ("to 14 years in prison", "P14Y", 168),
        ("a 13-year sentence", "P13Y", 156),
        ("seven years", "P7Y", 84),
        ("two years and six months", "P2Y6M", 30),
        ("six months, suspended", "P6M", 6),
        ("15 days of arrest", "P15D", None),
        ("life in prison", "life", None),
        ("к 14 годам", "P14Y", 168),
        ("zu 9 Jahren Haft", "P9Y", 108),
        ("between 3 and 5 years", None, None),
        ("seven to nine years", None, None),
        ("up to ten years", None, None),
        ("a 14-year-old", None, None),
        ("two years ago", None, None),
    ],
)
def test_a_length_is_read_and_a_range_is_not(text, iso, months):
    found = length_in(text, 0, len(text))

    assert ((found.iso, found.months) if found else (None, None)) == (iso, months)
