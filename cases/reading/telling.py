"""What an article tells of the people it names: roles, ties, places, events (pure)."""

from dataclasses import replace

from cases.reading.article import Article, Happening, Reading, Someone
from cases.reading.cues import Named
from cases.reading.dating import Anchor
from cases.reading.dealings import Dealer, bounded
from cases.reading.happenings import happenings
from cases.reading.references import Referring
from cases.reading.roles import Judge, families
from cases.reading.scenes import lists_of, named_where, scenes
from cases.reading.sexes import sexes
from cases.reading.spots import SpotMap, spots
from cases.reading.statements import statements
from cases.reading.tellings import Teller, Told
from cases.reading.words import lexicon_for

_LEAD = 400  # characters in which an article says what it is about


def told(article: Article, people: tuple[Someone, ...]) -> Reading:
    """The same people with their roles and ties, and what happened to whom, where and when."""
    text, lexicon = article.text, lexicon_for(article.language, article.text)
    found = spots(article, people)
    referring = Referring(text, people, lexicon, sexes(text, people, lexicon))
    played = scenes(text, people, referring)
    teller = Teller(SpotMap(found), Anchor.of(article.published))
    every: list[Told] = []
    for scene, paragraph in played:
        every += teller.tellings(scene, paragraph)
    events, named = happenings(every, text, lists_of(played)), named_where(played)
    tied = [replace(one, ties=tuple(referring.ties.get(n, ()))) for n, one in enumerate(people)]
    finished = _with_roles(tied, named, events, Judge(text, lexicon, _lead(article)))
    spoken = statements(text, lexicon, finished, named, events)
    dealt = list(Dealer(finished, events, teller).dealings(played))
    events = (*(bounded(one, dealt) for one in events), *spoken, *dealt)
    events = tuple(sorted(events, key=lambda one: one.trigger.start))
    return Reading(finished, found, events)


def _lead(article: Article) -> str:
    return f"{article.title}\n{article.text[:_LEAD]}"


def _with_roles(
    people: list[Someone],
    named: dict[int, list[Named]],
    events: tuple[Happening, ...],
    judge: Judge,
) -> tuple[Someone, ...]:
    befell: dict[int, list[Happening]] = {}
    for event in events:
        for person in event.people:
            befell.setdefault(person, []).append(event)
    finished, family = [], families(people)
    for number, one in enumerate(people):
        role, why = judge.role(
            one, named.get(number, []), befell.get(number, []), family.get(number, "")
        )
        finished.append(replace(one, role=role, why=why))
    return tuple(finished)
