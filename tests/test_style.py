"""The style sheet: one, with tokens, and the same in both directions of reading."""

import re

from tests.codebase import ROOT

SHEET = (ROOT / "config/records/static/records/tizim.css").read_text()
TOKENS = re.compile(r":root \{(.*?)\n?\s*\}", re.DOTALL)


def test_the_style_sheet_knows_no_left_and_no_right():
    sided = r"(?:margin|padding|border)-(?:left|right)|(?:text-align|float): (?:left|right)"

    assert re.findall(rf"{sided}|[;{{] *(?:left|right):", SHEET) == []


def test_every_colour_stands_among_the_tokens():
    rest = TOKENS.sub("", SHEET)

    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(", rest) == []


def test_dark_and_print_give_every_colour_a_value_of_its_own():
    light, dark, printed = (set(re.findall(r"(--[\w-]+): #", one)) for one in TOKENS.findall(SHEET))

    assert dark == light
    assert printed == light


def test_every_token_that_is_asked_for_is_there():
    given = set(re.findall(r"(--[\w-]+):", SHEET))

    assert set(re.findall(r"var\((--[\w-]+)\)", SHEET)) - given == set()
