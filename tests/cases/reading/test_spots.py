"""Places and facilities that a text names."""

from cases.reading.article import Article, Someone, Span
from cases.reading.spots import spots


def named(text: str, *people: Someone) -> list[tuple[str, str, int]]:
    return [(one.name, one.kind, len(one.mentions)) for one in spots(Article(text), people)]


def test_places_are_found_by_name_and_by_their_level():
    text = "In Almaty and in Peshen village, far from Kashgar. Almaty is in Kazakhstan."

    assert named(text) == [
        ("Almaty", "", 2),
        ("Peshen village", "", 1),
        ("Kashgar", "", 1),
        ("Kazakhstan", "", 1),
    ]


def test_facilities_have_a_kind_and_are_not_places():
    text = "At the Chinese Embassy in Astana, then at the police department of the Auezov district."

    assert [one for one in named(text) if one[1]] == [
        ("Chinese Embassy in Astana", "embassy", 1),
        ("police department of the Auezov district", "police_station", 1),
    ]


def test_a_name_of_a_person_is_no_place():
    text = "Medina came from Medina."

    assert named(text, Someone("Medina", (Span(0, 6),))) == [("Medina", "", 1)]


def test_a_place_that_is_also_a_word_needs_a_preposition():
    assert named("Bay said nothing.") == []
    assert named("He lives in Bay.") == [("Bay", "", 1)]


def test_russian_places_are_found_in_every_case():
    assert [one[0] for one in named("Из Алматы в Казахстане, у границы с Китаем.")] == [
        "Алматы",
        "Казахстане",
        "Китаем",
    ]
