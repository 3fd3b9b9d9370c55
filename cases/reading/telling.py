"""What an article tells of the people it names: roles, ties, places, events (pure)."""

from dataclasses import replace

from cases.reading.article import Article, Happening, Reading, Someone, Span
from cases.reading.dating import Anchor
from cases.reading.happenings import Told, happenings, tellings
from cases.reading.lexicon import Lexicon
from cases.reading.paragraphs import paragraphs, sentences
from cases.reading.references import Referring
from cases.reading.roles import role_of
from cases.reading.sexes import sexes
from cases.reading.spots import SpotMap, spots
from cases.reading.victims import Scene
from cases.reading.words import lexicon_for


def told(article: Article, people: tuple[Someone, ...]) -> Reading:
    """The same people with their roles and ties, and what happened to whom, where and when."""
    lexicon = lexicon_for(article.language, article.text)
    found = spots(article, people)
    referring = Referring(article.text, people, lexicon, sexes(article.text, people, lexicon))
    scenes = _scenes(article.text, people, referring, lexicon)
    anchor, where = Anchor.of(article.published), SpotMap(found)
    every: list[Told] = []
    for scene, passage in scenes:
        every += tellings(scene, passage, where, anchor)
    events = happenings(every)
    return Reading(_with_roles(article, people, referring, events, scenes, lexicon), found, events)


def _scenes(text: str, people, referring: Referring, lexicon: Lexicon) -> list[tuple[Scene, Span]]:
    named = sorted(
        ((span, number) for number, one in enumerate(people) for span in one.mentions),
        key=lambda pair: pair[0].start,
    )
    scenes, at = [], 0
    for paragraph in paragraphs(text):
        for sentence in sentences(text, paragraph):
            names = []
            while at < len(named) and named[at][0].start < sentence.end:
                if named[at][0].start >= sentence.start:
                    names.append(named[at])
                at += 1
            references = referring.sentence(sentence, names)
            scenes.append((Scene.of(text, sentence, references, lexicon), paragraph))
    return scenes


def _with_roles(
    article: Article,
    people: tuple[Someone, ...],
    referring: Referring,
    events: tuple[Happening, ...],
    scenes: list[tuple[Scene, Span]],
    lexicon: Lexicon,
) -> tuple[Someone, ...]:
    listed = {
        person
        for scene, _ in scenes
        for chain in scene.chains.values()
        if len(chain) > 2
        for person in chain
    }
    by_person: dict[int, list[Happening]] = {}
    for event in events:
        for person in event.people:
            by_person.setdefault(person, []).append(event)
    finished = []
    for number, one in enumerate(people):
        one = replace(one, ties=tuple(referring.ties.get(number, ())))
        its = by_person.get(number, [])
        role, why = role_of(number, one, article.text, lexicon, its, number in listed)
        finished.append(replace(one, role=role, why=why))
    return tuple(finished)
