"""The two forms of a new article: how it is given, and what was read in it, to be corrected."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from cases.canonical import canonical
from cases.extraction.found import LONGEST_TEXT, cleaned
from cases.known import Known, known_articles, organization_named
from cases.models import Organization, Source
from cases.taking_in import NotTaken, Taken, from_address, from_file, from_text
from config.records.date_columns import date_fields
from config.records.forms import RecordForm
from config.records.uploads import LARGEST

NEW = "new"
LONGEST_HEADLINE = 150
SEVERAL = "Give a file or a text, not both: which of them is the article?"
NOTHING = "Give the address, a file or the text."
TOO_LARGE = f"The file is larger than {LARGEST // 1024 // 1024} MB."
KNOWN = "Say what is to be done: is it one of these?"


class TextBox(forms.CharField):
    """A box for a whole text: as it was pasted, but for signs that are no text."""

    def __init__(self, rows: int, **kwargs):
        self.rows = rows
        box = forms.Textarea({"rows": rows, "class": "vLargeTextField", "dir": "auto"})
        super().__init__(strip=False, widget=box, **kwargs)

    def to_python(self, value):
        return cleaned(super().to_python(value))


class GivenForm(forms.Form):
    """Four ways in: an address to fetch, a saved page, a PDF, a pasted text."""

    address = forms.URLField(
        label="address",
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=forms.URLInput({"class": "vTextField", "autofocus": True}),
        help_text="Alone, it is fetched by the register, and the site sees that somebody here "
        "reads it. With a file or a text, it is only written down.",
    )
    file = forms.FileField(
        label="saved page or PDF",
        required=False,
        allow_empty_file=True,
        help_text=f"A page saved in your browser as HTML, or a PDF; up to {LARGEST // 1024**2} MB.",
    )
    text = TextBox(
        rows=8,
        label="text",
        required=False,
        help_text="Pasted from wherever you can read it.",
    )
    title = forms.CharField(
        label="title",
        required=False,
        max_length=500,
        widget=forms.TextInput({"class": "vTextField"}),
        help_text="Only with a pasted text.",
    )

    def __init__(self, *args, too_large: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.too_large = too_large
        self.taken: Taken | None = None

    def clean(self):
        cleaned_data = super().clean()
        if self.too_large:
            raise ValidationError({"file": TOO_LARGE})
        if not self.errors:
            self.taken = self._take(cleaned_data)
        return cleaned_data

    def _take(self, given: dict) -> Taken:
        """What is given, read. A refusal stands at the box that it is about."""
        file, has_text = given["file"], bool(given["text"].strip())
        if file and has_text:
            raise ValidationError(SEVERAL)
        box = "text" if has_text else "file" if file else "address"
        if not given[box]:
            raise ValidationError(NOTHING)
        ways = {
            "text": lambda: from_text(given["text"], given["address"], given["title"]),
            "file": lambda: from_file(file.read(), given["address"]),
            "address": lambda: from_address(given["address"]),
        }
        try:
            return ways[box]()
        except NotTaken as error:
            raise ValidationError({box: str(error)}) from error


def _box(field, **kwargs):
    """A source's own box, as the admin makes it; addresses without a scheme are taken for https."""
    if isinstance(field, models.URLField):
        kwargs |= {"assume_scheme": "https", "widget": forms.URLInput({"class": "vTextField"})}
    elif isinstance(field, models.CharField) and not field.choices:
        kwargs |= {"widget": forms.TextInput({"class": "vTextField"})}
    return field.formfield(**kwargs)


class ReadForm(RecordForm):
    """What was read in an article, as a draft source with its text; nothing is kept before."""

    publisher_name = forms.CharField(
        label="publisher",
        required=False,
        max_length=200,
        widget=forms.TextInput({"class": "vTextField"}),
        help_text="Public. An organization of the register, by any of its names.",
    )
    new_publisher = forms.BooleanField(
        label="enter it as a new organization if the register has none of this name",
        required=False,
    )
    text = TextBox(
        rows=20,
        label="text",
        max_length=LONGEST_TEXT,
        help_text="Only staff read this. Passages are cited from it: correct what is not the "
        "article, and leave its words as they are.",
    )
    meant = forms.ChoiceField(label="What is to be done", required=False, widget=forms.RadioSelect)

    class Meta:
        model = Source
        fields = (
            "kind",
            "title",
            "url",
            "author",
            *date_fields("published"),
            "language",
            "secrecy",
        )
        formfield_callback = _box

    def __init__(self, *args, taken: Taken, **kwargs):
        super().__init__(*args, **kwargs)
        self.taken = taken
        self.known: list[Known] = []
        self.publisher: Organization | None = None
        self.fields["text"].widget.attrs["rows"] = self.fields["text"].rows
        self._look_up()

    def _look_up(self) -> None:
        """Which sources may be this article, by what stands in the boxes now."""
        address = self["url"].value() or ""
        addresses = {canonical(address, self.taken.canonical), canonical(self.taken.address_asked)}
        text = cleaned(self["text"].value() or "")
        self.known = known_articles(addresses - {""}, text, self.editor)
        copies = [
            (one.source.public_id, f"Keep this as a newer copy of {one.source.public_id}")
            for one in self.known
        ]
        self.fields["meant"].choices = [*copies, (NEW, "It is another article: enter it as new")]

    @property
    def chosen(self) -> Source | None:
        """The source that this is a newer copy of, where the worker says so."""
        meant = self.cleaned_data.get("meant")
        return next((one.source for one in self.known if one.source.public_id == meant), None)

    def clean(self):
        cleaned_data = super().clean()
        if self.known and not cleaned_data.get("meant"):
            self.add_error("meant", KNOWN)
        if self.chosen:
            self._leave_the_source_alone()
            return cleaned_data
        name = " ".join(cleaned_data.get("publisher_name", "").split())
        self.publisher = organization_named(name, self.editor)
        if name and self.publisher is None and not cleaned_data.get("new_publisher"):
            self.add_error(
                "publisher_name",
                "The register has no organization of this name. Tick the box below, or empty this.",
            )
        cleaned_data["publisher_name"] = name
        return cleaned_data

    def _leave_the_source_alone(self) -> None:
        """Of a newer copy only the text is kept; nothing else on the form can be wrong."""
        for name in {*self.errors} - {"text", "meant"}:
            del self.errors[name]

    def _post_clean(self):
        if not self.chosen:
            super()._post_clean()

    def source(self) -> Source:
        """The draft that was filled in."""
        source = self.instance
        source.publisher = self.publisher
        source.canonical_url = canonical(source.url, self.taken.canonical)[:2000]
        return source

    @property
    def main_boxes(self):
        names = "kind title url publisher_name new_publisher author published_written language"
        return [self[name] for name in names.split()]

    @property
    def date_boxes(self):
        return [self[f"published_{part}"] for part in ("basis", "earliest", "latest", "edtf")]

    @property
    def staff_boxes(self):
        return [self["secrecy"], self["text"]]

    @property
    def publisher_to_enter(self) -> str:
        return "" if self.publisher else self.cleaned_data["publisher_name"]


def _headline(text: str) -> str:
    """The first line of a pasted text, where it stands alone and is no sentence."""
    first, _, rest = text.strip().partition("\n")
    is_line = rest.strip() and len(first) <= LONGEST_HEADLINE and not first.rstrip().endswith(".")
    return first.strip() if is_line else ""


def initial(taken: Taken, user) -> dict:
    """What stands in the boxes at first: what the article tells of itself."""
    known = organization_named(taken.publisher, user)
    return {
        "kind": "news_article",
        "title": taken.title or _headline(taken.text),
        "url": taken.address,
        "author": taken.author,
        "published_written": taken.published,
        "language": taken.language,
        "publisher_name": known.name if known else taken.publisher,
        "new_publisher": known is None,
        "text": taken.text,
    }
