"""Events and who took part in them, in which role."""

from django.db import models
from django.db.models import CheckConstraint, F, OuterRef, Q, UniqueConstraint
from django.urls import reverse

from cases.choices import (
    EventKind,
    ParticipationRole,
    ReasonGroup,
    ReleaseKind,
    ResponseKind,
    SentenceKind,
)
from cases.models.case import Case
from cases.models.evidence import Evidence, EvidenceQuerySet
from cases.models.facilities import Facility, Organization
from cases.models.rules import EVENT_UNSETTLES, PARTICIPATION_UNSETTLES, SAME_PERSON
from config.records.constraints import implies, in_order
from config.records.date_columns import DateColumns, date_constraints, date_fields
from config.records.history import tracked
from config.records.models import Record, touched
from people.models import Person, Place
from people.models.rules import not_of_merged

# Public columns of an event that are neither dates nor other records.
PUBLIC_TEXTS = (
    "legal_basis",
    "official_reason",
    "official_reason_text",
    "presumed_reason",
    "presumed_reason_text",
    "charge",
    "sentence_kind",
    "sentence_months",
    "release_kind",
    "response_kind",
    "demand",
    "count_text",
    "description",
)


class EventQuerySet(EvidenceQuerySet):
    def of_case(self, case: Case) -> "EventQuerySet":
        """The case's own events and those shared with others, each once."""
        shared = Participation.objects.filter(case=case).values("event")
        return self.filter(Q(case=case) | Q(pk__in=shared))

    def of_outer_case(self, user, case: str = "pk") -> "EventQuerySet":
        """In a condition: the events of the outer row's case, its own and those it shares."""
        shared = Participation.objects.visible_to(user).filter(case=OuterRef(OuterRef(case)))
        return self.filter(Q(case=OuterRef(case)) | Q(pk__in=shared.values("event")))

    def told_by_outer_case(self, user) -> "EventQuerySet":
        """The same, to be told in every row: each kind by its own index.

        Joined by "or", the two would take a look at every event for each case.
        """
        outer = OuterRef(OuterRef("pk"))
        own = self.model.objects.filter(case=outer).values("pk")
        shared = Participation.objects.visible_to(user).filter(case=outer).values("event")
        return self.filter(pk__in=own.union(shared, all=True))

    def by_time(self) -> "EventQuerySet":
        """By the first possible day; where no start is known, by the last."""
        first = models.functions.Coalesce("occurred_earliest", "occurred_latest")
        return self.order_by(first.asc(nulls_first=True), "occurred_latest", "id")


@tracked()
class Event(Evidence):
    """Something that happened, to the person of one case, or shared by several or by none.

    A shared event (a demonstration, an arrest of three) has no case of its own: each person's
    participation names theirs.
    """

    ID_PREFIX = "E"
    VISIBLE_THROUGH = ("case",)
    ROWS = (("cases.participation", "event"), ("cases.citation", "event"))
    PUBLIC_FIELDS = (
        "kind",
        "title",
        "case",
        "part_of",
        "place",
        "facility",
        "organization",
        *PUBLIC_TEXTS,
        *date_fields("occurred", "ended"),
    )

    kind = models.CharField(max_length=24, choices=EventKind.choices, help_text="Public.")
    title = models.CharField(max_length=200, blank=True, help_text="Public. A few words.")
    case = models.ForeignKey(
        Case,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        help_text="Public. Empty for an event that several people share.",
    )
    part_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        help_text="Public. The event that this one belongs to or answers.",
    )
    occurred = DateColumns("when it happened")
    ended = DateColumns("when it ended")
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="events", help_text="Public."
    )
    facility = models.ForeignKey(
        Facility, models.PROTECT, null=True, blank=True, related_name="events", help_text="Public."
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        help_text="Public. Who acted, or who answered.",
    )
    legal_basis = models.CharField(max_length=300, blank=True, help_text="Public. As stated.")
    official_reason = models.CharField(
        max_length=30,
        choices=ReasonGroup.choices,
        blank=True,
        help_text="Public. The reason the authorities give.",
    )
    official_reason_text = models.CharField(
        "official reason in words", max_length=500, blank=True, help_text="Public."
    )
    presumed_reason = models.CharField(
        max_length=30,
        choices=ReasonGroup.choices,
        blank=True,
        help_text="Public. The reason that the sources give or presume.",
    )
    presumed_reason_text = models.CharField(
        "presumed reason in words", max_length=500, blank=True, help_text="Public."
    )
    charge = models.CharField(max_length=300, blank=True, help_text="Public. As stated.")
    sentence_kind = models.CharField(
        max_length=20, choices=SentenceKind.choices, blank=True, help_text="Public."
    )
    sentence_months = models.PositiveIntegerField(
        "sentence in months", null=True, blank=True, help_text="Public. 14 years are 168 months."
    )
    release_kind = models.CharField(
        max_length=20, choices=ReleaseKind.choices, blank=True, help_text="Public."
    )
    response_kind = models.CharField(
        max_length=30, choices=ResponseKind.choices, blank=True, help_text="Public."
    )
    demand = models.CharField(
        max_length=300, blank=True, help_text="Public. What was demanded, in our words."
    )
    count_text = models.CharField(
        max_length=100, blank=True, help_text="Public. How many, as the source says: 'dozens'."
    )
    description = models.TextField(blank=True, help_text="Public. In our own words.")

    objects = EventQuerySet.as_manager()

    class Meta(Record.Meta):
        indexes = [
            models.Index(fields=["occurred_earliest"], name="event_by_earliest"),
            models.Index(fields=["occurred_latest"], name="event_by_latest"),
            models.Index(fields=["updated_at", "id"], name="event_by_change"),
        ]
        constraints = [
            *Record.Meta.constraints,
            *date_constraints("event", "occurred"),
            *date_constraints("event", "ended"),
            in_order(
                "event_ends_after_it_began",
                "occurred_earliest",
                "ended_latest",
                "An event does not end before it begins.",
            ),
            implies(
                "event_sentence",
                Q(sentence_months__isnull=False) | ~Q(sentence_kind=""),
                Q(kind__in=[EventKind.SENTENCING, EventKind.SENTENCE_CHANGE]),
                "Only a sentencing or a change of sentence has a sentence.",
            ),
            implies(
                "event_release",
                ~Q(release_kind=""),
                Q(kind=EventKind.RELEASE),
                "Only a release has a release kind.",
            ),
            implies(
                "event_response",
                ~Q(response_kind=""),
                Q(kind=EventKind.AUTHORITY_RESPONSE),
                "Only a response of the authorities has a response kind.",
            ),
            CheckConstraint(
                name="event_not_in_itself",
                condition=Q(part_of__isnull=True) | ~Q(part_of=F("id")),
                violation_error_message="An event is not a part of itself.",
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            EVENT_UNSETTLES,
            touched(
                "kind",
                "title",
                "case_id",
                "part_of_id",
                "place_id",
                "facility_id",
                "organization_id",
                *PUBLIC_TEXTS,
                *date_fields("occurred", "ended"),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.public_id])


@tracked()
class Participation(Evidence):
    """Somebody took part in an event, in a role; for a shared event, with the case it belongs to.

    Only the role of subject says that the event happened to the person. Somebody of two cases may
    have the same part for each.
    """

    ID_PREFIX = "T"
    VISIBLE_THROUGH = ("event", "person", "case")
    ROWS = (("cases.citation", "participation"),)
    PUBLIC_FIELDS = ("event", "person", "role", "case")

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="participations", help_text="Public."
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="participations", help_text="Public."
    )
    role = models.CharField(max_length=20, choices=ParticipationRole.choices, help_text="Public.")
    case = models.ForeignKey(
        Case,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        help_text="Public. The person's case that this event belongs to.",
    )

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            UniqueConstraint(
                fields=["event", "person", "role", "case"],
                name="participation_once",
                violation_error_message="This person has this role in the event already.",
            ),
            UniqueConstraint(
                fields=["event", "person", "role"],
                condition=Q(case__isnull=True),
                name="participation_once_without_case",
                violation_error_message="This person has this role in the event already.",
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            PARTICIPATION_UNSETTLES,
            SAME_PERSON,
            not_of_merged("person_id"),
            touched("event_id", "person_id", "role", "case_id"),
        ]
