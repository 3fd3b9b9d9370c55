"""A register that holds the people of labelled articles, among invented strangers."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

from django.db import transaction

from cases.evaluation.labelled import Labelled
from config.records import text
from people.evaluation.filling import fill
from people.evaluation.labelled import Group, Spelling
from people.indexing import build
from people.models import NameWord, PersonName


class Register:
    """Who stands in it under which key of the labels, each under one spelling at a time."""

    def __init__(self, articles: Sequence[Labelled], background: int):
        self.articles = articles
        self.seen: dict[str, list[tuple[str, str]]] = {}  # key → (article's key, spelling)
        for article in articles:
            for person in article.people:
                self.seen.setdefault(person.key, []).append((article.key, person.canonical))
        self.numbers = {key: background + nth for nth, key in enumerate(self.seen, start=1)}

    def fill(self, background: int, seed: int, tell: Callable[[str], None]) -> None:
        fill(self._groups(), background, seed, tell)
        build(anew=True)

    def _groups(self) -> list[Group]:
        return [
            Group(key, "articles", "", tuple(_spelling(name) for _, name in seen))
            for key, seen in self.seen.items()
        ]

    def spelling(self, article: Labelled, key: str) -> str:
        """That of the next article that names the person, after the last that of the first; of
        this article only where no other does."""
        seen = self.seen[key]
        place = [one for one, _ in seen].index(article.key)
        return seen[(place + 1) % len(seen)][1]

    def hold_for(self, article: Labelled) -> dict[str, str]:
        """Have the people of this article stand under spellings of other articles; which."""
        spellings = {one.key: self.spelling(article, one.key) for one in article.people}
        keys = {self.numbers[key]: key for key in spellings}
        for name in PersonName.objects.filter(person__in=keys).order_by("person_id"):
            wanted = spellings[keys[name.person_id]]
            if name.text != wanted:
                name.text, name.script = wanted, ""
                name.save()
        return spellings

    @contextmanager
    def without(self, keys: Collection[str]) -> Iterator[None]:
        """Inside, nobody finds these people: the index of names does not hold theirs."""
        people = [self.numbers[key] for key in keys]
        with transaction.atomic():
            NameWord.objects.filter(name__person__in=people).delete()
            yield
            transaction.set_rollback(True)


def _spelling(name: str) -> Spelling:
    return Spelling(name, text.script(name))
