"""What is asked about pairs of people, and the form of a verdict on one."""

from dataclasses import dataclass

from django import forms
from django.core.validators import RegexValidator

from people.choices import Verdict

ID = RegexValidator(r"^[Pp]-[0-9A-Za-z]{6}$", "The id of a person is P- and six signs.")
ANY = "any"


@dataclass(frozen=True)
class Mark:
    """The place in a list, the best first, from which it goes on."""

    score: float
    key: int

    @classmethod
    def read(cls, written: str) -> "Mark":
        score, _, key = written.partition("_")
        return cls(float(score), int(key))

    def __str__(self) -> str:
        return f"{self.score}_{self.key}"


class PairQuestion(forms.Form):
    """Which pairs a list of duplicates shows. An unknown name is an error, as in every list."""

    tier = forms.ChoiceField(
        choices=[("very likely", "very likely"), ("likely", "likely")], required=False
    )
    judged = forms.ChoiceField(choices=[(ANY, "judged"), *Verdict.choices], required=False)
    mine = forms.ChoiceField(choices=[("yes", "entered by me")], required=False)
    one = forms.CharField(validators=[ID], required=False)
    other = forms.CharField(validators=[ID], required=False)
    after = forms.RegexField(r"^\d(\.\d{1,4})?_\d{1,18}$", required=False)

    def clean(self):
        unknown = sorted(set(self.data) - set(self.fields))
        if unknown:
            raise forms.ValidationError(f"There is no question called '{unknown[0][:40]}' here.")
        return super().clean()

    def clean_one(self) -> str:
        return self.cleaned_data["one"].upper()

    def clean_other(self) -> str:
        return self.cleaned_data["other"].upper()

    def clean_after(self) -> Mark | None:
        written = self.cleaned_data["after"]
        return Mark.read(written) if written else None

    @property
    def problems(self) -> list[str]:
        return [
            str(message) if name == "__all__" else f"{name}: {message}"
            for name, messages in self.errors.items()
            for message in messages
        ]


class VerdictForm(forms.Form):
    """One verdict on one pair, and the verdict that stood there when it was given."""

    one = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    other = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    verdict = forms.ChoiceField(choices=Verdict.choices)
    why = forms.CharField(max_length=1000, required=False)
    known = forms.ChoiceField(choices=[("", "none"), *Verdict.choices], required=False)
