"""Keys under which a word is found again: its consonants by kind (pure)."""

from functools import lru_cache
from itertools import product
from typing import NamedTuple
from zlib import crc32

from people.names.readings import Reading, without_tail

# The version of everything that decides a key. A change of letters, endings or kinds is a new one.
VERSION = 2

_KINDS = {
    "P": "bpfβπφ",
    "T": "tdδτ",
    "K": "kqgGxγκ",
    "S": "sSξσʃ",
    "J": "jzcζʒψ",
    "R": "rlRLλρ",
    "M": "m",
    "N": "nNν",
}
_KIND = {sound: (kind,) for kind, sounds in _KINDS.items() for sound in sounds}
# What one spelling has and another leaves out, or what is one kind here and another there.
_KIND |= {"h": ("", "K"), "χ": ("K", ""), "x": ("K", ""), "6": ("", "K"), "J": ("J", "")}
_KIND |= {
    "X": ("K", "S"),
    "Z": ("S", "J"),
    "C": ("J", "K"),
    "θ": ("J", "K"),
    "ς": ("J", "S"),
    "v": ("", "P"),
}
_KIND |= {"R": ("R", ""), "L": ("R", ""), "β": ("P", "")}
_MOST_WAYS = 8
_MOST_FAR = 4
_SHORT, _LONG = 2, 5

# What kind of form stands under a key, as bits.
BY_SYLLABLES, SECOND, FATHERS, SURNAME, TAILLESS = 1, 2, 4, 8, 16


class Form(NamedTuple):
    """One way to hear a word: without and with its ending, and the bits that say how."""

    stem: str
    sounds: str
    bits: int


def forms(heard: tuple[Reading, ...]) -> list[Form]:
    """Every form of a word that may sound like this; that without its tail comes last."""
    found = []
    for place, reading in enumerate(heard):
        bits = BY_SYLLABLES * reading.is_chinese + SECOND * (place > 0)
        bits += {"patronymic": FATHERS, "surname": SURNAME}.get(reading.ending, 0)
        found.append(Form(reading.stem, reading.sounds, bits))
    tailless = (Form(without_tail(f.stem), f.sounds, f.bits | TAILLESS) for f in found)
    return [*found, *(form for form in tailless if form.stem not in {f.stem for f in found})]


def keys_of(form: Form) -> list[int]:
    """The keys under which the index holds a form: its close ones and its wide ones.

    Two words are near if they share a close key. They are less near if a wide key of one is among
    the other's keys: then one consonant is missing or is another.
    """
    close = dict.fromkeys([*skeletons(form.stem), *skeletons(form.sounds)[:1]])
    keys = [_number(skeleton) for skeleton in close]
    if not form.bits & TAILLESS:
        keys += [_wide(near) for near in _without_one(skeletons(form.stem)[0])]
    return list(dict.fromkeys(keys))


def close_keys(heard: tuple[Reading, ...]) -> set[int]:
    """The keys by which a search finds near words."""
    heard_as = {sounds for form in forms(heard) for sounds in form[:2]}
    return {_number(skeleton) for sounds in heard_as for skeleton in skeletons(sounds)}


def far_keys(heard: tuple[Reading, ...]) -> set[int]:
    """The keys by which a search finds words that are less near.

    A word of few consonants is not asked for with one of them other: that would be anybody.
    """
    found: set[int] = set()
    for form in forms(heard):
        if not form.bits & TAILLESS:
            for skeleton in skeletons(form.stem)[:_MOST_FAR]:
                shorter = _without_one(skeleton)
                found |= {_wide(skeleton), *map(_number, shorter)}
                found |= set(map(_wide, shorter)) if len(skeleton) >= _LONG else set()
    return found


def _number(key: str) -> int:
    """A key as a signed 32-bit integer."""
    return crc32(key.encode()) - 2**31


def _wide(skeleton: str) -> int:
    return _number(f"~{skeleton}")


@lru_cache(maxsize=20_000)
def skeletons(sounds: str) -> list[str]:
    """The consonants by kind, in every way that what may be missing allows; the fullest first."""
    ways = [_KIND.get(sound, ("",)) for sound in sounds]
    while _count(ways) > _MOST_WAYS:
        place = max(i for i, way in enumerate(ways) if len(way) > 1)
        ways[place] = ways[place][:1]
    found = ("".join(way) for way in product(*ways))
    return list(dict.fromkeys(_undoubled(one) for one in found))


def _count(ways: list[tuple[str, ...]]) -> int:
    number = 1
    for way in ways:
        number *= len(way)
    return number


def _undoubled(skeleton: str) -> str:
    return "".join(one for i, one in enumerate(skeleton) if i == 0 or skeleton[i - 1] != one)


def _without_one(skeleton: str) -> list[str]:
    """The skeleton with one consonant less, in every way; a short one has none to spare."""
    if len(skeleton) <= _SHORT:
        return []
    return [_undoubled(skeleton[:i] + skeleton[i + 1 :]) for i in range(len(skeleton))]
