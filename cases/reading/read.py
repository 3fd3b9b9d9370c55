"""Reading an article from its first word to its last: who, where, what happened, when (pure)."""

from cases.reading.article import Article, Reading
from cases.reading.people import people_of
from cases.reading.telling import told


def read(article: Article) -> Reading:
    """All that the article tells and we can tell apart; nothing that it does not say."""
    return told(article, people_of(article))
