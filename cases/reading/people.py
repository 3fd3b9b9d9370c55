"""The people whom an article names, each with every place where it names them (pure)."""

from cases.reading.article import Article, Someone, Span
from cases.reading.naming.asides import with_asides
from cases.reading.naming.finding import Named, named_in
from cases.reading.naming.grouping import Bearer, grouped


def people_of(article: Article) -> tuple[Someone, ...]:
    """Everybody named in the text, in the order in which they first are; without their roles."""
    found = named_in(article.text, article.language)
    bearers = grouped(with_asides(found, article.text))
    return tuple(_someone(bearer, article.text) for bearer in bearers)


def _someone(bearer: Bearer, text: str) -> Someone:
    name = _fullest(bearer.named)
    spans = tuple(Span(one.start, one.end) for one in bearer.named)
    return Someone(text[name.start : name.end], spans)


def _fullest(named: list[Named]) -> Named:
    """The form of most words and letters; of its cases the shortest is the name itself."""
    own = [one for one in named if not one.is_other] or named
    stems = max((one.stems for one in own), key=lambda stems: (len(stems), sum(map(len, stems))))
    return min((one for one in own if one.stems == stems), key=lambda one: one.end - one.start)
