"""The forms of "Tell us": what is written, with a proof of it, and the code of a receipt."""

from django import forms
from django.utils.translation import gettext_lazy as _

from config.records.choices import MessageTopic, MessageUse
from config.records.messages.proofs import Proof, new_proof, proof_of

LONGEST, LONGEST_CONTACT, LONGEST_ABOUT = 10_000, 500, 300
NOTHING = _("Choose one")


class PlainText(forms.CharField):
    """What was typed, its lines ended in one way, so that what counts as too long is the same."""

    def to_python(self, value):
        return super().to_python((value or "").replace("\r\n", "\n"))


def _box(rows: int, length: int) -> forms.Textarea:
    return forms.Textarea({"rows": rows, "maxlength": length, "dir": "auto", "autocomplete": "off"})


def _line(**more) -> forms.TextInput:
    return forms.TextInput({"dir": "auto", "autocomplete": "off", **more})


class MessageForm(forms.Form):
    """What somebody writes. Only what it is about in a word, and the text, are asked for."""

    topic = forms.ChoiceField(
        label=_("What is it?"), choices=[("", NOTHING), *MessageTopic.choices]
    )
    about = PlainText(
        label=_("About which page, if there is one"),
        help_text=_("The id or the address of the page, such as C-7K3M9Q."),
        max_length=LONGEST_ABOUT,
        required=False,
        widget=_line(spellcheck="false"),
    )
    text = PlainText(
        label=_("What do you want to tell us?"),
        help_text=_("In any language, up to 10,000 characters. Say how you know, if you can."),
        max_length=LONGEST,
        widget=_box(10, LONGEST),
    )
    contact = PlainText(
        label=_("How we may reach you, if you want to be reached"),
        help_text=_("Better left empty: with the code you get, you read our answer here."),
        max_length=LONGEST_CONTACT,
        required=False,
        widget=_line(),
    )
    use = forms.ChoiceField(
        label=_("Who may know of it?"),
        choices=MessageUse.choices,
        initial=MessageUse.STAFF,
        required=False,
    )
    website = PlainText(
        label=_("Leave this box empty"), required=False, widget=_line(tabindex="-1")
    )
    proof = forms.CharField(widget=forms.HiddenInput, required=False, max_length=1000)
    sum = forms.CharField(max_length=20, widget=_line(inputmode="numeric"), required=False)

    FOR_MACHINES = ("website", "proof", "sum")

    def __init__(self, data=None, **more):
        super().__init__(data, label_suffix="", **more)
        self.asked = proof_of(data.get("proof", "")) if data else None
        self.is_anew = self.asked is None
        self.asked = self.asked or new_proof()
        self._ask()

    def _ask(self) -> None:
        told = _("How much is %(first)s and %(second)s? In digits.") % self.asked.words
        self.fields["sum"].label = told

    def ask_anew(self) -> Proof:
        """Another question, for a form of which the first is used up."""
        self.asked = new_proof()
        self._ask()
        return self.asked

    @property
    def written(self) -> list:
        """The boxes for people."""
        return [box for box in self if box.name not in self.FOR_MACHINES]

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("This box is for machines. Leave it empty."))
        return ""

    def clean_sum(self):
        """Asked only of a form that is ours, and not too old."""
        if self.is_anew:
            raise forms.ValidationError(_("This form was open for very long. Answer once more."))
        if not self.asked.is_right(self.cleaned_data["sum"]):
            raise forms.ValidationError(_("That is not the sum. Write it in digits."))
        return self.cleaned_data["sum"]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and self.asked.is_too_soon():
            raise forms.ValidationError(_("That was fast. Wait some seconds, and send it again."))
        return cleaned

    def said(self) -> dict[str, str]:
        """What is kept of it."""
        return {name: self.cleaned_data[name] for name in MessageForm.base_fields if name in KEPT}


KEPT = ("topic", "about", "text", "contact", "use")


class CodeForm(forms.Form):
    """The code of a receipt. It is sent in a form's body, never in an address."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=60,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "dir": "ltr"}),
    )
