"""What the forms of all records share: partial dates, locked records, refusals as errors."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.utils import ErrorDict
from django.urls import reverse_lazy
from django.utils.html import format_html

from config.records import dates
from config.records.choices import State
from config.records.date_columns import DateColumns, date_columns
from config.records.models import Record

# No field of a record is a book; a kept copy has a limit of its own.
LONGEST_TEXT = 100_000

HIDDEN = "hidden from you; it stays as it is"


def typed(request, name: str) -> str:
    """What was typed into a box of its own, without the one sign that no text may have."""
    return request.POST.get(name, "").replace("\0", "")


def why_locked(record: Record, user, proposing: bool = False) -> str:
    """Why this user cannot edit the record now, and what to do; empty if they can.

    What waits for review is changed by nobody but its submitter: else the reviewer could publish
    words that only the reviewer has seen. proposing: what is saved will wait for review.
    """
    if record.pk is None or record.state == State.DRAFT:
        return ""
    if proposing and record.state == State.PUBLISHED:
        return ""
    if record.state == State.SUBMITTED:
        own = user is not None and record.submitted_by_id == user.pk
        return "" if own else "It waits for review. Send it back to have it changed."
    if record.state == State.PUBLISHED:
        return "It is published. Change it on its own page; the change waits for review."
    return f"It is {record.get_state_display()}. Reopen it to change it."


def tell(date: dates.PartialDate) -> str:
    """What was understood, in one line to be read before saving."""
    bounds = dates.display_bounds(date.earliest, date.latest)
    sure = "" if str(date) == bounds else f" ({bounds})"
    return f"Understood: {date}{sure}. EDTF: {date.edtf}."


class WrittenDate(forms.TextInput):
    """The main box of a partial date; what it is understood as stands beside it.

    dates.js asks for the answer when the words change. Without it, the answer is there at the
    next look.
    """

    understood = ""

    class Media:
        js = ["records/dates.js"]

    def __init__(self):
        url = reverse_lazy("admin:understand-date")
        super().__init__({"class": "vTextField", "data-understand": url, "autocomplete": "off"})

    def render(self, name, value, attrs=None, renderer=None):
        box = super().render(name, value, attrs, renderer)
        return format_html(
            '{}<span class="understood" role="status" aria-live="polite">{}</span>',
            box,
            self.understood,
        )


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


SMALL_BOXES = {
    "earliest": ("not before", "Only if you know more than the words say."),
    "latest": ("not after", "Only if you know more than the words say."),
    "edtf": ("EDTF", "Only if the words need it."),
    "basis": ("basis", "How we come to this date."),
}


class RecordForm(forms.ModelForm):
    """A form of any record: dates in one box, nothing of a locked record changed.

    The admin gives each request a class of its own, with `editor` the user who fills it in,
    `proposing` whether what is saved waits for review, and `refused` what the database said to the
    first try.
    """

    editor = None
    proposing = False
    refused = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.locked = why_locked(self.instance, self.editor, self.proposing)
        for columns in date_columns(self._meta.model):
            if f"{columns.name}_written" in self.fields:
                self._show_date(columns)
        for name, field in self.fields.items():
            self._limit(field)
            self._keep_hidden_choice(name, field)
            field.disabled = field.disabled or bool(self.locked)

    def full_clean(self):
        if not (self.locked and self.is_bound):
            return super().full_clean()
        # Nothing of it is read, so nothing of it can be wrong.
        self._errors = ErrorDict()
        self.cleaned_data = {}
        if self.refused:
            self.add_error(None, self.refused)
        return None

    def clean(self):
        cleaned = super().clean()
        if self.refused:
            self.add_error(None, self.refused)
        return cleaned

    def _show_date(self, columns: DateColumns) -> None:
        """Small boxes show a value only where the words do not say it already.

        So new words are read afresh, and a box that is emptied goes back to what the words say.
        """
        name = columns.name
        for part, (label, help_text) in SMALL_BOXES.items():
            self.fields[f"{name}_{part}"].label = label
            self.fields[f"{name}_{part}"].help_text = help_text
        self.fields[f"{name}_edtf"].widget = forms.TextInput({"size": 12})
        self.fields[f"{name}_earliest"].widget = DayInput()
        self.fields[f"{name}_latest"].widget = DayInput()
        box = self.fields[f"{name}_written"].widget = WrittenDate()
        kept = columns.__get__(self.instance)
        if kept:
            box.understood = tell(kept)
            self.initial |= {f"{name}_{part}": None for part in _said_by_words(kept)}

    @staticmethod
    def _limit(field: forms.Field) -> None:
        if isinstance(field, forms.CharField) and field.max_length is None:
            field.validators.append(MaxLengthValidator(LONGEST_TEXT))
        if isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = 3  # it grows with what is written (admin.css)

    def _keep_hidden_choice(self, name: str, field: forms.Field) -> None:
        """A link to a record that this user may not see stays as it is."""
        linked = self.initial.get(name) if self.instance.pk else None
        if not linked or not isinstance(field, forms.ModelChoiceField):
            return
        if not field.queryset.filter(pk=linked).exists():
            field.queryset = field.queryset.model._base_manager.filter(pk=linked)
            field.label_from_instance = lambda record: HIDDEN
            field.disabled = True


def _said_by_words(kept: dates.PartialDate) -> list[str]:
    """The parts of a kept date that its words, or its EDTF where that is needed, say already."""
    said = []
    try:
        read = dates.understand(kept.written)
    except dates.DateNotUnderstood:
        read = None
    if read is not None and read.edtf == kept.edtf:
        said.append("edtf")
    else:
        read = dates.from_edtf(kept.edtf)
    said += [part for part in ("earliest", "latest") if getattr(read, part) == getattr(kept, part)]
    return said
