"""Naming people: the shortest proof that an article's people are found."""

from cases.reading.article import Article
from cases.reading.people import people_of


def test_a_surname_alone_means_who_was_named_in_full():
    text = "Police in Almaty freed Akikat Kaliolla on March 27. Kaliolla thanked his lawyer."

    (one,) = people_of(Article(text))

    assert one.name == "Akikat Kaliolla"
    assert [span.of(text) for span in one.mentions] == ["Akikat Kaliolla", "Kaliolla"]
