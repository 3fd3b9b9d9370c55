"""A passage is found again in a newer text, or it is said that it is not."""

import time

import pytest

from cases import anchors
from cases.rereading import Newer, reread

OLD = (
    "Kuat was led out of his shop on a Monday. A court in the county later sentenced him to 14 "
    "years in prison. His sister Dana was sentenced to 6 years in prison, their mother says. "
    "The family has not heard from either of them since the spring of 2019."
)


def passage(quote: str, text: str = OLD, near: int = 0) -> anchors.Anchor:
    return anchors.find(text, quote, near)


def told(text: str, quote: str, near: int = 0) -> tuple[str, str]:
    found = reread(Newer(text), passage(quote, near=near))
    return found.outcome, found.anchor.quote if found.anchor else ""


def test_a_text_that_only_goes_on_has_the_passage_at_its_place():
    quote = "The family has not heard from either of them"

    assert told(OLD + " Corrected on Friday.", quote) == ("same", quote)


def test_a_passage_that_was_pushed_down_is_told_with_its_new_place():
    quote, new = "their mother says", f"UPDATED. {OLD}"

    found = reread(Newer(new), passage(quote))

    assert (found.outcome, found.anchor.start) == ("moved", new.index(quote))


def test_other_line_breaks_and_quotation_marks_are_the_same_words():
    old = "He said: “We do not know where they are.” Then he left the square."
    new = "Earlier.\n\nHe said: «We do not know\nwhere they are.»\nThen he left the square."

    found = reread(Newer(new), passage("“We do not know where they are.”", old))

    assert (found.outcome, found.anchor.quote) == ("moved", "«We do not know\nwhere they are.»")


def test_of_equal_passages_the_one_in_the_same_surroundings_is_meant():
    new = "More. " + OLD.replace("14 ", "9 ")
    second = OLD.index("years in prison", OLD.index("Dana"))

    found = reread(Newer(new), passage("years in prison", near=second))

    assert (found.outcome, found.anchor.start) == ("moved", new.index("years in prison, their"))


def test_a_short_passage_is_not_taken_for_the_same_words_about_somebody_else():
    """The brother's sentence was corrected; "14 years" now stands only in another sentence."""
    new = OLD.replace("14 years", "12 years") + " The shop had been his for 14 years."

    assert told(new, "14 years") == ("reworded", "12 years")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "A court in the county later sentenced him to 14 years in prison",
            "A court in the county has since sentenced him to 14 years",
        ),
        (
            "The family has not heard from either of them since the spring of 2019",
            "The family has still not heard from any of them since the spring of 2021",
        ),
        ("Kuat was led out of his shop", "Kuat was not led out of his shop"),
    ],
)
def test_a_passage_in_other_words_is_shown_as_it_now_reads(old, new):
    assert told(OLD.replace(old, new), old) == ("reworded", new)


@pytest.mark.parametrize(
    "new",
    [
        "",
        "This page is no longer available.",
        OLD.replace("A court in the county later sentenced him to 14 years in prison. ", ""),
        "The weather in the county was fair; a court in the capital heard a case about him.",
    ],
)
def test_a_passage_that_is_gone_is_lost(new):
    assert told(new, "later sentenced him to 14 years in prison") == ("lost", "")


@pytest.mark.parametrize(
    ("old", "quote", "new", "now"),
    [
        (
            "Әлия Сейіт 2018 жылы Құлжа қаласында ұсталды. Содан бері хабар жоқ.",
            "Әлия Сейіт 2018 жылы Құлжа қаласында ұсталды",
            "Жаңартылды. Әлия Сейіт 2018 жылы көктемде Құлжа қаласында ұсталды. Хабар жоқ.",
            "Әлия Сейіт 2018 жылы көктемде Құлжа қаласында ұсталды",
        ),
        (
            "据家人说，他于二〇一八年三月被警方带走，至今没有消息。",
            "他于二〇一八年三月被警方带走",
            "更新。据家人说，他于二〇一八年五月被警方带走，至今没有消息。",
            "他于二〇一八年五月被警方带走",
        ),
    ],
)
def test_any_script_is_read_so(old, quote, new, now):
    found = reread(Newer(new), passage(quote, old))

    assert (found.outcome, found.anchor.quote) == ("reworded", now)


# What would be slow if the work grew with the text and the passage at once.
LONG = {
    "one word over and over": "taken " * 166_000,
    "no word of it": "".join(f"n{number} " for number in range(140_000)),
    "one line without a space": "x" * 1_000_000,
    "the same sentence over and over": (OLD.replace("14", "13") + " ") * 3_700,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize(
    "quote", ["14 years", OLD, "taken " * 3_000], ids=["short", "long", "most"]
)
def test_a_million_signs_are_read_in_seconds(text, quote):
    old = anchors.at(f"{OLD} {quote}", len(OLD) + 1, len(OLD) + 1 + len(quote))

    began = time.monotonic()
    reread(Newer(text), old)

    assert time.monotonic() - began < 10
