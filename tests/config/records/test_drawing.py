"""Drawings: bars as long as their numbers, spans that are as uncertain as their dates."""

import re
from datetime import date

from config.records.drawing import Scale, band, share, span

SCALE = Scale(2016, 2019)


def boxes(drawn: str) -> list[tuple]:
    """Kind, place and width of each box that says when."""
    found = re.findall(r'<rect class="(\w+)" x="(\d+)" y="4" width="(\d+)" height="16"/>', drawn)
    return [(kind, int(x), int(width)) for kind, x, width in found]


def dots(drawn: str) -> list[str]:
    return re.findall(r'<path class="open" d="([^"]*)"/>', drawn)


def test_a_bar_is_as_long_as_its_part():
    assert 'width="25.0%"' in share(1, 4)
    assert 'width="0.5%"' in share(1, 100_000)
    assert 'width="0%"' in share(0, 0)


def test_a_scale_goes_from_the_first_year_to_the_last():
    days = [date(2016, 5, 1), None, date(2019, 1, 1)]

    assert Scale.around(days) == SCALE
    assert Scale.around([None]) is None
    assert (SCALE.at(date(2016, 1, 1)), SCALE.at(date(2019, 12, 31))) == (0, 1000)
    assert SCALE.ticks == [251, 501, 751]
    assert len(Scale(1900, 2026).ticks) == 12


def test_a_known_day_is_a_mark_and_an_unsure_one_is_pale():
    day = date(2018, 1, 1)

    assert boxes(span(SCALE, day, day)) == [("sure", 501, 9)]
    assert boxes(span(SCALE, day, day, vague=True)) == [("maybe", 501, 9)]
    assert dots(span(SCALE, day, day)) == []


def test_a_range_is_a_bar_over_all_its_days():
    drawn = span(SCALE, date(2018, 1, 1), date(2018, 12, 31))

    assert boxes(drawn) == [("maybe", 501, 249)]
    assert dots(drawn) == []


def test_an_end_that_nobody_states_is_open():
    before = span(SCALE, None, date(2018, 1, 1))
    after = span(SCALE, date(2018, 1, 1), None)

    assert (boxes(before), dots(before)) == ([("maybe", 492, 9)], ["M0 12H501"])
    assert (boxes(after), dots(after)) == ([("maybe", 501, 9)], ["M501 12H1000"])
    assert (boxes(span(SCALE, None, None)), dots(span(SCALE, None, None))) == ([], [])


def test_what_lasted_is_a_line_to_its_end():
    day, end = date(2018, 1, 1), date(2019, 1, 1)

    assert '<rect class="sure" x="501" y="10" width="250" height="4"/>' in span(
        SCALE, day, day, end
    )


def test_a_band_has_its_words_and_both_its_bounds():
    drawn = band([0, 1], [2, 4], "Held & <known>")

    assert 'role="img" aria-label="Held &amp; &lt;known&gt;"' in drawn
    assert '<path class="edge" d="M0 152L1000 4"/>' in drawn
    assert '<path class="sure" d="M0 300L0 300L1000 226L1000 300Z"/>' in drawn
