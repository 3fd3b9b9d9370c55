"""The verb that looks up in the register whom an article names, and keeps who may be meant."""

from collections.abc import Sequence

from django.db import OperationalError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from cases.decisions import Decision, SuggestionKind
from cases.linking import Link, link
from cases.models import Intake, Suggestion
from cases.reading.article import Article, Reading, Role, Someone, Span, Tie
from people.matching import likely
from people.models import Person
from people.models.proposal import sees_sealed
from people.proposing import PATIENCE, patience

# How many people are looked up together; those of an article say more of one another together.
AT_ONCE = 40
# Of those whom a name may mean, so many are shown.
SHOWN = 4


def audience(user) -> str:
    """What is found for one audience is not told to another: a name may be sealed."""
    return "chiefs" if sees_sealed(user) else "staff"


def found_for(row: Suggestion, user) -> list[dict]:
    """Who may be meant, as it was kept for this user's audience."""
    return row.looked_up.get(audience(user), {}).get("people", [])


def waiting(intake: Intake, user) -> list[Suggestion]:
    """People who are still to be looked up for this user."""
    rows = intake.suggestions.filter(kind=SuggestionKind.PERSON, decision=Decision.OPEN)
    return [row for row in rows if audience(user) not in row.looked_up]


def look_up(intake: Intake, rows: Sequence[Suggestion], user) -> None:
    """Keep who in the register these may be; nobody, if it takes too long."""
    snapshot, at = intake.snapshot, timezone.now().isoformat()
    article = Article(snapshot.text, snapshot.source.title, snapshot.source.language)
    try:
        with patience(PATIENCE):
            links = link(article, _reading(intake, rows), user)
    except OperationalError:
        links = {}
    for number, row in enumerate(rows):
        found = {"at": at, "people": _told(links.get(number))}
        row.looked_up = {**row.looked_up, audience(user): found}
        Suggestion.objects.filter(pk=row.pk).update(looked_up=row.looked_up)


def _reading(intake: Intake, rows: Sequence[Suggestion]) -> Reading:
    """These people with the ties between them, as a reading has them."""
    numbers = {row.pk: number for number, row in enumerate(rows)}
    ties: dict[int, list[Tie]] = {}
    for tie in intake.suggestions.filter(kind=SuggestionKind.TIE).exclude(
        decision=Decision.REJECTED
    ):
        first, of = tie.what.get("first"), tie.what.get("of")
        if first in numbers and of in numbers:
            passage = Span(*tie.what["passage"])
            told = Tie(tie.what["kind"], numbers[of], passage, tie.what["why"])
            ties.setdefault(first, []).append(told)
    return Reading(people=tuple(_someone(row, ties.get(row.pk, ())) for row in rows))


def _someone(row: Suggestion, ties: Sequence[Tie]) -> Someone:
    mentions = tuple(Span(*span) for span in row.what["mentions"])
    return Someone(row.what["name"], mentions, Role(row.what["role"]), row.what["why"], tuple(ties))


def _told(found: Link | None) -> list[dict]:
    return [
        {
            "person": one.person,
            "name": one.name,
            "score": round(one.score, 3),
            "tier": one.chance.match.tier,
            "is_sure": one.is_sure,
            "why": " ".join(one.why),
        }
        for one in ((found, *found.others) if found else ())[:SHOWN]
    ]


def entered_since(row: Suggestion, user) -> set[int]:
    """People with such a name who were entered after this one was looked up."""
    found = row.looked_up.get(audience(user), {})
    try:
        with patience(PATIENCE):
            keys = {match.person for match in likely([row.what["name"]], user)}
    except OperationalError:
        return set()
    keys -= {one["person"] for one in found.get("people", [])}
    fresh = Person.objects.filter(pk__in=keys)
    if "at" in found:
        fresh = fresh.filter(entered_at__gte=parse_datetime(found["at"]))
    return set(fresh.values_list("pk", flat=True))
