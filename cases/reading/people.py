"""The people whom an article names, each with every place where it names them (pure)."""

from cases.reading.article import Article, Someone


def people_of(article: Article) -> tuple[Someone, ...]:
    """Everybody named in the text, in the order in which they first are; without their roles."""
    return ()
