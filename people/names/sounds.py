"""The alphabet in which every script is read, and what it costs to hear another sound (pure).

A *sound* is one character. Plain sounds are those of Turkic names: `a A(ä) e i I(ı) o O(ö) u U(ü)
b p t d k q g G(gh) x(kh) h j(zh, dzh) c(ch) s S(sh) z m n N(ng) l r y w v f`. Doubtful sounds stand
for what one letter leaves open: Latin `Y J C X Z`, the consonants of Chinese transcription in Greek
letters, the optional vowels `1 2 3` and glides `4 5`, g after n `6`, `R L` that close a syllable.
Costs are in units of one wrong consonant.

The costs were set by hand from the tables of romanisation named in the readers beside this module
and from how often each change is seen in the labelled spellings; no rule knows a single name.
"""

from functools import cache

VOWELS = "aAeiIoOuU"
WEAK = "12345"
GLIDES = "ywY"

# Where a vowel is spoken: how open, how far back, how rounded.
_PLACE = {
    "a": (1.0, 0.7, 0.0),
    "A": (0.9, 0.2, 0.0),
    "e": (0.6, 0.0, 0.0),
    "i": (0.0, 0.0, 0.0),
    "I": (0.1, 0.7, 0.0),
    "o": (0.6, 1.0, 1.0),
    "O": (0.6, 0.3, 1.0),
    "u": (0.1, 1.0, 1.0),
    "U": (0.1, 0.3, 1.0),
}
_VOWEL_SCALE = (0.36, 0.14, 0.18)

# Pairs of plain or doubtful sounds that are written for one another, and at what cost.
_PAIRS = """
q k .05  q x .25  q g .25  q G .2   q h .35  k g .3   k x .25  k h .4   k G .35
g G .06  G x .3   G h .3   x h .05  g h .4   g x .45
b p .3   b w .35  b v .3   p f .25  b f .5   f w .4   f v .3   v w .06
t d .3   j c .35  j z .35  j y .35  j d .7   c S .35  s S .3   s z .3   s c .5   j S .5
z d .7   z S .6   t c .7   l r .55  n N .1   n m .6   l n .75  h y .5   h w .5   g y .5
y i .1   y I .12  y e .25  w u .06  w U .08  w o .15  w O .2   v u .12  v U .15 v o .3
Y y 0    Y I 0    Y i .04  Y e .25  Y j .25  Y U .2   Y u .25
J j 0    J y .1   J c .25  J i .2   J z .4   J S .5
C c .05  C j .08  C k .15  C s .15  C q .2   C z .35
Z s .03  Z z .03  Z S .3   Z j .35
X x 0    X h .04  X S .1   X s .15  X k .25  X q .25
β b 0    β p .1   β w .25  β v .2   β f .4
π p 0    π b .12  π f .15  π v .4
φ f 0    φ p .08  φ w .15  φ v .08  φ b .2   φ h .5   φ x .5
δ d 0    δ t .1   τ t 0    τ d .12  τ c .6
γ g 0    γ G .03  γ q .15  γ k .15  γ h .35  γ x .35
κ k 0    κ q .02  κ g .15  κ G .2   κ x .18  κ h .3
χ h 0    χ x .02  χ q .12  χ G .1   χ k .2   χ g .25
λ l 0    λ r .1   ρ r 0    ρ l .2   ρ j .4   ν n 0  ν l .3 ν N .1
ξ S .02  ξ s .05  ξ x .35  ξ h .35 ξ c .3
ζ j .02  ζ z .08  ζ c .3   ζ d .6
θ j 0    θ g .2   θ k .2   θ q .25  θ z .15  θ c .3   θ y .35 θ G .25
ψ c .03  ψ q .2   ψ k .2   ψ S .3   ψ j .3   ψ z .35
ς s .06  ς c .2   ς z .2   σ s 0    σ S .15  σ z .2
ʒ z 0    ʒ s .1   ʒ j .15  ʃ S 0    ʃ s .1 ʃ c .3
ω w 0    ω v .02  ω u .04  ω U .06  ω o .1   ω O .1 ω b .25  ω G .3   ω g .4
4 y 0    4 i .05  4 I .08  4 Y 0    4 J .1   4 j .3
R r 0    L l 0    R L .5  R ρ 0  L ρ .2  R λ .1  L λ 0  6 g 0    6 G .05  6 k .3  6 γ 0  6 κ .1
5 w 0    5 u .04  5 v .04  5 o .1   5 U .06
"""
_DOUBTFUL = "YJCXZβπφδτγκχλρνξζθψςσʒʃω456RL"

# An optional vowel heard as a full one.
_OPTIONAL = {
    "1": {"i": 0.0, "I": 0.03, "e": 0.06, "Y": 0.03, "U": 0.08, "u": 0.1, "A": 0.12},
    "2": {"u": 0.0, "U": 0.02, "o": 0.04, "O": 0.05, "I": 0.08, "i": 0.1},
    "3": {"e": 0.0, "A": 0.02, "a": 0.06, "I": 0.04, "i": 0.06, "O": 0.06, "o": 0.08, "Y": 0.05},
}
_OPTIONAL_OTHER = 0.14

# What it costs to leave a sound out, or to put one in.
_GAP = dict.fromkeys("1235", 0.07) | {
    "4": 0.05,
    "6": 0.12,
    "χ": 0.2,
    "ω": 0.25,
    "h": 0.22,
    "x": 0.6,
}
_GAP |= dict.fromkeys(VOWELS, 0.42) | {"I": 0.3, "i": 0.32, "U": 0.38, "a": 0.45}
_GAP |= {
    "y": 0.22,
    "Y": 0.25,
    "J": 0.45,
    "Z": 0.95,
    "w": 0.3,
    "v": 0.55,
    "N": 0.8,
    "n": 0.85,
    "ρ": 0.55,
}
_GAP |= {"R": 0.5, "L": 0.65, "r": 0.9, "l": 0.9}
UNRELATED = 1.0
OTHER_KIND = 1.25  # a vowel for a consonant

SOUNDS = "aAeiIoOuUbptdkqgGxhjcsSzmnNlrywvf" + _DOUBTFUL + "123"


def gap(sound: str) -> float:
    """The cost of a sound that only one of two spellings has."""
    return _GAP.get(sound, 0.95)


@cache
def _table() -> dict[str, dict[str, float]]:
    words = _PAIRS.split()
    costs: dict[str, dict[str, float]] = {sound: {sound: 0.0} for sound in SOUNDS}
    for one, other, cost in zip(words[::3], words[1::3], words[2::3], strict=True):
        costs[one][other] = costs[other][one] = float(cost)
    return costs


def _vowels_apart(one: str, other: str) -> float:
    places = zip(_PLACE[one], _PLACE[other], _VOWEL_SCALE, strict=True)
    return sum(abs(a - b) * scale for a, b, scale in places)


def _told(one: str, other: str) -> float | None:
    """The cost that the tables tell for this pair, or None."""
    if one in _PLACE and other in _PLACE:
        return _vowels_apart(one, other)
    for weak, full in ((one, other), (other, one)):
        if weak in _OPTIONAL:
            return _OPTIONAL[weak].get(full, _OPTIONAL_OTHER if _is_vowel(full) else None)
    return _table()[one].get(other)


def _is_vowel(sound: str) -> bool:
    return sound in _PLACE or sound in _OPTIONAL


@cache
def apart(one: str, other: str) -> float:
    """The cost of hearing one sound for the other, from 0 to OTHER_KIND."""
    if one == other:
        return 0.0
    told = _told(one, other)
    if told is not None:
        return told
    if one in _DOUBTFUL and other in _DOUBTFUL:
        shared = _table()[one].keys() & _table()[other].keys()
        ways = [_table()[one][sound] + _table()[other][sound] for sound in shared]
        return min([*ways, UNRELATED])
    return OTHER_KIND if _is_vowel(one) != _is_vowel(other) else UNRELATED


SUBSTITUTE = {one: {other: apart(one, other) for other in SOUNDS} for one in SOUNDS}
GAPS = {sound: gap(sound) for sound in SOUNDS}
