"""Who is meant by each name, pronoun and word of kin in a text, in their order (pure)."""

import re
from dataclasses import dataclass, field

from cases.reading.article import Someone, Span, Tie
from cases.reading.chains import KIN, NAME, NOBODY, PRONOUN, Reference, chained
from cases.reading.kinship import follows, introduces, owner_after, tie
from cases.reading.lexicon import Lexicon
from cases.reading.recalled import called, last_two
from people.choices import RelationshipKind, Sex

F, M = Sex.FEMALE, Sex.MALE

_EACH = re.compile(r"\b(?:each of the|all (?:of )?the|the)\s+(?:\w+\s+)?$", re.IGNORECASE)
# Pronouns that are never what a sentence is about.
_OBJECTS = frozenset("him her them ihn ihm ihnen него него ним нём нем ней неё нее ними".split())
_SOON = 300  # characters
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_BEFORE_KIN = re.compile(r"(?:^|(?<=[^\w]))(?:[\w-]+\s+){0,2}$")
# "Two of his siblings were detained": of, and yet what the sentence is about.
_SOME_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|some|many|most|several|all|none|dozens|hundreds|\d+) of"
    r"(?: \w+){0,2} $",
    re.IGNORECASE,
)


@dataclass
class Referring:
    """Reads a text sentence by sentence, and remembers whom it spoke of."""

    text: str
    people: tuple[Someone, ...]
    lexicon: Lexicon
    sexes: dict[int, Sex]
    ties: dict[int, list[Tie]] = field(default_factory=dict)
    recent: list[Reference] = field(default_factory=list)
    group: tuple[int, ...] = ()
    lists: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)  # "They include ..."
    main: int | None = None  # whom the article is about, until it names them
    waiting: dict[RelationshipKind, tuple[int, ...]] = field(default_factory=dict)

    def sentence(self, span: Span, names: list[tuple[Span, int]]) -> list[Reference]:
        """The references of one sentence; to be called for each sentence in its order."""
        found: list[Reference] = []
        for start, end, what in self._tokens(span, names):
            if isinstance(what, int):
                found.append(self._name(found, start, end, what))
            else:
                self._word(found, what, span, names)
        chains = chained(self.text, found)
        self._remember(found, chains)
        return found

    def _tokens(self, span: Span, names: list[tuple[Span, int]]):
        taken = [(name.start, name.end, number) for name, number in names]
        words = self.lexicon.referring.finditer(self.text, span.start, span.end)
        tokens: list[tuple[int, int, int | re.Match[str]]] = list(taken)
        at = 0
        for word in words:
            while at < len(taken) and taken[at][1] <= word.start():
                at += 1
            if at == len(taken) or taken[at][0] >= word.end():
                tokens.append((word.start(), word.end(), word))
        return sorted(tokens, key=lambda token: token[:2])

    def _name(self, found: list[Reference], start: int, end: int, number: int) -> Reference:
        owner = _POSSESSIVE.match(self.text, end)
        return Reference(Span(start, end), (number,), NAME, bool(owner), self._is_oblique(start))

    def _is_oblique(self, start: int) -> bool:
        before = self.text[max(0, start - 60) : start]
        if not self.lexicon.compiled["oblique"].search(before):
            return False
        return not _SOME_OF.search(before)

    def _word(self, found, word: re.Match[str], span: Span, names) -> None:
        kind = word.lastgroup
        if kind == "kin":
            self._kin(found, word, span, names)
        elif kind == "who":
            last = next((one for one in reversed(found) if not one.is_owner), None)
            people = last.people if last else ()
            is_owner = word[0].lower() in self.lexicon.whose.split("|")
            found.append(Reference(Span(*word.span()), people, PRONOUN, is_owner))
        elif kind == "one":
            self._one(found, word)
        elif kind == "the":
            self._the(found, word, names)
        elif kind == "people":
            found.append(self._somebody(found, word))
        else:
            is_owner = kind in ("his", "her", "their", "own")
            if kind == "her" and self.lexicon.compiled["her_alone"].match(self.text, word.end()):
                kind, is_owner = "she", False
            people = self._meant(kind, found, word.start(), is_owner, word[0])
            oblique = not is_owner and word[0].lower() in _OBJECTS
            found.append(Reference(Span(*word.span()), people, PRONOUN, is_owner, oblique))

    def _one(self, found: list[Reference], word: re.Match[str]) -> None:
        """ "A Kazakh woman", before the article names the woman it is about."""
        oblique = self._is_oblique(word.start())
        if self._is_beside_name(found, word):
            named = found[-1]
            found.append(
                Reference(Span(*word.span()), named.people, PRONOUN, False, named.is_oblique)
            )
            return
        is_main = self.main is not None and not oblique
        people, how = ((self.main,), PRONOUN) if is_main else ((), NOBODY)
        found.append(Reference(Span(*word.span()), people, how, is_oblique=oblique))

    def _is_beside_name(self, found: list[Reference], word: re.Match[str]) -> bool:
        """ "Gulshan, a doctor,": what somebody is who has just been named."""
        if not found or found[-1].how != NAME or found[-1].is_owner:
            return False
        gap = self.text[found[-1].span.end : word.start()]
        return bool(re.fullmatch(r"(?:\s*\([^()]*\))?,\s*(?:(?:aged )?\d{1,3},\s*)?", gap))

    def _the(self, found: list[Reference], word: re.Match[str], names) -> None:
        """ "The pensioner": who was named last, unless the name follows."""
        after = [name for name, _ in names if 0 <= name.start - word.end() < 40]
        gap = self.text[word.end() : after[0].start] if after else ""
        if after and re.fullmatch(r"(?:,|:)?\s+(?:[\w’'-]+\s+){0,2}", gap):
            return
        sex = (
            F
            if re.search(r"woman|girl|widow", word[0])
            else M
            if re.search(r"\bman|boy", word[0])
            else None
        )
        if known := called(self.text, self.people, word):
            oblique = self._is_oblique(word.start())
            found.append(Reference(Span(*word.span()), known, PRONOUN, self._owns(word), oblique))
            return
        here = [one for one in found if len(one.people) == 1 and not one.is_owner]
        recent = [*reversed(here), *self.recent][: 4 if sex else 1]
        people = next(filter(None, (self._of_sex(one.people, sex) for one in recent)), ())
        if people:
            oblique = self._is_oblique(word.start())
            found.append(Reference(Span(*word.span()), people, PRONOUN, self._owns(word), oblique))
        elif self._owns(word):
            found.append(Reference(Span(*word.span()), (), NOBODY, True))

    def _somebody(self, found: list[Reference], word: re.Match[str]) -> Reference:
        """Somebody without a name, unless the words stand beside a name as what it is."""
        oblique = self._is_oblique(word.start())
        people = self._listed_after(word)
        how = PRONOUN if people else NOBODY
        return Reference(Span(*word.span()), people, how, is_oblique=oblique)

    def _listed_after(self, word: re.Match[str]) -> tuple[int, ...]:
        """ "Each of the farmers got seven years. They include A, B and C"."""
        if not _EACH.search(self.text, max(0, word.start() - 20), word.start()):
            return ()
        near = (people for at, people in self.lists if 0 < at - word.end() < _SOON)
        return next(near, ())

    def _meant(self, kind: str, found: list[Reference], at: int, is_owner: bool, word=""):
        """Who is meant: one, several, or nobody whom the text names."""
        if kind in ("they", "their"):
            return self._several(found) or last_two(word, [*reversed(found), *self.recent])
        sex = None if kind == "own" else M if kind in ("he", "his") else F
        if is_owner and found and found[-1].how == NAME:
            gap = self.text[found[-1].span.end : at]
            if self.lexicon.compiled["joint"].fullmatch(gap):
                return self._of_sex(found[-1].people, sex)
        people = self._nearest(found, sex)
        for person in people if sex else ():
            self.sexes.setdefault(person, sex)
        return people

    def _several(self, found: list[Reference]) -> tuple[int, ...]:
        chains = [chain for chain in chained(self.text, found).values() if len(chain) > 1]
        return chains[-1] if chains else self.group

    def _nearest(self, found: list[Reference], sex: Sex | None) -> tuple[int, ...]:
        """The subject of this sentence, else whom the sentences before spoke of, else nobody."""
        here = [one for one in found if one.how != NOBODY and not one.is_oblique]
        rest = [one for one in found if one.how != NOBODY and one.is_oblique]
        if sex and found and found[-1].how == KIN and not found[-1].people and found[-1].sex == sex:
            return ()  # "his mother was taken; she": nobody whom the text names
        for one in (*here, *rest, *self.recent):
            if not one.people and one.how == KIN and sex and one.sex == sex:
                return ()
            if len(one.people) == 1 and self._of_sex(one.people, sex):
                return one.people
        return ()

    def _of_sex(self, people: tuple[int, ...], sex: Sex | None) -> tuple[int, ...]:
        return tuple(one for one in people if sex is None or self.sexes.get(one, sex) == sex)

    def _kin(self, found: list[Reference], word: re.Match[str], span: Span, names) -> None:
        kin = self.lexicon.kin[word["kin"].lower()]
        start, owner = self._owner_before(found, word)
        owner = owner or self._owner_right_after(found, word)
        after = None if owner else owner_after(self.text, word.end(), self.lexicon)
        named_after = next(
            (n for n in names if after is not None and 0 <= n[0].start - after < 25), None
        )
        if named_after:
            owner = (named_after[1],)
        person, end = self._kinsman(found, word, start, named_after, names)
        if not owner and person is not None and kin[0] in self.waiting:
            owner = self.waiting[kin[0]]
        if person is not None and owner and person not in owner:
            self._state(person, kin, owner, Span(start, max(end, word.end())))
        elif owner and person is None:
            self.waiting[kin[0]] = owner
        meant = (person,) if person is not None else self._known_kin(kin, owner)
        if not (person is not None and end < word.start()):
            oblique = self._is_oblique(start)
            span = Span(start, word.end())
            found.append(Reference(span, meant, KIN, self._owns(word), oblique, kin[1]))

    def _owner_right_after(self, found: list[Reference], word) -> tuple[int, ...]:
        """Whose brother it is where the possessive follows: "broren hans"."""
        mark = self.lexicon.compiled["owners"].match(self.text, word.end())
        return self._meant(mark.lastgroup, found, word.end(), True) if mark else ()

    def _owns(self, word: re.Match[str]) -> bool:
        return bool(_POSSESSIVE.match(self.text, word.end()))

    def _owner_before(self, found: list[Reference], word) -> tuple[int, tuple[int, ...]]:
        """Where "her older brother" or "X's brother" starts, and whose brother it is."""
        if not found or not found[-1].is_owner:
            return word.start(), ()
        last = found[-1]
        end = last.span.end
        if mark := (_POSSESSIVE.match(self.text, end)):
            end = mark.end()
        gap = self.text[end : word.start()]
        if len(gap) < 40 and re.fullmatch(r"\s+(?:[\w-]+,?\s+){0,3}", gap):
            return last.span.start, last.people
        return word.start(), ()

    def _kinsman(self, found, word, start: int, named_after, names) -> tuple[int | None, int]:
        """Who is the brother: named right after the word, or right before the phrase."""
        for name, number in names:
            if word.end() < name.start < word.end() + 80 and (named_after is None):
                if introduces(self.text, word.end(), name.start):
                    return number, name.end
                break
        before = next(
            (one for one in reversed(found) if one.how in (NAME, PRONOUN) and not one.is_owner),
            None,
        )
        if before and len(before.people) == 1 and follows(self.text, before.span.end, start):
            end = named_after[0].end if named_after else word.end()
            return before.people[0], end
        if named_after:
            later = [n for n in names if n[0].start >= named_after[0].end]
            if later and self.text[named_after[0].end : later[0][0].start] == ", ":
                return later[0][1], later[0][0].end
        return None, word.end()

    def _state(self, person: int, kin, owner: tuple[int, ...], passage: Span) -> None:
        if kin[1]:
            self.sexes.setdefault(person, Sex(kin[1]))
        for one in owner:
            stated = tie(kin, one, passage, self.text)
            known = self.ties.setdefault(person, [])
            back = self.ties.get(one, [])
            inverse = RelationshipKind(stated.kind).inverse
            is_known = any((old.kind, old.of) == (stated.kind, one) for old in known)
            if not is_known and not any((old.kind, old.of) == (inverse, person) for old in back):
                known.append(stated)

    def _known_kin(self, kin, owner: tuple[int, ...]) -> tuple[int, ...]:
        """Who is known by now to be this to them."""
        found = [
            person
            for person, ties in self.ties.items()
            for one in ties
            if one.of in owner and one.kind == kin[0] and self.sexes.get(person, kin[1]) == kin[1]
        ]
        inverse = RelationshipKind(kin[0]).inverse
        found += [one.of for own in owner for one in self.ties.get(own, []) if one.kind == inverse]
        return (found[0],) if len(set(found)) == 1 else ()

    def _remember(self, found: list[Reference], chains: dict[int, tuple[int, ...]]) -> None:
        if any(one.how == NAME and self.main in one.people for one in found):
            self.main = None
        groups = [chain for chain in chains.values() if len(chain) > 1]
        self.group = groups[-1] if groups else self.group
        named = [one for one in found if len(one.people) == 1 or (one.how == KIN and one.sex)]
        near = [one for one in named if not one.is_oblique or one.how == PRONOUN]
        subjects = [one for one in near if not one.is_owner]
        others = [one for one in named if one not in subjects]
        if named:
            self.recent = [*subjects, *self.recent[:1], *others, *self.recent[1:]][:12]
