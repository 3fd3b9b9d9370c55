"""The verbs that read a kept copy, step by step, and keep what they find as suggestions."""

from collections.abc import Iterable

from django.db import transaction

from cases.anchors import Anchor
from cases.choices import EventKind
from cases.decisions import Decision, SuggestionKind
from cases.found import READ_AT_ONCE, Found, everything, overlap, stretches
from cases.looking_up import AT_ONCE, look_up, waiting
from cases.models import Citation, Intake, Snapshot, Suggestion
from cases.reading.article import Article, Role
from cases.reading.read import read
from cases.reading.version import VERSION
from people.choices import RelationshipKind

# What was read by other rules may be read again.
RULES = VERSION
BY_HAND = "Marked by hand."


def step(snapshot: Snapshot, *, by) -> Intake:
    """Read on: the next stretch of the text, and some of the people who are not looked up yet."""
    intake = _read_on(snapshot, by)
    rows = waiting(intake, by)[:AT_ONCE]
    if rows:
        look_up(intake, rows, by)
    return intake


@transaction.atomic
def begin_again(intake: Intake) -> None:
    """Have the text read anew by today's rules; what was decided stays decided."""
    intake = locked(intake)
    intake.rules, intake.read_to, intake.is_read = RULES, 0, False
    intake.save()
    intake.suggestions.filter(decision=Decision.OPEN).update(looked_up={})


def locked(intake: Intake) -> Intake:
    """The row, once nobody else takes in what is in this copy."""
    return Intake.objects.select_for_update(of=("self",)).get(pk=intake.pk)


@transaction.atomic
def _read_on(snapshot: Snapshot, by) -> Intake:
    began = {"begun_by": by, "rules": RULES}
    intake, _ = Intake.objects.get_or_create(snapshot=snapshot, defaults=began)
    intake = locked(intake)
    if intake.is_read:
        return intake
    parts = stretches(snapshot.text, READ_AT_ONCE)
    start, end = next((part for part in parts if part[1] > intake.read_to), parts[-1])
    source = snapshot.source
    found = read(
        Article(
            text=snapshot.text[start:end],
            title=source.title,
            language=source.language,
            published=source.published_edtf,
        )
    )
    _Keeping(intake, start, end).keep(everything(found, start))
    intake.read_to, intake.is_read = end, end == len(snapshot.text)
    intake.save()
    return intake


class _Keeping:
    """What was found in one stretch of the text on its way into the rows of an intake."""

    def __init__(self, intake: Intake, start: int, end: int):
        self.intake, self.start, self.end = intake, start, end
        self.rows = list(intake.suggestions.all())
        self.found: dict[tuple[str, int], Suggestion] = {}

    def keep(self, all_found: Iterable[Found]) -> None:
        for one in all_found:
            what = {**one.what, **self._refers(one)}
            self.found[one.kind, one.number] = self._kept(one, what)
        self._forget_the_rest()

    def _refers(self, one: Found) -> dict:
        """Numbers of a reading as keys of rows."""
        kinds = {"place": SuggestionKind.SPOT, "facility": SuggestionKind.SPOT}
        named = {}
        for name, value in one.refers.items():
            kind = kinds.get(name, SuggestionKind.PERSON)
            if isinstance(value, list):
                named[name] = [self.found[kind, number].pk for number in value]
            else:
                row = self.found.get((kind, value))  # an embassy holds nobody and has none
                named[name] = row.pk if row else None
        return named

    def _kept(self, one: Found, what: dict) -> Suggestion:
        row = self._known(one, what)
        if row is None:
            row = Suggestion(intake=self.intake, key=one.key, kind=one.kind, what=what)
            self.rows.append(row)
            self._recognize(row)
        elif row.is_open:
            row.what = {**what, **self._mentions(row, one)}
        row.position = min((start for start, _ in row.spans), default=one.position)
        row.save()
        return row

    def _known(self, one: Found, what: dict) -> Suggestion | None:
        """The row that holds this already: by its key, else by what it is and where."""
        by_key = (row for row in self.rows if row.key == one.key)
        now = {row.pk for row in self.found.values()}
        before = [row for row in self.rows if row.kind == one.kind and row.pk not in now]
        ties = (row for row in before if one.kind == "tie" and _same_tie(row, what))
        alike = (row for row in before if one.is_like(row.what, row.spans))
        return next(by_key, None) or next(ties, None) or next(alike, None)

    def _mentions(self, row: Suggestion, one: Found) -> dict:
        """Those of this stretch as they were found now, those of others as they were."""
        if "mentions" not in one.what:
            return {}
        others = [span for span in row.spans if not self.start <= span[0] < self.end]
        return {"mentions": sorted(others + one.what["mentions"])}

    def _forget_the_rest(self) -> None:
        """What was found in this stretch by other rules, is found no more, and nobody decided."""
        again = {row.pk for row in self.found.values()}
        for row in self.rows:
            here = self.start <= row.position < self.end
            if row.is_open and here and row.pk not in again and not row.what.get("by_hand"):
                row.delete()

    def _recognize(self, row: Suggestion) -> None:
        """Whatever is cited from this copy already is not entered a second time."""
        cited = already_cited(row)
        if cited is not None:
            row.decision, row.led_to = Decision.ACCEPTED, cited[0]
            row.decided_by, row.decided_at = cited[1].entered_by, cited[1].entered_at


def _same_tie(row: Suggestion, what: dict) -> bool:
    ends = (row.what.get("first"), row.what.get("of"))
    return row.what["kind"] == what["kind"] and ends == (what.get("first"), what.get("of"))


def already_cited(row: Suggestion) -> tuple[list[str], Citation] | None:
    """The records that say this already, by their citation from the same copy."""
    cited = Citation.objects.filter(snapshot=row.intake.snapshot)
    if row.kind == SuggestionKind.PERSON:
        name = cited.filter(person_name__text=row.what["name"]).select_related(
            "person_name__person"
        )
        one = name.first()
        return one and ([one.person_name.person.public_id, one.person_name.public_id], one)
    if row.kind == SuggestionKind.EVENT:
        start, end = row.what["trigger"]
        here = cited.filter(start__lt=end, end__gt=start, event__kind=row.what["kind"])
        one = here.select_related("event").first()
        return one and ([one.event.public_id], one)
    return None


# What nobody found


@transaction.atomic
def add_by_hand(intake: Intake, kind: str, passage: Anchor) -> Suggestion:
    """Suggest what the reading missed, to be decided about as anything that it found."""
    intake = locked(intake)
    span = [passage.start, passage.end]
    row = Suggestion(intake=intake, kind=kind, key=f"{kind}:{span[0]}-{span[1]}", position=span[0])
    known = intake.suggestions.filter(kind=kind, key=row.key).first()
    if known is not None:
        return known
    row.what = {"why": BY_HAND, "by_hand": True, **_shown_by(kind, passage, intake)}
    row.save()
    return row


def _shown_by(kind: str, passage: Anchor, intake: Intake) -> dict:
    """What a passage alone says: a name, or whom it tells of."""
    span = [passage.start, passage.end]
    if kind == SuggestionKind.PERSON:
        name = " ".join(passage.quote.split())
        return {"name": name, "role": Role.OTHER.value, "mentions": [span]}
    people, told = _mentioned(intake, span), {"trigger": span, "passage": span}
    if kind == SuggestionKind.TIE:
        ends = dict(zip(("first", "of"), people, strict=False))
        return {**told, **ends, "kind": RelationshipKind.RELATIVE.value}
    return {**told, "people": people, "kind": EventKind.DETENTION.value}


def _mentioned(intake: Intake, span: list[int]) -> list[int]:
    """People whom a passage names, in the order of their first mention in it."""
    rows = intake.suggestions.filter(kind=SuggestionKind.PERSON)
    found = [
        (mention[0], row.pk)
        for row in rows
        for mention in row.spans
        if overlap(mention, span) and row.decision not in (Decision.REJECTED, Decision.LEFT_OUT)
    ]
    return list(dict.fromkeys(pk for _, pk in sorted(found)))
