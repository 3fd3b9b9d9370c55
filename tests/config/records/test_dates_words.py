"""What people write as a date, in English, Russian and EDTF, and what readers then see."""

import random
import string
from datetime import date

import pytest

from config.records.dates import (
    DateNotUnderstood,
    PartialDate,
    from_edtf,
    is_certain,
    overlaps,
    understand,
)

DAY = ("2023-03-27", "2023-03-27", "2023-03-27")
MONTH = ("2018-03", "2018-03-01", "2018-03-31")
YEAR = ("2018", "2018-01-01", "2018-12-31")
TWO_DAYS = ("2023-03-27/2023-03-28", "2023-03-27", "2023-03-28")
SPRING_MONTHS = ("2018-03/2018-05", "2018-03-01", "2018-05-31")
YEARS = ("2018/2020", "2018-01-01", "2020-12-31")

# what is written: EDTF, earliest, latest ("" is unknown), what readers see
WRITTEN = {
    "2018": (*YEAR, "2018"),
    "in 2018": (*YEAR, "2018"),
    "2018 год": (*YEAR, "2018"),
    "в 2018 году": (*YEAR, "2018"),
    "٢٠١٨": (*YEAR, "2018"),
    "２０１８": (*YEAR, "2018"),
    "March 2018": (*MONTH, "March 2018"),
    "Mar 2018": (*MONTH, "March 2018"),
    "mar. 2018": (*MONTH, "March 2018"),
    "2018 March": (*MONTH, "March 2018"),
    "2018-3": (*MONTH, "March 2018"),
    "03.2018": (*MONTH, "March 2018"),
    "03/2018": (*MONTH, "March 2018"),
    "2018/03": (*MONTH, "March 2018"),
    "март 2018": (*MONTH, "March 2018"),
    "МАРТ 2018 Г.": (*MONTH, "March 2018"),
    "в марте 2018 года": (*MONTH, "March 2018"),
    "в мае 2018": ("2018-05", "2018-05-01", "2018-05-31", "May 2018"),
    "2010–09": ("2010-09", "2010-09-01", "2010-09-30", "September 2010"),
    "27.03.2023": (*DAY, "27 March 2023"),
    "27. 03. 2023": (*DAY, "27 March 2023"),
    "27.3.2023 г.": (*DAY, "27 March 2023"),
    "27/03/2023": (*DAY, "27 March 2023"),
    "3/27/2023": (*DAY, "27 March 2023"),
    "27-03-2023": (*DAY, "27 March 2023"),
    "2023.03.27": (*DAY, "27 March 2023"),
    "2023/3/27": (*DAY, "27 March 2023"),
    "27 March 2023": (*DAY, "27 March 2023"),
    "  27\u00a0\u00a0MARCH   2023 .": (*DAY, "27 March 2023"),
    "March 27, 2023": (*DAY, "27 March 2023"),
    "27th of March 2023": (*DAY, "27 March 2023"),
    "on the 27th of March, 2023": (*DAY, "27 March 2023"),
    "2023-03-27": (*DAY, "27 March 2023"),
    "2023–03–27": (*DAY, "27 March 2023"),
    "2023\u201103\u201127": (*DAY, "27 March 2023"),
    "\u200e27 March 2023\u200f": (*DAY, "27 March 2023"),
    "27 марта 2023 г.": (*DAY, "27 March 2023"),
    "27-го марта 2023 года": (*DAY, "27 March 2023"),
    "03.04.2018": ("2018-04-03", "2018-04-03", "2018-04-03", "3 April 2018"),
    "05/05/2018": ("2018-05-05", "2018-05-05", "2018-05-05", "5 May 2018"),
    "29.02.2020": ("2020-02-29", "2020-02-29", "2020-02-29", "29 February 2020"),
    "27 March": ("XXXX-03-27", "", "", "27 March (year not stated)"),
    "27 марта": ("XXXX-03-27", "", "", "27 March (year not stated)"),
    "XXXX-03-27": ("XXXX-03-27", "", "", "27 March (year not stated)"),
    "March": ("XXXX-03", "", "", "March (year not stated)"),
    "early 2018": ("2018", "2018-01-01", "2018-06-30", "early 2018"),
    "mid-2018": ("2018", "2018-04-01", "2018-09-30", "mid-2018"),
    "late 2018": ("2018", "2018-07-01", "2018-12-31", "late 2018"),
    "at the end of 2018": ("2018", "2018-07-01", "2018-12-31", "late 2018"),
    "начало 2018": ("2018", "2018-01-01", "2018-06-30", "early 2018"),
    "в начале 2018 года": ("2018", "2018-01-01", "2018-06-30", "early 2018"),
    "середина 2018": ("2018", "2018-04-01", "2018-09-30", "mid-2018"),
    "конец 2018": ("2018", "2018-07-01", "2018-12-31", "late 2018"),
    "early March 2018": ("2018-03", "2018-03-01", "2018-03-15", "early March 2018"),
    "в середине марта 2018": ("2018-03", "2018-03-08", "2018-03-23", "mid-March 2018"),
    "late February 2019": ("2019-02", "2019-02-16", "2019-02-28", "late February 2019"),
    "mid to late March 2018": ("2018-03", "2018-03-08", "2018-03-31", "March 2018"),
    "early 1990s": ("199X", "1990-01-01", "1994-12-31", "early 1990s"),
    "spring 2017": ("2017-21", "2017-03-01", "2017-05-31", "spring 2017"),
    "весна 2017": ("2017-21", "2017-03-01", "2017-05-31", "spring 2017"),
    "весной 2017 года": ("2017-21", "2017-03-01", "2017-05-31", "spring 2017"),
    "fall 2017": ("2017-23", "2017-09-01", "2017-11-30", "autumn 2017"),
    "winter 2017": ("2017-24", "2017-01-01", "2018-02-28", "winter 2017"),
    "зимой 2017–2018 гг.": ("2017-24", "2017-12-01", "2018-02-28", "winter 2017–2018"),
    "winter 2019/20": ("2019-24", "2019-12-01", "2020-02-29", "winter 2019–2020"),
    "2018-21": ("2018-21", "2018-03-01", "2018-05-31", "spring 2018"),
    "2018-37": ("2018-37", "2018-01-01", "2018-04-30", "first third of 2018"),
    "2018-41": ("2018-41", "2018-07-01", "2018-12-31", "second half of 2018"),
    "2010s": ("201X", "2010-01-01", "2019-12-31", "2010s"),
    "2010’s": ("201X", "2010-01-01", "2019-12-31", "2010s"),
    "2010-е": ("201X", "2010-01-01", "2019-12-31", "2010s"),
    "в 2010-х годах": ("201X", "2010-01-01", "2019-12-31", "2010s"),
    "201X": ("201X", "2010-01-01", "2019-12-31", "2010s"),
    "201x": ("201X", "2010-01-01", "2019-12-31", "2010s"),
    "200X": ("200X", "2000-01-01", "2009-12-31", "2000–2009"),
    "20XX": ("20XX", "2000-01-01", "2099-12-31", "2000–2099"),
    "201X-03": ("201X-03", "2010-03-01", "2019-03-31", "March, 2010s"),
    "2018-XX": ("2018-XX", "2018-01-01", "2018-12-31", "2018"),
    "2018-XX-27": ("2018-XX-27", "2018-01-27", "2018-12-27", "2018"),
    "2018-03-XX": ("2018-03-XX", "2018-03-01", "2018-03-31", "March 2018"),
    "2018-02-2X": ("2018-02-2X", "2018-02-20", "2018-02-28", "February 2018"),
    "XXXX": ("XXXX", "", "", "date unknown"),
    "2018?": ("2018?", "2018-01-01", "2018-12-31", "2018 (uncertain)"),
    "possibly March 2018": ("2018-03?", "2018-03-01", "2018-03-31", "March 2018 (uncertain)"),
    "about 2018": ("2018~", "2018-01-01", "2018-12-31", "about 2018"),
    "c. 2018": ("2018~", "2018-01-01", "2018-12-31", "about 2018"),
    "~2018": ("~2018", "2018-01-01", "2018-12-31", "about 2018"),
    "около 2018": ("2018~", "2018-01-01", "2018-12-31", "about 2018"),
    "around March 2018": ("2018-03~", "2018-03-01", "2018-03-31", "about March 2018"),
    "примерно в марте 2018": ("2018-03~", "2018-03-01", "2018-03-31", "about March 2018"),
    "2018-03~": ("2018-03~", "2018-03-01", "2018-03-31", "about March 2018"),
    "about 2018?": ("2018%", "2018-01-01", "2018-12-31", "about 2018 (uncertain)"),
    "about early 2018": ("2018~", "2018-01-01", "2018-06-30", "about early 2018"),
    "2023-03-27%": ("2023-03-27%", *DAY[1:], "about 27 March 2023 (uncertain)"),
    "2023-03-27/2023-03-28": (*TWO_DAYS, "27–28 March 2023"),
    "2023-03-27 – 2023-03-28": (*TWO_DAYS, "27–28 March 2023"),
    "27–28 March 2023": (*TWO_DAYS, "27–28 March 2023"),
    "March 27–28, 2023": (*TWO_DAYS, "27–28 March 2023"),
    "27-28.03.2023": (*TWO_DAYS, "27–28 March 2023"),
    "27.03 — 28.03.2023": (*TWO_DAYS, "27–28 March 2023"),
    "с 27 по 28 марта 2023": (*TWO_DAYS, "27–28 March 2023"),
    "27 March – 2 April 2023": (
        *("2023-03-27/2023-04-02", "2023-03-27", "2023-04-02"),
        "27 March to 2 April 2023",
    ),
    "March to May 2018": (*SPRING_MONTHS, "March to May 2018"),
    "March–May 2018": (*SPRING_MONTHS, "March to May 2018"),
    "from March to May 2018": (*SPRING_MONTHS, "March to May 2018"),
    "с марта по май 2018 года": (*SPRING_MONTHS, "March to May 2018"),
    "2018-2020": (*YEARS, "2018 to 2020"),
    "2018 – 2020": (*YEARS, "2018 to 2020"),
    "с 2018 г. по 2020 г.": (*YEARS, "2018 to 2020"),
    "late 2017 to early 2018": ("2017/2018", "2017-07-01", "2018-06-30", "2017 to 2018"),
    "spring 2017 to March 2018": (
        *("2017-21/2018-03", "2017-03-01", "2018-03-31"),
        "spring 2017 to March 2018",
    ),
    "between March 2018 and June 2018": (
        *("[2018-03..2018-06]", "2018-03-01", "2018-06-30"),
        "between March and June 2018",
    ),
    "между мартом и июнем 2018": (
        *("[2018-03..2018-06]", "2018-03-01", "2018-06-30"),
        "between March and June 2018",
    ),
    "between 2018 and March 2019": (
        *("2018/2019-03", "2018-01-01", "2019-03-31"),
        "2018 to March 2019",
    ),
    "27 or 28 March 2023": (
        *("[2023-03-27,2023-03-28]", "2023-03-27", "2023-03-28"),
        "27 March 2023 or 28 March 2023",
    ),
    "2018 и 2020": ("{2018,2020}", "2018-01-01", "2020-12-31", "2018 and 2020"),
    "[2018,2020]": ("[2018,2020]", "2018-01-01", "2020-12-31", "2018 or 2020"),
    "{2018, 2019}": ("{2018,2019}", "2018-01-01", "2019-12-31", "2018 and 2019"),
    "before March 2021": ("[..2021-02]", "", "2021-02-28", "before March 2021"),
    "до марта 2021": ("[..2021-02]", "", "2021-02-28", "before March 2021"),
    "before 2018": ("[..2017]", "", "2017-12-31", "before 2018"),
    "before 1 January 2018": ("[..2017-12-31]", "", "2017-12-31", "before 1 January 2018"),
    "before the 1990s": ("[..1989]", "", "1989-12-31", "before 1990"),
    "until 2018": ("[..2018]", "", "2018-12-31", "before 2019"),
    "by 2018": ("[..2018]", "", "2018-12-31", "before 2019"),
    "by March 2021": ("[..2021-03]", "", "2021-03-31", "before April 2021"),
    "до марта 2021 включительно": ("[..2021-03]", "", "2021-03-31", "before April 2021"),
    "по март 2021": ("[..2021-03]", "", "2021-03-31", "before April 2021"),
    "[..2021-03]": ("[..2021-03]", "", "2021-03-31", "before April 2021"),
    "by spring 2017": ("../2017-21", "", "2017-05-31", "until spring 2017"),
    "by early 2018": ("../2018", "", "2018-06-30", "until 2018"),
    "../2018": ("../2018", "", "2018-12-31", "until 2018"),
    "/2023-03": ("/2023-03", "", "2023-03-31", "unknown start, until March 2023"),
    "2023-03/": ("2023-03/", "2023-03-01", "", "from March 2023, unknown end"),
    "after 2018": ("[2019..]", "2019-01-01", "", "after 2018"),
    "после 2018": ("[2019..]", "2019-01-01", "", "after 2018"),
    "after 28 February 2020": ("[2020-02-29..]", "2020-02-29", "", "after 28 February 2020"),
    "after the 1990s": ("[2000..]", "2000-01-01", "", "after 1999"),
    "since 2018": ("2018/..", "2018-01-01", "", "since 2018"),
    "from 2018": ("2018/..", "2018-01-01", "", "since 2018"),
    "from 2018 on": ("2018/..", "2018-01-01", "", "since 2018"),
    "с 2018 года": ("2018/..", "2018-01-01", "", "since 2018"),
    "2018/..": ("2018/..", "2018-01-01", "", "since 2018"),
    "since about 2018": ("2018~/..", "2018-01-01", "", "since about 2018"),
    "since late 2018": ("2018/..", "2018-07-01", "", "since 2018"),
}

NARROWER_THAN_THEIR_EDTF = {"late 2017 to early 2018", "by early 2018", "since late 2018"} | {
    written
    for written, expected in WRITTEN.items()
    if expected[0] in ("2018", "2018~", "2018-03", "2019-02", "199X", "2017-24", "2019-24")
}


def _day(text):
    return date.fromisoformat(text) if text else None


def _is_writable(shown):
    """Is it told in words that people write, too?"""
    told_only = ("(", "unknown", ", ", " third ", " half ")
    return not any(words in shown for words in told_only)


@pytest.mark.parametrize(("written", "expected"), WRITTEN.items())
def test_what_people_write_is_understood(written, expected):
    edtf, earliest, latest, shown = expected

    partial = understand(written)

    assert partial == PartialDate(written.strip(), edtf, _day(earliest), _day(latest))
    assert str(partial) == shown


@pytest.mark.parametrize("written", WRITTEN)
def test_the_edtf_alone_has_the_same_bounds_or_wider_ones(written):
    partial = understand(written)

    again = from_edtf(partial.edtf, partial.written)

    assert overlaps(again, partial.earliest, partial.latest)
    if written not in NARROWER_THAN_THEIR_EDTF:
        assert again == partial


@pytest.mark.parametrize("written", [text for text in WRITTEN if _is_writable(WRITTEN[text][3])])
def test_what_readers_see_can_be_written_again(written):
    partial = understand(written)

    again = understand(str(partial))

    # "until early 2018" is shown as "until 2018": less precise, never more
    assert overlaps(again, partial.earliest, partial.latest)
    assert is_certain(again.edtf) == is_certain(partial.edtf)


PIECES = [
    *WRITTEN,
    *("2018", "03", "27", "1", "31", "12", "March", "марта", "spring", "весной", "XX", "201X"),
    *("early", "mid-", "late", "начало", "about", "c.", "около", "before", "до", "until", "after"),
    *("since", "с", "from", "between", "между", "and", "и", "to", "по", "or", "..", " ", " ", " "),
    *("\x00", "\u00a0", "\u200f", "\ud800", "٣", "²", "İ", "ß", "T10:00", "Y1E9", "–"),
    *string.printable,
]


def _understood_or_refused(text):
    try:
        return understand(text)
    except DateNotUnderstood:
        return None


def test_random_text_is_understood_or_refused_and_nothing_else():
    chance = random.Random(20230327)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 7))) for _ in range(10_000)]

    partials = [partial for partial in map(_understood_or_refused, texts) if partial]

    assert len(partials) > 500
    for partial in partials:
        assert str(partial)
        assert partial.precision
        assert overlaps(from_edtf(partial.edtf), partial.earliest, partial.latest)
        assert None in (partial.earliest, partial.latest) or partial.earliest <= partial.latest
