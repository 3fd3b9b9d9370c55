"""Sets of primary keys answer as sets do."""

import random

from config.records import keysets

CHANCE = random.Random(7)
KEYS = sorted(CHANCE.sample(range(1, 60_000), 9_000))


def test_a_set_gives_its_keys_back_from_either_end():
    keys = keysets.of(KEYS)

    taken = keysets.largest(keys, 25, 4_321), keysets.smallest(keys, 25, 4_321)

    assert taken == (KEYS[::-1][4_321:4_346], KEYS[4_321:4_346])


def test_a_set_ends_where_its_keys_end():
    assert keysets.largest(keysets.of([3, 9]), 25, 1) == [3]
    assert keysets.largest(keysets.of([]), 25) == []


def test_keys_below_and_above_leave_the_key_itself_out():
    keys = keysets.of(KEYS)

    below, above = keysets.below(keys, KEYS[40]), keysets.above(keys, KEYS[40])

    assert keysets.smallest(below, 9_000) == KEYS[:40]
    assert keysets.smallest(above, 9_000) == KEYS[41:]


def test_a_plane_of_bytes_becomes_the_set_of_positions_with_a_bit():
    assert keysets.of_plane(bytes([0, 0b10, 0b11, 0b01]), 1) == keysets.of([1, 2])
