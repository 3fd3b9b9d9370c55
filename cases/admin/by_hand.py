"""What somebody who reads a copy marks by hand: a passage, and what it is or what it speaks of."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from cases import anchors
from cases.admin.citations import CITED, citable
from cases.models import Citation, Snapshot
from config.records.history import because
from config.records.models import Record
from config.records.refusals import refusals_told

CITABLE = {model.ID_PREFIX: model for model in CITED}
LONGEST = 10_000


class PassageForm(forms.Form):
    """A passage of the kept copy, as it was typed, pasted or selected."""

    quote = forms.CharField(
        max_length=LONGEST, label="passage", widget=forms.Textarea({"rows": 3, "cols": 60})
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, snapshot: Snapshot, data=None):
        super().__init__(data, prefix="hand")
        self.snapshot = snapshot

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("quote"):
            near = cleaned.get("start") or 0
            cleaned["passage"] = anchors.find(self.snapshot.text, cleaned["quote"], near)
            if cleaned["passage"] is None:
                raise ValidationError({"quote": "This copy does not hold this passage."})
        return cleaned


class CitingForm(PassageForm):
    """A passage, the record that it speaks of, and what it says in short."""

    about = forms.ChoiceField(required=False, label="speaks of")
    other = forms.CharField(required=False, max_length=12, label="or another record, by id")
    field = forms.ChoiceField(required=False, label="about which field")
    says = forms.CharField(required=False, max_length=300, label="what it says, in short")

    def __init__(self, snapshot, records: list[dict], user, data=None):
        super().__init__(snapshot, data)
        self.user = user
        entered = [one for one in records if one["id"][0] in CITABLE]
        labels = [(one["id"], f"{one['kind']}: {one['described']}") for one in entered]
        self.fields["about"].choices = [("", "---------"), *labels]
        groups = [(str(m._meta.verbose_name).capitalize(), citable(m)) for m in CITED]
        self.fields["field"].choices = [("", "as a whole"), *groups]

    def clean(self):
        cleaned = super().clean()
        cleaned["target"] = self._target(cleaned)
        return cleaned

    def _target(self, cleaned: dict) -> Record:
        public_id = (cleaned.get("other") or cleaned.get("about") or "").strip().upper()
        model = CITABLE.get(public_id.partition("-")[0])
        found = model and model.objects.visible_to(self.user).filter(public_id=public_id).first()
        if not found:
            raise ValidationError({"about": "Choose what the passage speaks of."})
        return found

    def cite(self) -> tuple[Citation, bool]:
        """The citation, and whether it is new; Refused where the database does not take it."""
        cleaned, passage = self.cleaned_data, self.cleaned_data["passage"]
        target = cleaned["target"]
        name = "person_name" if target._meta.model_name == "personname" else target._meta.model_name
        said = {
            name: target,
            "field": cleaned["field"],
            "snapshot": self.snapshot,
            "start": passage.start,
            "end": passage.end,
        }
        known = Citation.objects.visible_to(self.user).filter(**said).first()
        if known is not None:
            return known, False
        citation = Citation(
            **said,
            source=self.snapshot.source,
            quote=passage.quote,
            says=cleaned["says"],
            entered_by=self.user,
        )
        citation.clean()
        with refusals_told(), transaction.atomic(), because(by=self.user, action="cite"):
            citation.save()
        return citation, True
