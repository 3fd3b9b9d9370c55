"""A cursor says nothing to whoever holds it, and only what this register wrote is read."""

import base64

import pytest

from config.records import cursors

PLACE = [["-changed_at", "-id"], "2026-03-27T10:00:00+00:00", 912_345]


def test_a_place_comes_back_as_it_was_written():
    assert cursors.read(cursors.write(PLACE)) == PLACE
    assert cursors.read(cursors.write([["name"], "ә" * 300, None])) == [["name"], "ә" * 300, None]


def test_the_primary_key_does_not_stand_in_it():
    written = cursors.write(PLACE)

    assert b"912345" not in base64.urlsafe_b64decode(written + "==")


@pytest.mark.parametrize("change", [lambda c: c[:-2], lambda c: "A" + c[1:], lambda c: c * 200])
def test_a_cursor_that_was_tampered_with_is_none(change):
    with pytest.raises(cursors.NoSuchPlace):
        cursors.read(change(cursors.write(PLACE)))


@pytest.mark.parametrize("made_up", ["", "x", "ә", "C-7K3M9Q", "A" * 40])
def test_what_somebody_makes_up_is_none(made_up):
    with pytest.raises(cursors.NoSuchPlace):
        cursors.read(made_up)
