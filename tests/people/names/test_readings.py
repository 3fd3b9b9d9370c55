"""What each script sounds like."""

import pytest

from people.names import hungarian
from people.names.chinese import parted, syllables_of
from people.names.czech import parted as czech_parted
from people.names.distance import distance
from people.names.parse import INITIAL, PATRONYMIC, TITLE, is_chinese, parse
from people.names.readings import readings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ermekbay", "Ермекбай"),
        ("Yermekbai", "Ермекбай"),
        ("Zhanna", "Жанна"),
        ("Jumabek", "Жумабек"),
        ("Dzhumabek", "Джумабек"),
        ("Тохти", "توختى"),
        ("Ilham", "ئىلھام"),
        ("Serik", "سەرىك"),
        ("Şerif", "Sherif"),
        ("Köbegen", "Көбеген"),
    ],
)
def test_spellings_of_one_word_sound_nearly_the_same(one, other):
    apart = min(distance(x.sounds, y.sounds) for x in readings(one) for y in readings(other))

    assert apart <= 0.3


@pytest.mark.parametrize(
    ("latin", "han"), [("Tursun", "吐尔逊"), ("Tohti", "土赫提"), ("Askerbek", "阿斯克别克")]
)
def test_chinese_characters_sound_like_the_name_that_they_stand_for(latin, han):
    apart = min(distance(x.sounds, y.sounds) for x in readings(latin) for y in readings(han))

    assert apart <= 1.0


@pytest.mark.parametrize(
    ("word", "stem", "ending"),
    [
        ("Kunbolatuly", "Kunbolat", "patronymic"),
        ("Seitqyzy", "Seit", "patronymic"),
        ("Серікұлы", "Серік", "patronymic"),
        ("Кайратович", "Кайрат", "patronymic"),
        ("Омурова", "Омур", "surname"),
        ("Tohti", "Tohti", ""),
    ],
)
def test_an_ending_is_told_from_the_stem(word, stem, ending):
    (heard, *_), (bare, *_) = readings(word), readings(stem)

    assert heard.ending == ending
    assert distance(heard.stem, bare.sounds) <= 0.1


def test_pinyin_palladius_and_czech_are_read_by_syllables():
    assert parted("maimaiti") == ("mai", "mai", "ti")
    assert parted("nurmemet") == ()
    assert parted("дэцзян", palladius=True) == ("de", "jiang")
    assert parted("чуньхуа", palladius=True) == ("chun", "hua")
    assert czech_parted("kchečchiang") == ("ke", "qiang")
    assert czech_parted("keqiang") == ()
    assert syllables_of("阿卜杜") == ("a", "bu", "du")


@pytest.mark.parametrize(
    ("written", "ways"),
    [
        ("csiang", (("jiang",), ("qiang",))),
        ("hsziaoping", (("xiao", "bing"), ("xiao", "ping"))),
        ("vang", (("wang",),)),
        ("ko", (("ge",), ("ke",))),
        ("hszü", (("xu",),)),
        ("csulpan", ()),
        ("tohti", ()),
    ],
)
def test_the_hungarian_transcription_is_read_in_every_way_that_it_allows(written, ways):
    assert hungarian.parted(written) == ways


def test_only_a_word_that_is_no_pinyin_is_heard_as_hungarian():
    heard = {word: [r.syllables for r in readings(word) if r.syllables] for word in ("tang", "ko")}

    assert heard == {"tang": [("tang",)], "ko": [("ge",), ("ke",), ("ko",)]}


def test_the_parts_of_a_name_are_told_apart():
    parts = [(word.text, word.part) for word in parse("Prof. A. Tursun Haji Omar uly")]

    assert parts == [
        ("Prof", TITLE),
        ("A", INITIAL),
        ("Tursun", "plain"),
        ("Haji", TITLE),
        ("Omar", PATRONYMIC),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("张德江", True),
        ("Zhang Dejiang", True),
        ("Чжан Дэцзян", True),
        ("伊力哈木·土赫提", False),
        ("Ilham Tohti", False),
        ("Ali", False),
    ],
)
def test_a_chinese_name_is_recognised(name, expected):
    assert is_chinese(name) is expected


@pytest.mark.parametrize("typed", ["", " ", "😀", "a", "x" * 10_000, "word " * 2_000, "\0"])
def test_whatever_is_typed_has_at_most_eight_words(typed):
    assert len(parse(typed)) <= 8
