"""Which of the names of a text are one person's (pure)."""

from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass, field

from cases.reading.naming.finding import Named
from people.names.distance import distance
from people.names.readings import readings
from people.names.score import VERY_LIKELY, score

_ALIKE_WORDS = 0.9
_MOST_COMPARED = 60


@dataclass
class Bearer:
    """A person of the text: the forms of the name, and where each stands."""

    forms: set[tuple[str, ...]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    named: list[Named] = field(default_factory=list)

    def take(self, one: Named) -> None:
        self.forms.add(one.stems)
        self.words |= set(one.stems)
        self.named.append(one)


def grouped(found: list[Named]) -> list[Bearer]:
    """The people behind these names, in the order in which they first are named."""
    bearers: list[Bearer] = []
    by_word: dict[str, list[Bearer]] = defaultdict(list)
    by_form: dict[tuple[str, ...], Bearer] = {}
    full = [one for one in found if not one.is_alone and not one.is_other]
    for one in sorted(full, key=lambda one: (-len(one.stems), one.start)):
        bearer = by_form.get(one.stems) or _same(one, bearers, by_word)
        if bearer is None:
            bearer = Bearer()
            bearers.append(bearer)
        by_form[one.stems] = bearer
        bearer.take(one)
        for word in one.stems:
            if bearer not in by_word[word]:
                by_word[word].append(bearer)
    _alone([one for one in found if one.is_alone and not one.is_other], bearers, by_word)
    _others([one for one in found if one.is_other], bearers)
    for bearer in bearers:
        bearer.named.sort(key=lambda one: one.start)
    return sorted(bearers, key=lambda bearer: bearer.named[0].start)


def _same(one: Named, bearers: list[Bearer], by_word: dict[str, list[Bearer]]) -> Bearer | None:
    """Who bears this full name in another form: with fewer words, initials, other letters."""
    sharing = [bearer for word in one.stems for bearer in by_word.get(word, ())]
    for bearer in _once(sharing):
        if any(_is_form(one.stems, form) for form in bearer.forms):
            return bearer
    written = " ".join(one.words)
    for bearer in bearers[-_MOST_COMPARED:]:
        other = " ".join(bearer.named[0].words)
        if _may_be(one, bearer.named[0]) and score(written, other) >= VERY_LIKELY:
            return bearer
    return None


def _once(bearers: list[Bearer]) -> list[Bearer]:
    return list({id(bearer): bearer for bearer in bearers}.values())


def _is_form(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each word of the shorter answers to one of the longer; an initial to its word."""
    shorter, longer = sorted((one, other), key=len)
    left = list(longer)
    for word in sorted(shorter, key=len, reverse=True):
        answer = next((w for w in left if w == word), None) or next(
            (w for w in left if min(len(w), len(word)) == 1 and w[0] == word[0]), None
        )
        if answer is None:
            return False
        left.remove(answer)
    return any(len(word) > 1 and word in longer for word in shorter)


def _may_be(one: Named, other: Named) -> bool:
    """Whether comparing is worth its while: two words begin with one letter, or letters differ."""
    firsts = {word[0] for word in one.stems}
    shared = firsts & {word[0] for word in other.stems}
    return bool(shared) or one.words[0][0] > "\u0370" or other.words[0][0] > "\u0370"


def _alone(singles: list[Named], bearers: list[Bearer], by_word: dict[str, list[Bearer]]) -> None:
    """Gives each single word to whom it means: the last named before it who bears it."""
    unknown: dict[str, Bearer] = {}
    for one in singles:
        word = one.stems[0]
        bearer = _meant(one, by_word.get(word, [])) or unknown.get(word)
        if bearer is None:
            bearer = _near(one, bearers)
            if bearer is None:
                bearer = Bearer()
                bearers.append(bearer)
            unknown[word] = bearer
        bearer.take(one)


def _meant(one: Named, candidates: list[Bearer]) -> Bearer | None:
    """Of several who bear a word: whose surname it is, nobody's kin, named last."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    word = one.stems[0]
    closing = [b for b in candidates if any(len(f) > 1 and f[-1] == word for f in b.forms)]

    def nearness(bearer: Bearer) -> tuple[bool, bool, int, int]:
        before = [n.start for n in bearer.named if n.start < one.start]
        near = max(before) if before else -min(n.start for n in bearer.named)
        often = sum(not n.is_alone for n in bearer.named)
        is_kin = min(bearer.named, key=lambda n: n.start).is_kin
        return bool(before), not is_kin, often, near

    return max(closing or candidates, key=nearness)


def _near(one: Named, bearers: list[Bearer]) -> Bearer | None:
    """Who bears a word that is this one misspelled."""
    if len(one.words[0]) < 5:
        return None
    heard = [r.sounds for r in readings(one.words[0]) if not r.is_chinese]
    for bearer in bearers[-_MOST_COMPARED:]:
        for word in bearer.words:
            if len(word) > 3 and word[0] == one.stems[0][0] and heard:
                other = [r.sounds for r in readings(word) if not r.is_chinese]
                if other and distance(heard[0], other[0], 1.0) < _ALIKE_WORDS:
                    return bearer
    return None


def _others(others: list[Named], bearers: list[Bearer]) -> None:
    """Gives other names, as those in other letters, to who was named right before them."""
    starts = sorted((n.start, i) for i, bearer in enumerate(bearers) for n in bearer.named)
    for one in others:
        place = bisect(starts, (one.start, -1)) - 1
        if place >= 0:
            bearers[starts[place][1]].named.append(one)
        else:
            bearers.append(Bearer(named=[one]))
