"""References: what BibTeX would take for its own signs, and what is left out."""

from config.records.references import bibtex, escaped


def test_no_sign_of_a_text_is_taken_for_one_of_bibtex():
    told = escaped(r"A & B {50%} $5 #1 a_b \ ~ ^")

    assert told == r"A \& B \{50\%\} \$5 \#1 a\_b \char92  \char126  \char94 "


def test_a_field_that_says_nothing_is_left_out():
    assert bibtex("misc", "key", {"title": "T", "doi": ""}) == "@misc{key,\n  title = {T}\n}\n"
