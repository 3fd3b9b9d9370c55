"""Which spellings are proposed as one person, which are not, and what the worker is told."""

from itertools import product

import pytest

from people.names.batch import Lexicon
from people.names.compare import between
from people.names.keys import close_keys, forms, keys_of
from people.names.parse import single
from people.names.score import LIKELY, VERY_LIKELY, compare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Akikat Kaliolla", "Aqiqat Qaliolla"),
        ("Akikat Kaliolla", "Ақиқат Қалиолла"),
        ("Nurzat Yermekbay", "Нурзат Ермекбай"),
        ("Baibolat Kunbolatuly", "Байболат Құнболат"),
        ("Qasym-Zhomart Toqaev", "Касым-Жомарт Токаев"),
        ("Almakhan Myrzan", "MYRZAN Almaxan"),
        ("Ilham Tohti", "伊力哈木·土赫提"),
        ("Ilham Tohti", "ئىلھام توختى"),
        ("Yilihamu Tuheti", "Ilham Tohti"),
        ("Zhang Dejiang", "Чжан Дэцзян"),
        ("Zhang Dejiang", "张德江"),
        ("Zhang Dejiang", "Csang Tö-csiang"),
        ("魏凤和", "Vej Feng-ho"),
        ("Rysbek Sarsenbaiuly", "رىسبەك سارسەنباي"),
        ("NurMuhammad Ali", "Nurmuhammad Ali"),
    ],
)
def test_spellings_of_one_person_are_very_likely_so(one, other):
    assert compare(one, other).score >= VERY_LIKELY
    assert compare(other, one).score == pytest.approx(compare(one, other).score, abs=0.02)


def test_what_differs_between_characters_weighs_more_than_beside_letters():
    in_characters = compare("伊力哈木·托合铁", "伊力哈木·土赫提").score
    beside_letters = compare("伊力哈木·托合铁", "Yilihamu Tuheti").score

    assert VERY_LIKELY < in_characters < beside_letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Almakhan Myrzan", "Baqytkhan Myrzan"),
        ("Berik Ospanov", "Serik Ospanov"),
        ("Zhao Kezhi", "Zhao Keshi"),
        ("Zhang Gaoli", "Csang Tö-csiang"),
        ("Tan Dejiang", "Dang Dejiang"),
        ("Gulnisa Imin", "Gulmira Imin"),
        ("Marat Sultanov Serikuly", "Nurlan Sultanov Serikuly"),
        ("Tursun Imin", "Tursunjan Ablikim"),
    ],
)
def test_two_people_with_much_in_common_are_not_proposed(one, other):
    assert compare(one, other).score < LIKELY


def test_the_reasons_are_sentences_and_the_heaviest_comes_first():
    told = compare("Ilham Tohti Haji", "Илхам Токти")

    assert [comparison.points for comparison in told.comparisons] == sorted(
        comparison.points for comparison in told.comparisons
    )
    sentences = {comparison.sentence for comparison in told.comparisons}
    assert "“Haji”, a form of address, stands in one of the two only." in sentences
    assert "“Ilham” and “Илхам” sound the same." in sentences


def test_a_name_of_which_nothing_can_be_heard_is_like_no_other():
    assert compare("😀", "Ilham Tohti").score == 0.0
    assert compare("", "").score == 0.0


WORDS = (
    "Tursunjan 吐尔逊江 Турсунжан تۇرسۇنجان Kunbolatuly Кунболатов Akyl Akylbek Maimaiti Ma".split()
)


@pytest.mark.parametrize(("one", "other"), list(product(WORDS, WORDS)))
def test_many_at_once_cost_what_one_costs(one, other):
    asked, held = forms(single(one).readings), forms(single(other).readings)
    lexicon = Lexicon()
    lexicon.learn(list(range(1, len(held) + 1)), *zip(*held, strict=True))
    lexicon.put(7, b"".join(n.to_bytes(4) for n in range(1, len(held) + 1)))

    found = lexicon.near(asked, lexicon.under([7]), 9.0)
    at_once = min(found.values())

    assert at_once == pytest.approx(min(between(single(one), single(other)), 9.0), abs=0.01) or (
        at_once > 2 and between(single(one), single(other)) > 2
    )


def test_words_that_sound_alike_share_a_key():
    for one, other in [("Tursun", "吐尔逊"), ("Qaliolla", "Қалиолла"), ("Wei", "Вэй")]:
        held = {key for form in forms(single(one).readings) for key in keys_of(form)}
        assert held & close_keys(single(other).readings)
