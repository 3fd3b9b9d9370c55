"""Maps: what they show, how precisely, and how much they weigh."""

import re

from config.records.maps import Point, Window, drawn, outlines

ALMATY, URUMQI = Point(43.24, 76.95, 10), Point(43.83, 87.62, 40)


def circles(svg: str) -> list[tuple[int, ...]]:
    found = re.findall(r'<circle[^>]* cx="(\d+)" cy="(\d+)" r="([\d.]+)"/>', svg)
    return [(int(x), int(y), float(r)) for x, y, r in found]


def test_outlines_of_the_whole_earth_are_there():
    lines = outlines()

    assert (len(lines["coasts"]) > 400, len(lines["borders"]) > 300) == (True, True)
    assert {-180 <= x <= 180 and -90 <= y <= 90 for one in lines["coasts"] for x, y in one} == {
        True
    }


def test_east_is_right_north_is_up_and_more_is_larger():
    (urumqi, almaty) = circles(drawn([ALMATY, URUMQI], "a map"))

    assert almaty[0] < urumqi[0]
    assert almaty[1] > urumqi[1]
    assert (almaty[2], urumqi[2]) == (10, 20)


def test_nothing_to_show_is_no_map():
    assert drawn([], "a map") == ""


def test_a_point_that_is_roughly_known_is_drawn_on_a_grid_and_pale():
    rough = Point(43.83456, 87.61678, 1, 1.0)

    assert (rough.coarse.latitude, rough.coarse.longitude) == (44, 88)
    assert drawn([rough], "a map").count('class="rough"') == 1
    assert drawn([rough], "x") == drawn([Point(44.2, 87.7, 1, 1.0)], "x")


def test_points_on_each_other_are_one_with_both_their_numbers():
    svg = drawn([Point(43, 76, 5), Point(43, 76, 5), Point(43, 90, 10)], "a map")

    assert [radius for _, _, radius in circles(svg)] == [20, 20]


def test_a_map_is_light_and_holds_nothing_but_shapes():
    svg = drawn([Point(y, x) for y in range(-50, 70, 5) for x in range(-170, 180, 5)], "a & b")

    assert len(svg) < 40_000
    assert 'role="img" aria-label="a &amp; b"' in svg
    assert set(re.findall(r"<(\w+)", svg)) == {"svg", "path", "circle"}
    assert "style=" not in svg


def test_a_single_point_and_one_near_the_pole_have_their_window():
    single, north = Window.around([ALMATY]), Window.around([Point(84, 10)])

    assert single.east - single.west >= 6
    assert north.north == 85
    assert single.height <= 480
