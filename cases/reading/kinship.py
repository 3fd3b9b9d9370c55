"""Ties that a text states: her brother X, X, son of Y, X's lawyer, Y (pure)."""

import re

from cases.reading.article import Span, Tie
from cases.reading.lexicon import Kin, Lexicon
from people.choices import RelationshipKind

# Between a word of kin and the name it introduces: a trade, an age, an adjective; no verb.
_TO_NAME = re.compile(r"(?:,| named| called)? (?:[^\W\d_][\w’'-]* |\d{1,3},? |\(){0,3}$")
_FROM_NAME = re.compile(
    r",? ?(?:\(?\d{1,3}\)?,? )?(?:(?:is|was|and|a|an|the|who is|also) ){0,2}(?:[\w-]+ ){0,2}$"
)
_NO_TRADE = frozenset(
    "and or said says told tells was is are were has had have who whom that"
    " in at to from for with by of when"
    " after before on as but while because did does do about than not whose"
    " which where asked called died"
    " и или на в с со по из от к у о что который которая был была есть und"
    " oder sagte sagt war ist hat in"
    " mit von y o dijo es fue en con de que og eller sa er var i med av z w"
    " na do od powiedział jest był".split()
)


def introduces(text: str, word_end: int, name_start: int) -> bool:
    """Does the word that ends there introduce the name that starts here: "brother, a poet, X"?"""
    gap = text[word_end:name_start]
    if gap in (" ", ", "):
        return True
    return len(gap) < 60 and bool(_TO_NAME.fullmatch(gap)) and not (_words(gap) & _NO_TRADE)


def follows(text: str, name_end: int, word_start: int) -> bool:
    """Does the word stand beside the name before it: "X, a son", "X is the son"?"""
    gap = text[name_end:word_start]
    if "," not in gap and not re.search(r"\b(?:is|was|ist|war|es|er|jest)\b", gap):
        return False
    return len(gap) < 50 and bool(_FROM_NAME.fullmatch(gap))


def _words(gap: str) -> set[str]:
    return set(gap.lower().replace(",", " ").split())


def tie(kin: Kin, of: int, passage: Span, text: str) -> Tie:
    kind = RelationshipKind(kin[0])
    quote = " ".join(passage.of(text).split())
    return Tie(kind.value, of, passage, f"The text says “{quote[:120]}”.")


def owner_after(text: str, end: int, lexicon: Lexicon) -> int | None:
    """Where the owner would be named after "son of", or None if no such word stands there."""
    found = lexicon.compiled["kin_of"].match(text, end)
    return found.end() if found else None
