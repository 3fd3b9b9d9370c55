"""Who a questionnaire is about: the elements that all of them ask for, as far as sources tell."""

from cases.questionnaires.form import Element
from cases.questionnaires.known import Known

ON_PAPER = (
    "Numbers of papers stay on the confidential page: copy one by hand if it has to go along."
)


def identity(known: Known) -> tuple[Element, ...]:
    person = known.person
    return (
        Element("Full name", known.called([person.name_full]), True),
        Element("Other spellings and scripts", known.called(_spellings(known))),
        Element("Sex", known.about("sex", person.get_sex_display())),
        Element("Day of birth, or age", known.about("birth", _birth(person))),
        Element("Nationality", known.about("citizenship", _name(person.citizenship))),
        Element("Ethnicity", known.about("ethnicity", person.get_ethnicity_display())),
        Element("Identity document", by_hand=ON_PAPER),
        Element("Occupation, and what the person did that may have to do with it", _work(known)),
        Element("Usual home", known.about("home", _name(person.home))),
    )


def _birth(person) -> str:
    return str(person.birth) if person.birth else ""


def _name(place) -> str:
    return place.name if place else ""


def _work(known: Known):
    person = known.person
    work = person.occupation or person.get_occupation_group_display()
    return known.about("occupation", work)


def _spellings(known: Known) -> list[str]:
    names = (one.text for one in known.person.seen_names)
    return [one for one in names if one != known.person.name_full]
