"""What a reading of our own synopsis finds, told by words of it, so that tests need no rules."""

from datetime import date

from cases.example.synopsis import TEXT
from cases.reading.article import Happening, Reading, Role, Someone, Span, Spot, Tie, When

YEAR = When("2018", "2018", date(2018, 1, 1), date(2018, 12, 31), "stated")
MARCH = When("Earlier in March", "2023-03", date(2023, 3, 1), date(2023, 3, 31), "partly_stated")
DAY = When("27 March", "2023-03-27", date(2023, 3, 27), date(2023, 3, 27), "partly_stated")


def span(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def everywhere(name: str) -> tuple[Span, ...]:
    found, start = [], TEXT.find(name)
    while start >= 0:
        found.append(Span(start, start + len(name)))
        start = TEXT.find(name, start + 1)
    return tuple(found)


def paragraph(words: str) -> Span:
    at = TEXT.index(words)
    start = TEXT.rfind("\n\n", 0, at) + 2
    return Span(start, TEXT.index("\n\n", at))


def happening(kind: str, people: tuple[int, ...], words: str, **more) -> Happening:
    return Happening(kind, people, span(words), paragraph(words), **more)


NAMES = {
    "Nurzat Yermekbay": Role.ACTIVIST,
    "Zauatkhan Tursyn": Role.ACTIVIST,
    "Akikat Kaliolla": Role.ACTIVIST,
    "Baibolat Kunbolatuly": Role.ACTIVIST,
    "Almakhan Myrzan": Role.ACTIVIST,
    "Baqytkhan Myrzan": Role.DETAINED,
    "Qasym-Zhomart Toqaev": Role.OFFICIAL,
    "Ma Xingrui": Role.OFFICIAL,
    "Shakhrat Nuryshev": Role.OFFICIAL,
}
CHILD = Tie("child", 1, span("He is a son of Zauatkhan Tursyn"), "a son of")
SIBLING = Tie("sibling", 5, span("her brother Baqytkhan Myrzan"), "her brother")
TIES = {"Baibolat Kunbolatuly": (CHILD,), "Almakhan Myrzan": (SIBLING,)}
THREE = (0, 1, 2)

SYNOPSIS = Reading(
    people=tuple(
        Someone(name, everywhere(name), role, f"The text says {role}.", TIES.get(name, ()))
        for name, role in NAMES.items()
    ),
    spots=(
        Spot("Almaty", "", (span("Almaty"),)),
        Spot("Medeu district", "police_station", (span("Medeu district"),)),
    ),
    happenings=(
        happening("detention", THREE, "brought to the department", when=DAY, place=0, facility=1),
        happening("release", THREE, "could then go, with no charge brought", when=DAY),
        happening(
            "sentencing",
            (5,),
            "prison term of 14 years had been imposed",
            when=YEAR,
            length="P14Y",
            months=168,
        ),
        happening("death_in_custody", (5,), "Earlier in March he had died", when=MARCH),
    ),
)
