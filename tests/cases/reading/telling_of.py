"""Reading a text of a test with the people it names, found by their spellings."""

import re

from cases.reading.article import Article, Reading, Someone, Span
from cases.reading.telling import told


def telling_of(text: str, *names: str, published: str = "2021-03-12", language: str = "en"):
    """Each name is one person; other spellings follow after a bar: "Bolat Serik|Serik"."""
    taken: list[Span] = []
    people = []
    for forms in names:
        found = []
        for form in forms.split("|"):
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                span = Span(*match.span())
                if not any(one.start < span.end and span.start < one.end for one in taken):
                    taken.append(span)
                    found.append(span)
        people.append(Someone(forms.split("|")[0], tuple(sorted(found, key=lambda one: one.start))))
    return told(Article(text, "", language, published), tuple(people))


def roles(reading: Reading) -> dict[str, str]:
    return {one.name: one.role.value for one in reading.people}


def ties(reading: Reading) -> set[tuple[str, str, str]]:
    return {
        (one.name, tie.kind, reading.people[tie.of].name)
        for one in reading.people
        for tie in one.ties
    }


def events(reading: Reading, *kinds: str) -> list[tuple[str, list[str], str]]:
    """Kind, to whom, EDTF; of these kinds, or all but what people say."""
    return [
        (
            one.kind,
            [reading.people[who].name for who in one.people],
            one.when.edtf if one.when else "",
        )
        for one in reading.happenings
        if (one.kind in kinds if kinds else one.kind != "statement")
    ]
