"""A text cut for reading: by paragraphs, by marks, by sentences, and a long one into parts."""

from itertools import pairwise

import pytest

from cases import anchors
from cases.found import stretches
from cases.marking import Mark, paragraphs

TEXT = "Dana met Omar.\n\nHe left. «Dana Omar» stayed in 2018! Why"


def words(text: str, *marks: Mark) -> list[list[tuple[str, int | None]]]:
    told = paragraphs(text, 0, len(text), marks)
    return [[(p.words, p.mark.key if p.mark else None) for p in one.pieces] for one in told]


def test_blank_lines_are_left_out_and_each_paragraph_knows_where_it_begins():
    told = paragraphs(TEXT, 0, len(TEXT), [])

    assert [(one.start, one.pieces[0].words[:4]) for one in told] == [(0, "Dana"), (16, "He l")]


def test_of_marks_that_overlap_the_lowest_rank_shows():
    event, person = Mark(0, 13, 1, "event", 2), Mark(9, 13, 2, "person", 0)

    assert words("Dana met Omar.", event, person) == [[("Dana met ", 1), ("Omar", 2), (".", None)]]


def test_a_mark_over_two_paragraphs_is_shown_in_both_and_has_one_address():
    mark = Mark(9, 19, 1, "tie")

    told = paragraphs(TEXT, 0, len(TEXT), [mark])

    marked = [piece for one in told for piece in one.pieces if piece.mark]
    assert [(one.words, one.is_first) for one in marked] == [("Omar.", True), ("He ", False)]


def test_all_pieces_together_are_the_text():
    marks = [Mark(n, n + 7, n, "person", n % 3) for n in range(0, len(TEXT), 3)]

    told = paragraphs(TEXT, 0, len(TEXT), marks)

    assert "\n\n".join("".join(p.words for p in one.pieces) for one in told) == TEXT


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("met", "Dana met Omar."),
        ("left", "He left."),
        ("2018", "«Dana Omar» stayed in 2018!"),
        ("Why", "Why"),
    ],
)
def test_a_passage_is_told_by_its_sentence(place, sentence):
    start = TEXT.index(place)

    found = anchors.sentence(TEXT, start, start + len(place))

    assert (found.quote, TEXT[found.start : found.end]) == (sentence, sentence)


def test_a_text_without_an_end_of_a_sentence_is_cut():
    text = "a" * 10_000

    found = anchors.sentence(text, 5_000, 5_010)

    assert (found.start, found.end) == (4_400, 5_610)


def test_of_several_places_of_a_passage_the_nearest_is_found():
    text = "2018 and 2019 and 2018"

    assert [anchors.find_nearest(text, "2018", place).start for place in (0, 20)] == [0, 18]
    assert anchors.find_nearest(text, "2020", 0) is None


@pytest.mark.parametrize("text", ["", "short", "a" * 95, "word " * 40, "line\n" * 40])
def test_the_parts_of_a_text_are_all_of_it(text):
    parts = stretches(text, 30)

    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end == start for (_, end), (start, _) in pairwise(parts))
    assert max(end - start for start, end in parts) <= 30
