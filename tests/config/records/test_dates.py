"""Dates that may be partly known: the standard, the bounds, and what a filter may say of them."""

import random
from datetime import date

import pytest

from config.records.dates import (
    DateNotUnderstood,
    PartialDate,
    bounds,
    display,
    display_bounds,
    from_edtf,
    is_certain,
    narrow,
    overlaps,
    wholly_inside,
)


def _day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    "edtf",
    [
        *("", "March 2018", "2018 ", "2018-3", "201x", "2018-1X", "/..", "../", "0000", "9999-24"),
        *("2018-21~", "[2018", "2018/2019/2020", "2018-03-27T10:00:00", "Y17E8", "2018-42", "[..]"),
        *("2018-02-30", "2023-02-29", "2018-21-01", "2018-04-3X/2018-02-3X", "2019/2018"),
    ],
)
def test_from_edtf_takes_edtf_only(edtf):
    with pytest.raises(DateNotUnderstood):
        from_edtf(edtf)


def test_a_refused_edtf_prints_nothing(capsys):
    for edtf in ("2018-1X", "/..", "2018/2019-XX", "../XXXX-03-27"):
        with pytest.raises(DateNotUnderstood):
            from_edtf(edtf)

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2017-24", "2017-01-01", "2018-02-28"),
        ("2019-28", "2019-01-01", "2020-02-29"),
        ("2018-29", "2018-09-01", "2018-11-30"),
        ("2018-36", "2018-10-01", "2018-12-31"),
        ("201X-02-29", "2010-02-28", "2019-02-28"),
        ("1XXX", "1000-01-01", "1999-12-31"),
        ("2018~-03-?27", "2018-03-27", "2018-03-27"),
        ("2018?/2019~", "2018-01-01", "2019-12-31"),
        ("[2016,2018..2019,2021-03..]", "2016-01-01", ""),
        ("[..2016,2018]", "", "2018-12-31"),
        ("2018/XXXX-03-27", "2018-01-01", ""),
        ("../..", "", ""),
    ],
)
def test_bounds_are_the_first_and_last_possible_day(edtf, earliest, latest):
    assert bounds(edtf) == (_day(earliest), _day(latest))


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2023-03-27~", "day"),
        ("2023-03", "month"),
        ("2023-03-XX", "month"),
        ("2017-21", "season"),
        ("2018-40", "season"),
        ("2018", "year"),
        ("2018-XX-27", "year"),
        ("201X", "decade"),
        ("20XX", "century"),
        ("2018/2019", "interval"),
        ("[2018-03..2018-06]", "interval"),
        ("[2018,2020]", "set"),
        ("{2018,2020}", "set"),
        ("[..2021-02]", "before"),
        ("../2018", "before"),
        ("[2019..]", "after"),
        ("2018/..", "after"),
        ("/2023-03", "unknown_start"),
        ("2023-03/", "unknown_end"),
        ("XXXX-03-27", "unknown_year"),
        ("XXXX", "unknown"),
        ("../..", "unknown"),
    ],
)
def test_precision_is_named(edtf, precision):
    assert from_edtf(edtf).precision == precision


@pytest.mark.parametrize(
    ("edtf", "exact"),
    [
        ("2023-03-27", True),
        ("2023-03-27?", False),
        ("2023-03-27~", False),
        ("2023-03", False),
        ("XXXX-03-27", False),
    ],
)
def test_only_one_known_day_is_exact(edtf, exact):
    assert from_edtf(edtf).is_exact is exact


@pytest.mark.parametrize(
    ("edtf", "certain"),
    [
        ("2018", True),
        ("2018?", False),
        ("2018-03~", False),
        ("[2018%,2019]", False),
        ("/2018", True),
    ],
)
def test_a_doubted_date_is_not_certain(edtf, certain):
    assert is_certain(edtf) is certain


def test_a_month_narrowed_by_other_knowledge_never_shows_a_day():
    month = from_edtf("2023-03", "earlier this month")

    narrowed = narrow(month, None, date(2023, 3, 9))

    assert narrowed == PartialDate(
        "earlier this month", "2023-03", date(2023, 3, 1), date(2023, 3, 9)
    )
    assert str(narrowed) == "March 2023"
    assert display_bounds(narrowed.earliest, narrowed.latest) == "between 1 and 9 March 2023"


def test_an_unknown_bound_can_be_narrowed():
    narrowed = narrow(from_edtf("/2023-03"), date(2020, 1, 1), None)

    assert (narrowed.earliest, narrowed.latest) == (date(2020, 1, 1), date(2023, 3, 31))


@pytest.mark.parametrize(
    ("not_before", "not_after", "sentence"),
    [
        ("", "2023-04-01", "1 April 2023 is outside March 2023. Please give a day inside it."),
        ("2023-02-28", "", "28 February 2023 is outside March 2023. Please give a day inside it."),
        (
            *("2023-03-10", "2023-03-09"),
            "The end comes before the start. Please write the earlier first.",
        ),
    ],
)
def test_a_date_cannot_be_narrowed_to_what_it_excludes(not_before, not_after, sentence):
    with pytest.raises(DateNotUnderstood) as caught:
        narrow(from_edtf("2023-03"), _day(not_before), _day(not_after))

    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        ("2023-03-01", "2023-03-09", "between 1 and 9 March 2023"),
        ("2023-03-27", "2023-04-02", "between 27 March and 2 April 2023"),
        ("2022-12-27", "2023-01-02", "between 27 December 2022 and 2 January 2023"),
        ("2023-03-09", "2023-03-09", "9 March 2023"),
        ("", "2023-03-09", "on or before 9 March 2023"),
        ("2023-03-09", "", "on or after 9 March 2023"),
        ("", "", "date unknown"),
    ],
)
def test_bounds_are_told_when_asked_for(earliest, latest, shown):
    assert display_bounds(_day(earliest), _day(latest)) == shown


@pytest.mark.parametrize(
    ("edtf", "start", "end", "possibly", "certainly"),
    [
        ("2018-03", "2018-01-01", "2018-12-31", True, True),
        ("2018-03", "2018-03-01", "2018-03-31", True, True),
        ("2018-03", "2018-03-02", "2018-12-31", True, False),
        ("2018-03", "2018-03-31", "2018-03-31", True, False),
        ("2018-03", "2018-04-01", "2018-12-31", False, False),
        ("2018-03", "2018-01-01", "2018-02-28", False, False),
        ("2018-03", "", "2018-12-31", True, True),
        ("2018-03", "2018-03-01", "", True, True),
        ("2018-03", "", "", True, True),
        ("2018-03~", "2018-01-01", "2018-12-31", True, False),
        ("2018-03?", "2018-01-01", "2018-12-31", True, False),
        ("2018-03%", "2019-01-01", "2019-12-31", False, False),
        ("/2023-03", "1900-01-01", "1900-12-31", True, False),
        ("/2023-03", "2023-04-01", "", False, False),
        ("/2023-03", "", "2023-03-31", True, False),
        ("2018/..", "", "2017-12-31", False, False),
        ("2018/..", "2018-01-01", "", True, False),
        ("XXXX-03-27", "2018-01-01", "2018-02-01", True, False),
    ],
)
def test_a_period_holds_a_date_possibly_or_certainly(edtf, start, end, possibly, certainly):
    partial, period = from_edtf(edtf), (_day(start), _day(end))

    assert overlaps(partial, *period) is possibly
    assert overlaps(bounds(edtf), *period) is possibly
    assert wholly_inside(partial, *period) is certainly
    assert wholly_inside(bounds(edtf), *period) is certainly or not is_certain(edtf)


PIECES = [*"0123X-/.~?%[]{},", "..", "2018", "201X", "XXXX", "-03", "-27", "-XX", "-24", "9999"]


def _read_or_refused(edtf):
    try:
        return from_edtf(edtf)
    except DateNotUnderstood:
        return None


def test_random_edtf_is_read_or_refused_and_nothing_else(capsys):
    chance = random.Random(20180321)
    strings = ["".join(chance.choices(PIECES, k=chance.randint(1, 6))) for _ in range(20_000)]

    partials = [partial for partial in map(_read_or_refused, strings) if partial]

    assert len(partials) > 500
    assert capsys.readouterr() == ("", "")
    for partial in partials:
        assert (partial.earliest, partial.latest) == bounds(partial.edtf)
        assert display(partial.edtf)
