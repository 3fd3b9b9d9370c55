"""People with what the register tells of them: their cases, their part in events."""

from django.contrib import admin

from cases.admin.attachments import AttachmentTable
from cases.admin.citations import CitationRows
from cases.admin.erasures import may_erase
from cases.admin.tables import RecordTable
from cases.models import Case, Participation
from config.records.choices import Secrecy
from people.admin import PersonAdmin
from people.models import Person


class CaseTable(RecordTable):
    """A person's cases, to be read and followed."""

    model = Case
    fields = readonly_fields = ("title", "status", "verification", "state")
    verbose_name_plural = "cases"


class PartTable(RecordTable):
    """A person's part in events, to be read and followed."""

    model = Participation
    fields = readonly_fields = ("role", "event", "case", "state")
    verbose_name_plural = "part in events"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("event", "case")


class PersonCitations(CitationRows):
    fk_name = "person"


@admin.register(Person)
class PersonWithCasesAdmin(PersonAdmin):
    inlines = (*PersonAdmin.inlines, CaseTable, PartTable, PersonCitations, AttachmentTable)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["erase"] = may_erase(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def told_apart_by(self, person):
        open_cases = person.cases.exclude(secrecy=Secrecy.SEALED).order_by("id")
        case = open_cases.only("title", "summary").first()
        line = (case.title or case.summary.split("\n")[0][:80]) if case else ""
        return [*super().told_apart_by(person), line]
