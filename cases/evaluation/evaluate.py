"""The whole evaluation of readings, in whatever database is in use: fill it, read, link, tell."""

from collections.abc import Callable, Sequence

from cases.evaluation import linked, measures
from cases.evaluation.labelled import Labelled
from cases.evaluation.pairing import Read, kinds_of
from cases.evaluation.register import Register
from cases.reading.article import Article
from cases.reading.read import read
from config.records.progress import progress


def evaluate(
    articles: Sequence[Labelled], *, background: int, seed: int, tell: Callable[[str], None]
) -> tuple[dict, dict]:
    """The report, and what a table tells besides."""
    reads = [
        Read.of(one, read(one.article)) for one in progress(articles, len(articles), "Reading")
    ]
    register = Register(articles, background)
    register.fill(background, seed, tell)
    links = linked.measure(progress(reads, len(reads), "Linking"), register)
    events = measures.events(reads, kinds_of(articles))
    every = measures.total(map(measures.mentions, reads))
    by_language = measures.mentions_by(reads, lambda one: one.article.language or "unknown")
    report = {
        "articles": len(articles),
        "mentions": every.told() | {"by_language": _told(by_language)},
        **links.told(),
        "roles": measures.roles(reads),
        "events": events.told(),
    }
    return report, _besides(reads, links)


def _besides(reads: Sequence[Read], links: measures.Links) -> dict:
    by_kind = measures.mentions_by(reads, lambda one: one.kind or "unknown")
    headlines = [one for one in reads if measures.is_title_case(one.labelled.article.title)]
    return {
        "by_kind": _told(by_kind),
        "headlines": len(headlines),
        "false_in_headlines": sum(map(_false_in_headline, headlines)),
        "pairs": links.counts.right + links.counts.missed,
        "links": links.counts.right + links.counts.wrong,
        "new": links.new,
        "taken_for": links.taken_for,
    }


def _false_in_headline(one: Read) -> int:
    """The headline read as if it were a text, so that nothing below it helps."""
    title, language = one.labelled.article.title, one.labelled.article.language
    found = read(Article(title, language=language))
    names = (span.of(title) for person in found.people for span in person.mentions)
    return measures.false_in_headline(one, names)


def _told(counts: dict[str, measures.Counts]) -> dict[str, dict]:
    return {name: one.told() for name, one in counts.items()}
