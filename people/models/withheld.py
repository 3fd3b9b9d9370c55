"""Names that are not to be shown, looked for in the other texts that readers see."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import permutations
from urllib.parse import quote, unquote

from django.apps import apps
from django.db import models

from config.records.choices import State
from config.records.models import Record
from config.records.text import fold, script
from people.choices import NameDisplay

TOLD_AT_MOST = 5
# What stands between the words of a name in a text, or in an address.
BETWEEN = "(%20|[-[:space:]_+.,/]){1,3}"
REORDERED = 3  # words; longer names stand in many orders that nobody writes


def words_of_readers(model: type[Record]) -> list[str]:
    """The texts of a kind of record that somebody types and readers see."""
    fields = (model._meta.get_field(name) for name in model.PUBLIC_FIELDS)
    typed = (one for one in fields if isinstance(one, (models.CharField, models.TextField)))
    return [one.name for one in typed if one.editable and not one.choices]


def is_whole(name: str) -> bool:
    """Whether a name says of itself whom it means: two words, or three Chinese characters.

    One word such as Ali stands in many texts and means somebody else.
    """
    folded = fold(name)
    return " " in folded or (script(name) == "Hani" and len(folded) > 2)


def orders(name: Iterable[str]) -> set[tuple[str, ...]]:
    """The words of a name in each order: what is the last name here stands first elsewhere."""
    words = tuple(name)
    return set(permutations(words)) if len(words) <= REORDERED else {words}


class Wanted:
    """Names to look for, by their first word, so that a text is read once however many there are.

    A Chinese name stands in its text without a space.
    """

    def __init__(self, names: Iterable[str]):
        self.by_word: dict[str, set[str]] = defaultdict(set)
        self.unspaced: set[str] = set()
        for name in names:
            if is_whole(name):
                folded = fold(name)
                for first, *others in orders(folded.split()):
                    self.by_word[first].add(" ".join((first, *others)))
                self.unspaced |= {folded} if script(name) == "Hani" else set()

    def __bool__(self) -> bool:
        return bool(self.by_word)

    def is_in(self, text: str) -> bool:
        """Whether one of them stands there, in whatever case, accents and order; also in an
        address, with its words parted by other signs or its letters as percents.
        """
        folded = fold(unquote(text))
        begun = {name for word in set(folded.split()) for name in self.by_word.get(word, ())}
        spaced = f" {folded} "
        return any(f" {name} " in spaced for name in begun) or any(
            name in folded for name in self.unspaced
        )


def objections(records: Iterable[Record], names: Iterable[str]) -> Iterator[str]:
    """Why these records are not to be published: each holds one of the names."""
    wanted = Wanted(names)
    for record in records if wanted else ():
        for field in words_of_readers(type(record)):
            if wanted.is_in(getattr(record, field)):
                told = record._meta.get_field(field).verbose_name
                yield f"{record} holds a name that is not to be shown: {told}."


def published_texts(names: Iterable[str]) -> list[str]:
    """Ids of published records that hold one of these names as it is written, or folded, in any
    order of its words; the first few.
    """
    wanted = [_pattern(name) for name in names if is_whole(name)]
    found = []
    for model in apps.get_models() if wanted else ():
        if issubclass(model, Record) and model._meta.model_name != "personname":
            rule = models.Q()
            for field in words_of_readers(model):
                for pattern in wanted:
                    rule |= models.Q(**{f"{field}__iregex": pattern})
            shown = model._base_manager.filter(rule, state=State.PUBLISHED) if rule else ()
            found += [one.public_id for one in shown[: TOLD_AT_MOST - len(found)]]
    return found


def objections_to(display: str, names: Iterable[str]) -> list[str]:
    """What is wrong with showing somebody so whose names are these."""
    told = published_texts(names) if display != NameDisplay.FULL else []
    return [f"A name that is not to be shown stands in {', '.join(told)}."] if told else []


def _pattern(name: str) -> str:
    """A name as PostgreSQL looks for it: as written, folded, or as an address has it."""
    spelled = {tuple(name.split()), tuple(fold(name).split())}
    spelled |= {tuple(quote(word) for word in words) for words in spelled}
    each = {words for one in spelled for words in orders(one)}
    return "|".join(sorted(BETWEEN.join(map(re.escape, words)) for words in each))
