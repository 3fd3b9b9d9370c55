"""The page of a case: whom it is about, what happened, who was involved, who says so."""

from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Q
from django.forms import ModelChoiceField

from cases.admin.attachments import AttachmentTable
from cases.admin.citations import CitationRows, citation_fieldsets
from cases.admin.dossier import CitationFormSet, DossierCitationForm, PartForm, PartFormSet
from cases.admin.erasures import may_erase
from cases.admin.events import EventBlocks, TookPart
from cases.admin.questionnaires import forms_of
from cases.forms import NEW_PERSON, CaseForm
from cases.models import Case, Event
from config.records.admin import RecordAdmin
from people import search
from people.admin import called
from people.models import Person, Place


class CaseParts(TookPart):
    form = PartForm
    formset = PartFormSet
    verbose_name_plural = "people involved in the events"

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": ("about", "event", "person", "role", "secrecy", "state")})]


class CaseCitations(CitationRows):
    form = DossierCitationForm
    formset = CitationFormSet
    verbose_name_plural = "citations: who says so, in which words"

    def get_fieldsets(self, request, obj=None):
        return citation_fieldsets(in_front=("about",))

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.cited = DossierCitationForm.cited
        return formset


@admin.register(Case)
class CaseAdmin(RecordAdmin):
    form = CaseForm
    main = ("title", "summary")
    leave_out = ("person",)
    columns = ("person_name", "title", "status", "verification", "priority")
    narrow_by = ("status", "verification")
    list_select_related = ("person",)
    described_with = ("person",)
    search_help_text = "A name in any spelling and script; words of the title; or an id."
    inlines = (EventBlocks, CaseParts, CaseCitations, AttachmentTable)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["erase"] = may_erase(request, obj)
        context["forms_at"] = forms_of(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def describe(self, record):
        """Name · title · id."""
        parts = [called(record.person), record.title, record.public_id]
        return " · ".join(part for part in parts if part)

    def search(self, request, queryset, term):
        answer = search.ask(term, request.user)
        named = Q(person__in=answer.people)
        found = named if answer.is_likely else named | Case.telling(term)
        return queryset.filter(found).order_by(answer.rank("person_id"), "-pk")

    @admin.display(description="person", ordering="person__name_full")
    def person_name(self, case):
        return called(case.person)

    def get_fieldsets(self, request, obj=None):
        names = (
            "Further spellings of the name",
            {"fields": ["new_names"], "classes": ["collapse"]},
        )
        somebody_new = ("Or somebody new", {"fields": ["new_names", *NEW_PERSON]})
        known = ("Whom it is about", {"fields": ["person"]})
        return [known, names if obj else somebody_new, *super().get_fieldsets(request, obj)]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.base_fields["new_home"] = self._home_box(request)
        return form

    def _home_box(self, request):
        """Made anew for each request, for it offers what its user may see."""
        box = CaseForm.base_fields["new_home"]
        return ModelChoiceField(
            Place.objects.visible_to(request.user).select_related("parent"),
            label=box.label,
            required=False,
            help_text=box.help_text,
            widget=AutocompleteSelect(Person._meta.get_field("home"), self.admin_site),
        )

    def _create_formsets(self, request, obj, change):
        """The rows about events know the events that are entered with them."""
        formsets, inlines = super()._create_formsets(request, obj, change)
        events = next(formset for formset in formsets if formset.model is Event)
        for formset in formsets:
            formset.events_on_page = events
        return formsets, inlines

    def save_model(self, request, obj, form, change):
        form.enter_person(by=request.user)
        super().save_model(request, obj, form, change)
        if form.not_kept():
            left_out = ", ".join(form.not_kept())
            told = f"{obj.person} was chosen. Not kept of somebody new, enter it there: {left_out}."
            messages.warning(request, told)
