"""The style sheets, of pages and of dossiers: tokens, and no left and right."""

import re

import pytest

from tests.codebase import ROOT

RECORDS = ROOT / "config/records/static/records"
SHEET, PAPER = ((RECORDS / name).read_text() for name in ("tizim.css", "dossier.css"))
BOTH = pytest.mark.parametrize("sheet", [SHEET, PAPER], ids=["pages", "dossiers"])
TOKENS = re.compile(r":root \{(.*?)\n?\s*\}", re.DOTALL)


@BOTH
def test_the_style_sheet_knows_no_left_and_no_right(sheet):
    sided = r"(?:margin|padding|border)-(?:left|right)|(?:text-align|float): (?:left|right)"

    assert re.findall(rf"{sided}|[;{{] *(?:left|right):", sheet) == []


def test_every_colour_stands_among_the_tokens():
    rest = TOKENS.sub("", SHEET)

    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(", rest) == []


def test_dark_and_print_give_every_colour_a_value_of_its_own():
    light, dark, printed = (set(re.findall(r"(--[\w-]+): #", one)) for one in TOKENS.findall(SHEET))

    assert dark == light
    assert printed == light


@BOTH
def test_every_token_that_is_asked_for_is_there(sheet):
    given = set(re.findall(r"(--[\w-]+):", sheet))

    assert set(re.findall(r"var\((--[\w-]+)\)", sheet)) - given == set()


def test_every_picture_of_a_page_says_in_words_what_it_shows_and_how_large_it_is():
    found = [
        (path.name, one)
        for folder, ending in (("templates", "html"), ("cases", "py"), ("config", "py"))
        for path in (ROOT / folder).rglob(f"*.{ending}")
        for one in re.findall(r"<img\b[^>]*>", path.read_text())
    ]

    assert {path for path, _ in found} >= {"pictures.html", "attachments.py"}
    assert [one for one in found if not re.search(r'alt="\{.*width=.*height=', one[1])] == []
