"""To whom it happened, where the words around the event have to tell: asides, companions, lists."""

import pytest

from tests.cases.reading.telling_of import events, telling_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Dana Omar, 47, a nurse, spent eleven months in a camp.",
            [("internment", ["Dana Omar"], "")],
        ),
        (
            "They should say where Dana Omar is, a trader who went missing on 3 May 2019.",
            [("disappearance", ["Dana Omar"], "2019-05-03")],
        ),
        (
            "They demand that Dana Omar, who was sentenced in 2018, be freed.",
            [("sentencing", ["Dana Omar"], "2018")],
        ),
        (
            "Police detained Dana Omar on 3 May 2019 together with her driver Bolat Serik.",
            [("detention", ["Dana Omar", "Bolat Serik"], "2019-05-03")],
        ),
        (
            "Dana Omar has been locked in since 3 May 2019, when she was arrested.",
            [("arrest", ["Dana Omar"], "2019-05-03")],
        ),
        (
            "On 3 May 2019 officers stopped Dana Omar and two other picketers, Aydar Nurbek and "
            "Bolat Serik, and took them to a police station. They were let go three hours later.",
            [
                ("detention", ["Dana Omar", "Aydar Nurbek", "Bolat Serik"], "2019-05-03"),
                ("release", ["Dana Omar", "Aydar Nurbek", "Bolat Serik"], "2019-05-03"),
            ],
        ),
        (
            "Bolat Serik spoke of his friend Dana Omar: the pensioner was sent to a camp in 2017.",
            [("internment", ["Dana Omar"], "2017")],
        ),
        ("Bolat Serik says that a tenth of adults have been interned.", []),
        ("The court arrested Dana Omar for 10 days.", [("sentencing", ["Dana Omar"], "")]),
        (
            "Dana Omar (also known as Dana Omarova) and Bolat Serik were deported in 2019.",
            [("transfer", ["Dana Omar", "Bolat Serik"], "2019")],
        ),
        ("Dana Omar was raised in Osh, moved to Kazakhstan and stayed there.", []),
        (
            "Each of the farmers got seven, for a prayer.\nThey include Dana Omar, 40, Aydar "
            "Nurbek, 50, and Bolat Serik, 61. All were sentenced in 2015, a judge said.",
            [("sentencing", ["Dana Omar", "Aydar Nurbek", "Bolat Serik"], "2015")],
        ),
        (
            "Dana Omar told how it was. On 3 May 2019 police took her from the office.",
            [("detention", ["Dana Omar"], "2019-05-03")],
        ),
    ],
)
def test_the_words_around_an_event_tell_whom_it_befell_and_when(text, told):
    reading = telling_of(text, "Dana Omar|Dana Omarova", "Aydar Nurbek", "Bolat Serik")

    assert events(reading) == told
