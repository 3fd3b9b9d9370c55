"""Sets of primary keys as whole numbers: a bit for each key, so that sets meet in one step (pure).

A million keys are 125 KB. Two sets are intersected, or one counted, in a fraction of a
millisecond, and that is all that lists and their facets ask for.
"""

from collections.abc import Iterable

WORDS_IN_A_BYTE = 8
PIECE = 512  # bytes that are looked through at a time
_MARKS = [
    bytes(ord("1") if byte & (1 << place) else ord("0") for byte in range(256))
    for place in range(WORDS_IN_A_BYTE)
]


def of(keys: Iterable[int]) -> int:
    """The set of these keys."""
    keys = list(keys)
    room = bytearray(max(keys, default=0) // 8 + 1)
    for key in keys:
        room[key >> 3] |= 1 << (key & 7)
    return int.from_bytes(room, "little")


def of_plane(plane: bytes, place: int) -> int:
    """The set of the keys whose byte has the bit of this place; a key is its byte's position."""
    return int(plane[::-1].translate(_MARKS[place]) or b"0", 2)


def below(keys: int, key: int) -> int:
    return keys & ((1 << key) - 1) if key > 0 else 0


def above(keys: int, key: int) -> int:
    return keys >> (key + 1) << (key + 1)


def largest(keys: int, number: int, skip: int = 0) -> list[int]:
    """So many of the keys, the largest first, after the largest `skip` of them."""
    return _taken(keys, number, skip, largest_first=True)


def smallest(keys: int, number: int, skip: int = 0) -> list[int]:
    """So many of the keys, the smallest first, after the smallest `skip` of them."""
    return _taken(keys, number, skip, largest_first=False)


def _taken(keys: int, number: int, skip: int, *, largest_first: bool) -> list[int]:
    """Piece by piece: most are passed over with nothing but a count."""
    room = keys.to_bytes((keys.bit_length() + 7) // 8, "little")
    starts = range(0, len(room), PIECE)
    found: list[int] = []
    for start in reversed(starts) if largest_first else starts:
        piece = int.from_bytes(room[start : start + PIECE], "little")
        held = piece.bit_count()
        if held <= skip:
            skip -= held
            continue
        places = [start * 8 + place for place, bit in enumerate(f"{piece:b}"[::-1]) if bit == "1"]
        if largest_first:
            places.reverse()
        found += places[skip : skip + number - len(found)]
        skip = 0
        if len(found) >= number:
            break
    return found
