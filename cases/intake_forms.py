"""The forms in which somebody decides about what was found in an article: one for each thing."""

from collections.abc import Iterable, Sequence

from django import forms
from django.core.exceptions import ValidationError

from cases.choices import (
    EventKind,
    FacilityKind,
    ParticipationRole,
    ReleaseKind,
    ResponseKind,
    SentenceKind,
)
from cases.decisions import LEAVE, NEW, SuggestionKind
from cases.defaults import (
    SAY_NOTHING,
    Known,
    default_case,
    default_event,
    default_place,
    default_who,
    meant,
    part_in,
    release_kind,
    response_kind,
    sentence_kind,
)
from cases.models import Case, Suggestion
from cases.reading.article import Role
from config.records import dates
from config.records.choices import Basis, State
from people.choices import PlaceLevel, RelationshipKind

NOTHING = [("", "---------")]
ACCEPT, REJECT, LATER = "accept", "reject", "later"
NOT_SO = {
    SuggestionKind.PERSON: "Not a person",
    SuggestionKind.SPOT: "Leave out",
    SuggestionKind.TIE: "Reject",
    SuggestionKind.EVENT: "Leave out",
}


class SuggestionForm(forms.Form):
    """What becomes of one suggestion; nothing, until somebody decides."""

    decision = forms.ChoiceField(widget=forms.RadioSelect, initial=LATER)
    # What becomes of it where all the rest is accepted.
    with_the_rest = ACCEPT

    def __init__(self, row: Suggestion, data=None):
        self.row = row
        prefix = f"s{row.pk}"
        sent = data if data is not None and f"{prefix}-decision" in data else None
        super().__init__(sent, prefix=prefix, auto_id="id_%s")
        labels = [(ACCEPT, "Accept"), (REJECT, NOT_SO[row.kind]), (LATER, "Later")]
        self.fields["decision"].choices = labels

    @property
    def chosen(self) -> str:
        """The decision as it was sent, whatever else of the form is wrong."""
        return self.data.get(self.add_prefix("decision"), LATER) if self.is_bound else LATER

    @property
    def is_left_out_with_the_rest(self) -> bool:
        return self.with_the_rest == REJECT

    @property
    def is_decided(self) -> bool:
        return self.chosen in (ACCEPT, REJECT)

    def full_clean(self):
        """Only what is accepted has to be right."""
        super().full_clean()
        if self.chosen != ACCEPT:
            self._errors.clear()


class PersonForm(SuggestionForm):
    """Somebody named: one whom the register knows, somebody new, or nobody for it."""

    who = forms.ChoiceField(widget=forms.RadioSelect, required=False)
    other = forms.CharField(
        required=False, max_length=12, label="or another in the register, by id"
    )
    role = forms.ChoiceField(choices=[(role.value, role.value) for role in Role])
    case = forms.ChoiceField(required=False)
    title = forms.CharField(required=False, max_length=200, label="title of the new case")

    def __init__(self, row, known: Sequence[Known], is_involved, is_subject, data=None):
        super().__init__(row, data)
        self.known = known
        answers = [(one.person.public_id, one.person.public_id) for one in known]
        self.fields["who"].choices = [*answers, (NEW, "somebody new"), (LEAVE, "leave out")]
        cases = [case for one in known for case in one.cases]
        self.fields["case"].choices = [
            ("", "no case"),
            (NEW, "a new case"),
            *((case.public_id, self._described(case)) for case in cases),
        ]
        who = default_who(row, known, is_involved)
        self.initial |= {
            "who": who,
            "role": row.what["role"],
            "case": default_case(row, known, who, is_subject),
        }

    @staticmethod
    def _described(case: Case) -> str:
        published = "published" if case.state == State.PUBLISHED else ""
        parts = (case.public_id, case.title, case.get_status_display(), published)
        return " · ".join(part for part in parts if part)

    def clean(self):
        cleaned = super().clean()
        if self.chosen == ACCEPT and not cleaned.get("other") and not cleaned.get("who"):
            raise ValidationError({"who": "Say who this is: one of these, or somebody new."})
        return cleaned


class SpotForm(SuggestionForm):
    """A place or a facility: one that the register has, or a new one of a kind that you choose."""

    who = forms.ChoiceField(required=False, label="as")
    name = forms.CharField(max_length=200)

    def __init__(self, row: Suggestion, known: Sequence, others: Sequence[Suggestion], data=None):
        super().__init__(row, data)
        kinds = FacilityKind if row.what["kind"] else PlaceLevel
        self.label = FacilityKind(row.what["kind"]).label if row.what["kind"] else "place"
        self.fields["who"].choices = [
            ("", "leave out"),
            *((one.public_id, f"{one.public_id} · {one.name}") for one in known),
            *((f"{NEW}:{kind}", f"new {kind.label}") for kind in kinds),
        ]
        self.initial |= {"who": default_place(row, known, others), "name": row.what["name"]}


def _of_rows(rows: Iterable[Suggestion]) -> list[tuple[str, str]]:
    return [(str(row.pk), row.what["name"]) for row in rows]


class TieForm(SuggestionForm):
    """The first is the … of the second."""

    first = forms.ChoiceField()
    kind = forms.ChoiceField(choices=RelationshipKind.choices)
    of = forms.ChoiceField()

    def __init__(self, row: Suggestion, people: Sequence[Suggestion], data=None):
        super().__init__(row, data)
        self.fields["first"].choices = self.fields["of"].choices = NOTHING + _of_rows(people)
        self.initial |= {name: row.what.get(name) for name in ("first", "kind", "of")}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("first") and cleaned.get("first") == cleaned.get("of"):
            raise ValidationError({"of": "Nobody is their own relative."})
        return cleaned


class EventForm(SuggestionForm):
    """What happened, to whom, when, where; new, or one that the register has."""

    known = forms.ChoiceField(required=False, label="in the register")
    kind = forms.ChoiceField(choices=EventKind.choices)
    title = forms.CharField(required=False, max_length=200)
    people = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    part = forms.ChoiceField(choices=ParticipationRole.choices, label="they are its")
    written = forms.CharField(required=False, max_length=200, label="when, as written")
    edtf = forms.CharField(required=False, max_length=140, label="EDTF")
    place = forms.ChoiceField(required=False)
    facility = forms.ChoiceField(required=False)
    sentence_kind = forms.ChoiceField(
        required=False, choices=[*NOTHING, *SentenceKind.choices], label="sentence"
    )
    sentence_months = forms.IntegerField(required=False, min_value=0, label="in months")
    release_kind = forms.ChoiceField(
        required=False, choices=[*NOTHING, *ReleaseKind.choices], label="release"
    )
    response_kind = forms.ChoiceField(
        required=False, choices=[*NOTHING, *ResponseKind.choices], label="response"
    )

    def __init__(self, row: Suggestion, people, spots, known, passage: str, data=None):
        super().__init__(row, data)
        what, when = row.what, row.what.get("when") or {}
        if what["kind"] in SAY_NOTHING:
            self.with_the_rest = REJECT
        self.fields["people"].choices = _of_rows(people)
        for name, is_facility in (("place", False), ("facility", True)):
            rows = [spot for spot in spots if bool(spot.what["kind"]) == is_facility]
            self.fields[name].choices = NOTHING + _of_rows(rows)
        labels = [(one.public_id, f"{one.public_id} · {one.occurred or ''}") for one in known]
        self.fields["known"].choices = [("", "a new event"), *labels]
        self.initial |= {
            "known": default_event(known, when),
            "kind": what["kind"],
            "people": [str(pk) for pk in what.get("people", [])],
            "part": part_in(what["kind"]),
            "written": when.get("written", ""),
            "edtf": when.get("edtf", ""),
            "place": what.get("place"),
            "facility": self._facility(what.get("facility"), spots),
            "sentence_kind": sentence_kind(what),
            "sentence_months": what.get("months") if sentence_kind(what) else None,
            "release_kind": release_kind(what["kind"], passage),
            "response_kind": response_kind(what["kind"], passage),
        }

    def clean(self):
        cleaned = super().clean()
        if self.chosen == ACCEPT:
            cleaned["occurred"] = self._occurred(cleaned)
        return cleaned

    @staticmethod
    def _facility(pk: int | None, spots: Sequence[Suggestion]) -> int | None:
        row = next((spot for spot in spots if spot.pk == pk), None)
        return meant(row, spots).pk if row else None

    @property
    def has_more(self) -> bool:
        """Whether something stands in the boxes that are folded away."""
        names = ("known", "sentence_kind", "sentence_months", "release_kind", "response_kind")
        return any(self[name].value() for name in names)

    def _occurred(self, cleaned: dict) -> dict:
        """The date as it was found, or as the worker corrected it."""
        found = self.row.what.get("when") or {}
        written, edtf = cleaned.get("written", ""), cleaned.get("edtf", "")
        if found and (written, edtf) == (found["written"], found["edtf"]):
            return found
        if not written and not edtf:
            return {}
        if written != found.get("written", "") and edtf == found.get("edtf", ""):
            edtf = ""  # new words are read afresh
        try:
            date = dates.from_edtf(edtf, written or edtf) if edtf else dates.understand(written)
        except dates.DateNotUnderstood as error:
            raise ValidationError({"edtf" if edtf else "written": str(error)}) from error
        return {
            "written": date.written,
            "edtf": date.edtf,
            "earliest": date.earliest or "",
            "latest": date.latest or "",
            "basis": found.get("basis") or Basis.STATED,
        }
