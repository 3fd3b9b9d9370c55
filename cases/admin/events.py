"""Events, those that several people share included, and who took part in them."""

from django.contrib import admin

from cases.admin.citations import CitationRows
from cases.models import Event, Participation
from config.records.admin import RecordAdmin, RecordBlocks, RecordTable
from people import search
from people.admin import called, named

UP_FRONT = ("kind", "title", "occurred", "place", "facility", "organization")


def event_line(event: Event) -> str:
    """Kind, when, title, id."""
    when = str(event.occurred) if event.occurred else "date unknown"
    parts = [event.get_kind_display(), when, event.title, event.public_id]
    return " · ".join(part for part in parts if part)


class EventBlocks(RecordBlocks):
    model = Event
    main = (*UP_FRONT, "description")
    leave_out = ("case",)
    verbose_name_plural = "events: what happened to the person"

    def get_queryset(self, request):
        return super().get_queryset(request).by_time()

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1


class TookPart(RecordTable):
    """People in an event; for a shared one, each with the case of theirs that it belongs to."""

    model = Participation
    verbose_name = "person involved"
    verbose_name_plural = "people involved"

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": ("person", "role", "case", "secrecy", "state")})]


@admin.register(Event)
class EventAdmin(RecordAdmin):
    main = (*UP_FRONT, "case", "description")
    columns = ("kind", "when", "title", "case", "place_name")
    narrow_by = ("kind",)
    date_hierarchy = "occurred_earliest"
    list_select_related = ("case", "place")
    search_fields = ("title__icontains",)
    search_help_text = (
        "A name of somebody it happened to or who took part; words of a title; an id."
    )
    inlines = (TookPart, CitationRows)

    def describe(self, record):
        return event_line(record)

    def search(self, request, queryset, term):
        answer = search.ask(term, request.user)
        parts = Participation.objects.filter(person__in=answer.people).values("event")
        found = queryset.filter(case__person__in=answer.people) | queryset.filter(pk__in=parts)
        return found if answer.is_likely else found | super().search(request, queryset, term)

    @admin.display(description="when", ordering="occurred_earliest")
    def when(self, event):
        return str(event.occurred) if event.occurred else "–"

    @admin.display(description="place", ordering="place__name")
    def place_name(self, event):
        return named(event.place) or "–"


@admin.register(Participation)
class ParticipationAdmin(RecordAdmin):
    main = ("event", "person", "role", "case")
    columns = ("person_name", "role", "what", "case")
    narrow_by = ("role",)
    list_select_related = ("person", "event", "case")
    described_with = ("person", "event")
    inlines = (CitationRows,)

    def describe(self, record):
        who, what = self.person_name(record), self.what(record)
        return f"{who} · {record.get_role_display()} · {what} · {record.public_id}"

    def search(self, request, queryset, term):
        answer = search.ask(term, request.user)
        parts = queryset.filter(person__in=answer.people)
        return parts.order_by(answer.rank("person_id"), "-pk")

    @admin.display(description="person", ordering="person__name_full")
    def person_name(self, part):
        return called(part.person)

    @admin.display(description="event")
    def what(self, part):
        return event_line(part.event)
