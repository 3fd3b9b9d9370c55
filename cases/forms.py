"""The form of a case, on which somebody new is entered along with it."""

from django import forms
from django.core.exceptions import ValidationError

from config.records.forms import RecordForm
from people.boxes import NamesBox
from people.choices import NameDisplay, PersonKind, Sex
from people.matching import Hints
from people.models import Person, PersonName
from people.proposing import propose_in_passing
from people.recognition import Recognition

# Box of the form: field of the person.
NEW_PERSON = {
    "new_kind": "kind",
    "new_described_as": "described_as",
    "new_sex": "sex",
    "new_home": "home",
    "new_name_display": "name_display",
}


class CaseForm(RecordForm):
    """A case about somebody known, or about somebody entered here by name."""

    new_names = forms.CharField(
        label="names",
        required=False,
        max_length=5_000,
        widget=NamesBox({"rows": 3, "cols": 60}),
        help_text="Public. Every spelling on a line of its own, the main one first.",
    )
    new_kind = forms.ChoiceField(
        label="kind", choices=PersonKind.choices, required=False, help_text="Public."
    )
    new_described_as = forms.CharField(
        label="described as",
        required=False,
        max_length=300,
        help_text="Public. For a group or somebody unnamed: what to call them, in our words.",
    )
    new_sex = forms.ChoiceField(
        label="sex",
        choices=[("", "---------"), *Sex.choices],
        required=False,
        help_text="Public. Only if a source says or shows it.",
    )
    new_home = forms.ModelChoiceField(
        Person._meta.get_field("home").related_model.objects.none(),
        label="home",
        required=False,
        help_text="Public.",
    )
    new_name_display = forms.ChoiceField(
        label="name is shown as",
        choices=NameDisplay.choices,
        required=False,
        help_text="Public. Withheld means withheld on every page, in every file and search.",
    )

    asked_back = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "person" in self.fields and not self.instance.pk:
            self.fields["person"].required = False
        if "new_names" in self.fields and self.instance.pk:
            self.fields["new_names"].widget.attrs["data-person"] = self.instance.person_id

    def clean_new_names(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["new_names"].split("\n")]
        names = [name for name in dict.fromkeys(lines) if name]
        for name in names:
            PersonName._meta.get_field("text").clean(name, None)
        return names

    def clean(self):
        cleaned = super().clean()
        somebody_new = bool(cleaned.get("new_names") or cleaned.get("new_described_as"))
        if self.instance.pk or "new_names" in self.errors:
            return cleaned
        if bool(cleaned.get("person")) == somebody_new:
            message = "Choose a person, or enter the name of somebody new; not both."
            raise ValidationError({"person": message})
        if somebody_new:
            self._check_new_person()
        if cleaned.get("new_names"):
            self._recognize(cleaned)
        return cleaned

    def _recognize(self, cleaned: dict) -> None:
        """Ask once whether somebody in the register is meant; who is chosen has the case."""
        home = cleaned.get("new_home")
        hints = Hints(sex=cleaned.get("new_sex", ""), places=frozenset({home.pk} if home else ()))
        names = cleaned["new_names"]
        self.asked_back = Recognition(names, self.editor, self.data, hints=hints, may_choose=True)
        if self.asked_back.chosen:
            cleaned["person"] = self.asked_back.chosen
        self.asked_back.require_answer()

    def _check_new_person(self) -> None:
        person = self._new_person()
        filled_in_later = [f.name for f in person._meta.fields if not f.editable]
        try:
            person.full_clean(exclude=filled_in_later)
        except ValidationError as error:
            boxes = {field: box for box, field in NEW_PERSON.items()}
            for field, messages in error.message_dict.items():
                self.add_error(boxes.get(field, "new_described_as"), messages)

    def _new_person(self) -> Person:
        given = {field: self.cleaned_data.get(box) for box, field in NEW_PERSON.items()}
        return Person(**{field: value for field, value in given.items() if value})

    def enter_person(self, by) -> None:
        """Save the person that is new, or the spellings that are, before the case."""
        if not self.instance.person_id:
            person = self._new_person()
            person.entered_by = by
            person.save()
            self.instance.person = person
        self._enter_names(by)
        if self.asked_back and not self.asked_back.chosen:
            self.asked_back.remember(self.instance.person, by=by)

    def _enter_names(self, by) -> None:
        person, names = self.instance.person, self.cleaned_data.get("new_names", [])
        known = set(person.names.values_list("text", flat=True))
        if self.asked_back and self.asked_back.chosen:
            names = [name for name in names if name not in known]
        for number, text in enumerate(names):
            is_primary = not known and number == 0
            PersonName(person=person, text=text, is_primary=is_primary, entered_by=by).save()
        if names:
            propose_in_passing(person)

    def not_kept(self) -> list[str]:
        """What was typed about somebody new that the person who was chosen instead does not say."""
        person = self.asked_back.chosen if self.asked_back else None
        if person is None:
            return []
        typed = {box: self.cleaned_data.get(box) for box in NEW_PERSON}
        defaults = {"new_kind": PersonKind.INDIVIDUAL, "new_name_display": NameDisplay.FULL}
        return [
            self.fields[box].label
            for box, value in typed.items()
            if value and value not in (getattr(person, NEW_PERSON[box]), defaults.get(box))
        ]
