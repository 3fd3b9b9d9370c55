"""Rows of a case's page that belong to one of several records of that page.

Somebody took part in one of its events; a citation speaks of the case, its person, an event, …
Each row has a box `about` that says which, as "field:key". An event that is only just being
entered is "row:3", the third event on the page: events are saved before the rows about them.
"""

from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.forms import BaseInlineFormSet

from cases.admin.citations import CitationForm
from cases.admin.events import event_line
from cases.models import Event, Participation
from cases.models.citations import TARGETS, cites_field
from config.records.admin import RecordFormSet
from config.records.forms import RecordForm
from people.admin import called, tie_line
from people.models import Relationship

ROW = "row"
# How many events beyond those saved a row may speak of, at one saving.
NEW_EVENTS = 9
Choices = list[tuple[str, str]]


class DossierFormSet(RecordFormSet):
    """Rows of a case that do not all point to the case itself, as an ordinary formset's would."""

    events_on_page: RecordFormSet  # given by the case's page

    def __init__(
        self,
        data=None,
        files=None,
        instance=None,
        save_as_new=False,
        prefix=None,
        queryset=None,
        **kwargs,
    ):
        self.instance, self.save_as_new = instance, False
        self.unique_fields = set()
        rows = self.rows(queryset) if instance.pk else queryset.none()
        # Past the parent class, which would keep only the rows that point to the case.
        super(BaseInlineFormSet, self).__init__(data, files, prefix=prefix, queryset=rows, **kwargs)

    def rows(self, queryset: QuerySet) -> QuerySet:
        """The rows of this kind that belong to the case."""
        raise NotImplementedError

    def get_form_kwargs(self, index):
        return super().get_form_kwargs(index) | {"page": self}

    def _construct_form(self, i, **kwargs):
        return super(BaseInlineFormSet, self)._construct_form(i, **kwargs)

    def save_new(self, form, commit=True):
        return super(BaseInlineFormSet, self).save_new(form, commit=commit)

    def add_fields(self, form, index):
        super(BaseInlineFormSet, self).add_fields(form, index)
        # The template asks for a box of the link to the case; `about` is what counts.
        form.fields[self.fk.name] = forms.Field(
            required=False, disabled=True, widget=forms.HiddenInput
        )
        self.shut_delete(form)

    @cached_property
    def events(self) -> list[Event]:
        if not self.instance.pk:
            return []
        events = Event.objects.of_case(self.instance).visible_to(self.form.editor)
        return list(events.by_time())

    @cached_property
    def parts(self) -> QuerySet:
        """Who took part in the case's events, and the person's own part in shared ones."""
        case = self.instance
        parts = Participation.objects.filter(Q(event__in=self.events) | Q(case=case))
        return parts.visible_to(self.form.editor).select_related("person", "event")

    @cached_property
    def event_choices(self) -> Choices:
        saved = [(f"event:{event.pk}", event_line(event)) for event in self.events]
        first = self.events_on_page.initial_form_count() + 1
        numbers = range(first, first + NEW_EVENTS)
        new = [(f"{ROW}:{number}", f"event #{number} on this page") for number in numbers]
        return [("Saved events", saved), ("Events entered now", new)] if saved else new

    def new_event(self, number: int) -> Event:
        """The event that is entered on this page as the one with this number."""
        rows = self.events_on_page.forms
        form = rows[number - 1] if 0 < number <= len(rows) else None
        if form is None or not form.has_changed() or form in self.events_on_page.deleted_forms:
            raise ValidationError(f"There is no event #{number} on this page.")
        return form.instance


class AboutForm(RecordForm):
    """A row with a box `about`; `targets` are the fields of the record that it may fill."""

    targets: tuple[str, ...] = ()
    about = forms.ChoiceField()

    def __init__(self, *args, page: DossierFormSet, **kwargs):
        self.page = page
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [("", "---------"), *self.choices()]
        for target in self.targets:
            key = getattr(self.instance, f"{target}_id")
            if key:
                self.initial["about"] = f"{target}:{'' if target in ('case', 'person') else key}"

    def choices(self) -> Choices:
        return self.page.event_choices

    def clean_about(self) -> str:
        about = self.cleaned_data["about"]
        if about.startswith(f"{ROW}:"):
            self.page.new_event(int(about.removeprefix(f"{ROW}:")))
        return about

    def aim(self, about: str) -> None:
        """Point the record to what `about` names, and to nothing else."""
        name, _, key = about.partition(":")
        for target in self.targets:
            setattr(self.instance, target, None)
        if name == ROW:
            self.instance.event = self.page.new_event(int(key))
        elif name == "case":
            self.instance.case = self.page.instance
        elif name == "person":
            self.instance.person = self.page.instance.person
        elif name:
            setattr(self.instance, f"{name}_id", int(key))

    def save(self, commit=True):
        self.aim(self.cleaned_data["about"])
        return super().save(commit)


class PartForm(AboutForm):
    """Somebody involved: in an event of this page, or the case's person in a shared one."""

    targets = ("event",)
    about = forms.ChoiceField(label="event", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["event"] = None
        self.fields["event"].label = "or a shared event"
        self.fields["event"].help_text = "Public. An event of several people, such as a protest."
        self.fields["person"].help_text = "Public. Empty for the person of this case."
        self.fields["event"].required = self.fields["person"].required = False

    def clean(self):
        cleaned = super().clean()
        shared, person = cleaned.get("event"), cleaned.get("person")
        if bool(cleaned.get("about")) == bool(shared):
            raise ValidationError("Choose one event: one of this page, or a shared one.")
        if shared and person and person.pk != self.page.instance.person_id:
            raise ValidationError("Enter others who took part on the page of the shared event.")
        return cleaned

    def save(self, commit=True):
        case, shared = self.page.instance, self.cleaned_data["event"]
        self.aim(self.cleaned_data["about"] or f"event:{shared.pk}")
        part = self.instance
        part.person = part.person if part.person_id else case.person
        if part.person_id == case.person_id:
            # Its own event is the case's already; a shared one becomes so through this row.
            part.case = None if part.event.case_id == case.pk else case
        elif "person" in self.changed_data:
            part.case = None
        return super(AboutForm, self).save(commit)


class PartFormSet(DossierFormSet):
    def rows(self, queryset):
        return queryset.filter(pk__in=self.parts.values("pk"))


class DossierCitationForm(AboutForm, CitationForm):
    """A citation of the case or of anything on its page."""

    targets = TARGETS
    about = forms.ChoiceField(label="what it is about")

    def choices(self):
        return self.page.choices

    def clean(self):
        cleaned = super().clean()
        name = cleaned.get("about", "").partition(":")[0].replace(ROW, "event")
        if name and cleaned.get("field"):
            model = self.instance._meta.get_field(name).related_model
            if not cites_field(model, cleaned["field"]):
                self.add_error("field", f"A {model._meta.verbose_name} has no such field.")
        return cleaned

    def _post_clean(self):
        # What is not saved yet is linked when it is (save); the rule of one target holds by then.
        name, _, key = self.cleaned_data.get("about", "").partition(":")
        self.aim(f"{name}:{key}" if key and name != ROW else "")
        super()._post_clean()


class CitationFormSet(DossierFormSet):
    def rows(self, queryset):
        case = self.instance
        cited = Q(case=case) | Q(event__in=self.events) | Q(participation__in=self.parts)
        cited |= Q(person=case.person_id) | Q(person_name__person=case.person_id)
        return queryset.filter(cited | Q(relationship__in=self.ties))

    @cached_property
    def ties(self) -> QuerySet:
        ties = Relationship.objects.of(self.instance.person).visible_to(self.form.editor)
        return ties.select_related("from_person", "to_person")

    @cached_property
    def choices(self) -> Choices:
        own = [("case:", "this case"), ("person:", "the person")]
        if not self.instance.pk:
            return [*own, *self.event_choices]
        names = self.instance.person.names.visible_to(self.form.editor)
        groups = {
            "People involved": [
                (f"participation:{part.pk}", f"{called(part.person)}: {part.get_role_display()}")
                for part in self.parts
            ],
            "Names": [(f"person_name:{name.pk}", name.text) for name in names],
            "Ties": [(f"relationship:{tie.pk}", tie_line(tie)) for tie in self.ties],
        }
        return [*own, *self.event_choices, *((n, rows) for n, rows in groups.items() if rows)]
