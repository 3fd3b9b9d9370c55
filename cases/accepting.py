"""The verb that enters what was accepted of an article: all of it, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from cases.decisions import LEAVE, NEW, Decision, SuggestionKind
from cases.drafting import Drafts, Unentered
from cases.looking_up import entered_since
from cases.models import Intake, Suggestion
from cases.models.evidence import settled_once
from cases.suggesting import locked
from config.records.history import because
from config.records.refusals import Refused, refusals_told
from people.models import Person
from people.proposing import one_newcomer_at_a_time, propose_in_passing

NEEDED = tuple(
    f"{app}.add_{model}"
    for app, models in {
        "people": ("person", "personname", "relationship", "place"),
        "cases": ("case", "event", "participation", "facility", "citation"),
    }.items()
    for model in models
)
# What is decided first: the later may refer to the earlier.
ORDER = list(SuggestionKind)
NEWCOMER = "Somebody with a name like this was entered meanwhile. Say who is meant."


@dataclass(frozen=True)
class Choice:
    """What somebody decided about one suggestion, with the values of its boxes."""

    row: Suggestion
    accepts: bool
    values: dict = field(default_factory=dict)


class NotEntered(Exception):
    """Nothing was entered. `errors` says why, by the key of the suggestion."""

    def __init__(self, errors: dict[int, list[str]], outdated: list[Suggestion]):
        super().__init__("Nothing was entered.")
        self.errors, self.outdated = errors, outdated


def require_permission(by) -> None:
    if not by.has_perms(NEEDED):
        raise PermissionDenied("You may not take in articles.")


def take_in(intake: Intake, choices: Iterable[Choice], *, by) -> list[Suggestion]:
    """Enter what is accepted as drafts, and remember every decision; the rows that were decided.

    What somebody else decided meanwhile stays as they did. Raises NotEntered, Refused.
    """
    require_permission(by)
    with (
        refusals_told(),
        settled_once(),
        because(by=by, action="take in", why=f"from {intake.snapshot}"),
    ):
        one_newcomer_at_a_time()
        return _Taking(locked(intake), by).all(choices)


@transaction.atomic
def reopen(row: Suggestion, *, by) -> bool:
    """Decide again about what was left out or rejected; what was entered is changed where it is."""
    require_permission(by)
    intake = locked(row.intake)
    undone = intake.suggestions.filter(
        pk=row.pk, decision__in=[Decision.LEFT_OUT, Decision.REJECTED]
    )
    return bool(undone.update(decision=Decision.OPEN, decided_by=None, decided_at=None))


class _Taking:
    """One taking-in under way."""

    def __init__(self, intake: Intake, by):
        self.by = by
        self.rows = {row.pk: row for row in intake.suggestions.select_related(None)}
        self.drafts = Drafts(intake.snapshot, self.rows, by)
        self.errors: dict[int, list[str]] = {}
        self.outdated: list[Suggestion] = []

    def all(self, choices: Iterable[Choice]) -> list[Suggestion]:
        decided = []
        for choice in sorted(choices, key=lambda one: ORDER.index(one.row.kind)):
            row = self.rows.get(choice.row.pk)
            if row is not None and row.is_open:
                self._decide(row, choice)
                decided.append(row)
        if self.errors:
            raise NotEntered(self.errors, self.outdated)
        for person in self.drafts.renamed:
            propose_in_passing(person)
        return decided

    def _decide(self, row: Suggestion, choice: Choice) -> None:
        try:
            with refusals_told(), transaction.atomic():
                row.decision, row.led_to = self._entered(row, choice)
        except Unentered as error:
            self.errors[row.pk] = [str(error)]
        except ValidationError as error:
            self.errors[row.pk] = error.messages
        except Refused as error:
            self.errors[row.pk] = [str(error)]
        else:
            row.decided_by, row.decided_at = self.by, timezone.now()
            row.save()

    def _entered(self, row: Suggestion, choice: Choice) -> tuple[str, list[str]]:
        if not choice.accepts:
            return Decision.REJECTED, []
        if row.kind == SuggestionKind.PERSON:
            return self._person(row, choice.values)
        if row.kind == SuggestionKind.SPOT:
            ids = self.drafts.spot(row, choice.values)
            return (Decision.ACCEPTED, ids) if ids else (Decision.LEFT_OUT, [])
        enter = {SuggestionKind.TIE: self.drafts.tie, SuggestionKind.EVENT: self.drafts.event}
        return Decision.ACCEPTED, enter[row.kind](row, choice.values)

    def _person(self, row: Suggestion, values: dict) -> tuple[str, list[str]]:
        who = values.get("other", "").strip().upper() or values["who"]
        if who == LEAVE:
            return Decision.LEFT_OUT, []
        if who == NEW:
            self._require_nobody_meanwhile(row)
            return Decision.ACCEPTED, self.drafts.person(row, None, values)
        known = Person.objects.known_as(who).visible_to(self.by).first()
        if known is None:
            raise Unentered("There is no person with this id.")
        return Decision.ACCEPTED, self.drafts.person(row, known, values)

    def _require_nobody_meanwhile(self, row: Suggestion) -> None:
        """Whoever chose "somebody new" has seen all whom the name may mean."""
        if entered_since(row, self.by) - self.drafts.made:
            self.outdated.append(row)
            raise Unentered(NEWCOMER)
