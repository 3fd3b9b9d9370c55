"""The words of a name, however it is typed."""

import pytest

from people.names.scripts import joined, script_of, words


@pytest.mark.parametrize(
    ("typed", "parted"),
    [
        ("Akikat Kaliolla", ["Akikat", "Kaliolla"]),
        ("伊力哈木·土赫提", ["伊力哈木", "土赫提"]),
        ("哈力尤拉.吐尔逊", ["哈力尤拉", "吐尔逊"]),
        ("KALIOLLA,Akikat", ["KALIOLLA", "Akikat"]),
        ("ArmanTuleshovich", ["Arman", "Tuleshovich"]),
        ("Qasym-Zhomart", ["Qasym", "Zhomart"]),
        ("Ma'mut Abdu’Rahman", ["Mamut", "Abdurahman"]),
        ("张三Zhang", ["张三", "Zhang"]),
        ("Ali\u200fVeli\u202e", ["Ali", "Veli"]),
        ("", []),
        ("😀 ☕ 42 --- ·", []),
    ],
)
def test_a_name_is_parted_at_every_separator(typed, parted):
    assert words(typed) == parted


def test_letters_that_look_like_those_of_another_script_are_put_right():
    latin_a_in_cyrillic = "Ерм" + "e" + "кбaй"

    assert [script_of(word) for word in words(latin_a_in_cyrillic)] == ["Cyrl"]
    assert words(latin_a_in_cyrillic) == ["Ермекбай"]


def test_what_a_hyphen_joins_is_also_one_word():
    assert joined("Kassym-Jomart Tokayev") == ["kassymjomart"]
    assert joined("NurMuhammad") == ["nurmuhammad"]
    assert joined("伊力-土赫") == []


@pytest.mark.parametrize(
    ("word", "script"),
    [("Qaliolla", "Latn"), ("Қалиолла", "Cyrl"), ("قاليوللا", "Arab"), ("哈力", "Hani"), ("7", "")],
)
def test_the_script_is_that_of_the_letters(word, script):
    assert script_of(word) == script
