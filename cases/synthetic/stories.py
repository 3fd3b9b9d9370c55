"""What happens to invented people: the outlines of stories, step after step (pure)."""

from random import Random
from typing import NamedTuple

from cases.choices import EventKind as Kind
from cases.choices import FacilityKind, ReleaseKind, SentenceKind
from people.invented.chance import Weighted

CAMP, LABOUR = FacilityKind.INTERNMENT_CAMP.value, FacilityKind.LABOUR_CAMP.value
PRISON = FacilityKind.PRISON.value
PRETRIAL, STATION = FacilityKind.PRETRIAL_DETENTION.value, FacilityKind.POLICE_STATION.value
FEWEST, MOST = 3, 6


class Step(NamedTuple):
    """One event: its kind, how many months at most after the one before, what is told with it."""

    kind: str
    within: int = 3
    is_needed: bool = False
    facility: str = ""
    actor: str = ""  # who acts: "police" or "court" of the county
    sentence: str = ""
    release: str = ""
    has_end: bool = False


def _always(kind: Kind, within: int = 3, **told) -> Step:
    return Step(kind.value, within, True, **told)


def _maybe(kind: Kind, within: int = 3, **told) -> Step:
    return Step(kind.value, within, False, **told)


_TAKEN = _always(Kind.ARREST, 0, actor="police")
_PASSPORT = _maybe(Kind.PASSPORT_CONFISCATION, 0)
_SEARCH = _maybe(Kind.SEARCH, 1, actor="police")
_QUESTIONED = _maybe(Kind.INTERROGATION, 1, facility=STATION)
_CONTACT = _maybe(Kind.CONTACT, 12)
_NEWS = _maybe(Kind.DISCLOSURE, 10)
_ILL = _maybe(Kind.ILL_TREATMENT, 4)
_HOSPITAL = _maybe(Kind.HOSPITALISATION, 8)
_PRETRIAL = _maybe(Kind.DETENTION, 1, facility=PRETRIAL)
_CHARGE = _maybe(Kind.CHARGE, 6)
_TRIAL = _maybe(Kind.TRIAL, 6, actor="court")
_CAMP = _always(Kind.INTERNMENT, 2, facility=CAMP)
_IN_PRISON = _maybe(Kind.IMPRISONMENT, 3, facility=PRISON)
_STATEMENT = _maybe(Kind.STATEMENT, 10)
_SENTENCE = _always(Kind.SENTENCING, 10, actor="court", sentence=SentenceKind.PRISON.value)


def _freed(release: ReleaseKind, within: int = 18) -> Step:
    return _always(Kind.RELEASE, within, release=release.value)


STORIES = Weighted.of(
    {
        (
            "sentenced",
            (_TAKEN, _SEARCH, _PRETRIAL, _CHARGE, _TRIAL, _SENTENCE, _IN_PRISON, _NEWS),
        ): 24,
        ("sentenced after a camp", (_CAMP, _CONTACT, _SENTENCE, _IN_PRISON, _NEWS)): 10,
        ("held in a camp", (_PASSPORT, _QUESTIONED, _CAMP, _ILL, _HOSPITAL, _CONTACT, _NEWS)): 15,
        ("let go from a camp", (_PASSPORT, _CAMP, _ILL, _CONTACT, _freed(ReleaseKind.UNKNOWN))): 9,
        (
            "from a camp to a factory",
            (_QUESTIONED, _CAMP, _always(Kind.FORCED_LABOUR, 18, facility=LABOUR), _CONTACT, _NEWS),
        ): 6,
        (
            "missing",
            (_PASSPORT, _QUESTIONED, _always(Kind.DISAPPEARANCE, 2), _STATEMENT, _NEWS),
        ): 7,
        (
            "fined and let go",
            (
                _always(Kind.ADMINISTRATIVE_ARREST, 0, facility=STATION, has_end=True),
                _maybe(Kind.FINE, 1, actor="court"),
                _QUESTIONED,
                _STATEMENT,
                _freed(ReleaseKind.SENTENCE_SERVED, 1),
            ),
        ): 7,
        (
            "released without charge",
            (_TAKEN, _PRETRIAL, _QUESTIONED, _CONTACT, _freed(ReleaseKind.WITHOUT_CHARGE, 6)),
        ): 6,
        (
            "at home under guard",
            (_TAKEN, _SEARCH, _always(Kind.HOUSE_ARREST, 6), _CONTACT, _NEWS),
        ): 4,
        (
            "waiting for a trial",
            (_TAKEN, _PRETRIAL, _always(Kind.CHARGE, 6), _TRIAL, _STATEMENT),
        ): 4,
        (
            "died in custody",
            (_TAKEN, _PRETRIAL, _HOSPITAL, _always(Kind.DEATH_IN_CUSTODY, 14), _NEWS),
        ): 2,
        (
            "not let out of the country",
            (
                _always(Kind.PASSPORT_CONFISCATION, 0, actor="police"),
                _maybe(Kind.TRAVEL_BAN, 4),
                _QUESTIONED,
                _maybe(Kind.THREAT, 6),
                _STATEMENT,
            ),
        ): 4,
        (
            "suspended sentence",
            (
                _TAKEN,
                _PRETRIAL,
                _TRIAL,
                _always(Kind.SENTENCING, 6, actor="court", sentence=SentenceKind.SUSPENDED.value),
                _STATEMENT,
            ),
        ): 2,
    }
)
MONTHS = Weighted.of(
    {
        12: 3,
        24: 5,
        36: 8,
        48: 6,
        60: 10,
        72: 7,
        84: 9,
        96: 6,
        120: 12,
        144: 8,
        156: 4,
        168: 6,
        180: 7,
    }
    | {204: 3, 228: 4, 240: 2}
)
HARDER = Weighted.of(
    {SentenceKind.PRISON.value: 93, SentenceKind.CAMP.value: 4, SentenceKind.LIFE.value: 2}
    | {SentenceKind.DEATH_REPRIEVED.value: 0.5, SentenceKind.OTHER.value: 0.5}
)


def draw(chance: Random, besides: int = 0) -> tuple[str, list[Step]]:
    """A title and steps in order: three to six, with those that are told besides."""
    title, outline = STORIES.draw(chance)
    number = FEWEST + int(chance.random() * (MOST - FEWEST + 1 - besides))
    spare = [place for place, step in enumerate(outline) if not step.is_needed]
    leave_out = len(outline) - number
    left_out = set(chance.sample(spare, min(max(leave_out, 0), len(spare))))
    return title, [step for place, step in enumerate(outline) if place not in left_out]
