"""What happens to invented people: the outlines of stories, and dates known in every way."""

from typing import NamedTuple

from cases.choices import EventKind as Kind
from cases.choices import ReasonGroup, ReleaseKind, SentenceKind
from cases.example.entries import When
from config.records.choices import Basis


class Step(NamedTuple):
    """One event: how many years after the story begins, of which kind, and what else is known."""

    years: int
    kind: str
    values: dict = {}
    facility: str = ""
    ended_years: int | None = None


class Story(NamedTuple):
    title: str
    status: str
    steps: tuple[Step, ...]
    is_doubted: bool = False


TAKEN = Step(0, Kind.ARREST)
PRETRIAL = Step(0, Kind.DETENTION, facility="pretrial")
CHARGED = Step(1, Kind.CHARGE, {"charge": "invented charge"})
PRISON = Step(3, Kind.IMPRISONMENT, facility="prison")


def sentenced(months: int, kind: str = SentenceKind.PRISON) -> Step:
    return Step(2, Kind.SENTENCING, {"sentence_months": months, "sentence_kind": kind})


def released(years: int, kind: str) -> Step:
    return Step(years, Kind.RELEASE, {"release_kind": kind})


STORIES = (
    Story("sentenced to 15 years", "serving_sentence", (TAKEN, CHARGED, sentenced(180), PRISON)),
    Story("held in a camp", "in_custody", (TAKEN, Step(1, Kind.INTERNMENT, facility="camp"))),
    Story(
        "let go after questioning",
        "released",
        (PRETRIAL, Step(0, Kind.INTERROGATION), released(1, ReleaseKind.WITHOUT_CHARGE)),
    ),
    Story(
        "moved out of a camp, nobody says where",
        "whereabouts_unknown",
        (Step(0, Kind.INTERNMENT, facility="camp", ended_years=2),),
    ),
    Story("sentenced to 3 years", "sentence_over_no_news", (TAKEN, sentenced(36), PRISON)),
    Story("missing", "disappeared", (Step(0, Kind.DISAPPEARANCE),)),
    Story("waiting for a trial", "awaiting_trial", (TAKEN, PRETRIAL, CHARGED, Step(2, Kind.TRIAL))),
    Story(
        "said to be free",
        "released_reported",
        (TAKEN, Step(1, Kind.INTERNMENT, facility="camp"), released(3, ReleaseKind.UNKNOWN)),
        is_doubted=True,
    ),
    Story(
        "confined to the home",
        "house_arrest",
        (TAKEN, Step(1, Kind.SEARCH), Step(2, Kind.HOUSE_ARREST)),
    ),
    Story("passport taken", "restricted", (Step(0, Kind.PASSPORT_CONFISCATION),)),
    Story("sentenced to 19 years", "serving_sentence", (PRETRIAL, sentenced(228), PRISON)),
    Story(
        "sent from a camp to a farm",
        "in_custody",
        (
            Step(0, Kind.INTERNMENT, facility="camp"),
            Step(2, Kind.FORCED_LABOUR, facility="labour"),
        ),
    ),
    Story(
        "suspended sentence",
        "restricted",
        (TAKEN, CHARGED, sentenced(24, SentenceKind.SUSPENDED)),
    ),
    Story("only a letter", "unknown", (Step(0, Kind.CONTACT), Step(1, Kind.THREAT))),
    Story(
        "free at the end of the term",
        "released",
        (TAKEN, sentenced(30), PRISON, released(5, ReleaseKind.SENTENCE_SERVED)),
    ),
    Story(
        "let go for health, died at home",
        "died",
        (TAKEN, PRETRIAL, released(2, ReleaseKind.MEDICAL), Step(3, Kind.DEATH)),
    ),
    Story("sentenced to 12 years", "serving_sentence", (TAKEN, sentenced(144), PRISON)),
    Story("forbidden to travel", "restricted", (Step(0, Kind.FINE), Step(1, Kind.TRAVEL_BAN))),
)

REASONS = (
    ReasonGroup.RELIGIOUS_PRACTICE,
    ReasonGroup.TRAVEL,
    ReasonGroup.COMMUNICATIONS,
    ReasonGroup.FAMILY,
    ReasonGroup.SPEECH,
    ReasonGroup.CULTURE,
    ReasonGroup.POLITICAL,
    ReasonGroup.PETITIONING,
    ReasonGroup.ASSEMBLY,
    ReasonGroup.BIRTH_POLICY,
    ReasonGroup.NOT_STATED,
)
LABELS = (ReasonGroup.EXTREMISM, ReasonGroup.TERRORISM, ReasonGroup.PUBLIC_ORDER)

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SEASONS = ("spring", "summer", "autumn", "winter")


def when(year: int, style: int) -> When:
    """A date in that year, known in one of twelve ways."""
    month = (style * 5 + year) % 12
    name, day = MONTHS[month], style * 7 % 28 + 1
    return (
        When(f"{day} {name} {year}"),
        When(f"{name} {year}"),
        When(f"{year}"),
        When(f"{SEASONS[month % 4]} {year}"),
        When(f"{year}-03/{year}-05", basis=Basis.DERIVED),
        When(f"before {name} {year}"),
        When(f"after {name} {year}"),
        When(f"unknown start, until {name} {year}", f"/{year}-{month + 1:02}", Basis.DERIVED),
        When(f"about {year}", basis=Basis.DERIVED),
        When(f"{year}?", basis=Basis.INFERRED),
        When(f"early {year}"),
        When(f"{day:02}.{month + 1:02}.{year}"),
    )[style % 12]
