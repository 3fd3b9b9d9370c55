"""Small published registers to ask questions of: one varied, one of whole cases in a number."""

from dataclasses import dataclass

from cases.models import Case
from cases.models.evidence import settled_once
from config.records.statistics import count_anew
from tests import factories

ROOT_TEXT = "It is said that {name} was taken. A sentence followed. Nobody has heard since."


class _Published:
    """The factories; whatever they make is published."""

    def __getattr__(self, kind):
        return lambda *given, **values: getattr(factories, kind)(
            *given, **{"published": True, **values}
        )


make = _Published()


def dated(written: str, name: str = "occurred") -> dict:
    return {f"{name}_written": written, f"{name}_basis": "stated"} if written else {}


@dataclass
class Varied:
    """A register of which every filter finds a part."""

    region: object
    city: object
    camp: object
    police: object
    paper: object
    cases: list[Case]
    sources: list


# Name, sex, ethnicity, occupation, home, events as (kind, when, more).
LIVES = (
    ("Aqiqat Qaliolla", "female", "kazakh", "culture", True, [
        ("arrest", "2018", {"presumed_reason": "speech_or_publication"}),
        ("sentencing", "March 2019", {"sentence_kind": "prison", "sentence_months": 168}),
    ]),
    ("Әлия Сейіт", "female", "kazakh", "education", False, [
        ("detention", "27 March 2018", {"official_reason": "public_order"}),
        ("release", "April 2018", {"release_kind": "without_charge"}),
    ]),
    ("مەمەت", "male", "uyghur", "religious", True, [
        ("internment", "before March 2021", {"presumed_reason": "religious_practice"}),
    ]),
    ("王明", "male", "hui", "business", False, [
        ("disappearance", "since 2018", {}),
        ("authority_response", "2019?", {"response_kind": "denied"}),
    ]),
    ("Bekzat Ama", "male", "", "", True, [
        ("arrest", "2018?", {}),
        ("death_in_custody", "XXXX-03-27", {}),
    ]),
    ("Dana Ama", "", "", "", False, [("contact", "", {})]),
    ("Nobody Told", "", "", "", False, []),
)  # fmt: skip


def varied() -> Varied:
    """Seven cases unlike each other; some without a date, a place, a citation or an event."""
    with settled_once():
        made = _varied()
    count_anew()
    return made


def _varied() -> Varied:
    region = make.place("Xinjiang", level="region", other_names=["East"])
    city = make.place("Ghulja", parent=region)
    police = make.organization("City police", "police", place=city)
    paper = make.organization("A paper", "media")
    camp = make.facility(
        "Camp 1", kind="internment_camp", place=city, operator=police, **dated("2017", "opened")
    )
    make.facility("A building", is_named=False, kind="prison")
    sources = [
        make.source(
            "Report on Ghulja", publisher=paper, language="en", **dated("2019", "published")
        ),
        make.source(
            "Court paper",
            kind="court_document",
            publisher=police,
            reliability="unsure",
            **dated("2016", "published"),
        ),
        make.source("Told twice", is_seen=False, kind="wire", **dated("before 2020", "published")),
    ]
    sources[2].origin = sources[0]
    sources[2].save()
    cases = [_life(sources, city, camp, *life) for life in LIVES]
    people = [case.person for case in cases]
    make.tie(people[0], "sibling", people[1])
    make.tie(people[2], "spouse", people[3], stated_as="his wife")
    make.person(kind="group", described_as="Dozens from one village", count_text="dozens")
    _protest(cases[:2], city, sources[0])
    make.picture(facility=camp, kind="scene", basis="guess")
    said = {"shows": "A verdict", "alternative": "A page with a stamp"}
    said |= {"taken_from": sources[0], "basis": "source_caption"}
    make.picture(case=cases[0], kind="document", **said)
    factories.change(make.person(), people[0])
    factories.change(make.person(), people[1], "unmerged")
    return Varied(region, city, camp, police, paper, cases, sources)


def _life(sources, city, camp, name, sex, ethnicity, occupation, is_local, events):
    person = make.person(
        name,
        sex=sex,
        ethnicity=ethnicity,
        occupation_group=occupation,
        home=city if is_local else None,
        **dated("1975" if is_local else "", "birth"),
    )
    case = make.case(person, title=f"taken: {name}")
    for number, (kind, when, more) in enumerate(events):
        where = {"place": city, "facility": camp} if is_local else {}
        event = make.event(
            kind, case=case, title=f"{kind} of {name}", **where, **dated(when), **more
        )
        make.citation(sources[number], event=event, says=kind, stance="supports")
    if ethnicity == "hui":
        make.citation(sources[1], case=case, stance="contradicts", says="never held")
    return case


def _protest(cases, city, source):
    protest = make.event("demonstration", place=city, title="a protest", **dated("2020-03-27"))
    for case in cases:
        make.participation(protest, case.person, "demonstrator", case=case)
    make.citation(source, event=protest, says="a protest")


def whole(cases: int = 1, *, each: int = 1) -> list[Case]:
    """Cases with everything that a record can have, `each` times."""
    with settled_once():
        return [_whole(each) for _ in range(cases)]


def _whole(each: int) -> Case:
    region = make.place("Region", level="region")
    city = make.place("City", parent=region)
    person = make.person(home=city, birthplace=city, citizenship=region, **dated("1970", "birth"))
    case = make.case(person, title="a case", summary="In our words.")
    for number in range(each):
        _belongings(case, city, number)
    return case


def _belongings(case: Case, city, number: int) -> None:
    person = case.person
    police = make.organization("Police", "police", place=city)
    camp = make.facility(
        "Camp", place=city, operator=police, latitude=43, longitude=81, precision="county"
    )
    source = _article(case, police)
    spelling = make.name(person, f"Spelling {number}")
    relative = make.person(home=city)
    tie = make.tie(person, "sibling", relative)
    event = make.event(
        "detention",
        case=case,
        place=city,
        facility=camp,
        organization=police,
        official_reason="other",
        **dated("2018"),
        **dated("2019", "ended"),
    )
    protest = make.event("demonstration", place=city, part_of=event, **dated("2020"))
    part = make.participation(protest, person, "spoken_for", case=case)
    make.participation(protest, relative, "demonstrator", case=make.case(relative))
    make.event("death_in_custody", case=case, part_of=protest, facility=camp, **dated("2023"))
    targets = {"case": case, "event": event, "person": person, "person_name": spelling}
    targets |= {"relationship": tie, "participation": part, "facility": camp}
    for name, target in targets.items():
        make.citation(source, **{name: target}, quote="A sentence followed.", told_by=relative)
    make.citation(source, event=event, field="occurred", stance="contradicts", says="2017")
    for name in ("case", "person", "facility"):
        make.picture(**{name: targets[name]}, kind="document", taken_from=source)
    make.picture(source=source, kind="document")
    factories.change(make.person(), person)


def _article(case: Case, publisher):
    first = make.source(kind="wire", publisher=publisher, **dated("2017", "published"))
    source = make.source(
        publisher=publisher, origin=first, cited_by=first, **dated("2018", "published")
    )
    factories.snapshot(source, ROOT_TEXT.format(name=case.public_id))
    return source
