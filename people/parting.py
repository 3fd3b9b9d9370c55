"""Parting two people who were merged: every row goes back, and what cannot is told."""

from dataclasses import asdict, dataclass, field

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from config.records.models import Record
from people.blending import SIGNATURES, STRICTNESS
from people.decisions import RELATIONS, Moves
from people.decisions import TOGETHER as DATES
from people.ledger import Entry, entries, fingerprint, put
from people.merging import written_as_one
from people.models import Merge, Person
from people.readership import Sight, record_of, sight

# Taken back together or not at all: who reviewed a row and what came of it, a date.
REVIEW = ("state", *SIGNATURES)
TOGETHER = (REVIEW, *DATES.values())
# First what belongs to somebody else, then what was changed in what stays.
ORDER = ("moved", "set aside", "completed")


@dataclass(frozen=True)
class Conflict:
    """What could not be taken back as it was, and the row that it is about."""

    model: str
    key: int
    sentence: str


@dataclass
class Result:
    """What parting does: rows that go back, what is not taken back and why, what is new since.

    told: the conflicts in sentences, as far as whoever parts the two may see the rows.
    """

    kept: Person
    absorbed: Person
    returned: list[Entry] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    added: list[Record] = field(default_factory=list)
    lost: list[models.Model] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def told(conflicts: list[dict], user) -> list[str]:
    """The sentences about rows that this user may see, and about those that were deleted."""
    return [one["sentence"] for one in conflicts if _may_hear(one, user)]


def _may_hear(conflict: dict, user) -> bool:
    model, key = apps.get_model(conflict["model"]), conflict["key"]
    seen = model.objects.visible_to(user).filter(pk=key)
    return seen.exists() or not model._base_manager.filter(pk=key).exists()


class Parting:
    """One parting under way; the merge and both people are locked."""

    def __init__(self, merge: Merge, people: tuple[Person, Person], by, along: tuple[str, ...]):
        self.merge, self.by, self.along = merge, by, along
        self.kept, self.absorbed = kept, absorbed = people
        self.entries = entries(merge.before["rows"])
        self.result = Result(kept, absorbed)

    def run(self) -> Result:
        self._require_last()
        people = [self.kept.pk, self.absorbed.pk]
        now = sight(people)
        known = now | frozenset((label, key) for label, key in self.merge.before["seen"])
        with written_as_one():
            put(self.absorbed, {"merged_into_id": None})
            for what in ORDER:
                for entry in self.entries:
                    if entry.what == what:
                        self._take_back(entry)
            self._take_along()
            self._follow_cases()
            _require_nothing_shown(sight(people) - known)
            self._take_back_kept(known)
        self.result.added = [one for one in self.added() if self._place(one) not in self.along]
        gone = {record_of(seen) for seen in now - sight(people)}
        self.result.lost = sorted(gone, key=str)
        self.result.told = told([asdict(one) for one in self.result.conflicts], self.by)
        return self.result

    def close(self, why: str) -> None:
        conflicts = [asdict(one) for one in self.result.conflicts]
        self.merge.undone_by, self.merge.undone_why = self.by, why
        self.merge.undone_at, self.merge.conflicts = timezone.now(), conflicts
        self.merge.save(update_fields=["undone_by", "undone_at", "undone_why", "conflicts"])

    def added(self) -> list[Record]:
        """Rows of the merged person that were entered since, as far as the worker may see them."""
        known = {entry.place for entry in self.entries}
        found = []
        for label, rule in RELATIONS.items():
            model = apps.get_model(label)
            if isinstance(rule, Moves) and issubclass(model, Record) and model is not Person:
                visible = model.objects.visible_to(self.by)
                rows = visible.filter(_of(self.kept, rule), entered_at__gt=self.merge.at)
                found += [row for row in rows.order_by("pk") if (label, row.pk) not in known]
        return found

    # What comes first

    def _require_last(self) -> None:
        """Later merges that build upon this one are undone before it."""
        if self.kept.merged_into_id:
            raise ValidationError(
                f"{self.kept} was itself merged into {self.kept.merged_into} since. "
                "Undo that merge first."
            )
        mine = {entry.place for entry in self.entries if entry.what != "kept"}
        later = Merge.objects.standing().filter(kept=self.kept, pk__gt=self.merge.pk)
        for merge in later.order_by("pk"):
            built_on = set()
            for entry in entries(merge.before["rows"]):
                built_on |= {entry.place, (entry.model, entry.twin)}
            if mine & built_on:
                raise ValidationError(
                    f"{merge.absorbed} was merged into {self.kept} later, and that merge builds "
                    "upon this one. Undo it first."
                )

    # Rows

    def _take_back(self, entry: Entry) -> None:
        row = entry.row
        if row is None:
            self._tell(entry, f"{entry.id} was deleted since and stays deleted.")
            return
        columns = self._unchanged(entry, row)
        if entry.what == "moved" and columns and fingerprint(row) != entry.print:
            self._tell(entry, f"{entry.id} was edited since; it goes to {self.absorbed} as it is.")
        if columns and self._put(row, columns):
            self.result.returned.append(entry)

    def _unchanged(self, entry: Entry, row: models.Model) -> dict:
        """The columns that still say what the merge wrote, with what they said before."""
        columns = {}
        for first, group in _groups(entry).items():
            told = {name: (entry.after(name), entry.before(name)) for name in group}
            if all(getattr(row, name) in values for name, values in told.items()):
                columns |= {name: before for name, (_, before) in told.items()}
            else:
                label = row._meta.get_field(first).verbose_name
                self._tell(entry, f"{entry.id}: {label} was changed since and stays as it is.")
        return columns

    def _put(self, row: models.Model, columns: dict) -> bool:
        before = {name: getattr(row, name) for name in columns}
        try:
            with transaction.atomic():
                put(row, columns)
        except IntegrityError:
            for name, value in before.items():
                setattr(row, name, value)
            self._tell(row, f"{row} stays with {self.kept}: something entered since is in its way.")
            return False
        return True

    def _take_along(self) -> None:
        """What the worker says belongs to the parted person, though it was entered since."""
        new = {self._place(row): row for row in self.added()}
        unknown = [place for place in self.along if place not in new]
        if unknown:
            raise ValidationError("Only what was entered since the merge can be taken along.")
        for place in self.along:
            row, rule = new[place], RELATIONS[new[place]._meta.label]
            links = [row._meta.get_field(link).attname for link in rule.links]
            theirs = {
                link: self.absorbed.pk for link in links if getattr(row, link) == self.kept.pk
            }
            self._put(row, theirs)

    def _follow_cases(self) -> None:
        """A part that was entered since for a case that goes back goes with its case."""
        for label, rule in RELATIONS.items():
            if not isinstance(rule, Moves) or not rule.apart:
                continue
            model = apps.get_model(label)
            link = model._meta.get_field(rule.links[0]).attname
            theirs = {link: self.kept.pk, f"{rule.apart}__{link}": self.absorbed.pk}
            for row in model._base_manager.filter(**theirs).order_by("pk"):
                if self._put(row, {link: self.absorbed.pk}):
                    goes = f"{row} was entered since and goes to {self.absorbed} with its case."
                    self._tell(row, goes)

    # The person who stays

    def _take_back_kept(self, known: Sight) -> None:
        """As before the merge, unless that would show readers what was entered since."""
        (entry,) = (one for one in self.entries if one.what == "kept")
        columns = self._unchanged(entry, self.kept)
        guarded = {n: v for n, v in columns.items() if n in (*REVIEW, *STRICTNESS)}
        self._put_back({name: v for name, v in columns.items() if name not in guarded})
        try:
            with transaction.atomic():
                put(self.kept, guarded)
                _require_nothing_shown(sight([self.kept.pk, self.absorbed.pk]) - known)
        except ValidationError:
            self.kept.refresh_from_db()
            self._tell(
                self.kept,
                f"{self.kept} stays {self.kept.get_secrecy_display()}, with the name shown as "
                f"{self.kept.get_name_display_display()}: else readers would see what was "
                "entered since.",
            )

    def _put_back(self, columns: dict) -> None:
        """All at once if the rules let it, for they speak of several; else one after the other."""
        try:
            with transaction.atomic():
                put(self.kept, columns)
        except IntegrityError:
            self.kept.refresh_from_db()
            for name, value in columns.items():
                self._put(self.kept, {name: value})

    def _tell(self, row: Entry | models.Model, sentence: str) -> None:
        model, key = row.place if isinstance(row, Entry) else (row._meta.label, row.pk)
        self.result.conflicts.append(Conflict(model, key, sentence))

    @staticmethod
    def _place(row: models.Model) -> str:
        return f"{row._meta.label}:{row.pk}"


def _groups(entry: Entry) -> dict[str, list[str]]:
    """The changed columns, those that belong together as one, by the first of them."""
    groups: dict[str, list[str]] = {}
    for name in entry.columns:
        first = next((group[0] for group in TOGETHER if name in group), name)
        groups.setdefault(first, []).append(name)
    return groups


def _of(person: Person, rule: Moves) -> models.Q:
    found = models.Q()
    for link in rule.links:
        found |= models.Q(**{link: person})
    return found


def _require_nothing_shown(shown: Sight) -> None:
    records = sorted({str(record_of(seen)) for seen in shown})
    if records:
        raise ValidationError(
            f"Readers have never seen this and would: {', '.join(records)}. Reopen it first."
        )
