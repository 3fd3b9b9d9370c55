"""An article sentence by sentence, with who is in each (pure)."""

import re
from collections.abc import Iterator

from cases.reading.article import Someone, Span
from cases.reading.chains import NAME, runs
from cases.reading.cues import Named
from cases.reading.paragraphs import paragraphs, sentences
from cases.reading.references import Referring
from cases.reading.victims import Scene

_CAPTION = re.compile(r"\s*(?:caption|photo|image|picture|file photo)\b", re.IGNORECASE)
_INCLUDE = re.compile(
    r"\b(?:They |Those (?:\w+ ){1,2}|The (?:\w+ ){1,3})(?:include|are|were)(?: identified as)?:?\s",
)
_BETWEEN = re.compile(
    r"(?:,?\s*\(?\d{1,3}\)?)?[,;\s]*(?:and\s+)?(?:(?:his|her|the|a|an|brother|sister|wife"
    r"|husband)\s+)*"
)
_LEAD = 3  # paragraphs in which whom an article is about may be told of without the name


def scenes(
    text: str, people: tuple[Someone, ...], referring: Referring
) -> list[tuple[Scene, Span]]:
    """Each sentence as a scene, with its paragraph."""
    named = sorted(
        ((span, number) for number, one in enumerate(people) for span in one.mentions),
        key=lambda pair: pair[0].start,
    )
    found, at = [], 0
    referring.lists = list(_lists(text, named))
    for place, paragraph in enumerate(paragraphs(text)):
        if place == 0:
            referring.main = _main(people)
        is_caption = bool(_CAPTION.match(text, paragraph.start))
        for sentence in sentences(text, paragraph):
            names = []
            while at < len(named) and named[at][0].start < sentence.end:
                if named[at][0].start >= sentence.start:
                    names.append(named[at])
                at += 1
            main = referring.main
            references = referring.sentence(sentence, names)
            referring.main = main if is_caption else referring.main
            found.append((Scene.of(text, sentence, references, referring.lexicon), paragraph))
        referring.main = referring.main if place + 1 < _LEAD else None
    return found


def _lists(text: str, named: list[tuple[Span, int]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """ "They include A, B and C": where that starts, and who they are."""
    for match in _INCLUDE.finditer(text):
        end = text.find("\n", match.end())
        end = end if end >= 0 else len(text)
        people, last = [], match.end()
        for span, number in named:
            if span.start >= match.end() and span.end <= end:
                if not _BETWEEN.fullmatch(text, last, span.start):
                    break
                people.append(number)
                last = span.end
        if len(people) > 2:
            yield match.start(), tuple(dict.fromkeys(people))


def _main(people: tuple[Someone, ...]) -> int | None:
    """Whom the article is about: who is named first of those whom it names often."""
    most = max((len(one.mentions) for one in people), default=0)
    often = [
        (one.mentions[0].start, number)
        for number, one in enumerate(people)
        if 2 * len(one.mentions) >= most
    ]
    return min(often)[1] if often else None


def named_where(played: list[tuple[Scene, Span]]) -> dict[int, list[Named]]:
    """For each person every mention, with the list, the sentence and the paragraph it is in."""
    found: dict[int, list[Named]] = {}
    for scene, paragraph in played:
        places = runs(scene.text, scene.references)
        for place, one in enumerate(scene.references):
            if one.how != NAME:
                continue
            run = places.get(place, (place,))
            first = scene.references[run[0]].span.start
            last = scene.references[run[-1]].span.end
            named = Named(one.span, first, last, scene.sentence, paragraph)
            found.setdefault(one.people[0], []).append(named)
    return found


def lists_of(played: list[tuple[Scene, Span]]) -> list[tuple[int, tuple[int, ...]]]:
    """Names told in one breath: where each list starts, and who is in it."""
    return [
        (scene.references[place].span.start, people)
        for scene, _ in played
        for place, people in scene.chains.items()
        if len(people) > 1
    ]
