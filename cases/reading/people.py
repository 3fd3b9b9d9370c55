"""The people whom an article names, each with every place where it names them (pure)."""

from cases.reading.article import Article, Someone, Span
from cases.reading.naming.asides import with_asides
from cases.reading.naming.finding import named_in
from cases.reading.naming.grouping import Bearer, grouped


def people_of(article: Article) -> tuple[Someone, ...]:
    """Everybody named in the text, in the order in which they first are; without their roles."""
    bearers = grouped(with_asides(named_in(article.text, article.language), article.text))
    return tuple(_someone(bearer, article.text) for bearer in bearers)


def _someone(bearer: Bearer, text: str) -> Someone:
    """A person under the form of most words; of its cases the shortest is the name itself."""
    own = [one for one in bearer.named if not one.is_other] or bearer.named
    most = max(len(one.words) for one in own)
    full = [one for one in own if len(one.words) == most]
    length = {one.stems: max(len(n) for n in map(_joined, full)) for one in full}
    forms = [one for one in full if one.stems == max(length, key=lambda s: sum(map(len, s)))]
    name = min(forms, key=lambda one: one.end - one.start)
    spans = tuple(Span(one.start, one.end) for one in bearer.named)
    return Someone(text[name.start : name.end], spans)


def _joined(one) -> str:
    return " ".join(one.words)
