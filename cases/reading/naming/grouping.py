"""Which of the names of a text are one person's (pure)."""

from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass, field

from cases.reading.naming import given
from cases.reading.naming.finding import Named
from cases.reading.naming.forms import folded, is_one_off
from people.names.distance import distance
from people.names.readings import readings
from people.names.score import VERY_LIKELY, score

_ALIKE_WORDS = 0.9  # of a wrong consonant
_MOST_COMPARED = 12
_LONG = 7  # letters, of which one may be wrong


@dataclass
class Bearer:
    """A person of the text: the forms of the name, and where each stands.

    starts: where the name stands in full, in order. last: where a word of it last stood alone.
    """

    forms: set[tuple[str, ...]] = field(default_factory=set)
    named: list[Named] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    last: int = -1
    is_kin: bool = False

    def take(self, one: Named) -> None:
        self.forms.add(one.stems)
        self.named.append(one)
        if one.is_alone:
            self.last = max(self.last, one.start)

    def settle(self) -> None:
        """Puts in order what is known once every full name is given to somebody."""
        self.named.sort(key=lambda one: one.start)
        self.starts = [one.start for one in self.named]
        self.is_kin = self.named[0].is_kin

    def nearness(self, start: int) -> tuple[bool, bool, int, int]:
        """How likely a word that stands here alone means this person, to be compared."""
        before = bisect(self.starts, start)
        near = max(self.starts[before - 1] if before else -1, self.last)
        if near < 0:
            return False, not self.is_kin, len(self.starts), -self.starts[0] if self.starts else 0
        return True, not self.is_kin, len(self.starts), near


class Groups:
    """The people of a text while its names are given to them, found by the words they bear."""

    def __init__(self):
        self.bearers: list[Bearer] = []
        self.by_form: dict[tuple[str, ...], Bearer] = {}
        self.by_word: dict[str, list[Bearer]] = defaultdict(list)
        self.by_sound: dict[str, list[Bearer]] = defaultdict(list)

    def new(self) -> Bearer:
        self.bearers.append(Bearer())
        return self.bearers[-1]

    def give_full(self, one: Named) -> None:
        bearer = self.by_form.get(one.stems) or self._same(one) or self.new()
        is_known = one.stems in bearer.forms
        self.by_form[one.stems] = bearer
        bearer.take(one)
        if is_known:
            return
        for word, text in zip(one.stems, one.words, strict=True):
            _put(self.by_word[word], bearer)
            for sound in given.heard(text.lower()):
                _put(self.by_sound[sound], bearer)

    def _same(self, one: Named) -> Bearer | None:
        """Who bears this name in another form: with fewer words, initials, other letters."""
        sharing = _once([b for word in one.stems for b in self.by_word[word][-_MOST_COMPARED:]])
        for bearer in sharing:
            if any(_is_form(one.stems, form) for form in bearer.forms):
                return bearer
        sounds = [sound for word in one.words for sound in sorted(given.heard(word.lower()))]
        heard = [b for sound in sounds for b in self.by_sound[sound][-_MOST_COMPARED:]]
        written = " ".join(one.words)
        for bearer in _once([*sharing, *heard])[:_MOST_COMPARED]:
            if score(written, " ".join(bearer.named[0].words)) >= VERY_LIKELY:
                return bearer
        return None

    def give_alone(self, one: Named, unknown: dict[str, Bearer]) -> None:
        """Gives a word that stands alone to whom it means."""
        word = one.stems[0]
        bearer = self._meant(one) or unknown.get(word) or self._near(one)
        if bearer is None:
            bearer = self.new()
            for sound in given.heard(one.words[0].lower()):
                _put(self.by_sound[sound], bearer)
        unknown[word] = bearer
        bearer.take(one)

    def _meant(self, one: Named) -> Bearer | None:
        """Of those who bear the word whose surname it is; nobody's kin, named often and last."""
        word = one.stems[0]
        candidates = self.by_word.get(word, [])
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        candidates = candidates[-_MOST_COMPARED:]
        closing = [b for b in candidates if any(len(f) > 1 and f[-1] == word for f in b.forms)]
        return max(closing or candidates, key=lambda bearer: bearer.nearness(one.start))

    def _near(self, one: Named) -> Bearer | None:
        """Who bears a word that is this one misspelled."""
        word = folded(one.words[0])
        for sound in sorted(given.heard(word)):
            if self.by_sound[sound]:
                return self.by_sound[sound][-1]
        heard = next((r.stem for r in readings(word) if not r.is_chinese), "")
        if len(word) < 5 or not heard:
            return None
        for bearer in self.bearers[-5 * _MOST_COMPARED :]:
            if any(_is_near(heard, word, other) for form in bearer.forms for other in form):
                return bearer
        return None


def grouped(found: list[Named]) -> list[Bearer]:
    """The people behind these names, in the order in which they first are named."""
    groups, unknown = Groups(), {}
    own = [one for one in found if not one.is_other]
    full = [one for one in own if not one.is_alone]
    for one in sorted(full, key=lambda one: (-len(one.stems), one.start)):
        groups.give_full(one)
    for bearer in groups.bearers:
        bearer.settle()
    for one in own:
        if one.is_alone:
            groups.give_alone(one, unknown)
    _others([one for one in found if one.is_other], groups)
    for bearer in groups.bearers:
        bearer.named.sort(key=lambda one: one.start)
    return sorted(groups.bearers, key=lambda bearer: bearer.named[0].start)


def _others(others: list[Named], groups: Groups) -> None:
    """Gives other names, as those in other letters, to who was named right before them."""
    starts = sorted((n.start, i) for i, bearer in enumerate(groups.bearers) for n in bearer.named)
    for one in others:
        place = bisect(starts, (one.start, -1)) - 1
        bearer = groups.bearers[starts[place][1]] if place >= 0 else groups.new()
        bearer.named.append(one)


def _put(bearers: list[Bearer], bearer: Bearer) -> None:
    if not any(one is bearer for one in bearers[-_MOST_COMPARED:]):
        bearers.append(bearer)


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


def _is_near(heard: str, word: str, other: str) -> bool:
    if len(other) < 4 or other[0] != word[0]:
        return False
    if len(word) >= _LONG and is_one_off(word, other):
        return True
    its = next((r.stem for r in readings(other) if not r.is_chinese), "")
    return bool(its) and distance(heard, its, 1.0) < _ALIKE_WORDS
