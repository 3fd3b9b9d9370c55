"""Forms of confidential values: a box never shows what is kept, and left empty it keeps that."""

from django import forms

from config.records.cipher_fields import Secret, SecretText
from people.models.confidential import LONGEST_SECRET

KEPT = "Something is kept here. Left empty it stays; what you write replaces it."


class ConfidentialForm(forms.ModelForm):
    """A form of one identifier, contact or consent."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept = {}
        for field in self._meta.model._meta.concrete_fields:
            if isinstance(field, SecretText) and field.name in self.fields:
                self._hide(field)

    def _hide(self, field: SecretText) -> None:
        kept, box = getattr(self.instance, field.attname), self.fields[field.name]
        box.widget = forms.TextInput(
            {"class": "vTextField", "autocomplete": "off", "maxlength": LONGEST_SECRET}
        )
        box.max_length = LONGEST_SECRET
        self.initial[field.name] = ""
        if isinstance(kept, Secret) and kept:
            self.kept[field.name] = kept
            box.required = False
            box.help_text = f"{box.help_text} {KEPT}"

    def clean(self):
        cleaned = super().clean()
        for name, kept in self.kept.items():
            cleaned[name] = cleaned.get(name) or kept
        return cleaned


class NumberForm(forms.Form):
    """A number to look for. It is sent in a form's body, never in an address."""

    number = forms.CharField(
        max_length=100, widget=forms.TextInput({"autocomplete": "off", "size": 40})
    )

    def clean_number(self):
        return self.cleaned_data["number"].replace("\0", "")
